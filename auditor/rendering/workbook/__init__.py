"""The format “xlsx”: a workbook for the supervisor's desk, with a sheet for each question asked of a run."""

from auditor.rendering.workbook.book import render

__all__ = ["render"]
