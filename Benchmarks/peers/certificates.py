"""What one certificate costs, by others and by us, in one run."""

import hashlib
import json
import re
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path
from statistics import median

import cost
import design
import examine

COURSE = "AKMAL-IND-001"
# How many certificates are made in a run: enough for ticks of ten milliseconds not to matter.
PEERS = {"typst": 60, "reportlab": 30, "chromium": 20, "fpdf2": 10, "weasyprint": 10}
TITLES = {"typst": "Typst", "reportlab": "ReportLab", "chromium": "Chromium", "fpdf2": "fpdf2",
          "weasyprint": "WeasyPrint"}
WARM_UP = 5


class Worker:
    def __init__(self, peer, fonts):
        self.peer = peer
        self.process = subprocess.Popen(
            [sys.executable, "-B", Path(__file__).with_name("worker.py"), peer, fonts], text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.version = self.answer()["version"]

    def run(self, start, count, folder):
        self.process.stdin.write(json.dumps({"start": start, "count": count, "folder": str(folder)}) + "\n")
        self.process.stdin.flush()
        return self.answer()

    def answer(self):
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit(f"peers: {self.peer} ended without an answer; its message is above")
        return json.loads(line)

    def close(self):
        self.process.stdin.close()
        self.process.wait(60)


def measure(program, fonts, folder, rounds):
    """Ours before and after the peers, who take turns: a busy machine slows all alike."""
    before = bench(program)
    peers = others(fonts, folder, rounds)
    issued = issuing(program, folder, rounds)
    after = bench(program)
    return [ours(before, after), *sorted([issued, *peers], key=lambda figure: figure.median)]


def bench(program):
    """The product's own benchmark as it prints it: the extremes and the median of five runs, their samples, the size."""
    output = subprocess.run([program.with_name("akmal-bench"), "certificate"], cwd=design.CHECKOUT, check=True,
                            capture_output=True, text=True).stdout
    number = r"([\d.]+)"
    figure = rf"^certificate, compiled path: {number} ms CPU \({number} … {number}, 5 runs of (\d+)\)"
    found = re.search(figure, output, re.M)
    size = re.search(rf"^certificate, size: {number} KB", output, re.M)
    if not (found and size):
        raise SystemExit(f"peers: akmal-bench printed what is not understood: {output}")
    middle, low, high = map(float, found.groups()[:3])
    return [low, middle, high], int(found[4]), float(size[1])


def ours(before, after):
    return cost.Figure("AKMAL2U, stamped, signed and sealed, in memory", before[0] + after[0],
                       f"10 × {before[1]}", before[2], None)


def others(fonts, folder, rounds):
    workers = [Worker(peer, fonts) for peer in PEERS]
    made = {worker.peer: [] for worker in workers}
    for number in range(rounds + 1):
        for worker in workers:
            count = PEERS[worker.peer] if number else WARM_UP
            place = folder / worker.peer / str(number)
            place.mkdir(parents=True)
            result = worker.run(1 + number * 1000, count, place)
            if number:
                made[worker.peer].append(result)
    for worker in workers:
        worker.close()
    return [figure(worker, made[worker.peer], folder) for worker in workers]


def figure(worker, results, folder):
    files, count = [], PEERS[worker.peer]
    for number in range(1, len(results) + 1):
        for person in design.people(1 + number * 1000, count):
            file = folder / worker.peer / str(number) / f"{person.number:06}.pdf"
            files.append((file, person.name, person.address))
    size = median(size for result in results for size in result["sizes"]) / 1024
    return cost.Figure(f"{TITLES[worker.peer]} {worker.version}", [result["ms"] for result in results],
                       f"{len(results)} × {count}", size, verdict(files))


def verdict(files):
    """How many files are certificates, of how many that were timed."""
    wrong = examine.problems(files)
    for sentence in wrong[:3]:
        print(f"  wrong: {sentence}", file=sys.stderr)
    return cost.Checked(len(files) - len(wrong), len(files))


def issuing(program, folder, rounds):
    """The whole command: database, gate, seal, log and durable files, with the program's start."""
    seeded = folder / "seeded"
    command([program, "demo", "--data", seeded, "--no-issue", "--no-serve"])
    runs, files, count = [], [], 0
    for number in range(rounds):
        data = folder / f"issued-{number}"
        shutil.copytree(seeded, data)
        start = cost.own()
        command([program, "issue", "--course", COURSE, "--data", data])
        spent = cost.own() - start
        # They are there by now; asked again, the program packs what it keeps.
        command([program, "issue", "--course", COURSE, "--data", data, "--zip", data / "papers.zip"])
        issued = papers(data)
        count, files = len(issued), files + issued
        runs.append(spent * 1000 / count)
    size = median(file.stat().st_size for file, _, _ in files) / 1024
    return cost.Figure("AKMAL2U, `akmal issue`: from database to durable, logged files", runs, f"{rounds} × {count}",
                       size, verdict(files))


def command(arguments):
    result = subprocess.run(arguments, cwd=design.CHECKOUT, capture_output=True, text=True)
    if result.returncode not in (0, 20):
        told = " ".join(map(str, arguments[:2]))
        raise SystemExit(f"peers: {told} ended with {result.returncode}: {result.stderr[-600:]}")


def papers(data):
    """(file, name, beginning of the address) of all certificates of the course."""
    with sqlite3.connect(data / "akmal2u.sqlite") as connection:
        rows = connection.execute(
            "SELECT c.document_sha256, c.code, c.face FROM certificate c JOIN course k ON k.id = c.course_id "
            "WHERE k.code = ? AND c.status = 'valid'", (COURSE,)).fetchall()
    with zipfile.ZipFile(data / "papers.zip") as archive:
        archive.extractall(data / "papers")
    files = {hashlib.sha256(file.read_bytes()).hexdigest(): file for file in (data / "papers").glob("sijil/*.pdf")}
    found = []
    for digest, code, face in rows:
        face = json.loads(face)
        file = files[digest]
        found.append((file, " ".join(face["holder"].split()), f"HTTPS://{face['host'].upper()}/V/{code}#"))
    return found
