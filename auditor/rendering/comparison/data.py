"""The comparison as JSON, version 1; the two report cards are those of `auditor check --format json`."""

import json
from dataclasses import asdict
from typing import Any

from auditor.comparison import Comparison
from auditor.rendering.contract import harmless, report_object
from auditor.rendering.view import View
from auditor.scorecard import SCHEMA_VERSION


def render(comparison: Comparison, view: View) -> str:
    """One JSON object and a line feed."""
    del view
    data: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "last": report_object(comparison.last),
        "this": report_object(comparison.this),
        "elements": [asdict(each) for each in comparison.elements],
        "blocks": [asdict(each) for each in comparison.blocks],
        "carried_share": round(comparison.carried_share, 4),
        "carried": [asdict(each) for each in comparison.carried],
        "promises": [asdict(each) for each in comparison.promises],
        "shortcomings": [asdict(each) for each in comparison.shortcomings],
        "remarks": list(comparison.remarks),
    }
    return harmless(json.dumps(data, ensure_ascii=False, indent=1)) + "\n"
