"""Decoys, through the whole auditor: look-alikes of an element do not count, the element beside them does."""

import pytest

from auditor.catalogue import load_catalogue
from auditor.judging import Auditor
from auditor.reading import read_bytes

AUDITOR = Auditor(load_catalogue())


def verdict(text: str, element: str) -> str:
    card = AUDITOR.audit(read_bytes(text.encode(), "片段.txt"))
    return next(result.verdict for result in card.elements if result.id == element)


@pytest.mark.parametrize(
    ("element", "text"),
    [
        ("enforcement_systems", "深化县属国有企业三项制度改革，完成竞争上岗。"),
        ("enforcement_systems", "打造执法办公示范点3个。"),
        ("legal_counsel", "全镇17个村法律顾问全覆盖，解答咨询730人次。"),
        ("legal_counsel", "指导12家企业聘请法律顾问。"),
        ("major_decisions", "坚决贯彻党中央重大决策部署。"),
        ("first_responsible", "落实安全生产第一责任人责任，检查企业36家。"),
        ("court_appearance", "及时回应诉求300余件，群众反应诉诸法院的12件已调解。"),
        ("court_appearance", "办理行政应诉案件12件，胜诉11件。"),
    ],
)
def test_a_decoy_alone_is_missing(element: str, text: str) -> None:
    assert verdict(text, element) == "missing"


@pytest.mark.parametrize(
    ("element", "text"),
    [
        ("legal_counsel", "全镇17个村法律顾问全覆盖。镇政府聘请法律顾问2名，审查合同36份。"),
        ("first_responsible", "压实安全生产第一责任人责任。县委书记主持召开会议研究法治建设工作4次。"),
        ("court_appearance", "办理行政应诉案件12件，行政机关负责人出庭应诉12件，出庭应诉率100%。"),
    ],
)
def test_a_decoy_does_not_hide_the_element(element: str, text: str) -> None:
    assert verdict(text, element) == "met"
