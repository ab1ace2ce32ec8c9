"""Rules in words, for `auditor rules list` and `auditor rules show`."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.rendering.folding import pad
from auditor.terms import BLOCK_VERDICT_NAMES, LEVEL_NAMES, SEVERITY_NAMES, VERDICT_NAMES

if TYPE_CHECKING:
    from auditor.catalogue import Catalogue
    from auditor.catalogue.checks import Check
    from auditor.catalogue.model import Basis, Block, Decoy, Element, Particular, Signal

_BINDING = {
    "direct": "应当报告",
    "by_reference": "参照报告",
    "by_function": "有此职能的应当报告，当年没有发生的写明",
}
_KINDS = {"fires": "会触发", "silent": "不触发", "near_miss": "相近而不算"}
_KEYS = {
    "weight": "权重",
    "name": "名称",
    "short": "简称",
    "asks": "要求",
    "why": "理由",
    "limits": "说明",
    "advice": "补写建议",
    "binds": "适用层级",
    "from_year": "起始年度",
    "to_year": "终止年度",
    "basis": "依据",
    "phrases": "短语",
    "examples": "例句",
}
_VERDICTS: dict[str, str] = {str(key): name for key, name in VERDICT_NAMES.items()}
_VERDICTS.update({str(key): name for key, name in BLOCK_VERDICT_NAMES.items()})


def entries_of(catalogue: "Catalogue") -> "list[Element | Block]":
    """All elements, then all blocks."""
    return [*catalogue.elements, *catalogue.blocks]


def list_objects(catalogue: "Catalogue") -> list[dict[str, object]]:
    """Each element, block and check as an object, for `rules list --format json`.

    `basis` is cited as on a scorecard, for all years; `applies_to` names levels; the years are those of reports. A
    check is of the kind "check", has no weight, and rests on what its own `rules show` says.
    """
    from auditor.judging.basis import basis_texts

    levels = [level for level in LEVEL_NAMES if level != "unknown"]
    objects: list[dict[str, object]] = [
        {
            "id": entry.id,
            "kind": entry.kind,
            "name": entry.name,
            "weight": entry.weight if entry.kind == "element" else 0,
            "basis": list(basis_texts(entry.basis, catalogue, None)),
            "applies_to": [level for level in levels if entry.kind == "block" or level in entry.binds],
            "from_year": entry.from_year,
            "to_year": entry.to_year,
            "examples": len(entry.examples),
        }
        for entry in entries_of(catalogue)
    ]
    objects += [
        {
            "id": check.id,
            "kind": "check",
            "name": check.name,
            "weight": 0,
            "basis": [],
            "applies_to": levels,
            "from_year": None,
            "to_year": None,
            "examples": len(check.examples),
        }
        for check in catalogue.checks.checks
    ]
    return objects


def list_lines(catalogue: "Catalogue", profiles: Iterable[str]) -> Iterator[str]:
    """One line for each element, block and check, and the profiles of the rules folder."""
    files = "、".join([catalogue.folder, *catalogue.profiles])
    yield f"{catalogue.manifest.name}（第{catalogue.manifest.version}版，{files}）"
    yield "要素"
    checks = catalogue.checks.checks
    width = max(map(len, [*(entry.id for entry in entries_of(catalogue)), *(check.id for check in checks)]))
    for element in catalogue.elements:
        name = f"权重{element.weight}  {element.name}"
        changed = "，有改动" if element.id in catalogue.changed else ""
        yield f"  {pad(element.id, width)}  {name}（例句{len(element.examples)}条{changed}）"
    if catalogue.dropped:
        yield "已关闭的要素"
    yield from (f"  {pad(id_, width)}  理由：{why}" for id_, why in catalogue.dropped.items())
    if catalogue.blocks:
        yield "法定内容"
    for block in catalogue.blocks:
        yield f"  {pad(block.id, width)}  {block.name}（例句{len(block.examples)}条）"
    if checks:
        yield "形式和数字检查（不计分）"
    for check in checks:
        name = f"{SEVERITY_NAMES[check.severity]}  {check.name}"
        yield f"  {pad(check.id, width)}  {name}（例句{len(check.examples)}条）"
    yield f"可用的审核方案：{'、'.join(profiles)}"


def show_lines(
    entry: "Element | Block", catalogue: "Catalogue", figures: Sequence[str], *, with_phrases: bool = False
) -> Iterator[str]:
    """Everything a supervisor wants to know of one rule; `figures` say how often its verdicts were right."""
    yield f"{entry.name}（{entry.id}）"
    yield f"文件：{Path(catalogue.folder, catalogue.files[entry.id])}"
    for file, keys in catalogue.changed.get(entry.id, {}).items():
        yield f"改动：{'、'.join(_KEYS[key] for key in keys)}（{file}）"
    yield f"要求：{entry.asks}"
    yield f"理由：{entry.why}"
    yield "依据"
    yield from (f"  {line}" for line in _basis(entry.basis, catalogue))
    yield from _element(entry, with_phrases) if entry.kind == "element" else _block(entry, catalogue, with_phrases)
    yield f"说明：{entry.limits}"
    yield from figures
    yield "例句"
    for example in entry.examples:
        yield f"  {_KINDS[example.kind]}，判为“{_VERDICTS[example.verdict]}”：{_on_one_line(example.text)}"


def show_check_lines(check: "Check", catalogue: "Catalogue") -> Iterator[str]:
    """Everything a supervisor wants to know of one check of form or number."""
    yield f"{check.name}（{check.id}）"
    yield f"文件：{Path(catalogue.folder, 'checks/checks.yaml')}（所用的词表在同一文件夹）"
    yield f"理由：{check.why}"
    yield f"级别：{SEVERITY_NAMES[check.severity]}；有其他可能时降一级。不计分"
    yield "例句"
    for example in check.examples:
        yield f"  {_KINDS[example.kind]}：{_on_one_line(example.text)}"


def _on_one_line(text: str) -> str:
    return " / ".join(text.splitlines())


def _basis(basis: "Iterable[Basis]", catalogue: "Catalogue") -> Iterator[str]:
    from auditor.judging.basis import basis_text

    for item in basis:
        whom = [
            *filter(None, [_years(item)]),
            *(["、".join(LEVEL_NAMES[each] for each in item.levels)] if item.levels else []),
        ]
        suffix = f"（{'，'.join(whom)}的报告）" if whom else ""
        yield f"{basis_text(item, catalogue)}：{item.says}{suffix}"


def _years(item: "Basis | Element | Block") -> str:
    start = f"{item.from_year}年度起" if item.from_year is not None else ""
    end = f"{item.to_year}年度止" if item.to_year is not None else ""
    return start + end


def _element(element: "Element", with_phrases: bool) -> Iterator[str]:
    yield f"权重：{element.weight}"
    for binding, words in _BINDING.items():
        levels = [LEVEL_NAMES[level] for level, how in element.binds.items() if how == binding]
        if levels:
            yield f"{words}：{'、'.join(levels)}"
    if spare := [LEVEL_NAMES[level] for level in LEVEL_NAMES if level not in (*element.binds, "unknown")]:
        yield f"不适用：{'、'.join(spare)}"
    if years := _years(element):
        yield f"适用的报告年度：{years}"
    if element.parts:
        yield f"组成部分：{'、'.join(element.parts.values())}"
    yield "达标条件（满足一条即可）"
    yield from (f"  {condition.reads}" for condition in element.met)
    for title, signals in (("查找内容", element.signals), ("零报告", element.zero)):
        if signals:
            yield title
        for signal in signals:
            yield from _entry(signal.asks, signal, with_phrases)
    if element.particulars:
        yield "可核查的具体内容"
        for each in element.particulars:
            yield from _entry(each.asks, each, with_phrases)
    if element.decoys:
        yield "不能算作本项的"
        for decoy in element.decoys:
            yield from _entry(decoy.why, decoy, with_phrases)


def _entry(means: str, entry: "Signal | Particular | Decoy", with_phrases: bool) -> Iterator[str]:
    yield f"  {means}（{entry.id}，短语{len(entry.phrases)}条）"
    if with_phrases:
        yield from _phrases(entry.phrases, getattr(entry, "unless", ()))


def _phrases(phrases: Iterable[str], but_not: Iterable[str]) -> Iterator[str]:
    yield from (f"    {phrase}" for phrase in phrases)
    yield from (f"    除非：{phrase}" for phrase in but_not)


def _block(block: "Block", catalogue: "Catalogue", with_phrases: bool) -> Iterator[str]:
    from auditor.judging.blocks import by_heading, by_sentences

    if years := _years(block):
        yield f"适用的报告年度：{years}"
    yield "认定条件（满足一条即可）"
    if heading := by_heading(block, catalogue):
        yield f"  {heading}"
    if sentences := by_sentences(block):
        yield f"  {sentences}（短语{len(block.phrases)}条，排除{len(block.but_not)}条）"
    if with_phrases:
        yield from _phrases(block.phrases, block.but_not)
