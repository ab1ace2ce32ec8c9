"""Rule files -> checked objects. Everything the auditor knows of an element is here as data."""

from auditor.catalogue.load import default_folder, load_catalogue
from auditor.catalogue.model import Catalogue
from auditor.catalogue.source import CatalogueError, Problem

__all__ = ["Catalogue", "CatalogueError", "Problem", "default_folder", "load_catalogue"]
