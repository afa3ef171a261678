"""Whether a file that was timed is a certificate: qpdf, poppler and ZXing say so."""

import os
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import design
import zxingcpp
from PIL import Image

DPI = 200
# Direction marks that a text extractor may put around words that run from right to left.
DIRECTION_MARKS = dict.fromkeys([0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])


def problem(pdf, name, address):
    """What is wrong with a file; empty when nothing. An address that ends with # may go on."""
    if complaint := syntax(pdf):
        return f"{pdf.name}: qpdf: {complaint}"
    if name not in (words := text(pdf)):
        return f"{pdf.name}: {name} is not in its text: {words[:200]}"
    found = code(pdf)
    if found != address and not (address.endswith("#") and found.startswith(address)):
        return f"{pdf.name}: its QR code says {found[:80] or 'nothing'}"
    return ""


def problems(files):
    """Of many files, each with its name and address."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return [said for said in pool.map(lambda each: problem(*each), files) if said]


def syntax(pdf):
    result = subprocess.run(["qpdf", "--check", pdf], capture_output=True, timeout=60)
    return "" if result.returncode == 0 else (result.stdout + result.stderr).decode("utf-8", "replace")[-200:]


def text(pdf):
    result = subprocess.run(["pdftotext", "-enc", "UTF-8", pdf, "-"], capture_output=True, timeout=60, check=True)
    return " ".join(result.stdout.decode("utf-8", "replace").translate(DIRECTION_MARKS).split())


def code(pdf):
    """The QR code's text, from a picture of where it stands and four modules round it."""
    scale, margin = DPI / 25.4, 2.5
    left, top = (middle - design.QR_SIDE / 2 - margin for middle in design.QR_MIDDLE)
    side = design.QR_SIDE + 2 * margin
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "code"
        place = ("-x", left, "-y", top, "-W", side, "-H", side)
        subprocess.run(["pdftoppm", "-r", str(DPI), "-gray", "-singlefile",
                        *(part if isinstance(part, str) else str(round(part * scale)) for part in place), pdf, target],
                       check=True, timeout=60)
        with Image.open(target.with_suffix(".pgm")) as picture:
            found = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)
    return found[0].text if found else ""
