"""Codes on paper: decoded from simulated photographs, and the claims in them judged."""

import io
import random
import subprocess
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import zxingcpp
from PIL import Image

import photos

PHOTOGRAPHS = 20
# Pixels of the photograph that a module gets.
SIZES = (3, 4, 6)


def chosen(folder):
    """Certificates with the shortest, the middle and the longest name, which make the coarsest and the finest code."""
    pdfs = sorted(folder.rglob("*.pdf"), key=lambda pdf: len(pdf.name.encode()))
    return [pdfs[0], pdfs[len(pdfs) // 2], pdfs[-1]]


def everything(ledger, papers, folder):
    """Takes photographs of some certificates at every level and size, and prints how many each reader reads."""
    prints = {pdf: photos.printed(pdf, folder) for pdf in papers}
    jobs = [(str(pdf), prints[pdf], size, name) for pdf in papers for size in SIZES for name in photos.LEVELS]
    with ProcessPoolExecutor(max_workers=2) as pool:
        found = dict(zip([(job[0], job[2], job[3]) for job in jobs], pool.map(series, jobs)))
    print("        pixels a module, level: photographs read by ZXing / by ZBar")
    rates = {}
    for size in SIZES:
        for name in photos.LEVELS:
            counts = [found[str(pdf), size, name] for pdf in papers]
            total = PHOTOGRAPHS * len(papers)
            rates[size, name] = [sum(count[reader] for count in counts) / total for reader in (0, 1)]
            print(f"        {size} px, {name}: {rates[size, name][0]:.0%} / {rates[size, name][1]:.0%}")
            wrong = sum(count[2] for count in counts)
            ledger.equal(f"nothing is misread from {size} px, {name}", wrong, 0)
    for size in SIZES:
        ledger.check(f"every code is read from a flat photograph of {size} px a module",
                     max(rates[size, "flat"]) == 1, rates[size, "flat"])
        ledger.check(f"99 of 100 are read from one held by hand at {size} px a module",
                     rates[size, "held"][0] >= 0.99, rates[size, "held"])
    ledger.check("99 of 100 are read across a fold at 4 px a module", rates[4, "folded"][0] >= 0.99, rates[4, "folded"])
    ledger.check("9 of 10 are read from a hasty photograph at 6 px a module", rates[6, "hasty"][0] >= 0.9,
                 rates[6, "hasty"])


def series(job):
    """How many photographs of one code each reader reads, and how many are misread."""
    pdf, paper, size, name = job
    truth = zxingcpp.read_barcodes(paper)[0]
    # Side of the code on paper, as the reader found its corners.
    side = truth.position.top_right.x - truth.position.top_left.x
    module = side / modules(truth.text) / photos.DOTS * 25.4
    read = [0, 0]
    wrong = 0
    for number in range(PHOTOGRAPHS):
        dice = random.Random(f"{Path(pdf).name} {size} {name} {number}")
        picture, quality = photos.photograph(paper, size, module, photos.LEVELS[name], dice)
        file = io.BytesIO()
        picture.save(file, "JPEG", quality=quality)
        texts = [zxing(file), zbar(file)]
        read = [count + (text == truth.text) for count, text in zip(read, texts)]
        wrong += sum(text not in ("", truth.text) for text in texts)
    return read[0], read[1], wrong


def modules(text):
    """Side of the code that holds a text of this kind, from what each version holds at the level it is made with."""
    digits = len(text.partition("#")[2])
    for side, capacity in ((49, 297), (53, 372), (57, 434), (61, 525), (65, 800)):
        if digits <= capacity:
            return side
    return 69


def zxing(file):
    found = zxingcpp.read_barcodes(Image.open(io.BytesIO(file.getvalue())).convert("L"))
    return found[0].text if found else ""


def zbar(file):
    result = subprocess.run(["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", "-"],
                            input=file.getvalue(), capture_output=True, check=False)
    return result.stdout.decode().strip()
