"""A scorecard made by hand: every verdict, fuzzy and plain matches, a missing element with a near miss."""

from auditor.scorecard import (
    BlockResult,
    Citation,
    ElementResult,
    Evidenced,
    Failure,
    Finding,
    Grounds,
    NearMiss,
    ReportCard,
    Scorecard,
)

SYSTEMS = "全年通过双随机平台公示执法信息2.1万条，为一线配备执法记录仪312台，法制审核重大执法决定46件"
SYSTEMS_PLAN = "推动“三项制度”全面落地见效"
COUNSEL = "全县214个行政村“一村一法律顾问”实现全覆盖"
DECISIONS = "少数部门作出重大行政决策前，征求意见走形式"
LEADER = "县委书记主持召开专题会议３次，\r\n听取法治政府建设汇报"
COURT = "全年未发生以我局为被告的行政诉讼案件"


def cite(text: str, start: int, role: str = "done", marked: str = "", **changes: object) -> Citation:
    at = [(start + text.index(word), start + text.index(word) + len(word)) for word in marked.split(" ") if word]
    given = {
        "text": text,
        "start": start,
        "end": start + len(text),
        "role": role,
        "section": "一、主要举措和成效 > （二）规范行政执法",
        "paragraph": 14,
        "page": None,
        "rule": "named",
        "match": "pattern",
        "marks": tuple(at),
    }
    return Citation(**{**given, **changes})  # type: ignore[arg-type]


NOT_ASKED = Grounds(conditions=(("本项不适用于县级政府", True),))


def elements() -> tuple[ElementResult, ...]:
    return (
        ElementResult(
            "enforcement_systems",
            "行政执法三项制度",
            "met",
            100,
            30,
            ("《行政处罚法》（2021修订）第三十九条",),
            (),
            (
                cite(SYSTEMS, 100, marked="公示执法信息2.1万条 配备执法记录仪312台 法制审核", rule="publicity"),
                cite(SYSTEMS_PLAN, 900, "plan", "三项制度", section="四、下一年度主要安排", paragraph=31),
                cite("三顶制度", 300, "done", "三顶制度", match="fuzzy", similarity=92.3, page=3),
            ),
            Grounds(("写到“三项制度”",), (("有已经开展的记述", True),), (), "全文35个段落、4个一级标题"),
        ),
        ElementResult(
            "legal_counsel",
            "党政机关法律顾问和公职律师",
            "missing",
            0,
            20,
            ("《关于推行法律顾问制度的意见》",),
            ("没有写本机关的法律顾问、公职律师。应写明聘请情况、人数和全年审查合同的件数；村（社区）的不能代替。",),
            (),
            Grounds(
                ("写到法律顾问、公职律师", "聘请律师为机关服务"),
                (("有已经开展的记述", False), ("写明了人数、件数或有名称的制度", False)),
                (
                    NearMiss(
                        cite(COUNSEL, 500, marked="法律顾问", paragraph=21),
                        "村（社区）法律顾问不是本机关的法律顾问",
                    ),
                ),
                "全文35个段落、76个句子、4个一级标题",
            ),
        ),
        ElementResult(
            "major_decisions",
            "重大行政决策程序",
            "mentioned",
            20,
            20,
            (),
            ("只在问题里提到。应补写怎样履行程序。", "参照执行。"),
            (cite(DECISIONS, 600, "problem", section="三、存在的主要问题", paragraph=27, page=5),),
        ),
        ElementResult(
            "first_responsible",
            "党政主要负责人履行推进法治建设第一责任人职责",
            "weak",
            50,
            20,
            (),
            ("应补上次数。",),
            (cite(LEADER, 700, "done", "主持召开专题会议３次，\r\n听取", section="", paragraph=3),),
        ),
        ElementResult(
            "court_appearance",
            "行政机关负责人出庭应诉",
            "exempt",
            100,
            10,
            (),
            (),
            (cite(COURT, 800, "zero", "未发生以我局为被告的行政诉讼案件", match="exact"),),
        ),
        ElementResult("zone_powers", "赋权事项", "not_applicable", 100, 10, (), (), (), NOT_ASKED),
    )


def report(path: str = "报告/稷川县.txt") -> ReportCard:
    return ReportCard(
        path=path,
        title="稷川县人民政府关于2023年度法治政府建设情况的报告",
        unit="稷川县人民政府",
        level="county",
        year=2023,
        score=55.6,
        grade="一般",
        elements=elements(),
        blocks=(
            BlockResult(
                "achievements",
                "上一年度主要举措和成效",
                "present",
                (cite("一、主要举措和成效", 50, paragraph=3),),
            ),
            BlockResult("causes", "不足的原因", "absent", ()),
        ),
        findings=(
            Finding(
                "number",
                "warning",
                "两处出庭率不一致，请核对。",
                (cite(COURT, 800, "zero", "行政诉讼"),),
                name="前后数据不一致",
            ),
        ),
        identity={
            "unit": Evidenced("稷川县人民政府", "标题", 0, 7),
            "year": Evidenced("2023", "标题", 9, 13),
        },
        notes=("有2处字节无法识别。",),
    )


UNKNOWN = ReportCard("无名.docx", "", "", "unknown", None, 100.0, "优秀", (), (), ())
FAILED = Failure("坏文件.pdf", "文件已加密。请去掉密码后再审核。", "encrypted")
SCORECARD = Scorecard("核心要素", "1.0", (report(), UNKNOWN), (FAILED,), ("优秀", "良好", "一般", "较差"))
