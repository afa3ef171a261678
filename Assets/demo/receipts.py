#!/usr/bin/env python3
"""Draws the receipts and the letter that `diary.csv` names: `Assets/demo/receipts.py`. Needs pillow and DejaVu Sans.

Nobody has paid anything: payers, numbers and the paying service are made up, and every receipt says so.
"""

import csv
import datetime as dt
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter, ImageFont

FOLDER = Path(__file__).resolve().parent
FONTS = Path("/usr/share/fonts/truetype/dejavu")
NAVY, GRAY, GREEN = (23, 37, 84), (90, 90, 98), (21, 128, 61)


def rows(name):
    with open(FOLDER / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def font(size, bold=False):
    return ImageFont.truetype(FONTS / f"DejaVuSans{'-Bold' if bold else ''}.ttf", size)


def facts(row, officers, courses):
    details = dict(pair.split("=", 1) for pair in row["details"].split("|"))
    paid = dt.datetime.fromisoformat(row["at"].rstrip("Z")) + dt.timedelta(hours=8) - dt.timedelta(days=1)
    return dict(
        file=details["file"], number=details["number"], amount=f"RM {details['amount']}", time=f"{paid:%H:%M}",
        payer=officers[row["about"]]["name"], course=f"{row['course_code']} {courses[row['course_code']]['title_ms']}")


def lines(fact):
    # Without a day: the academy's days move with the day on which it is shown.
    return [("No. Resit", fact["number"]), ("Pembayar", fact["payer"]), ("Masa", fact["time"]),
            ("Perkara", "Yuran kursus"), ("Kursus", fact["course"]), ("Penerima", "Akademi Kastam (contoh)")]


def wrapped(draw, text, letters, width):
    result, line = [], ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if draw.textlength(longer, font=letters) > width and line:
            result.append(line)
            line = word
        else:
            line = longer
    return [*result, line]


def table(draw, fact, left, top, width, size):
    y = top
    for name, value in lines(fact):
        draw.text((left, y), name, font=font(size), fill=GRAY)
        for part in wrapped(draw, value, font(size, True), width - 9 * size):
            draw.text((left + 9 * size, y), part, font=font(size, True), fill=(20, 20, 24))
            y += round(1.45 * size)
        y += round(.5 * size)
    return y


def slip(fact):
    """A receipt as it is printed on the screen of a computer."""
    image = Image.new("RGB", (620, 520), "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 620, 74), fill=NAVY)
    draw.text((28, 22), "iPayment · RESIT RASMI", font=font(24, True), fill="white")
    bottom = table(draw, fact, 28, 104, 560, 15)
    draw.line((28, bottom, 592, bottom), fill=(200, 200, 205))
    draw.text((28, bottom + 20), "Jumlah", font=font(18), fill=GRAY)
    draw.text((592, bottom + 16), fact["amount"], font=font(26, True), fill=GREEN, anchor="ra")
    draw.text((28, 486), "CONTOH untuk demonstrasi sahaja", font=font(13), fill=GRAY)
    return image


def telephone(fact):
    """A picture of the screen of a telephone."""
    image = Image.new("RGB", (420, 760), (241, 243, 247))
    draw = ImageDraw.Draw(image)
    draw.text((24, 14), fact["time"], font=font(14, True), fill=GRAY)
    draw.ellipse((172, 64, 248, 140), fill=GREEN)
    draw.line((190, 102, 206, 120, 232, 86), fill="white", width=8, joint="curve")
    draw.text((210, 162), "Pembayaran berjaya", font=font(20, True), fill=(20, 20, 24), anchor="ma")
    draw.text((210, 200), fact["amount"], font=font(34, True), fill=NAVY, anchor="ma")
    draw.rounded_rectangle((18, 270, 402, 640), 16, fill="white")
    table(draw, fact, 34, 296, 352, 13)
    draw.text((210, 706), "CONTOH untuk demonstrasi sahaja", font=font(12), fill=GRAY, anchor="ma")
    return image


def paper(fact):
    """A printed page that was photographed a little aslant."""
    image = slip(fact).convert("L")
    sheet = Image.new("L", (680, 600), 205)
    sheet.paste(image, (30, 36))
    return sheet.rotate(1.4, resample=Image.Resampling.BICUBIC, fillcolor=180)


def save(fact, isUnclear):
    target = FOLDER / "receipts" / fact["file"]
    if target.suffix == ".png":
        image = slip(fact)
        if isUnclear:
            image = image.filter(ImageFilter.GaussianBlur(4))
        image.quantize(16, dither=Image.Dither.NONE).save(target, optimize=True)
    elif target.suffix == ".jpg":
        (telephone if int(target.stem[-2:]) % 2 else paper)(fact).save(target, quality=48, optimize=True)
    else:
        paper(fact).save(target, "PDF", resolution=96, quality=48)


LETTER = """
Kepada: Urus setia kursus, Akademi Kastam Diraja Malaysia

Tuan/Puan,

PERMOHONAN TIDAK HADIR KURSUS

Dengan hormatnya perkara di atas dirujuk.

2. Dimaklumkan bahawa pegawai bahagian ini tidak dapat menghadiri kursus yang telah diluluskan atas sebab yang dinyatakan dalam sistem.

3. Sehubungan itu, bahagian ini mencadangkan seorang pengganti yang memenuhi syarat kursus. Pegawai tersebut dan penyelianya telah dimaklumkan.

Kerjasama tuan/puan dalam perkara ini amat dihargai dan didahului dengan ucapan terima kasih.

Sekian.

Ketua Bahagian (contoh)
"""


def letter(target):
    """A letter of a head of division, for *Tidak Hadir*; without a name and a day, so that it fits everyone."""
    sheet = Image.new("L", (794, 1123), 255)
    draw = ImageDraw.Draw(sheet)
    draw.text((96, 84), "BAHAGIAN CONTOH", font=font(19, True), fill=20)
    draw.text((96, 112), "Surat contoh untuk demonstrasi sahaja", font=font(13), fill=90)
    draw.line((96, 144, 698, 144), fill=120, width=2)
    y = 178
    for part in LETTER.strip().split("\n"):
        letters = font(15, part.isupper())
        for line in wrapped(draw, part, letters, 602) if part else []:
            draw.text((96, y), line, font=letters, fill=25)
            y += 24
        y += 8
    sheet.save(target, "PDF", resolution=96, quality=60)


def main():
    officers = {o["mykad"]: o for o in rows("officers.csv")}
    courses = {c["code"]: c for c in rows("courses.csv")}
    diary = rows("diary.csv")
    unclear = {r["about"] for r in diary if r["deed"] == "reject_receipt" and "unclear" in r["details"]}
    for row in diary:
        if row["deed"] == "receipt":
            save(facts(row, officers, courses), row["about"] in unclear)
    (FOLDER / "letters").mkdir(exist_ok=True)
    letter(FOLDER / "letters" / "surat-01.pdf")


if __name__ == "__main__":
    main()
