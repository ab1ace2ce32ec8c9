"""What a finding says and cites, and how sure it is."""

import pytest
from checking_samples import as_document, auditor, findings
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.catalogue import load_catalogue
from auditor.judging import Auditor

TOWN = "白鹭镇人民政府2024年度法治政府建设情况报告\n"
LONG = "全镇坚持依法行政，各项任务按计划完成，群众满意度不断提高，没有发生重大事件。\n"


@pytest.mark.parametrize(
    ("text", "id_", "arithmetic"),
    [
        (
            "立案390件，其中简易程序110件、普通程序280件、撤销8件。",
            "parts_exceed",
            "110＋280＋8＝398，比总数“390件”多8",
        ),
        ("排查纠纷509起，化解498起，化解率99.8%。", "rate_wrong", "498÷509＝97.84%"),
        ("抽检1264批次，不合格18批次，合格率97.6%。", "rate_wrong", "（1264－18）÷1264＝98.58%"),
        ("收到建议54件、提案61件，办复108件，办复率100%。", "rate_wrong", "108÷（54＋61）＝93.91%"),
        ("处罚312件，比上年的260件增长30%。", "growth_wrong", "（312－260）÷260＝20.00%"),
        ("立案39件，其中简易程序110件。", "part_exceeds_whole", "110＞39"),
        ("全年办理行政复议案件52件。全年办理行政复议案件54件。", "value_differs", "相差2"),
    ],
)
def test_the_arithmetic_is_shown_with_both_passages(text: str, id_: str, arithmetic: str) -> None:
    finding = findings(text)[id_]
    assert arithmetic in finding.message
    assert {mark for citation in finding.citations for mark in citation.marks}


def test_citations_are_verbatim_and_marked() -> None:
    document = as_document("排查纠纷５０９起，\u3000化解498起，化解率99.8%。各项工作有序推进。")
    card = auditor().audit(document)
    cited = [citation for finding in card.findings for citation in finding.citations]
    assert cited
    for citation in cited:
        assert citation.text == document.text[citation.start : citation.end]
        assert all(citation.start <= start < end <= citation.end for start, end in citation.marks)
        assert citation.paragraph == 2


def test_a_contradiction_is_an_error_and_a_list_that_may_overlap_a_warning() -> None:
    certain = findings("查处案件207起，其中刑事案件29起、行政案件188起。")["parts_exceed"]
    doubtful = findings("查处案件207起，其中涉企案件129起、跨区案件88起。")["parts_exceed"]
    assert (certain.severity, doubtful.severity) == ("error", "warning")
    assert "交叉" in doubtful.message


def test_names_are_read_as_written_and_not_as_mended() -> None:
    document = as_document("严格落实重大执法决定法治审核制度，全年审核36件。")
    (wrong,) = [f for f in auditor().audit(document).findings if f.id == "wrong_name"]
    assert "法治审核" in wrong.message
    assert wrong.citations[0].text == "严格落实重大执法决定法治审核制度"


def test_a_law_is_named_with_both_its_title_marks() -> None:
    message = findings("组织学习《中华人民共和国合同法》。")["stale_name"].message
    assert message.startswith("《中华人民共和国合同法》已经过时")
    assert message.endswith("请改为《民法典》。")


def test_a_name_found_often_is_one_finding() -> None:
    finding = findings("县工商局检查3次。县工商局培训2次。县工商局宣传1次。")["stale_name"]
    assert "共3处" in finding.message
    assert len(finding.citations) == 3


def test_personal_numbers_are_masked_in_the_message() -> None:
    message = findings("联系电话13812345678。")["personal_data"].message
    assert "13812345678" not in message
    assert "138****5678" in message


def test_no_quote_shows_what_is_personal() -> None:
    text = "村民王小明（男，52岁）坚持坚持反映，电话139-1234-5678，身份证号11010519491231002X，，已经答复。"
    cited = [c for f in auditor().audit(as_document(text)).findings for c in f.citations]
    assert {"王小明" in c.text for c in cited} == {True, False}
    shown = "".join(c.shown for c in cited)
    assert not any(each in shown for each in ("小明", "1234", "19491231"))
    assert all(len(c.shown) == len(c.text) for c in cited)


def test_the_blanks_of_a_paragraph_are_counted_and_all_marked() -> None:
    finding = findings("全县XX个村开展法治宣传XX场次，发放资料XX份。")["blank"]
    assert "3处" in finding.message
    assert sum(len(citation.marks) for citation in finding.citations) == 3


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ("一是二是二是四是", ["序号“二是”重复，应为“三是”"]),
        ("一是二是二是三是四是", ["序号“二是”重复，应为“三是”"]),
        ("一是四是五是", ["序号从“一是”跳到“四是”，缺“二是”“三是”"]),
        ("一是三是五是", ["序号从“一是”跳到“三是”，缺“二是”", "序号从“三是”跳到“五是”，缺“四是”"]),
    ],
)
def test_a_slip_of_numbers_is_told_once(numbers: str, told: list[str]) -> None:
    text = numbers.replace("是", "是健全制度，") + "取得成效。"
    found = [f for f in auditor().audit(as_document(text)).findings if f.id == "numbering"]
    assert [finding.message.split("。")[0] for finding in found] == told


def test_a_date_that_is_no_number_is_told_as_printed() -> None:
    finding = findings(f"{TOWN}{LONG}白鹭镇人民政府\n二〇二五年一月十二三日")["date_impossible"]
    assert "二〇二五年一月十二三日" in finding.message


def test_the_years_offered_are_those_of_the_report() -> None:
    message = findings("落实《法治政府建设实施纲要（2022—2025年）》。", year=2025)["period_years"].message
    assert "《法治政府建设实施纲要（2021—2025年）》" in message
    assert "2015" not in message


def test_the_cause_is_asked_for_whatever_the_blocks_are_called() -> None:
    catalogue = load_catalogue()
    renamed = [block.model_copy(update={"id": f"{block.id}_renamed"}) for block in catalogue.blocks]
    problem = f"一、主要举措和成效\n{LONG}二、存在的问题\n宣传形式比较单一，执法队伍专业素养有待加强，培训还不够系统。"
    document = as_document(f"{TOWN}{problem}")
    card = Auditor(catalogue.model_copy(update={"blocks": renamed})).audit(document)
    assert "cause_missing" in {finding.id for finding in card.findings}


def test_cells_of_a_table_are_no_sentence() -> None:
    rows = "指标|2024年|2023年\n案件受理|3127|3344\n化解|3058|3270\n化解率|99.6%|97.1%\n"
    assert set(findings(TOWN + LONG + rows)) == set()


def test_the_totals_of_a_table_are_added_up() -> None:
    rows = "案件类型\t2023年\t2024年\t增减\n非法取水\t9\t7\t-22.2%\n非法采砂\t6\t8\t33.3%\n水土保持\t4\t6\t50%\n"
    finding = findings(f"{TOWN}{LONG}{rows}合计\t19\t20\t5.3%\n")["parts_exceed"]
    assert "“2024年”一列各行之和与合计不符：7＋8＋6＝21，比合计“20”多1" in finding.message
    assert not findings(f"{TOWN}{LONG}{rows}合计\t19\t21\t10.5%\n")
    assert not findings(f"{TOWN}{LONG}{rows}其中：水库\t1\t2\t100%\n合计\t19\t20\t5.3%\n")


def test_a_title_over_two_lines_is_cited_whole() -> None:
    title = "白鹭镇人民政府关于2024年度法治政府\n建设情况的报告"
    issuer = findings(f"{title}\n{LONG}{LONG}青石镇人民政府\n2025年1月10日\n")["issuer_differs"]
    assert issuer.citations[0].text == title


def test_dates_need_the_year_of_the_report() -> None:
    text = f"白鹭镇人民政府关于法治政府建设的情况报告\n{LONG}白鹭镇人民政府\n2025年4月11日"
    assert set(findings(text)) == {"title_year"}


def test_a_list_of_findings_has_an_end_that_tells_of_the_others() -> None:
    text = f"{TOWN}{'坚持坚持依法行政。' * 200}\n"
    found = [each for each in auditor().audit(as_document(text)).findings if each.id == "doubled_word"]
    assert len(found) == 21
    assert "另有180处未逐一列出" in found[-1].message


def test_doubled_marks_are_counted_and_marked() -> None:
    finding = findings("推进依法行政，，开展普法。。办理案件，，成效明显。")["doubled_word"]
    assert "“，，”、“。。”重复或连用（共3处）" in finding.message
    assert sum(len(citation.marks) for citation in finding.citations) == 3


PIECES = st.sampled_from(
    [
        "其中",
        "合计",
        "一、",
        "（一）",
        "一是",
        "三是",
        "由5件增加到3件",
        "，增长5%",
        "化解率",
        "100%",
        "开庭",
        "出庭",
        "12件",
        "。",
        "，",
        "（",
        "）",
        "\n",
        "、",
        "《法治政府建设实施纲要（2021",
        "2024年",
        "我局",
        "坚持坚持",
        "13812345678",
        "村民王小明（男，",
        "XX次",
        "（ ）场次",
        "    件，",
        "二〇二四年一月十十日",
        "县工商局",
        "|",
        "\t",
        "\u200b",
        "０",
        "近",
        "1.2万件",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_text_is_checked_and_cited_verbatim(text: str) -> None:
    document = as_document(TOWN + text)
    for finding in auditor().audit(document).findings:
        for citation in finding.citations:
            assert citation.text == document.text[citation.start : citation.end]
            assert all(citation.start <= start < end <= citation.end for start, end in citation.marks)


def test_the_title_suggested_is_of_the_year_reported_on() -> None:
    title = "澜汀区卫生健康局2023年度法治政府建设年度报告\n"
    assert "如“2023年法治政府建设年度报告”" in findings(title + LONG)["title_doubled"].message
