"""Evidence -> the verdict on an element, with its gaps, citations and grounds."""

from auditor.catalogue.model import Catalogue, Element
from auditor.judging.applicability import why_not_asked
from auditor.judging.basis import basis_texts
from auditor.judging.citing import cite_hits, cite_refused
from auditor.judging.hits import Evidence
from auditor.scorecard import ElementResult, Grounds
from auditor.structure import Report
from auditor.terms import RuleVerdict

BINDING_WORDS = {
    "direct": "",
    "by_reference": "该项对本单位属参照执行，建议一并报告。",
    "by_function": "如无此项职能或本年度未发生，应当写明情况（零报告），不能略去不提。",
}
NEAR_MISSES = 5


def judge(element: Element, evidence: Evidence, report: Report, catalogue: Catalogue) -> ElementResult:
    """The result for one element."""
    reason = why_not_asked(element, report)
    verdict: RuleVerdict = "not_applicable" if reason else _verdict(element, evidence)
    citations = () if verdict == "missing" else cite_hits(evidence.hits, verdict, report)
    return ElementResult(
        id=element.id,
        name=element.name,
        verdict=verdict,
        score=catalogue.manifest.scoring.points[verdict],
        weight=element.weight,
        basis=basis_texts(element.basis, catalogue, report.identity.year, report.identity.level),
        gaps=_gaps(element, evidence, verdict, report),
        citations=citations,
        grounds=Grounds(conditions=((reason, True),)) if reason else _grounds(element, evidence, report),
    )


def _verdict(element: Element, evidence: Evidence) -> RuleVerdict:
    done = evidence.with_role("done")
    if evidence.meets(element):
        return "met"
    if _did_not_arise(element, evidence, bool(done)):
        return "exempt"
    if done:
        return "weak"
    if evidence.with_role("problem", "plan", "required"):
        return "mentioned"
    return "missing"


def _did_not_arise(element: Element, evidence: Evidence, done: bool) -> bool:
    """Whether the text says that the matter did not arise; where something is done, of all its parts."""
    zeros = evidence.with_role("zero")
    parts = {part for hit in zeros for part in hit.signal.parts}
    whole = any(not hit.signal.parts for hit in zeros) or parts == element.parts.keys()
    return bool(zeros) and (whole or not done)


def _gaps(element: Element, evidence: Evidence, verdict: RuleVerdict, report: Report) -> tuple[str, ...]:
    if verdict not in ("missing", "mentioned", "weak"):
        return ()
    if verdict == "weak":
        return (_parts_lacking(element, evidence) or element.advice.weak,)
    gaps = [getattr(element.advice, verdict)]
    level = report.identity.level
    binding = element.binds.get(level) if level != "unknown" else None
    arose = binding == "by_function" and evidence.with_role("problem")
    if binding is not None and BINDING_WORDS[binding] and not arose:
        gaps.append(BINDING_WORDS[binding])
    return tuple(gaps)


def _parts_lacking(element: Element, evidence: Evidence) -> str:
    """What to add where all parts are asked for and some are told, "" elsewhere."""
    if not any(condition.parts == len(element.parts) for condition in element.met):
        return ""
    told = evidence.parts_done()
    done = "、".join(name for part, name in element.parts.items() if part in told)
    lacking = "、".join(name for part, name in element.parts.items() if part not in told)
    return f"已写到{done}，没有写到{lacking}已经开展。应补写{lacking}的做法和数字。" if done and lacking else ""


def _grounds(element: Element, evidence: Evidence, report: Report) -> Grounds:
    conditions = [("有已经开展的记述", bool(evidence.with_role("done")))]
    conditions += [(condition.reads, evidence.fulfils(condition)) for condition in element.met]
    misses = evidence.near_misses[:NEAR_MISSES]
    chapters = sum(1 for section in report.sections if section.level == 1)
    return Grounds(
        sought=tuple(signal.asks for signal in element.signals),
        conditions=tuple(conditions),
        near_misses=tuple(cite_refused(miss, report) for miss in misses),
        searched=f"全文{len(report.plain.paragraphs)}个段落、{len(report.sentences)}个句子、{chapters}个一级标题",
    )
