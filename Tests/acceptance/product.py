"""The release program as its users meet it: commands, and a server on a free port of this machine."""

import contextlib
import csv
import http.client
import json
import os
import re
import signal
import socket
import sqlite3
import subprocess
import time
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent.parent
DEMO = CHECKOUT / "Assets" / "demo"
MAIN_COURSE = "AKMAL-IND-001"


def rows(name):
    with open(DEMO / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def is_ready(row):
    return ((row["outcome"], row["attendance"]) == ("completed", "confirmed") and row["evaluation"] in ("sent", "exempt")
            and row["fee"] in ("verified", "exempt", "not_applicable"))


def ready_names(course=MAIN_COURSE):
    """Names of those who have earned the course's certificate, by MyKad number."""
    names = {row["mykad"]: row["name"] for row in rows("officers.csv")}
    return {row["officer_mykad"]: names[row["officer_mykad"]] for row in rows("participations.csv")
            if row["course_code"] == course and is_ready(row)}


def environment(**extra):
    kept = {name: value for name, value in os.environ.items() if not name.startswith("AKMAL_")}
    return kept | extra


class Product:
    def __init__(self, program):
        self.program = str(Path(program).resolve())

    def run(self, *arguments, timeout=600, cwd=CHECKOUT, input="", extra={}):
        return subprocess.run([self.program, *map(str, arguments)], capture_output=True, text=True, timeout=timeout,
                              input=input, env=environment(**extra), cwd=cwd)

    def start(self, *arguments, log, extra={}):
        """Starts a command; its output goes to the file `log`."""
        return subprocess.Popen([self.program, *map(str, arguments)], stdout=open(log, "wb"),
                                stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, env=environment(**extra), cwd=CHECKOUT)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """`with Server(product, data) as server:` serves `data` until the block ends."""

    def __init__(self, product, data, port=None, arguments=(), extra={}):
        self.product, self.data, self.port = product, Path(data), port or free_port()
        self.arguments, self.extra = list(arguments), extra
        self.log = self.data.parent / f"{self.data.name}-serve.log"

    @property
    def base(self):
        return f"http://127.0.0.1:{self.port}"

    def __enter__(self):
        self.process = self.product.start(
            "serve", "--data", self.data, "--port", self.port, *self.arguments, log=self.log, extra=self.extra)
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise RuntimeError(f"serve ended with {self.process.returncode}: {self.tail()}")
            try:
                connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=2)
                connection.request("GET", "/readyz")
                if connection.getresponse().status == 200:
                    return self
            except OSError:
                pass
            time.sleep(0.05)
        self.stop()
        raise RuntimeError(f"the server was not ready within 30 s: {self.tail()}")

    def __exit__(self, *_):
        self.stop()

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        return self.process.returncode

    def tail(self):
        return self.log.read_text(errors="replace")[-1500:] if self.log.exists() else ""


class Register:
    """A look at the certificates from outside, with another SQLite than the product's."""

    def __init__(self, data):
        files = sorted(Path(data).glob("*.sqlite*")) + sorted(Path(data).glob("*.db"))
        self.path = next((f for f in files if not re.search(r"-(wal|shm)$", f.name)), None)

    def query(self, statement, *values):
        if self.path is None:
            return []
        with contextlib.closing(sqlite3.connect(f"file:{self.path}?mode=ro", uri=True, timeout=10)) as connection:
            return connection.execute(statement, values).fetchall()

    def change(self, statement, *values):
        """For what no command does yet; never while the product runs."""
        with contextlib.closing(sqlite3.connect(self.path, timeout=10)) as connection, connection:
            connection.execute(statement, values)

    def count(self):
        """Certificates so far; 0 while there is no database."""
        try:
            return self.query("SELECT count(*) FROM certificate")[0][0]
        except (IndexError, sqlite3.Error):
            return 0

    def count_of_course(self, code):
        return len(self.faces(code))

    def faces(self, code):
        """(public code, face, serial number) of every certificate of a course that was released."""
        found = self.query("""SELECT c.code, c.face, c.serial_number FROM certificate c JOIN course k
            ON k.id = c.course_id WHERE k.code = ? AND c.status = 'valid' ORDER BY c.serial_number""", code)
        return [(public, json.loads(face), number) for public, face, number in found]
