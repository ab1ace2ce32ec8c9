from auditor.rendering.view import View
from auditor.scorecard import Scorecard
def render(scorecard: Scorecard, view: View) -> str:
    return "TODO"
