"""How large a file may be before a reader refuses it: every bound of reading in one place."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds that keep one hostile or mistaken file from stopping a run.

    Attributes:
        file_bytes: Size of the file itself, in bytes.
        inflated_bytes: Sum of the sizes that a zip file (docx) says its members unpack to, in bytes.
        part_bytes: Size that one XML part of a docx unpacks to, in bytes, counted while unpacking.
        zip_entries: Number of members of a zip file.
        zip_ratio: Unpacked size over packed size of one XML part; parts under 1 MB are not measured.
        tags: Tags of a web page or of one XML part of a docx, for each costs memory however short its text.
        pages: Pages of a PDF.
        characters: Characters of the text extracted.
    """

    file_bytes: int = 50_000_000
    inflated_bytes: int = 200_000_000
    part_bytes: int = 30_000_000
    zip_entries: int = 5_000
    zip_ratio: int = 300
    tags: int = 1_000_000
    pages: int = 2_000
    characters: int = 5_000_000


DEFAULT = Limits()
