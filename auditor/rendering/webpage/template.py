"""Fills the templates of pages; whatever comes from a document is escaped, and nothing is fetched or run."""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from auditor import MAKER
from auditor.comparison import OUTCOME_NAMES, TREND_NAMES
from auditor.rendering.cleaning import one_line
from auditor.rendering.naming import APART, name_of, percent, rank_in_level_of, rank_of, why_apart, year_of
from auditor.rendering.submission import SUBMISSION, counts, paths, remark_on, remark_on_failures, why_missing
from auditor.rendering.wording import place, search_of, unit_of, why_not_asked
from auditor.terms import BLOCK_VERDICT_NAMES, LEVEL_NAMES, SEVERITY_NAMES, VERDICT_NAMES, BlockState, Verdict

HERE = Path(__file__).parent
# The colours of the statutory blocks are those of the elements.
BLOCK_CLASSES: dict[BlockState, Verdict] = {
    "present": "met",
    "absent": "missing",
    "unread": "unread",
    "not_asked": "not_applicable",
}


def fill(template: str, **context: Any) -> str:
    """A page made from one of the templates beside this file."""
    environment = Environment(
        loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {
        "line": one_line,
        "percent": percent,
        "place": place,
        "search": search_of,
        "why_not_asked": why_not_asked,
    }
    environment.globals |= {
        "VERDICTS": VERDICT_NAMES,
        "BLOCK_VERDICTS": BLOCK_VERDICT_NAMES,
        "BLOCK_CLASSES": BLOCK_CLASSES,
        "SEVERITIES": SEVERITY_NAMES,
        "LEVELS": LEVEL_NAMES,
        "TRENDS": TREND_NAMES,
        "OUTCOMES": OUTCOME_NAMES,
        "name_of": name_of,
        "unit_of": unit_of,
        "year_of": year_of,
        "rank_of": rank_of,
        "rank_in_level_of": rank_in_level_of,
        "why_apart": why_apart,
        "APART": APART,
        "SUBMISSION": SUBMISSION,
        "counts": counts,
        "remark_on_failures": remark_on_failures,
        "remark_on": remark_on,
        "why_missing": why_missing,
        "paths": paths,
        **_own_parts(),
    }
    return environment.get_template(template).render(**context)


def _own_parts() -> dict[str, str]:
    """The style sheet and the script, and a policy that lets no other run and nothing be fetched."""
    style = (HERE / "style.css").read_text("utf-8")
    script = (HERE / "script.js").read_text("utf-8")
    policy = f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
    policy += "base-uri 'none'; form-action 'none'"
    return {"style": style, "script": script, "policy": policy, "maker": MAKER}


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
