"""Two years of one unit, written for this project: a plan kept, half kept and forgotten, passages copied forward."""

from auditor.comparison import BlockChange, Carried, Comparison, ElementChange, Promise, Statement
from auditor.scorecard import ReportCard

LAST = """栖梧县司法局2022年度法治政府建设情况报告

2022年，栖梧县司法局认真履行职责，现将有关情况报告如下。

一、主要工作和成效

（一）规范行政执法。全年公示执法信息3200条，配发执法记录仪46台，法制审核重大执法决定18件。

（二）做好行政复议。收到行政复议申请61件，受理57件，审结55件，纠错率为百分之十一，制发行政复议意见书3份。

（三）用好法律顾问。聘请两家律师事务所担任常年法律顾问，审查政府合同84份，提出意见212条。

（四）严格落实重大行政决策程序，对城区停车收费方案开展公众参与、专家论证、风险评估、合法性审查和集体讨论。

二、存在的不足

一是基层司法所力量薄弱，两个司法所只有一名工作人员。二是行政执法监督手段单一，案卷评查走过场；普法宣传针对性不强。

三、2023年工作安排

一是建成县乡两级行政执法监督平台，接入十四个执法部门的案件数据；二是为每个司法所配齐三名以上工作人员。
三是开展轻微违法免罚清单专项评估，修订清单并重新公布。四是组织行政执法人员分类培训，年底前轮训一遍。
五是推行仲裁与调解衔接机制。六是启动村级法律服务驿站提升行动。

栖梧县司法局
2023年1月16日
"""

THIS = """栖梧县司法局2023年度法治政府建设情况报告

2023年，栖梧县司法局认真履行职责，现将有关情况报告如下。

一、主要工作和成效

（一）规范行政执法。县乡两级行政执法监督平台于六月建成，十四个执法部门的案件数据全部接入，发现问题线索97条。分两期培训行政执法人员240人。

（二）做好行政复议。收到行政复议申请61件，受理57件，审结55件，纠错率为百分之十一，制发行政复议意见书3份。

（三）用好法律顾问。聘请两家律师事务所担任常年法律顾问，审查政府合同91份，提出意见240条。

（四）局主要负责人3次主持召开专题会议，研究部署法治建设，带头讲法治课2次。

（五）修订轻微违法免罚清单并重新公布，清单事项增至58项。

二、存在的不足

一是基层司法所力量薄弱，两个司法所只有一名工作人员。二是普法宣传方式不多。

三、2024年工作安排

一是为每个司法所配齐三名以上工作人员。二是推动复议案件网上办理。

栖梧县司法局
2024年1月15日
"""


def card(path: str, year: int, score: float) -> ReportCard:
    return ReportCard(path, "", "栖梧县司法局", "department", year, score, "一般", (), (), ())


PLAN = Statement("为每个司法所配齐三名以上工作人员。", 400, 417, 12, 12)
DONE = Statement("县乡两级行政执法监督平台于六月建成。", 100, 118, 4, 6)
SAME = Carried(Statement("基层司法所力量薄弱。", 300, 310, 9, 9), Statement("基层司法所力量薄弱。", 280, 290, 8, 8), 9)
MADE_BY_HAND = Comparison(
    last=card("报告/2022.txt", 2022, 60.0),
    this=card("报告/2023.txt", 2023, 52.5),
    elements=(
        ElementChange("a", "行政执法三项制度", "met", "missing", "dropped"),
        ElementChange("b", "重大行政决策程序", "missing", "weak", "gained"),
        ElementChange("c", "行政机关负责人出庭应诉", None, "exempt", "new"),
    ),
    blocks=(BlockChange("causes", "不足的原因", "present", "present", "same"),),
    carried=(SAME,) * 21,
    carried_share=0.241,
    promises=(
        Promise(PLAN, "kept", 0.85, DONE, again=False),
        Promise(PLAN, "partly", 0.3, DONE, again=False),
        Promise(PLAN, "no_trace", 0.04, None, again=True),
    ),
    shortcomings=(SAME,),
    remarks=("两份报告的单位不同，请核对。",),
)
