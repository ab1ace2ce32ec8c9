"""An evaluation in words, for a supervisor to read."""

from collections import Counter
from collections.abc import Mapping

from auditor.measuring.evaluation import ElementFigures, Evaluation
from auditor.measuring.intervals import Share
from auditor.measuring.tally import NAMES

MEANINGS = {
    "accuracy": "判断正确（含标注允许的其他判断）",
    "accuracy_strict": "与首选标注一致",
    "missing_precision": "判为缺失的，确实缺失",
    "missing_recall": "确实缺失的，判为缺失",
    "backed_by_citation": "有内容的要素判对并引对原文",
    "citations_verbatim": "引文与原文逐字一致",
    "citations_relevant": "引文落在标注的依据上",
    "blocks_right": "法定内容板块判断正确",
}


def describe(evaluation: Evaluation, names: Mapping[str, str], *, with_misses: bool = False) -> str:
    """The figures as plain lines of Chinese, each share with its 95 % interval and its count.

    Args:
        evaluation: The figures.
        names: Chinese names of the elements and blocks by id; an id without one stands for itself.
        with_misses: Whether to list every disagreement.
    """
    lines = [f"用例{evaluation.cases}份，要素判断{evaluation.accuracy.n}个（括号内为95%置信区间和样本数）"]
    lines += [f"  {meaning}：{_told(getattr(evaluation, name))}" for name, meaning in MEANINGS.items()]
    if evaluation.macro_f1 is not None:
        lines.append(f"  各类判断的平均F1：{evaluation.macro_f1}")
    if evaluation.broken:
        lines.append(f"  没有得到结果的：{evaluation.broken}处（用 --misses 逐条列出）")
    if evaluation.left_out:
        by_element = Counter(names.get(each.id, each.id) for each in evaluation.left_out)
        counts = "、".join(f"{name}{n}个" for name, n in by_element.items())
        lines.append(f"  规则判为“不适用”、没有计入的：{len(evaluation.left_out)}个（{counts}）")
    lines.append("各要素")
    for id_, figures in evaluation.elements.items():
        lines += _element(names.get(id_, id_), figures)
    if evaluation.confusion:
        lines.append("判错的（应为→判为）")
        lines += [f"  {NAMES[true]}→{NAMES[said]}：{n}次" for (true, said), n in evaluation.confusion.items()]
    if with_misses and evaluation.misses:
        lines.append("逐条不符")
        lines += [f"  {miss.case} {names.get(miss.id, miss.id)}：{miss.message}" for miss in evaluation.misses]
    if with_misses and evaluation.left_out:
        lines.append("判为“不适用”、没有计入的")
        lines += [f"  {each.case} {names.get(each.id, each.id)}：{each.message}" for each in evaluation.left_out]
    return "\n".join(lines)


def _element(name: str, figures: ElementFigures) -> list[str]:
    return [
        f"  {name}：判断正确{_told(figures.accuracy)}",
        f"    判为已报告的准确率{_told(figures.reported_precision)}，查全率{_told(figures.reported_recall)}",
        f"    判为缺失的准确率{_told(figures.missing_precision)}，查全率{_told(figures.missing_recall)}",
    ]


def _told(share: Share) -> str:
    if share.interval is None:
        return "无样本"
    low, high = share.interval
    return f"{share.percent}%（{low}–{high}，n={share.n}）"
