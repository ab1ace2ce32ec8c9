"""Who reports on which year, in the many forms that titles take."""

import pytest
from structure_samples import LONG, report

from auditor.structure.identity import Identity


def identity(text: str) -> Identity:
    return report(text).identity


@pytest.mark.parametrize(
    ("title", "unit", "level", "year"),
    [
        ("某县人民政府2023年法治政府建设年度报告", "某县人民政府", "county", 2023),
        ("某市2024年度法治政府建设情况报告", "某市", "city", 2024),
        ("某省人民政府关于2022年法治政府建设工作情况的报告", "某省人民政府", "province", 2022),
        ("某县财政局2023年法治政府部门建设工作总结", "某县财政局", "department", 2023),
        ("大河乡人民政府关于法治政府建设的情况报告", "大河乡人民政府", "township", None),
        ("某街道办事处2025年度法治政府建设年度报告", "某街道办事处", "subdistrict", 2025),
        ("某镇2023年依法行政工作报告", "某镇", "township", 2023),
        ("某经济开发区管理委员会2023年法治政府建设工作报告", "某经济开发区管理委员会", "zone", 2023),
        ("中共某区委某区人民政府关于2023年度法治政府建设情况的报告", "", "county", 2023),
        ("某自治州2021年法治政府建设年度情况报告", "某自治州", "city", 2021),
        ("某市国有资产监督管理委员会2023年法治建设报告", "某市国有资产监督管理委员会", "department", 2023),
        ("某市城市管理委员会2023年法治政府建设工作报告", "某市城市管理委员会", "department", 2023),
        ("某风景名胜区管理委员会2023年法治政府建设工作报告", "某风景名胜区管理委员会", "zone", 2023),
        ("某市供销合作社联合社2023年法治政府建设工作报告", "某市供销合作社联合社", "department", 2023),
        ("中国人民银行某市分行2023年法治政府建设工作报告", "中国人民银行某市分行", "department", 2023),
        ("中共某市委编办2023年法治建设工作报告", "中共某市委编办", "department", 2023),
        ("某县二〇二三年法治政府建设工作报告", "某县", "county", 2023),
    ],
)
def test_titles(title: str, unit: str, level: str, year: int | None) -> None:
    found = identity(f"{title}\n{LONG}\n")
    assert found.title == title
    assert found.is_report
    assert (found.level, found.year) == (level, year)
    if unit:
        assert found.unit == unit


def test_the_evidence_points_at_the_title() -> None:
    text = f"\n  某县人民政府2023年法治政府建设年度报告\n{LONG}\n"
    found = identity(text).evidence
    assert text[found["title"].start : found["title"].end] == "某县人民政府2023年法治政府建设年度报告"
    assert found["year"].source == "标题"


def test_unit_and_year_from_the_signature() -> None:
    found = identity(f"法治政府建设工作报告\n{LONG}\n{LONG}\n某县水利局\n2024年1月15日\n")
    assert (found.unit, found.level, found.year) == ("某县水利局", "department", 2023)
    assert found.evidence["unit"].source == "落款"


@pytest.mark.parametrize("date", ["2024年1月15日", "二〇二四年一月十五日", "二○二四年元月二十一日", "2024年2月30日"])
def test_a_date_in_either_script_tells_the_year(date: str) -> None:
    found = identity(f"法治政府建设工作报告\n{LONG}\n{LONG}\n某县水利局\n{date}\n")
    assert (found.unit, found.year) == ("某县水利局", 2023)


@pytest.mark.parametrize("date", ["2024年13月45日", "二〇二四年十三月四十五日", "二〇二四年二十十月十十日"])
def test_a_date_that_no_calendar_has_is_read_without_harm(date: str) -> None:
    assert identity(f"法治政府建设工作报告\n{LONG}\n{LONG}\n某县水利局\n{date}\n").unit == "某县水利局"


@pytest.mark.parametrize(
    ("title", "signed", "unit", "level"),
    [
        ("某县", "某县人民政府", "某县人民政府", "county"),
        ("某县", "某县人民政府办公室", "某县", "county"),
        ("某县水利局", "某县水利局办公室", "某县水利局", "department"),
        ("", "某县人民政府办公室", "某县人民政府办公室", "department"),
    ],
)
def test_the_signature_gives_the_full_name_but_not_that_of_an_office(
    title: str, signed: str, unit: str, level: str
) -> None:
    found = identity(f"{title}2023年度法治政府建设年度报告\n{LONG}\n{LONG}\n{signed}\n2024年1月15日\n")
    assert (found.unit, found.level) == (unit, level)


def test_a_report_without_title_tells_unit_and_year_in_its_opening() -> None:
    opening = "2023年以来，大河街道办事处在区委、区政府的坚强领导下，全面推进法治政府建设各项工作，现报告如下。"
    text = "\n".join(["日期：2024-02-20", opening, *[LONG] * 10])
    found = identity(text)
    assert (found.unit, found.level, found.year) == ("大河街道办事处", "subdistrict", 2023)
    assert text[found.evidence["unit"].start : found.evidence["unit"].end] == "大河街道办事处"
    assert found.evidence["year"].source == "正文开头"
    assert not found.is_report


def test_the_page_says_who_published_it() -> None:
    found = identity(f"来源：大河街道办事处\n2023年法治政府建设工作报告\n{LONG}\n")
    assert found.unit == ""  # only what stands after the title speaks for it
    found = identity(f"2023年法治政府建设工作报告\n来源：大河街道办事处\n{LONG}\n")
    assert (found.unit, found.level) == ("大河街道办事处", "subdistrict")


def test_superiors_are_not_the_level_of_a_text() -> None:
    text = "在区委、区政府的坚强领导下，按照区政府部署要求，街道党工委研究法治建设3次。"
    assert identity(text).level == "subdistrict"


def test_a_title_over_two_lines() -> None:
    found = identity(f"某县人民政府\n2023年法治政府建设工作报告\n{LONG}\n")
    assert (found.unit, found.year) == ("某县人民政府", 2023)


@pytest.mark.parametrize(
    "title",
    [
        "某县人民政府关于2023年度法治政府|建设情况的报告",
        "某县人民政府关于2023年度法治政府建设|情况的报告",
        "某县人民政府关于|2023年度法治政府建设情况的报告",
        "某县人民政府2023年度|法治政府建设情况报告",
        "某县人民政府2023年度法治政|府建设年度报告",
        "某县人民政府关于2023年度法治政府建设情况|的报告",
        "某县人民政府关于2023年度推进法治政府建设工作|情况的报告",
        "某县人民政府|关于2023年度法治政府|建设情况的报告",
        "某县人民政府2023年法治政府建设工作总结|和2024年工作打算",
        "某县人民政府2023年法治政府建设工作报|告",
        "某县人民政府关于2023年度法治政府建设情|况的报告",
        "某县人民政府2023年法治政府建设情况汇|报",
    ],
)
def test_a_title_broken_over_lines(title: str) -> None:
    text = f"某政〔2024〕5号\n{title}\n县人大常委会：\n{LONG}\n".replace("|", "\n")
    found = identity(text)
    assert (found.title, found.unit, found.year) == (title.replace("|", ""), "某县人民政府", 2023)
    noted = found.evidence["title"]
    assert text[noted.start : noted.end] == title.replace("|", "\n")


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("法治政府建设年度报告|发布时间：2024-01-12|某县2023年法治政府建设工作报告", "某县2023年法治政府建设工作报告"),
        ("法治政府建设年度报告|某县人民政府|关于2023年法治政府建设的报告", "某县人民政府关于2023年法治政府建设的报告"),
        ("法治政府建设年度报告|某县法治政府建设工作动态", "法治政府建设年度报告"),
        ("法治政府建设年度报告|我县法治政府建设成效明显。|某县2022年法治政府建设工作报告", "法治政府建设年度报告"),
    ],
)
def test_the_name_of_a_section_of_a_site_yields_to_the_title_below(page: str, title: str) -> None:
    assert identity(f"{page}\n{LONG}\n".replace("|", "\n")).title == title


@pytest.mark.parametrize(
    "above",
    ["法治政府建设", "2024年2月1日", "政府工作报告", "关于印发材料的通知", "年度报告：", "一、2023年"],
)
def test_what_stands_above_a_title_is_no_part_of_it(above: str) -> None:
    title = "2023年度法治政府建设情况报告"
    assert identity(f"{above}\n{title}\n{LONG}\n").title == title


@pytest.mark.parametrize("below", ["县长：王某", "2024年1月5日", "某县人民政府", "一、工作情况"])
def test_what_stands_below_a_title_is_no_part_of_it(below: str) -> None:
    title = "某县2023年度法治政府建设情况"
    assert identity(f"{title}\n{below}\n{LONG}\n").title == title


@pytest.mark.parametrize(
    ("opening", "level"),
    [
        ("海州市人民政府：\n今年以来，全市法治政府建设扎实推进。", "county"),
        ("海州市委全面依法治市委员会办公室：\n今年以来，全市法治政府建设扎实推进。", "county"),
        ("2023年，临江市在海州市委、市政府领导下扎实推进各项工作。", "county"),
        ("2023年，我市在省委、省政府和海州市委领导下扎实推进各项工作。", "county"),
        ("省人民政府：\n2023年，我市在省委、省政府和市委坚强领导下扎实推进各项工作。", "city"),
        ("各县（市、区）人民政府：\n2023年，在临江市委和市委全面依法治市委员会领导下扎实推进。", "city"),
    ],
)
def test_a_city_under_another_city_is_a_county(opening: str, level: str) -> None:
    found = identity(f"临江市人民政府关于2023年度法治政府建设情况的报告\n{opening}\n{LONG}\n")
    assert (found.level, found.named_level) == (level, "city")


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("东圩区地处江北。\n2021年，东圩区应急管理局坚持依法行政。", "东圩区应急管理局"),
        ("2021年，我局支持东圩区应急管理局工作。", "区应急管理局"),
        ("东圩区和西圩区都是新区。\n东圩区应急管理局、西圩区应急管理局各负其责。", "区应急管理局"),
    ],
)
def test_a_body_named_without_its_place_gets_it_from_the_text(text: str, unit: str) -> None:
    assert identity(f"区应急管理局2021年法治政府建设工作报告\n{text}\n{LONG}\n").unit == unit


def test_a_dash_before_a_subtitle_is_no_part_of_it() -> None:
    found = identity(f"致父老乡亲的一封信\n——大垅乡人民政府2022年法治政府建设情况报告\n{LONG}\n")
    assert (found.title, found.unit) == ("大垅乡人民政府2022年法治政府建设情况报告", "大垅乡人民政府")


@pytest.mark.parametrize("label", ["信息名称：", "标题："])
def test_a_label_is_no_part_of_the_title(label: str) -> None:
    title = "某县水利局2023年度法治政府建设情况报告"
    text = f"{label}{title}\n{LONG}\n"
    found = identity(text)
    assert (found.title, found.unit) == (title, "某县水利局")
    assert text[found.evidence["title"].start : found.evidence["title"].end] == title


def test_a_letter_before_the_report_does_not_give_the_title() -> None:
    letter = "某镇人民政府\n关于报送2023年度法治政府建设年度报告的函"
    body = f"某县人民政府：\n现将报告随文报送。\n某镇人民政府\n2024年1月25日\n{LONG}\n"
    assert identity(f"{letter}\n{body}").title == letter.replace("\n", "")
    title = "某镇2023年度法治政府建设工作报告"
    assert identity(f"{letter}\n{body}{title}\n{LONG}\n").title == title


@pytest.mark.parametrize(
    "furniture",
    [
        "发布时间：2025年3月1日 浏览次数：12",
        "今天是2026年5月6日 星期三",
        "首页 > 政务公开 > 2025年法治政府建设报告",
    ],
)
def test_the_dates_of_a_web_page_are_not_the_year(furniture: str) -> None:
    found = identity(f"{furniture}\n某县人民政府2023年法治政府建设年度报告\n{furniture}\n{LONG}\n")
    assert (found.unit, found.year) == ("某县人民政府", 2023)


def test_a_passage_has_no_identity() -> None:
    found = identity("聘请法律顾问3名，审查合同36份。")
    assert (found.title, found.unit, found.level, found.year, found.is_report) == (
        "",
        "",
        "unknown",
        None,
        False,
    )


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("全年我局被诉3件，区政府予以通报。", "department"),
        ("镇党委书记主持会议4次，镇长听取汇报6次，县委书记批示1次。", "township"),
        ("省政府公布目录，省政府办公厅印发方案，县长出庭203人次。", "province"),
        ("全年审查合同36份。", "unknown"),
    ],
)
def test_the_level_of_a_passage_is_that_of_whom_it_calls_its_own(text: str, level: str) -> None:
    assert identity(text).level == level


def test_work_planned_for_a_year_does_not_make_it_the_year_reported_on() -> None:
    found = identity("2018年，街道党工委研究法治建设3次。2019年工作安排：承接下沉执法事项。")
    assert found.reference_year == 2018
    found = identity("2018年，公布决策目录8项，其中7项年内完成、1项顺延到2019年。")
    assert found.reference_year == 2018
