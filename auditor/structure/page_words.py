"""Words of the web page around a report: dates and bodies beside them are not the report's."""

import re

PAGE_WORDS = re.compile(
    r"当前位置|首页|上一篇|下一篇|相关阅读|发布时间|浏览|字号|来源|索引号|网站标识|主办|ICP|打印|关闭|版权|成文日期|发布机构|·"
)
