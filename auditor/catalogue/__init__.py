"""Rule files -> checked objects. Everything the auditor knows of an element is here as data."""

from auditor.catalogue.load import default_folder, load_catalogue
from auditor.catalogue.model import Catalogue
from auditor.catalogue.project import find_project
from auditor.catalogue.selection import profile_names
from auditor.catalogue.source import CatalogueError, Problem

__all__ = [
    "Catalogue",
    "CatalogueError",
    "Problem",
    "default_folder",
    "find_project",
    "load_catalogue",
    "profile_names",
]
