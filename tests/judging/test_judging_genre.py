"""What is no annual report is audited all the same, and said to be none."""

import pytest

from auditor.catalogue import load_catalogue
from auditor.judging import Auditor
from auditor.reading import read_bytes

DUTIES = "".join(f"\n{number}、工作情况\n{'各单位逐项核对本报告所述的情况，' * 9}。" for number in "一二三四")
TITLE = "某县水利局2023年法治政府建设年度报告"


def genre(text: str) -> str:
    card = Auditor(load_catalogue()).audit(read_bytes(text.encode(), "a.txt"))
    return "；".join(finding.message for finding in card.findings if finding.id == "genre")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "2023年度个人述法报告\n某县水利局局长　张某某\n现将本人2023年度履行第一责任人职责情况报告如下：",
            "个人述法",
        ),
        ("关于2023年度履行推进法治建设第一责任人职责情况的报告\n2023年，本人认真履职。", "个人述法"),
        ("2023年度党政主要负责人履行推进法治建设第一责任人职责情况述职报告\n县委书记　李某某", "个人述法"),
        ("某县2023年法治建设工作总结\n——在全县法治工作会议上的讲话\n同志们：", "讲话"),
        ("某县关于做好2023年度法治政府建设年度报告工作的通知\n各乡镇：\n现将有关事项通知如下：", "通知"),
    ],
)
def test_what_is_no_annual_report_is_named_though_its_title_is_like_one(text: str, words: str) -> None:
    assert f"文本像是{words}" in genre(text + DUTIES)


def test_a_letter_that_hands_in_a_report_is_none() -> None:
    letter = (
        f"某县水利局关于报送2023年度法治政府建设年度报告的函\n县委依法治县办：\n现将报告报送贵办。\n附件：{TITLE}\n"
    )
    assert "文本像是报送函" in genre(letter)
    assert genre(letter + TITLE + DUTIES) == ""


@pytest.mark.parametrize(
    "opening",
    [
        "主任、各位副主任、各位委员：\n我受县政府委托报告。",
        "局长在干部大会上述法，述职述法报告已经公开。",
        "各项通知要求按时报送的材料均已报送。",
    ],
)
def test_an_annual_report_is_one_whatever_it_mentions(opening: str) -> None:
    assert genre(f"{TITLE}\n{opening}{DUTIES}") == ""


def test_the_sentence_that_leads_to_a_report_is_not_its_title() -> None:
    text = f"述法报告\n根据安排，现将本人2023年度履行推进法治建设第一责任人职责情况报告如下：{DUTIES}"
    assert Auditor(load_catalogue()).audit(read_bytes(text.encode(), "a.txt")).title == ""
