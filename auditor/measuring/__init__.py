"""How good the rules are: their own examples, remarks on them, figures on labelled cases."""

from auditor.measuring.evaluation import Evaluation, evaluate
from auditor.measuring.examples import ExampleReport, Failure, run_examples
from auditor.measuring.gold import GoldError
from auditor.measuring.lint import lint
from auditor.measuring.wording import describe

__all__ = [
    "Evaluation",
    "ExampleReport",
    "Failure",
    "GoldError",
    "describe",
    "evaluate",
    "lint",
    "run_examples",
]
