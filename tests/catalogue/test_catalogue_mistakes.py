"""Every kind of mistake in a rule file is named by file, line and column, with a way to mend it."""

import re
from pathlib import Path

import pytest
from mistakes import BLOCK, CONCEPTS, CUES, ELEMENT, INSTRUMENTS, MANIFEST, OPENERS, Mistake, check_named, problems
from small_rules import FILES, write

from auditor.catalogue import CatalogueError, load_catalogue

MISTAKES = {
    "unknown key": Mistake(ELEMENT, "weight: 20", "weigth: 20", "weigth", "不认识的键“weigth”", "是不是“weight”？"),
    "unknown key inside": Mistake(
        ELEMENT, "    asks: 人数", "    ask: 人数", "ask: 人数", "不认识的键“ask”", "是不是“asks”？"
    ),
    "unknown key unlike any": Mistake(
        ELEMENT, "limits: 只", "zzzz: 1\nlimits: 只", "zzzz", "不认识的键“zzzz”", "可用的有："
    ),
    "unknown list": Mistake(CUES, "cues:", "cue:", "cue:", "不认识的键“cue”", "是不是“cues”？"),
    "missing key": Mistake(ELEMENT, "    verdict: met\n", "", "kind: fires", "缺少必填的“verdict”"),
    "missing key at the top": Mistake(ELEMENT, "limits: 只认这几个词。\n", "", "id: counsel", "缺少必填的“limits”"),
    "bad id": Mistake(ELEMENT, "id: people", "id: 人数", "人数\n", "“人数”写法不对，编号以小写英文字母开头"),
    "ids between full-width commas": Mistake(
        MANIFEST, "[counsel]", "[counsel，second]", "counsel，", "写法不对", "各项之间用半角逗号"
    ),
    "phrase with a colon": Mistake(ELEMENT, "- 法律顾问", "- 法律顾问: 聘请", "法律顾问: 聘", "应当是文字", "有冒号"),
    "nothing for a text": Mistake(ELEMENT, "limits: 只认这几个词。", "limits:", "", "应当是文字", "没有写内容"),
    "nothing for a word": Mistake(ELEMENT, "kind: silent", "kind:", "", "不能为空", "没有写内容"),
    "duplicate id": Mistake(ELEMENT, "id: people", "id: named", "named\n    asks: 人数", "编号“named”重复"),
    "id fired but not there": Mistake(
        ELEMENT, "fires: [named, people]", "fires: [named, peple]", "peple", "没有信号“peple”"
    ),
    "duplicate key": Mistake(
        ELEMENT, "weight: 20", "weight: 20\nweight: 30", "weight: 30", "“weight”写了两次", "请删去"
    ),
    "alias": Mistake(ELEMENT, "short: 法律顾问", "short: &x 法律顾问\nlimits: *x", "*x", "不支持别名", "请把内容写全"),
    "tab": Mistake(ELEMENT, "    asks: 人数", "\tasks: 人数", "\tasks", "缩进用了制表符，请改用空格"),
    "open quote": Mistake(ELEMENT, "limits: 只认", 'limits: "只认', '"只认', "引号或括号没有配对"),
    "braces": Mistake(ELEMENT, "weak: 太笼统}", "weak: 太笼统", "{missing", "花括号没有配对"),
    "at sign": Mistake(ELEMENT, "limits: 只认", "limits: @只认", "@只认", "请给整句话加上英文双引号"),
    "backslash": Mistake(ELEMENT, "limits: 只认这几个词。", 'limits: "\\d"', "", "反斜线"),
    "full-width colon": Mistake(ELEMENT, "weight: 20", "weight：20", "weight：20", "半角冒号"),
    "bad phrase": Mistake(
        ELEMENT, "- 法律顾问", "- 法律(顾问", "法律(顾问", "短语“法律(顾问”第3个字：“(”没有配对的“)”"
    ),
    "phrase without a word": Mistake(ELEMENT, '["#名"]', '["#"]', '"#"', "没有可查找的文字"),
    "phrase all of which may be left out": Mistake(
        ELEMENT, "- 法律顾问", "- (法律顾问)?", "(法律顾问)?", "没有可查找的文字", ""
    ),
    "phrase in braces": Mistake(
        ELEMENT, '"{engage}～律师"', "{engage}", "{engage}", "应当是文字", "请给整句话加上英文双引号"
    ),
    "phrase in braces before a colon": Mistake(
        ELEMENT, '"{engage}～律师"', "{engage}: 律师", "{engage}", "冒号前面", "请给整句话加上英文双引号"
    ),
    "tag": Mistake(ELEMENT, "limits: 只认", "limits: !x 只认", "!x 只认", "不支持标签“!x”", "英文双引号"),
    "exclamation mark": Mistake(ELEMENT, "limits: 只认", "limits: !只认", "!只认", "请给整句话加上英文双引号"),
    "more parts than there are": Mistake(
        ELEMENT,
        "{particular: true",
        "{parts: 9, particular: true",
        "9,",
        "要写到9个组成部分，但信号只涉及0个",
        "请改小",
    ),
    "no level": Mistake(ELEMENT, "{county: direct}", "{}", "{}\n", "不能为空，至少要有1项"),
    "articles of a law that was not read": Mistake(
        INSTRUMENTS,
        "    status: title\n",
        "    status: title\n    articles: [第一条]\n",
        "[第一条]",
        "没有核对过原文的文件",
    ),
    "empty entry of a list": Mistake(
        CONCEPTS, "concepts:\n", "concepts:\n  -\n", "\n  - id: engage", "应当是“键: 值”的形式"
    ),
    "concept nobody knows in the openers": Mistake(
        OPENERS, "openers: [其中]", 'openers: ["{engag}"]', '"{engag}"', "没有概念“engag”", "是不是“engage”？"
    ),
    "bad phrase in a cue": Mistake(CUES, "[下一步]", "[下一步|明年]", "下一步|", "多出的“|”"),
    "unknown concept": Mistake(ELEMENT, "{engage}", "{engag}", '"{engag}', "没有概念“engag”", "是不是“engage”？"),
    "empty example": Mistake(ELEMENT, "text: 全年开展普法。", 'text: ""', '""', "不能为空"),
    "empty list": Mistake(ELEMENT, '["#名"]', "[]", "[]", "不能为空，至少要有1项"),
    "too few examples": Mistake(
        ELEMENT,
        "  - kind: silent\n    text: 全年开展普法。\n    verdict: missing\n",
        "",
        "- kind: fires",
        "不能为空，至少要有3项",
    ),
    "cue example without a mark": Mistake(CUES, "【聘请律师】", "聘请律师", '"下一步，', "请用【】标出"),
    "article not read": Mistake(
        ELEMENT,
        "[第二十五条]",
        "[第三条]",
        "第三条",
        "《督察工作规定》的“第三条”没有核对过原文，不能引用",
        "请只引用",
    ),
    "article in narrow brackets": Mistake(
        ELEMENT, "[第二十五条]", "[第二十五条(一)]", "第二十五条(一)", "没有核对过原文", "是不是“第二十五条（一）”？"
    ),
    "article of a law known by title only": Mistake(
        ELEMENT, "instrument: inspection", "instrument: opinion", "第二十五条", "没有核对过原文"
    ),
    "unknown instrument": Mistake(
        BLOCK,
        "instrument: inspection",
        "instrument: inspektion",
        "inspektion",
        "没有依据",
        "是不是“inspection”？",
    ),
    "wrong verdict": Mistake(
        ELEMENT, "verdict: met", "verdict: mett", "mett", "“mett”不在可用的取值里", "是不是“met”？"
    ),
    "wrong role": Mistake(
        CUES, "role: plan\n    means", "role: 计划\n    means", "计划", "不在可用的取值里", "可用的有："
    ),
    "wrong block verdict": Mistake(
        BLOCK, "verdict: present", "verdict: presence", "presence", "不在可用的取值里", "是不是“present”？"
    ),
    "list expected": Mistake(ELEMENT, "slips: [法律顾问制度]", "slips: 法律顾问制度", "法律顾问制度", "应当是列表"),
    "id unlike the file's name": Mistake(
        ELEMENT, "id: counsel", "id: counsels", "counsels", "与文件名“counsel.yaml”不一致", "请改成一样的"
    ),
    "manifest names no file": Mistake(
        MANIFEST,
        "[counsel]",
        "[counsel, consel]",
        "consel]",
        "没有规则文件“consel”",
        "是不是“counsel”？",
    ),
    "duplicate concept": Mistake(
        CONCEPTS,
        "      does_not: [推行聘用制改革]\n",
        "  - {id: engage, means: 又一个, words: [请], examples: {counts: [请]}}\n",
        "{id: engage",
        "“engage”重复",
        "请换一个编号",
    ),
    "term too short for slips to be mended": Mistake(
        ELEMENT, "slips: [法律顾问制度]", "slips: [顾问]", "顾问]", "至少要有4个字"
    ),
    "unclosed bracket": Mistake(ELEMENT, "slips: [法律顾问制度]", "slips: [法律顾问制度", "[法律顾问制度", "方括号"),
}


def test_the_small_rules_are_right(tmp_path: Path) -> None:
    catalogue = load_catalogue(write(tmp_path))
    assert [element.id for element in catalogue.elements] == ["counsel"]
    assert catalogue.lexicon.traditional["應"] == "应"


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=list(MISTAKES))
def test_a_mistake_is_named_with_its_place(mistake: Mistake, tmp_path: Path) -> None:
    check_named(mistake, tmp_path)


def test_every_mistake_of_a_folder_is_named_at_once(tmp_path: Path) -> None:
    write(tmp_path)
    element = FILES[ELEMENT].replace("weight: 20", "weight: 0").replace("kind: near_miss", "kind: near")
    (tmp_path / ELEMENT).write_text(element, encoding="utf-8")
    cues = FILES[CUES].replace("reach: forward", "reach: ahead")
    (tmp_path / CUES).write_text(cues, encoding="utf-8")
    assert len(problems(tmp_path)) == 3


def test_an_empty_entry_is_one_mistake(tmp_path: Path) -> None:
    folder = write(tmp_path, file=CONCEPTS, old="concepts:\n", new="concepts:\n  -\n")
    assert [problem.message for problem in problems(folder) if "engage" not in problem.message] == [
        "应当是“键: 值”的形式"
    ]


def test_text_that_is_not_utf8(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / ELEMENT).write_bytes(FILES[ELEMENT].encode("gbk"))
    assert ("不是 UTF-8 编码", "请另存为 UTF-8") in [(p.message, p.suggestion) for p in problems(tmp_path)]


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / ELEMENT).write_bytes(FILES[ELEMENT].encode("utf-8-sig"))
    load_catalogue(tmp_path)


@pytest.mark.parametrize("name", list(FILES))
def test_a_file_that_is_gone(name: str, tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / name).unlink()
    assert not [p for p in problems(tmp_path) if re.search("[A-Z][a-z]", p.message)]


def test_without_cues_nothing_would_be_a_plan(tmp_path: Path) -> None:
    folder = write(tmp_path)
    (folder / CUES).unlink()
    with pytest.raises(CatalogueError) as caught:
        load_catalogue(folder)
    assert [problem.message for problem in caught.value.problems] == ["没有提示词"]


def test_the_same_cue_in_two_files(tmp_path: Path) -> None:
    folder = write(tmp_path)
    (folder / "lexicon/cues/topic.yaml").write_text((folder / CUES).read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(CatalogueError) as caught:
        load_catalogue(folder)
    (problem,) = caught.value.problems
    assert problem.file.endswith("topic.yaml")
    assert problem.message == "“next_step”重复"


def test_no_folder(tmp_path: Path) -> None:
    assert "规则目录不存在" in problems(tmp_path / "none")[0].message


def test_yes_and_dates_stay_text(tmp_path: Path) -> None:
    folder = write(tmp_path, file=ELEMENT, old="short: 法律顾问", new="short: no")
    assert load_catalogue(folder).elements[0].short == "no"
