"""`auditor explain`: the grounds of the verdicts in words."""

from typing import Annotated

import typer

from auditor.cli.limits import Maximum, chosen_limits
from auditor.cli.messages import DONE, NOT_AUDITED, say_failure
from auditor.cli.options import ProfileName, RulesFolder, open_catalogue
from auditor.cli.output import put, view_of_output
from auditor.scorecard import Failure


def explain(
    file: Annotated[str, typer.Argument(metavar="文件", help="要说明的报告；“-”表示标准输入。", show_default=False)],
    element: Annotated[
        str | None,
        typer.Option("--element", metavar="编号", help="只说明这一项要素或法定内容。", show_default=False),
    ] = None,
    maximum: Maximum = None,
    profile: ProfileName = None,
    rules: RulesFolder = None,
) -> int:
    """Explain the verdicts."""
    from auditor.batch import audit_paths
    from auditor.judging import Auditor
    from auditor.rendering.explain import explain_report

    limits = chosen_limits(maximum)
    catalogue = open_catalogue(rules, profile, [file])
    known = [*(each.id for each in catalogue.elements), *(each.id for each in catalogue.blocks)]
    if element is not None and element not in known:
        raise typer.BadParameter(f"没有编号为“{element}”的要素或法定内容，可用的有：{'、'.join(known)}。")
    outcome = next(audit_paths([file], Auditor(catalogue), limits=limits))
    if isinstance(outcome, Failure):
        say_failure(outcome)
        return NOT_AUDITED
    put(explain_report(outcome, element, view_of_output("normal", to_file=False)))
    return DONE
