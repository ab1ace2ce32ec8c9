"""Draws reports as scanned pages, to try the recognition of characters: python tools/build_scans.py.

Writes fixtures/formats/scan.pdf (text written for this project, drawn at 200 dots an inch, a little turned).
Needs Pillow, which comes with `auditor[ocr]`, and a Chinese font.
"""

import random
import sys
import zlib
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

_ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(_ROOT / "tests" / "reading"))

from reading_samples import assemble
from report_formats import set_in_pages

_FONT = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc"
_DOTS = 200
_SCALE = _DOTS / 72
_PAPER = (round(595 * _SCALE), round(842 * _SCALE))
_SIZE = 16
_LINES = (
    "禾安镇2023年法治政府建设年度报告",
    "一、主要举措和成效",
    "镇政府聘请法律顾问2名，全年审查合同31份、行政规范性文件4件，出具法律意见书12份，为镇党委、镇政府依法决策提供了支撑。",
    "主要负责人出庭应诉行政案件3件，行政机关负责人出庭应诉率达到100%。",
    "二、存在的问题",
    "个别干部运用法治思维解决问题的能力还不强，执法记录还不够规范。",
)


def as_scan(lines: Sequence[str]) -> bytes:
    """A PDF of page images without any text.

    Args:
        lines: The paragraphs.
    """
    font = ImageFont.truetype(_FONT, round(_SIZE * _SCALE))
    return as_pictures([_drawn(page, font) for page in set_in_pages(lines)])


def as_pictures(pages: Sequence[Image.Image]) -> bytes:
    """A PDF with one black-and-white picture a page."""
    first = 3
    kids = " ".join(f"{first + 3 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
    ]
    draw = b"595 0 0 842 0 0 cm /P Do"
    for number, page in enumerate(pages):
        here = first + 3 * number
        data = zlib.compress(page.convert("1").tobytes(), 9)
        objects += [
            b"<< /Type /Page /Parent 2 0 R /Rotate 000 /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /XObject << /P %d 0 R >> >> >>" % (here + 1, here + 2),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(draw), draw),
            b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 1 "
            b"/Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (*page.size, len(data), data),
        ]
    return assemble(objects)


def _drawn(page: Sequence[tuple[float, float, str]], font: ImageFont.FreeTypeFont) -> Image.Image:
    image = Image.new("L", _PAPER, 255)
    pen = ImageDraw.Draw(image)
    for x, y, text in page:
        pen.text((x * _SCALE, (842 - y - _SIZE) * _SCALE), text, font=font, fill=0)
    chance = random.Random(5)
    for _ in range(300):
        image.putpixel((chance.randrange(_PAPER[0]), chance.randrange(_PAPER[1])), 0)
    return image.rotate(0.6, resample=Image.Resampling.BICUBIC, fillcolor=255)


def main() -> None:
    """Writes the fixture."""
    (_ROOT / "fixtures" / "formats" / "scan.pdf").write_bytes(as_scan(_LINES))


if __name__ == "__main__":
    main()
