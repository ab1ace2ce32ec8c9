"""Document -> ReportCard: the whole judgement of one report."""

from collections.abc import Iterator, Sequence

from auditor.catalogue.lexicon import Words
from auditor.catalogue.model import Catalogue, Element
from auditor.checking import Checker
from auditor.judging.blocks import judge_block, with_elements
from auditor.judging.evidence import LAST_RESORT, Collector
from auditor.judging.genre import genre_findings
from auditor.judging.hiding import hidden_in, hide, hide_in_findings
from auditor.judging.hits import Evidence
from auditor.judging.inquiry import Inquiry, inquire
from auditor.judging.roles import Ruling
from auditor.judging.score import grade, weighted_mean
from auditor.judging.unread import set_apart, set_blocks_apart, unread_findings
from auditor.judging.verdict import judge
from auditor.judging.waivers import waive
from auditor.matching import Matcher
from auditor.reading.document import Document
from auditor.scorecard import BlockResult, ElementResult, ReportCard


class Auditor:
    """Audits documents against one catalogue; made once, used for many."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.words = Words(catalogue)
        self._checker = Checker(catalogue.checks, catalogue.blocks, self.words)
        self._matcher = Matcher(self.words, catalogue.lexicon.borders)
        self._matters = [(element.id, "signal") for element in catalogue.elements]
        for element in catalogue.elements:
            self._add(element)
        for block in catalogue.blocks:
            self._matcher.add((block.id, "phrase"), block, block.phrases)
            self._matcher.add((block.id, "mask"), block, block.but_not)
        for cue in catalogue.lexicon.cues:
            self._matcher.add("cues", cue, cue.phrases)
            self._matcher.add(("cue mask", cue.id), cue, cue.but_not)
            self._matcher.add(("not after", cue.id), cue, cue.not_after)

    def _add(self, element: Element) -> None:
        add = self._matcher.add
        for signal in element.signals:
            add((element.id, LAST_RESORT if signal.last_resort else "signal"), signal, signal.phrases)
            add((element.id, "unless", signal.id), signal, signal.unless)
        for zero in element.zero:
            add((element.id, "zero"), zero, zero.phrases)
            add((element.id, "unless", zero.id), zero, zero.unless)
        for decoy in element.decoys:
            add((element.id, "decoy"), decoy, decoy.phrases)
        for particular in element.particulars:
            add((element.id, "particular"), particular, particular.phrases)
        add((element.id, "own"), element, element.own)
        add((element.id, "anchor"), element, element.anchors)

    def audit(self, document: Document) -> ReportCard:
        """Judge one document."""
        inquiry = self.inquiry(document)
        report = inquiry.report
        judged = [
            judge(element, Collector(element, inquiry).collect(), report, self.catalogue)
            for element in self.catalogue.elements
        ]
        blocks = () if report.is_passage else set_blocks_apart(self._judge_blocks(inquiry, judged), document)
        findings = self._checker.check(report, blocks, inquiry.personal)
        personal = hidden_in(report, inquiry.personal)
        noted = hide_in_findings(genre_findings(report) + findings, personal)
        results = hide(set_apart(judged, document), personal)
        elements, findings = waive(results, unread_findings(noted, document), report, self.catalogue)
        score = weighted_mean(elements)
        identity = report.identity
        return ReportCard(
            path=document.path,
            title=identity.title,
            unit=identity.unit,
            level=identity.level,
            year=identity.year,
            score=score,
            grade=grade(score, elements, blocks, self.catalogue.manifest.scoring),
            elements=elements,
            blocks=hide(blocks, personal),
            findings=findings,
            identity=identity.evidence,
            notes=document.notes,
            hidden=personal,
        )

    def _judge_blocks(self, inquiry: Inquiry, elements: Sequence[ElementResult]) -> Iterator[BlockResult]:
        return with_elements((judge_block(each, inquiry, self.catalogue) for each in self.catalogue.blocks), elements)

    def evidence(self, document: Document) -> dict[str, Evidence]:
        """The evidence for each element, for those who test rules."""
        inquiry = self.inquiry(document)
        return {element.id: Collector(element, inquiry).collect() for element in self.catalogue.elements}

    def inquiry(self, document: Document) -> Inquiry:
        """The report with its structure and what was found in it, for those who compare reports."""
        return inquire(document, self.words, self._matcher, self._matters, self._checker.personal)

    def role_at(self, document: Document, start: int, end: int) -> Ruling:
        """The role of a passage of the document's text, for those who test cues."""
        inquiry = self.inquiry(document)
        left, right = inquiry.report.plain.from_document(start, end)
        return inquiry.roles.of(left, right, inquiry.report.sentence_at(left), lambda: True)
