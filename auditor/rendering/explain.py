from auditor.scorecard import ReportCard
def explain_report(r: ReportCard, e: str|None) -> str:
    return "TODO"
