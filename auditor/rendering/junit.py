"""The format “junit”: JUnit XML, for the test view of a build server; one suite for each report."""

from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree as ET

from auditor.rendering.cleaning import clean
from auditor.rendering.naming import name_of, year_of
from auditor.rendering.view import View
from auditor.rendering.wording import place_in_full, unread_parts
from auditor.scorecard import ElementResult, Failure, ReportCard, Scorecard
from auditor.terms import BLOCK_VERDICT_NAMES, UNREAD_PART, VERDICT_NAMES

FAILED = ("missing", "mentioned", "weak")


def render(scorecard: Scorecard, view: View) -> str:
    """One suite for each report, one case for each element and statutory block; a file not audited is an error.

    Elements that are missing, only mentioned or told in general terms fail; those not scored are skipped. What could
    not be judged, or not be read, is an error.
    """
    del view
    suites = [_suite(report) for report in scorecard.reports]
    suites += [_broken(failure) for failure in scorecard.failures]
    root = ET.Element("testsuites", name="法治政府建设年度报告审核")
    for count in ("tests", "failures", "errors", "skipped"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in suites)))
    root.extend(suites)
    ET.indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _suite(report: ReportCard) -> Any:
    name = f"{name_of(report)}{year_of(report) and f' {year_of(report)}年度'}"
    cases = [*_elements(report), *_blocks(report), *_unread(report)]
    return _suite_of(name, cases)


def _suite_of(name: str, cases: list[Any]) -> Any:
    suite = ET.Element("testsuite", name=clean(name), tests=str(len(cases)))
    for count, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(count, str(sum(case.find(tag) is not None for case in cases)))
    suite.set("time", "0")
    suite.extend(cases)
    return suite


def _case(path: str, name: str) -> Any:
    return ET.Element("testcase", classname=clean(path), name=clean(name), time="0")


def _elements(report: ReportCard) -> Iterator[Any]:
    for element in report.elements:
        case = _case(report.path, element.name)
        if element.verdict in FAILED:
            message = f"{VERDICT_NAMES[element.verdict]}：{''.join(element.gaps)}"
            failure = ET.SubElement(case, "failure", message=clean(message), type=element.verdict)
            failure.text = clean(_details(element))
        elif element.verdict == "unread":
            ET.SubElement(case, "error", message=clean(f"未能判断：{''.join(element.gaps)}"), type="unread")
        elif element.verdict != "met":
            ET.SubElement(case, "skipped", message=VERDICT_NAMES[element.verdict])
        yield case


def _blocks(report: ReportCard) -> Iterator[Any]:
    for block in report.blocks:
        case = _case(report.path, f"法定内容：{block.name}")
        if block.state == "absent":
            ET.SubElement(case, "failure", message=clean(f"缺失：补写“{block.name}”。"), type="absent")
        elif block.state == "unread":
            ET.SubElement(case, "error", message="未能判断：文件有内容未能读取。", type="unread")
        elif block.state == "not_asked":
            ET.SubElement(case, "skipped", message=BLOCK_VERDICT_NAMES[block.state])
        yield case


def _unread(report: ReportCard) -> Iterator[Any]:
    """The parts of the file that were not read, as a case of their own."""
    if parts := unread_parts(report):
        case = _case(report.path, "读取文件")
        ET.SubElement(case, "error", message=clean("；".join(parts)), type=UNREAD_PART)
        yield case


def _details(element: ElementResult) -> str:
    lines = [f"{place_in_full(each)}：{each.shown}" for each in element.citations]
    return "\n".join([*lines, *(f"依据：{basis}" for basis in element.basis)])


def _broken(failure: Failure) -> Any:
    case = _case(failure.path, "读取文件")
    ET.SubElement(case, "error", message=clean(failure.error), type=failure.kind)
    return _suite_of(failure.path, [case])
