import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.reading import Document, Limits, ReadingError, read_bytes

TITLE = "某镇人民政府2023年法治政府建设年度报告"
BODY = [
    "2023年，我镇坚持以习近平新时代中国特色社会主义思想为指导，全面推进依法行政。",
    "一、主要举措和成效",
    "（一）落实行政执法三项制度，公示行政处罚决定126条。",
    "（二）办理行政复议案件3件，行政机关负责人出庭应诉2次。",
    "二、存在的不足和原因",
]
SIDE = (
    '<div class="side"><ul><li><a href="1">关于聘请法律顾问的通知</a></li>'
    '<li><a href="2">会议纪要公开</a></li></ul></div>'
)
TOP = '<div class="top"><a href="/">首页</a><form>搜索<input></form><nav>政务公开</nav></div>'
FOOT = "<div class='foot'>主办单位：某镇人民政府 京ICP备00000000号</div>"


def page(article: str, head: str = "") -> str:
    return (
        f"<!DOCTYPE html><html><head>{head}<title>{TITLE}_某镇人民政府</title>"
        "<script>var a='法律顾问'</script></head>"
        f"<body>{TOP}{article}{SIDE}{FOOT}</body></html>"
    )


def pieces(document: Document) -> list[str]:
    return [document.text[item.start : item.end] for item in document.paragraphs]


PARAGRAPHS = "".join(f"<p>　　{text}</p>" for text in BODY)
VARIANTS = {
    "zoom": f'<div id="zoom"><div class="TRS_Editor">{PARAGRAPHS}</div></div>',
    "br": f'<div id="UCAP-CONTENT">{"<br>".join(BODY)}</div>',
    "word": '<table><tr><td><div class="WordSection1">'
    + "".join(f"<p class=MsoNormal><span><font>{text[:5]}</font>{text[5:]}</span><o:p></o:p></p>" for text in BODY)
    + "</div></td></tr></table>",
    "spans": "".join(f"<div><span>{text[:7]}</span><b>{text[7:]}</b></div>" for text in BODY),
    "list": f"<div class='main'><ul>{''.join(f'<li>{text}</li>' for text in BODY)}</ul></div>",
    "layout table": f"<table><tr><td>{PARAGRAPHS}</td></tr></table>",
    "form": f"<form id='form1'><div>{PARAGRAPHS}</div></form>",
    "source breaks": "".join(f"<p>{text[:6]}\n      {text[6:]}</p>" for text in BODY),
}


@pytest.mark.parametrize("name", VARIANTS)
def test_the_article_and_nothing_else(name: str) -> None:
    document = read_bytes(page(VARIANTS[name]).encode(), "a.html")
    assert pieces(document) == [TITLE, *BODY]
    assert document.text == "\n".join([TITLE, *BODY])
    assert document.paragraphs[0].heading == 1
    assert document.metadata["title"] == TITLE


@pytest.mark.parametrize(("bytes_in", "claimed"), [("gbk", "gb2312"), ("gbk", "utf-8"), ("utf-8", "gbk"), ("gbk", "x")])
def test_encodings_and_false_claims(bytes_in: str, claimed: str) -> None:
    source = page(VARIANTS["zoom"], f'<meta http-equiv="Content-Type" content="text/html; charset={claimed}">')
    assert pieces(read_bytes(source.encode(bytes_in), "a.htm")) == [TITLE, *BODY]


def test_metadata_headings_and_furniture() -> None:
    head = (
        '<meta name="ArticleTitle" content="某镇2023年法治政府建设年度报告">'
        '<META NAME="PubDate" CONTENT="2024-01-20"><meta name="ContentSource" content="某镇人民政府">'
    )
    article = (
        '<div id="zoom"><div>字号：[大 中 小] 打印</div>'
        "<h1>某镇2023年<br>法治政府建设年度报告</h1><p>来源：司法所</p>"
        f"<h2>一、成效</h2>{PARAGRAPHS}<p>责任编辑：某人</p></div>"
    )
    document = read_bytes(page(article, head).encode(), "a.html")
    assert pieces(document) == ["某镇2023年", "法治政府建设年度报告", "一、成效", *BODY]
    assert [item.heading for item in document.paragraphs[:4]] == [1, 1, 2, None]
    assert document.metadata == {
        "title": "某镇2023年法治政府建设年度报告",
        "date": "2024-01-20",
        "publisher": "某镇人民政府",
    }


def test_tables_of_facts() -> None:
    table = "<table><tr><th>单位</th><th>件数</th></tr><tr><td>\n<p>甲局</p>\n</td><td>3</td></tr></table>"
    document = read_bytes(page(f'<div id="zoom">{PARAGRAPHS}{table}</div>').encode(), "a.html")
    assert pieces(document)[-2:] == ["单位\t件数", "甲局\t3"]
    assert [item.place for item in document.paragraphs[-2:]] == ["表格1第1行", "表格1第2行"]


@pytest.mark.parametrize("source", ["<div>" * 50_000 + "正文", "<table><tr><td>" * 400 + "正文", "<b>" * 5_000])
def test_deep_nesting_is_named(source: str) -> None:
    with pytest.raises(ReadingError) as caught:
        read_bytes(source.encode(), "a.html")
    assert caught.value.kind == "unreadable"
    assert "嵌套过深" in caught.value.message


@pytest.mark.parametrize(
    "source", ["<html></html>", "<html", "<html><body><script>正文</script><iframe src=x></iframe>"]
)
def test_pages_without_text(source: str) -> None:
    with pytest.raises(ReadingError) as caught:
        read_bytes(source.encode(), "a.html")
    assert caught.value.kind == "empty"


AFTER = "（三）本年度行政机关负责人出庭应诉率100%。"


@pytest.mark.parametrize("end", ["</body></html>", "</body>\n", "</BODY ></HTML\n>", "</html x>", "</body/>"])
@pytest.mark.parametrize("tag", ["p", "div class='TRS_Editor'", "html"])
def test_what_follows_the_end_of_the_page_belongs_to_it(end: str, tag: str) -> None:
    source = f"<html><body><div>{PARAGRAPHS}</div>{end}<{tag}>{AFTER}"
    assert pieces(read_bytes(source.encode(), "a.html"))[-2:] == [BODY[-1], AFTER]


BULK = "x" * 11_000_000


@pytest.mark.parametrize(
    "bulk", [f'<img src="{BULK}">', f"<script>{BULK}</script>", f"<!--{BULK}-->", BULK.replace("x", " ")]
)
def test_bulky_pictures_and_scripts_do_not_end_the_page(bulk: str) -> None:
    source = f"<html><body><p>{BODY[0]}</p>{bulk}<p>{BODY[2]}</p></body></html>"
    assert pieces(read_bytes(source.encode(), "a.html")) == [BODY[0], BODY[2]]


def test_too_many_tags() -> None:
    for limits in (Limits(tags=100), Limits(characters=100)):
        with pytest.raises(ReadingError) as caught:
            read_bytes(("<html>" + "<p>正文" * 101).encode(), "a.html", limits=limits)
        assert caught.value.kind == "too_large"


def test_a_table_that_lays_out_text_beside_menus() -> None:
    menu = "<td><ul><li><a href=1>法律顾问</a></li><li><a href=2>应诉</a></li></ul></td>"
    article = f"<table><tr>{menu}<td><h1>{TITLE}</h1>{PARAGRAPHS}</td></tr></table>"
    document = read_bytes(page(article).encode(), "a.html")
    assert pieces(document) == [TITLE, *BODY]
    assert document.paragraphs[0].heading == 1


def test_preformatted_text_keeps_its_lines() -> None:
    source = page("<pre>" + "\n".join(BODY) + "</pre>")
    assert pieces(read_bytes(source.encode(), "a.html"))[1:] == BODY


TAGS = st.sampled_from(
    [
        *("<p>", "</p>", "<table>", "<tr>", "<td>", "</table>", "<div id=zoom>", "</div>", "<h1>", "<pre>"),
        *("<br>", "<a>", "<form>", "<title>", "<meta name=pubdate content=1>", "<!--", "-->", "&nbsp;"),
        *("&#0;", "<svg>", "\0", "正文。"),
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(TAGS | st.text(max_size=8), max_size=40), st.sampled_from(["utf-8", "gb18030", "utf-16"]))
def test_any_tags_give_a_document_or_a_reading_error(parts: list[str], encoding: str) -> None:
    data = ("<html>" + "".join(parts)).encode(encoding, "replace")
    try:
        document = read_bytes(data, "a.html")
    except ReadingError:
        return
    last = 0
    for item in document.paragraphs:
        assert last <= item.start < item.end <= len(document.text)
        assert document.text[item.start : item.end].strip()
        last = item.end


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_as_a_page(data: bytes) -> None:
    try:
        read_bytes(b"<html>" + data, "a.html")
    except ReadingError as error:
        assert error.message


@pytest.mark.parametrize("reference", ["&#8;", "&#12;", "&#27;", "&#xD800;", "&#xFFFF;", "&#0;"])
def test_references_to_control_characters_do_not_matter(reference: str) -> None:
    page = f"<p>镇政府{reference}推进依法行政。<select>选</select>{reference}全年审查合同31份。</p>"
    assert "全年审查合同31份。" in read_bytes(page.encode(), "a.html").text
