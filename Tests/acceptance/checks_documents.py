"""The main job: a course of 250 from facts to files that other people's programs can read and scan."""

import csv
import hashlib
import io
import json
import os
import zipfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import documents
from browserless import Visitor
from product import MAIN_COURSE, Register, Server, ready_names


def issue_and_pack(ledger, product, data, folder):
    """Issues the course, checks the archive and gives the folder with its PDF files and the manifest's rows."""
    archive = Path(folder) / "sijil.zip"
    result = product.run("issue", "--course", MAIN_COURSE, "--zip", archive, "--data", data)
    ledger.check("akmal issue --course … --zip … ends with 0", result.returncode == 0,
                 result.stdout[-400:] + result.stderr[-400:])
    if not ledger.check("the ZIP file is there", archive.exists()):
        return None, []
    names = ready_names()
    ledger.equal("250 certificates are in the register", Register(data).count_of_course(MAIN_COURSE), len(names))
    with zipfile.ZipFile(archive) as bundle:
        ledger.check("every entry of the ZIP has the right CRC", bundle.testzip() is None)
        entries = bundle.namelist()
        bundle.extractall(Path(folder) / "zip")
        manifest = list(csv.DictReader(io.StringIO(bundle.read("manifest.csv").decode("utf-8-sig"))))
        sums = bundle.read("SHA256SUMS").decode()
        errors = list(csv.DictReader(io.StringIO(bundle.read("errors.csv").decode("utf-8-sig"))))
    files = [name for name in entries if name.endswith(".pdf")]
    ledger.equal("the ZIP holds 250 PDF files", len(files), len(names))
    ledger.equal("no name stands twice, also where case does not count", len({f.lower() for f in files}), len(files))
    safe = [f for f in files if len(Path(f).name.encode()) <= 255 and not set(Path(f).name) & set('<>:"/\\|?*\0')]
    ledger.equal("every name is safe on every system", len(safe), len(files))
    ledger.equal("the manifest has a row for each", len(manifest), len(names))
    ledger.check("errors.csv names the 18 who are not ready", len(errors) == 18, len(errors))
    wrong = [line for line in sums.splitlines() if not sum_holds(line, Path(folder) / "zip")]
    ledger.check("SHA256SUMS holds for every file", sums and not wrong, wrong[:3])
    return Path(folder) / "zip", manifest


def sum_holds(line, folder):
    digest, _, name = line.partition("  ")
    return hashlib.sha256((folder / name.lstrip("*")).read_bytes()).hexdigest() == digest


def examine_all(ledger, product, data, folder):
    """Scans, reads and validates each certificate, then follows its QR code to the running server."""
    pdfs = sorted(folder.rglob("*.pdf"))
    with ProcessPoolExecutor(max_workers=os.cpu_count()) as pool:
        found = list(pool.map(documents.examine, pdfs, chunksize=8))
    total = len(found)
    register = {code: (face, serial) for code, face, serial in Register(data).faces(MAIN_COURSE)}
    ledger.equal("ZBar reads one QR code in each, from 150 dpi", sum(len(d["zbar"]) == 1 for d in found), total)
    ledger.equal("ZXing reads one QR code in each, from 150 dpi", sum(len(d["zxing"]) == 1 for d in found), total)
    ledger.equal("both read the same", [d["file"] for d in found if d["zbar"] != d["zxing"]], [])
    ledger.equal("the codes are upper-case HTTPS addresses",
                 [d["zbar"] for d in found if not (d["zbar"] and d["zbar"][0].startswith("HTTPS://")
                                                    and d["zbar"][0] == d["zbar"][0].upper())][:3], [])
    codes = [d["zbar"][0].rsplit("/V/", 1)[-1][:16] if d["zbar"] else "" for d in found]
    ledger.equal("each QR code belongs to another certificate of the register", set(codes), set(register))
    nameless = [(d["file"], register[c][0]["holder"]) for d, c in zip(found, codes)
                if c in register and register[c][0]["holder"] not in d["text"]]
    ledger.equal("pdftotext gives each holder's name verbatim", nameless[:5], [])
    holders = sorted(face["holder"] for face, _ in register.values())
    ledger.equal("the holders are exactly those who earned it", holders, sorted(ready_names().values()))
    serials = [c for d, c in zip(found, codes) if c in register and register[c][0]["serial"] not in d["text"]]
    ledger.equal("pdftotext gives each serial", serials[:5], [])
    ledger.equal("qpdf --check finds nothing", [(d["file"], d["syntax"]) for d in found if d["syntax"]][:3], [])
    loose = {name for d in found for name, embedded, subset in d["fonts"] if not (embedded and subset)}
    ledger.equal("all fonts are embedded and subset", loose, set())
    ledger.check("each file has a font", all(d["fonts"] for d in found))
    sizes = sorted(p.stat().st_size for p in pdfs)
    if sizes:
        print(f"        sizes: {sizes[0]} to {sizes[-1]} bytes, median {sizes[len(sizes) // 2]}")
    follow_codes(ledger, product, data, codes, register)


def follow_codes(ledger, product, data, codes, register):
    wrong = []
    with Server(product, data) as server:
        for number, code in enumerate(codes):
            visitor = Visitor(server.port, address=f"198.51.{number // 250}.{number % 250 + 1}")
            answer = visitor.request("GET", f"/V/{code}", headers={"Accept": "application/json"})
            known = register.get(code)
            body = json.loads(answer.body) if answer.status == 200 else {}
            values = set(leaves(body))
            if not known or not {known[0]["holder"], known[0]["serial"]} <= values:
                wrong.append((code, answer.status, answer.text[:200]))
    ledger.equal("each QR code leads to its own record (JSON from the running server)", wrong[:3], [])



def leaves(value):
    """Every text in a JSON value."""
    if isinstance(value, dict):
        for item in value.values():
            yield from leaves(item)
    elif isinstance(value, list):
        for item in value:
            yield from leaves(item)
    elif isinstance(value, str):
        yield value
