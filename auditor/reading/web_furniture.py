"""Lines around an article that belong to the site, not to the report: 字号 大 中 小, 打印, breadcrumbs."""

import re

from auditor.reading.web_text import Line

_EDGE = 12
_LONGEST = 120
_DATE = re.compile(
    r"(?:发布(?:日期|时间)|发文日期|成文日期|时间|日期)\s*[:：]?\s*"
    r"(\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?)"
)
_TITLE = re.compile(r"(?:标题|名称)\s*[\]】)）]?\s*[:：]\s*(.*(?:法治|依法行政).*(?:报告|情况).*)")
_SOURCE = re.compile(r"(?:信息来源|文章来源|来源|发布机构|发布单位)\s*[:：]\s*([^\s【】\[\]|]{2,40})")
_LABEL = (
    r"索引号|发文字号|文号|主题分类|体裁分类|公文种类|发布机构|发布单位|发文机关|有效性|成文日期|发文日期|发布日期|"
    r"发布时间|信息来源|文章来源|来源|作者|编辑|责任编辑|信息员|审核|浏览次数|浏览量|阅读次数|点击数|点击量|访问量|"
    r"字号|字体|字体大小|时间|日期|信息分类|公开方式|主题词|名称|标题"
)
_LABELLED = re.compile(rf"[\[【(（]?\s*(?:{_LABEL})\s*[\]】)）]?\s*[:：]")
_TOOL = (
    r"(?:字号|字体|大|中|小|打印(?:本页)?|关闭(?:窗口|本页)?|分享到?|收藏|微信|微博|空间|返回顶部|返回|上一篇|下一篇|"
    r"无障碍(?:浏览)?|长者模式|语音播报|语音合成中，请耐心等待\.*|扫一扫(?:在手机打开当前页)?|一图读懂|繁体|简体|"
    r"视力保护色|加入收藏|设为首页|headerBg|本网站支持IPv6|纠错|下载|T|A\+?|A-|次)"
)
_TOOLS = re.compile(rf"(?:[\s:：|【】\[\]()（）、,，/\d]*{_TOOL})+[\s:：|【】\[\]()（）、,，/\d]*")
_PATH = re.compile(r"(?:您?(?:当前|现在)?(?:所在)?的?位置|您?当前所在位置|当前位置)\s*[:：]|首页\s*[>＞»›/]")
_FOOT = re.compile(r".*(?:ICP备|网站标识码|公网安备)|版权所有|(?:主办单位|承办单位|技术支持|上一篇|下一篇)[:：]")


def strip_furniture(lines: list[Line]) -> tuple[list[Line], dict[str, str]]:
    """Takes the site's own lines from both ends of an article.

    Only the first and last dozen lines are looked at; only those that are nothing but furniture are taken.

    Args:
        lines: The lines of the article's element.

    Returns:
        The lines left, and what the lines taken said: "title", "date" and "publisher", when they did.
    """
    kept: list[Line] = []
    told: dict[str, str] = {}
    for index, line in enumerate(lines):
        near_edge = index < _EDGE or index >= len(lines) - _EDGE
        if not (near_edge and line.heading is None and _is_furniture(line.text)):
            kept.append(line)
            continue
        for key, pattern in (("title", _TITLE), ("date", _DATE), ("publisher", _SOURCE)):
            found = pattern.search(line.text)
            if found:
                told.setdefault(key, found.group(1))
    return kept, told


def _is_furniture(text: str) -> bool:
    if len(text) > _LONGEST or text.endswith("。"):
        return False
    return bool(_LABELLED.match(text) or _TOOLS.fullmatch(text) or _PATH.match(text) or _FOOT.match(text))
