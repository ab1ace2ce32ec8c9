"""Outputs compared with those last looked at; AUDITOR_GOLDEN=1 writes them anew."""

import os
from pathlib import Path

GOLDEN = Path(__file__).parent / "rendering/golden"


def check(name: str, content: str) -> None:
    file = GOLDEN / name
    if os.environ.get("AUDITOR_GOLDEN"):
        file.write_bytes(content.encode())
    assert content == file.read_bytes().decode(), f"{name}: look at the change, then write anew with AUDITOR_GOLDEN=1"
