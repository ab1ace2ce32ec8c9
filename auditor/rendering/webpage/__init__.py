"""The format “html”: one page for a run, one for each report; no network, no script from elsewhere."""

from auditor.rendering.webpage.pages import files, names, render

__all__ = ["files", "names", "render"]
