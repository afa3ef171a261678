"""PDF files as other people's programs see them: poppler, qpdf, ZBar and ZXing."""

import re
import subprocess
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import zxingcpp
from PIL import Image

from vault import Vault

# Direction marks that a text extractor may put around words that run from right to left.
DIRECTION_MARKS = dict.fromkeys([0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])


def run(*command, accepted=(0,)):
    result = subprocess.run([str(part) for part in command], capture_output=True, timeout=300)
    if result.returncode not in accepted:
        raise RuntimeError(f"{command[0]} ended with {result.returncode}: {result.stderr.decode(errors='replace')[:400]}")
    return result.stdout.decode("utf-8", "replace")


def text(pdf):
    """The text with single spaces, without direction marks."""
    return " ".join(run("pdftotext", "-enc", "UTF-8", pdf, "-").translate(DIRECTION_MARKS).split())


def syntax_problem(pdf):
    """What qpdf has to say against a file; empty when nothing."""
    result = subprocess.run(["qpdf", "--check", str(pdf)], capture_output=True, timeout=60)
    return "" if result.returncode == 0 else (result.stdout + result.stderr).decode("utf-8", "replace")


def kept(data, sha256):
    """The document of a data folder that has these bytes, as a file beside the folder; None when there is none."""
    found = Vault(data).read(sha256)
    if found is None:
        return None
    file = Path(data).parent / f"{Path(data).name}-{sha256}.pdf"
    file.write_bytes(found)
    return file


def fonts(pdf):
    """(name, embedded, subset) of every font."""
    found = []
    for line in run("pdffonts", pdf).splitlines()[2:]:
        columns = re.search(r"^(\S+).*\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+\s*$", line)
        if not columns:
            raise RuntimeError(f"pdffonts printed a line that was not understood: {line}")
        found.append((columns[1], columns[2] == "yes", columns[3] == "yes"))
    return found


def raster(pdf, folder, dpi=150):
    target = Path(folder) / "page"
    run("pdftoppm", "-r", dpi, "-gray", "-singlefile", pdf, target)
    return target.with_suffix(".pgm")


def by_zbar(images):
    """QR texts by image file."""
    output = run("zbarimg", "-q", "--xml", "--nodbus", "-Sdisable", "-Sqrcode.enable", *images, accepted=(0, 4))
    namespace = "{http://zbar.sourceforge.net/2008/barcode}"
    found = {}
    for source in ElementTree.fromstring(output).iter(f"{namespace}source"):
        texts = [data.text for data in source.iter(f"{namespace}data")]
        found[Path(source.get("href")).name] = texts
    return found


def by_zxing(image):
    with Image.open(image) as picture:
        return [code.text for code in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)]


def examine(pdf):
    """Everything about one file; run in a pool of processes."""
    with tempfile.TemporaryDirectory() as folder:
        image = raster(pdf, folder)
        return {
            "file": Path(pdf).name, "text": text(pdf), "syntax": syntax_problem(pdf), "fonts": fonts(pdf),
            "zbar": by_zbar([image]).get(image.name, []), "zxing": by_zxing(image),
        }
