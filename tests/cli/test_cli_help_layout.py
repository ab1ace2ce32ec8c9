"""Help in columns of a terminal: folded, aligned, a long name on a line of its own."""

import pytest

from auditor.cli.help_layout import lay_out

HELP = """用法：auditor check [选项] 文件

  审核报告，显示评分表；说明很长，一行里写不下。

选项：
  --quiet         每份报告只显示一行。
  --timeout 秒     判断一份报告最多用多少秒，不写则为60秒。
  --an-option-with-a-very-long-name 文件
                  写在名称下面。
  --help"""


def test_lines_fit_the_terminal_and_columns_stand_below_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "44")
    assert lay_out(HELP).splitlines() == [
        "用法：auditor check [选项] 文件",
        "",
        "  审核报告，显示评分表；说明很长，一行里写不",
        "  下。",
        "",
        "选项：",
        "  --quiet       每份报告只显示一行。",
        "  --timeout 秒  判断一份报告最多用多少秒，不",
        "                写则为60秒。",
        "  --an-option-with-a-very-long-name 文件",
        "                写在名称下面。",
        "  --help",
    ]
