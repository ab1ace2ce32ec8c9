"""What only shows in a process of its own: start-up, pipes, interruption, a real terminal."""

import contextlib
import os
import pty
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from cli_running import heed_ctrl_c

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-m", "auditor"]
HEAVY = {"xlsxwriter", "jinja2", "spacy", "spacy_pkuseg", "docx", "pypdfium2", "lxml", "rich", "numpy"}


def test_checking_a_text_to_json_loads_nothing_heavy(report: Path) -> None:
    code = (
        "import sys; from auditor.cli import run_command; run_command(sys.argv[1:]);"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    arguments = ["check", str(report), "--format", "json"]
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    assert not HEAVY & set(done.stderr.split())


def test_a_reader_that_goes_away_is_no_error(report: Path) -> None:
    command = f"{sys.executable} -m auditor check {report.parent}/*.txt --verbose | head -c 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False)
    assert done.stderr == b""


def test_ctrl_c_ends_quietly() -> None:
    process = subprocess.Popen(
        [*COMMAND, "check", "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=heed_ctrl_c
    )
    assert process.stdin is not None
    process.stdin.write(b" " * 2**17)  # more than a pipe holds: it is being read
    process.send_signal(signal.SIGINT)
    _, error = process.communicate(timeout=10)
    assert (process.returncode, error) == (130, b"")


@pytest.mark.parametrize("columns", [80, 120])
def test_a_terminal_gets_colour_and_its_width(report: Path, columns: int) -> None:
    shown = in_a_terminal(["check", str(report)], {"COLUMNS": str(columns), "TERM": "xterm-256color"})
    assert "\x1b[" in shown
    assert "━" * columns + "\x1b" in shown


def test_no_color_and_dumb_terminals_are_respected(report: Path) -> None:
    plain = in_a_terminal(["check", str(report)], {"TERM": "dumb"})
    assert "\x1b" not in plain
    assert "━" not in plain
    no_color = in_a_terminal(["check", str(report)], {"TERM": "xterm", "NO_COLOR": "1"})
    assert "\x1b[31m" not in no_color
    assert "━" in no_color


def test_the_sample_of_the_readme_is_what_is_shown() -> None:
    sample = (ROOT / "README.md").read_text("utf-8").split("```text\n━")[1].split("\n```")[0]
    with contextlib.chdir(ROOT):
        shown = in_a_terminal(["check", "fixtures/reports/report_01.txt"], {"COLUMNS": "80", "TERM": "xterm"})
    lines = "\n".join(line.rstrip() for line in re.sub(r"\x1b\[[0-9;]*m", "", shown).splitlines())
    for part in re.split(r"\s*……（此处.*）", sample):
        assert part in lines


def in_a_terminal(arguments: list[str], environment: dict[str, str]) -> str:
    """The output of a command whose standard output is a terminal."""
    leader, follower = pty.openpty()
    given = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "COLUMNS")}
    process = subprocess.Popen([*COMMAND, *arguments], stdout=follower, env={**given, **environment})
    os.close(follower)
    parts: list[bytes] = []
    while True:
        try:
            part = os.read(leader, 65536)
        except OSError:
            break
        if not part:
            break
        parts.append(part)
    process.wait()
    os.close(leader)
    return b"".join(parts).decode()
