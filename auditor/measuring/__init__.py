"""How good the rules are: their own examples, what a supervisor should know of them, figures on labelled cases."""

from auditor.measuring.evaluation import Evaluation, evaluate
from auditor.measuring.examples import ExampleReport, Failure, run_examples
from auditor.measuring.lint import lint

__all__ = ["Evaluation", "ExampleReport", "Failure", "evaluate", "lint", "run_examples"]
