"""What the check page costs the server, by others and by us, in one run: random codes, under wrk."""

import contextlib
import html
import http.client
import json
import os
import random
import re
import socket
import statistics
import subprocess
import time
from pathlib import Path

import certificates
import cost
import design
import register

HERE = Path(__file__).parent / "check_page"
CONNECTIONS, SECONDS, COMPARED = 16, 4, 200
MOMENT = re.compile(r'(?<=<p class="checked">Disemak pada ).*?(?=\.</p>)')


class Server:
    """A server on a free port of this machine, until the block ends."""

    def __init__(self, name, command, extra=None, cwd=design.CHECKOUT):
        self.name, self.command, self.extra, self.cwd = name, command, extra or {}, cwd
        self.port = free_port()

    def __enter__(self):
        command = [str(part).replace("PORT", str(self.port)) for part in self.command]
        kept = {name: value for name, value in os.environ.items() if not name.startswith("AKMAL_")}
        self.process = subprocess.Popen(command, cwd=self.cwd, env=kept | self.extra, stdin=subprocess.DEVNULL,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(600):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1):
                return self
            if self.process.poll() is not None:
                break
            time.sleep(0.05)
        self.__exit__()
        raise SystemExit(f"peers: {self.name} does not answer")

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def get(self, path):
        """Status and text of a page."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        told = {"Host": "localhost", "X-Forwarded-For": "10.0.0.1", "Accept": "text/html"}
        connection.request("GET", path, headers=told)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()

    def spent(self):
        return cost.of(self.process.pid) + sum(map(cost.of, cost.below(self.process.pid)))

    def rest(self):
        """Waits until it has no work of its own, such as proofs for certificates that have none yet."""
        for _ in range(200):
            before = self.spent()
            time.sleep(3)
            if self.spent() - before < 0.03:
                return
        raise SystemExit(f"peers: {self.name} does not come to rest")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def measure(program, tools, folder, rounds):
    data = folder / "register"
    certificates.command([program, "demo", "--data", data, "--no-issue", "--no-serve"])
    certificates.command([program, "issue", "--course", certificates.COURSE, "--data", data])
    crowd = register.crowd(data / "akmal2u.sqlite", certificates.COURSE)
    (folder / "codes.txt").write_text("".join(f"{register.grouped(code)}\n" for code, _ in crowd))
    ours = Server("AKMAL2U", [program, "serve", "--data", data, "--port", "PORT"])
    with ours:
        ours.rest()
        entries = register.entries(data / "akmal2u.sqlite")
        register.plain(folder / "plain.sqlite", crowd, entries)
        cut(ours, folder / "pieces.json", entries[register.MARKED])
        with contextlib.ExitStack() as stack:
            servers = [ours, *map(stack.enter_context, others(tools, folder))]
            compared = compare(servers, random.Random(1).sample(crowd, COMPARED))
            return loads(servers, folder, rounds, compared)


def cut(server, file, entry):
    """The page's pieces, from the page that the product gives for the certificate that shows where its values are."""
    status, page = server.get(f"/v/{register.MARKED}")
    moment = MOMENT.search(page)
    if status != 200 or not moment:
        raise SystemExit(f"peers: the product's check page has another form ({status})")
    file.write_text(json.dumps(register.cut(page, moment[0], entry)))


def others(tools, folder):
    pieces, database = folder / "pieces.json", folder / "plain.sqlite"
    uvicorn = ("--host", "127.0.0.1", "--port", "PORT", "--no-access-log", "--log-level", "error")
    return [
        Server("Go, net/http and SQLite", [tools / "check-go", "127.0.0.1:PORT", pieces, database]),
        Server("Starlette, uvicorn and sqlite3",
               [tools / "python" / "bin" / "python", "-B", "-m", "uvicorn", "starlette_page:app", *uvicorn],
               {"PIECES": str(pieces), "DATABASE": str(database)}, HERE),
    ]


def compare(servers, sample):
    """Whether all give the page that the product gives, but for the moment and how a quotation mark is written."""
    same = dict.fromkeys((server.name for server in servers), 0)
    for code, face in sample:
        pages = []
        for server in servers:
            status, page = server.get(f"/v/{register.grouped(code)}")
            pages.append((status, html.unescape(MOMENT.sub("", page))))
        for server, page in zip(servers, pages):
            same[server.name] += page == pages[0] and page[0] == 200 and face["holder"] in page[1]
    return same


def loads(servers, folder, rounds, compared):
    runs = {server.name: [] for server in servers}
    counts = {server.name: [] for server in servers}
    for number in range(rounds + 1):
        for server in servers:
            before = server.spent()
            count = load(server, folder / "codes.txt", number)
            if number:
                runs[server.name].append((server.spent() - before) * 1_000_000 / count)
                counts[server.name].append(count)
    return [cost.Figure(server.name, runs[server.name], f"{rounds} × {statistics.median(counts[server.name]):.0f}", None,
                        cost.Checked(compared[server.name], COMPARED)) for server in servers]


def load(server, codes, seed):
    """Answers that wrk counted in one run; none may be anything but the page."""
    output = subprocess.run(
        ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-s", HERE / "random_codes.lua",
         f"http://127.0.0.1:{server.port}", codes, str(seed)], capture_output=True, text=True, check=True).stdout
    count, wrong = map(int, re.search(r"^counted (\d+) (\d+)$", output, re.M).groups())
    if wrong or not count:
        raise SystemExit(f"peers: {server.name}: {wrong} of {count} requests went wrong: {output[-400:]}")
    return count
