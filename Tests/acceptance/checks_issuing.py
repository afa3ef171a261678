"""One certificate a participant, whoever asks, however often, and whatever happens to the machine meanwhile."""

import random
import shutil
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from browserless import Visitor, field, posts
from product import MAIN_COURSE, Register, Server, ready_names, rows
from vault import Vault

ROUNDS = 20
ASKERS = 64
SESSIONS = 8


def sixty_four_at_once(ledger, product, data):
    """64 requests of eight sessions for one certificate that is earned and not yet issued."""
    account = next(a for a in rows("accounts.csv") if a["name"].startswith("nur.aisyah"))
    before = Register(data).count()
    with Server(product, data) as server:
        sessions = [Visitor(server.port, address=f"203.0.113.{number + 1}") for number in range(SESSIONS)]
        pages = []
        for visitor in sessions:
            visitor.follow(visitor.sign_in(account["name"], account["password"]))
            pages.append(visitor.get("/sijil").text)
        targets = [target for target in posts(pages[0]) if target.startswith("/sijil/kursus/")]
        ledger.equal("one certificate waits to be made on the officer's page", len(targets), 1)

        def ask(number):
            visitor = sessions[number % SESSIONS].twin()
            token = field(pages[number % SESSIONS], "csrf")
            answer = visitor.request("POST", targets[0], {"csrf": token})
            document = visitor.follow(answer)
            return answer.status, document.status, document.headers.get("content-type", ""), document.body

        with ThreadPoolExecutor(ASKERS) as pool:
            answers = list(pool.map(ask, range(ASKERS)))
    statuses = sorted({(first, last) for first, last, _, _ in answers})
    ledger.check("all 64 are answered with the document", all(a[1] == 200 and "pdf" in a[2] for a in answers), statuses)
    ledger.equal("all 64 got the same bytes", len({a[3] for a in answers}), 1)
    ledger.equal("one certificate was made", Register(data).count() - before, 1)
    ledger.equal("no serial stands twice", Register(data).query(
        "SELECT count(*) - count(DISTINCT serial_year || '/' || serial_number) FROM certificate"), [(0,)])


def kill_and_resume(ledger, product, seeded, folder):
    """kill -9 at random points of a 250-issue, then the same command again."""
    wanted = sorted(ready_names().values())
    chance = random.Random(9)
    whole = time_of_issue(product, seeded, folder)
    print(f"        an undisturbed issue takes {whole:.1f} s")
    bad, caught = [], 0
    for number in range(ROUNDS):
        data = Path(folder) / f"kill-{number}"
        shutil.copytree(seeded, data)
        # The first third goes by while the program starts.
        delay = chance.uniform(whole / 3, whole)
        process = product.start("issue", "--course", MAIN_COURSE, "--data", data, log=Path(folder) / f"kill-{number}.log")
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        process.wait()
        begun, reached = Register(data).query("""SELECT count(*), count(document_sha256) FROM certificate c
            JOIN course k ON k.id = c.course_id WHERE k.code = ?""", MAIN_COURSE)[0]
        caught += begun > 0 and reached < len(wanted)
        result = product.run("issue", "--course", MAIN_COURSE, "--data", data)
        problem = "" if result.returncode == 0 else f"exit {result.returncode}: {result.stderr[-200:]}"
        problem = problem or fault(data, wanted)
        if problem:
            bad.append(f"round {number}, killed after {delay:.2f} s at {reached}: {problem}")
        else:
            shutil.rmtree(data)
    ledger.check(f"kill -9 at {ROUNDS} random points, then resumed: 250 each, no serial twice, none missing", not bad,
                 "; ".join(bad[:3]))
    ledger.check(f"most kills ({caught}) fell into the middle of the issue", caught >= ROUNDS // 4, caught)


def time_of_issue(product, seeded, folder):
    data = Path(folder) / "undisturbed"
    shutil.copytree(seeded, data)
    start = time.monotonic()
    product.run("issue", "--course", MAIN_COURSE, "--data", data)
    return time.monotonic() - start


def fault(data, wanted):
    """What is wrong with a folder after the resume; empty when nothing."""
    register = Register(data)
    faces = register.faces(MAIN_COURSE)
    if sorted(face["holder"] for _, face, _ in faces) != wanted:
        return f"{len(faces)} released certificates"
    rows = register.query("""SELECT count(*) FROM certificate c JOIN course k ON k.id = c.course_id
        WHERE k.code = ?""", MAIN_COURSE)[0][0]
    if rows != len(wanted):
        return f"{rows} rows for {len(wanted)} certificates"
    # Other courses have certificates too, before these; in a year no number may be missing.
    years = {}
    for year, number in register.query("SELECT serial_year, serial_number FROM certificate"):
        years.setdefault(year, []).append(number)
    for year, numbers in years.items():
        if sorted(numbers) != list(range(1, len(numbers) + 1)):
            return f"serials of {year} have gaps or repeat: {sorted(numbers)[:5]} … {sorted(numbers)[-3:]}"
    if len({code for code, _, _ in faces}) != len(wanted):
        return "public codes repeat"
    missing = {sha for (sha,) in register.query("SELECT document_sha256 FROM certificate")} - Vault(data).all().keys()
    return f"{len(missing)} documents are missing or damaged" if missing else ""
