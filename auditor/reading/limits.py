"""How much a file may cost before its reading is given up: every bound of reading in one place."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds that keep one hostile or mistaken file from stopping a run.

    Attributes:
        file_bytes: Size of the file itself, in bytes.
        inflated_bytes: Sum of the sizes that a zip file (docx, ofd) says its members unpack to, in bytes.
        part_bytes: Size that one XML part of such a file unpacks to, in bytes, counted while unpacking.
        zip_entries: Number of members of a zip file.
        zip_ratio: Unpacked size over packed size of one XML part; parts under 1 MB are not measured.
        tags: Tags of a web page or of one XML part, for each costs memory however short its text.
        pages: Pages of a PDF or OFD.
        characters: Characters of the text extracted.
        seconds: Time for reading one file, characters of pictures not counted.
        memory_bytes: Memory of the process that reads it, in bytes (where the system can hold it to that).
        picture_pixels: Pixels of one picture of a scanned page; pages of larger ones are not recognised.
        recognition_pages: Scanned pages of one file whose characters are recognised.
        recognition_seconds: Time for that, all its pages together.
        recognition_memory_bytes: Memory of the process that does it, in bytes: the models alone take most.
    """

    file_bytes: int = 50_000_000
    inflated_bytes: int = 200_000_000
    part_bytes: int = 30_000_000
    zip_entries: int = 5_000
    zip_ratio: int = 300
    tags: int = 500_000
    pages: int = 1_000
    characters: int = 1_000_000
    seconds: int = 30
    memory_bytes: int = 450_000_000
    picture_pixels: int = 100_000_000
    recognition_pages: int = 100
    recognition_seconds: int = 900
    recognition_memory_bytes: int = 1_500_000_000


DEFAULT = Limits()
