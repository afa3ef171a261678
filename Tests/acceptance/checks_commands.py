"""The command line: help that teaches, messages that name what is wrong, exit codes."""

import csv
import filecmp
import subprocess
import sys

import documents
from product import DEMO, MAIN_COURSE, Register


def seed(ledger, product, data):
    ledger.section("Seeding")
    result = product.run("demo", "--data", data, "--no-issue", "--no-serve")
    ledger.check("akmal demo seeds an academy", result.returncode == 0, (result.stdout + result.stderr)[-600:])


def everything(ledger, product, folder, issued):
    demonstration(ledger, folder)
    help_text = product.run("--help").stdout
    wanted = ("serve", "demo", "issue", "check", "render", "migrate", "doctor", "user", "outbox")
    ledger.equal("--help names every command", [word for word in wanted if word not in help_text], [])
    for word in wanted:
        result = product.run(word, "--help")
        ledger.check(f"{word} --help explains itself", result.returncode == 0 and len(result.stdout) > 150)
    doctor = product.run("doctor", "--data", issued)
    ledger.check("doctor finds everything in order", doctor.returncode == 0, (doctor.stdout + doctor.stderr)[-600:])
    codes(ledger, product, issued)
    issuing_again(ledger, product, folder, issued)
    specimens(ledger, product, folder)
    bad_input(ledger, product, folder, issued)


def demonstration(ledger, folder):
    made = folder / "generated"
    made.mkdir()
    subprocess.run([sys.executable, "-B", DEMO / "generate.py", made], check=True, timeout=120)
    names = [path.name for path in DEMO.glob("*.csv")]
    same, _, _ = filecmp.cmpfiles(DEMO, made, names, shallow=False)
    ledger.equal("the demonstration's files are what its generator makes", sorted(same), sorted(names))


def codes(ledger, product, issued):
    code, face, _ = Register(issued).faces(MAIN_COURSE)[0]
    known = product.run("check", code, "--data", issued)
    ledger.check("check CODE tells the holder", known.returncode == 0 and face["holder"] in known.stdout, known.stdout)
    unknown = product.run("check", "0000-0000-0000-0000", "--data", issued)
    ledger.check("check of an unknown code ends with another code", unknown.returncode != 0, unknown.stdout)


def issuing_again(ledger, product, folder, issued):
    before = Register(issued).count()
    again = product.run("issue", "--course", MAIN_COURSE, "--data", issued)
    ledger.check("issuing a course again changes nothing", again.returncode == 0
                 and Register(issued).count() == before, again.stdout[-300:])


def specimens(ledger, product, folder):
    for form in ("pdf", "png"):
        target = folder / f"specimen.{form}"
        result = product.run("render", "--template", "certificates/participation", "--output", target)
        if ledger.check(f"render makes a specimen as {form.upper()}", result.returncode == 0 and target.exists(),
                        result.stderr[-300:]) and form == "pdf":
            # Across the page: a reader breaks it into lines, so what counts is the letters in the order of drawing.
            drawn = "".join(documents.run("pdftotext", "-raw", target, "-").split())
            ledger.check("which says across that it is a specimen", "SPESIMEN" in drawn, drawn[-60:])


def bad_input(ledger, product, folder, issued):
    nothing = product.run("issue", "--course", "NO-SUCH-COURSE", "--data", issued)
    ledger.check("an unknown course is named", nothing.returncode != 0 and "NO-SUCH-COURSE" in nothing.stderr,
                 nothing.stderr)
    broken = folder / "broken.csv"
    with open(broken, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["mykad"], ["850101145677"], ["not-a-number"]])
    result = product.run("issue", "--course", MAIN_COURSE, "--csv", broken, "--data", issued)
    told = result.stdout + result.stderr
    ledger.check("a bad row of a CSV file is told with file, line and field", result.returncode != 0
                 and "broken.csv" in told and "3" in told and "mykad" in told, told[-300:])
    port = product.run("serve", "--port", "99999", "--data", issued)
    ledger.check("a port that is none is refused", port.returncode != 0 and "99999" in port.stderr, port.stderr)
