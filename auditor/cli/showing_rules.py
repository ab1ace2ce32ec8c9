"""Rules in words, for `auditor rules list` and `auditor rules show`."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from auditor.rendering.folding import pad
from auditor.scorecard import BLOCK_VERDICT_NAMES, LEVEL_NAMES, VERDICT_NAMES

if TYPE_CHECKING:
    from auditor.catalogue import Catalogue
    from auditor.catalogue.model import Basis, Block, Element

_BINDING = {
    "direct": "应当报告",
    "by_reference": "参照报告",
    "by_function": "有此职能的应当报告，没有发生的写明",
}
_KINDS = {"fires": "会触发", "silent": "不触发", "near_miss": "相近而不算"}


def list_lines(catalogue: "Catalogue") -> Iterator[str]:
    """One line for each element and block."""
    yield f"{catalogue.manifest.name}（第{catalogue.manifest.version}版，{catalogue.folder}）"
    yield "要素"
    width = max(len(entry.id) for entry in (*catalogue.elements, *catalogue.blocks))
    for element in catalogue.elements:
        yield f"  {pad(element.id, width)}  权重{element.weight}  {element.name}（例句{len(element.examples)}条）"
    if catalogue.blocks:
        yield "法定内容"
    for block in catalogue.blocks:
        yield f"  {pad(block.id, width)}  {block.name}（例句{len(block.examples)}条）"


def show_lines(entry: "Element | Block", catalogue: "Catalogue") -> Iterator[str]:
    """Everything a supervisor wants to know of one rule."""
    yield f"{entry.name}（{entry.id}）"
    yield f"要求：{entry.asks}"
    yield f"理由：{entry.why}"
    yield "依据"
    yield from (f"  {line}" for line in _basis(entry.basis, catalogue))
    yield from _element(entry) if entry.kind == "element" else _block(entry)
    yield f"说明：{entry.limits}"
    yield "例句"
    for example in entry.examples:
        names = {**VERDICT_NAMES, **BLOCK_VERDICT_NAMES}
        text = " / ".join(example.text.splitlines())
        yield f"  {_KINDS[example.kind]}，判为“{names[example.verdict]}”：{text}"


def _basis(basis: "Iterable[Basis]", catalogue: "Catalogue") -> Iterator[str]:
    for item in basis:
        instrument = catalogue.instruments[item.instrument]
        number = f"（{instrument.number}）" if instrument.number else ""
        years = ""
        if item.from_year is not None or item.to_year is not None:
            years = f"（适用于{item.from_year or ''}—{item.to_year or ''}年度的报告）"
        yield f"《{instrument.title}》{number}{'、'.join(item.articles)}：{item.says}{years}"


def _element(element: "Element") -> Iterator[str]:
    yield f"权重：{element.weight}"
    yield "适用：" + "；".join(f"{LEVEL_NAMES[level]}{_BINDING[how]}" for level, how in element.binds.items())
    if element.parts:
        yield f"组成部分：{'、'.join(element.parts.values())}"
    yield "达标条件（满足一条即可）"
    yield from (f"  {condition.reads}" for condition in element.met)
    for title, signals in (("查找内容", element.signals), ("零报告", element.zero)):
        if signals:
            yield title
        for signal in signals:
            yield f"  {signal.asks}（{signal.id}，短语{len(signal.phrases)}条）"
    if element.particulars:
        yield "可核查的具体内容"
        yield from (f"  {each.asks}（{each.id}，短语{len(each.phrases)}条）" for each in element.particulars)
    if element.decoys:
        yield "不能算作本项的"
        yield from (f"  {decoy.why}（{decoy.id}，短语{len(decoy.phrases)}条）" for decoy in element.decoys)


def _block(block: "Block") -> Iterator[str]:
    yield f"查找内容：短语{len(block.phrases)}条，排除{len(block.but_not)}条"
