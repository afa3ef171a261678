"""An academy of three thousand officers on two dozen courses of every kind, and all of their certificates."""

import csv
import datetime as dt
import json
import os
import shutil
import zipfile
from pathlib import Path

import malaysian_names
from product import CHECKOUT, DEMO, Register

OFFICERS, COURSES = 3000, 24
SEED = 20261126
# Titles in both languages; some have none in English, some are long, some have signs of their own.
TITLES = [
    ("Kursus Induksi Perkhidmatan Kastam", "Induction to the Customs Service"),
    ("Kursus Penilaian Kastam", ""),
    ("Bengkel Cukai Jualan & Cukai Perkhidmatan (SST)", "Sales & Service Tax (SST) Workshop"),
    ("Kursus Klasifikasi, Pensijilan, Tafsiran dan Verifikasi Dokumen Perdagangan Antarabangsa serta Penguatkuasaan",
     "Classification, Certification, Interpretation and Verification of International Trade Documents"),
    ("“Customs 4.0”: Data Raya untuk Pegawai", "“Customs 4.0”: Big Data for Officers"),
    ("Kursus Asas Dadah", "Drugs: the Basics"),
    ("Kursus K9", "K9"),
    ("Seminar Perjanjian Perdagangan Bebas – RCEP, CPTPP & ATIGA", "Free Trade Agreements – RCEP, CPTPP & ATIGA"),
]
VENUES = ["Akademi Kastam Diraja Malaysia, Melaka", "Kompleks Kastam Kelana Jaya, Selangor", "Wisma Kastam, Kota Kinabalu, Sabah"]
SIGNATORIES = [("pengarah", "DATO' CONTOH BIN TELADAN", "Pengarah Akademi", "Director of the Academy"),
               ("ketua", "UMPAMA A/P MISALAN", "Ketua Pusat Pengajian", "Head of Study Centre"),
               ("timbalan", "ANDAIAN @ RUPAMA ANAK IBARAT", "Timbalan Pengarah", "Deputy Director")]
AT = "2026-10-01T02:00:00.000Z"


def code(number):
    return f"AKMAL-NAM-{number + 1:03}"


def numbered(number):
    """A MyKad number that keeps the rules."""
    day = dt.date(1970, 1, 1) + dt.timedelta(days=number)
    return f"{day:%y%m%d}{number % 16 + 1:02}{1000 + number % 8999:04}"


def files():
    """What the demonstration's importer reads, with other people and other courses."""
    names = malaysian_names.Register(SEED).names(OFFICERS)
    made = {name: [] for name in ("officers", "courses", "sessions", "participations", "offerings", "applications", "diary")}
    made["signatories"] = [(*signatory, "") for signatory in SIGNATORIES]
    made["accounts"] = [("penyelaras@demo.customs.gov.my", "Sijil-Demo-2026", "coordinator", "", "Penyelaras", "ms", "")]
    for number in range(COURSES):
        malay, english = TITLES[number % len(TITLES)]
        made["courses"].append((
            code(number), malay, english, "Pusat Pengajian", VENUES[number % len(VENUES)], 0, 80, "ended",
            "|".join(key for key, *_ in SIGNATORIES[:number % 3 + 1])))
        first = dt.date(2026, 1 + number % 9, 1 + number)
        made["sessions"] += [(code(number), first + dt.timedelta(days=day), "09:00", "12:30", 210, "false", "false")
                             for day in range(number % 5 + 1)]
    for number, name in enumerate(names):
        person = numbered(number)
        made["officers"].append((person, name, f"pegawai.{number}@demo.customs.gov.my", "Penguasa Kastam", "WK9",
                                 "Pejabat Kastam Melaka", "melaka", "true"))
        made["participations"].append((
            person, code(number % COURSES), "completed", "confirmed", 210, 210, "penyelaras@demo.customs.gov.my", AT, "sent",
            "", AT, "", "not_applicable", "", "", AT, "tiada yuran"))
    return names, made


def root(folder):
    """A checkout's templates, art and fonts, with these people in the place of the demonstration's."""
    names, made = files()
    (folder / "Assets" / "demo").mkdir(parents=True)
    for name in ("Templates", "Fonts"):
        os.symlink(CHECKOUT / name, folder / name)
    for inner in (CHECKOUT / "Assets").iterdir():
        if inner.name != "demo":
            os.symlink(inner, folder / "Assets" / inner.name)
    for file in DEMO.glob("*.csv"):
        with open(file, encoding="utf-8", newline="") as source:
            head = next(csv.reader(source))
        with open(folder / "Assets" / "demo" / file.name, "w", encoding="utf-8", newline="") as target:
            csv.writer(target).writerows([head] + made.get(file.stem, []))
    return names


class Crowd:
    """Officers' names, and the certificate of each: its file and what the register says is on it."""

    def __init__(self, product, folder):
        self.product, self.folder, self.data = product, Path(folder), Path(folder) / "data"
        self.names = root(self.folder / "root")

    def issue(self, ledger):
        seeded = self.product.run("demo", "--root", self.folder / "root", "--data", self.data, "--no-issue", "--no-serve")
        if not ledger.check(f"{OFFICERS:,} officers on {COURSES} courses are imported", seeded.returncode == 0,
                            (seeded.stdout + seeded.stderr)[-600:]):
            return False
        failed = []
        for number in range(COURSES):
            archive = self.folder / f"{code(number)}.zip"
            result = self.product.run("issue", "--course", code(number), "--zip", archive, "--data", self.data)
            if result.returncode:
                failed.append((code(number), result.stdout[-200:] + result.stderr[-200:]))
                continue
            with zipfile.ZipFile(archive) as bundle:
                bundle.extractall(self.folder / "files" / code(number))
            archive.unlink()
        return ledger.equal(f"akmal issue --zip makes the certificates of {COURSES} courses", failed[:3], [])

    def certificates(self):
        """(face, file) of each, in the order of their serials."""
        files = {"/".join(file.name.split("-")[1:4]): file for file in (self.folder / "files").rglob("*.pdf")}
        rows = Register(self.data).query("SELECT face FROM certificate WHERE status = 'valid' ORDER BY serial_number")
        faces = [json.loads(face) for (face,) in rows]
        return [(face, files[face["serial"]]) for face in faces if face["serial"] in files]

    def clear(self):
        shutil.rmtree(self.folder, ignore_errors=True)
