"""What the server says to programs: headers, ranges, limits, bad input, and its manners when it is told to stop."""

import http.client
import json
import re
import signal
import socket
import threading
import time

from browserless import Visitor, links
from product import Register, Server, rows

PASSWORD = rows("accounts.csv")[0]["password"]


def sign_in(server, prefix, address="192.0.2.10"):
    name = next(a["name"] for a in rows("accounts.csv") if a["name"].startswith(prefix))
    visitor = Visitor(server.port, address)
    visitor.follow(visitor.sign_in(name, PASSWORD))
    return visitor


def everything(ledger, product, data):
    code = Register(data).query("SELECT code FROM certificate WHERE status = 'valid' LIMIT 1")[0][0]
    with Server(product, data) as server:
        probes(ledger, server)
        headers(ledger, server, code)
        answers_about_codes(ledger, server, code)
        own_data_only(ledger, server)
        ranges(ledger, server)
        bad_input(ledger, server, code)
        limits(ledger, server, code)
    own_log(ledger, server)


def own_log(ledger, server):
    shape = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z (info|notice|warning|error) akmal:( [\w.]+=.*)? \[\w+\] .+")
    lines = server.log.read_text().splitlines()
    ledger.check("each line of the log is one event with its moment", len(lines) > 100 and all(map(shape.fullmatch, lines)),
                 [line for line in lines if not shape.fullmatch(line)][:3])
    checks = [line for line in lines if "route=/v/{code} status=200" in line]
    ledger.check("requests are told by pattern, with an id", checks and all(
        re.search(r"method=(GET|HEAD) microseconds=\d+ request_id=[0-9a-f]{16} ", line) for line in checks), checks[:2])


def probes(ledger, server):
    visitor = Visitor(server.port)
    ledger.equal("/healthz answers", visitor.get("/healthz").status, 200)
    ledger.equal("/readyz answers", visitor.get("/readyz").status, 200)
    metrics = visitor.get("/metrics")
    ledger.check("/metrics speaks Prometheus text", metrics.status == 200 and "# TYPE" in metrics.text, metrics.status)


def headers(ledger, server, code):
    for path in ("/", "/masuk", f"/v/{code}", "/nowhere"):
        sent = Visitor(server.port, "192.0.2.11").get(path).headers
        policy = sent.get("content-security-policy", "")
        ledger.check(f"{path} has a content policy without unsafe-inline",
                     "default-src" in policy and "unsafe" not in policy and "frame-ancestors" in policy, policy)
        ledger.equal(f"{path} forbids sniffing", sent.get("x-content-type-options"), "nosniff")
        ledger.check(f"{path} limits the referrer", sent.get("referrer-policy", "") not in ("", "unsafe-url"), sent)
    cookie = "".join(Visitor(server.port, "192.0.2.11").sign_in(rows("accounts.csv")[3]["name"], PASSWORD).cookies)
    ledger.check("the session's cookie is HttpOnly and SameSite", "httponly" in cookie.lower()
                 and "samesite" in cookie.lower(), cookie)
    ledger.check("the public page tells no MyKad number", not any(
        row["mykad"] in Visitor(server.port, "192.0.2.11").get(f"/v/{code}").text for row in rows("officers.csv")))


def answers_about_codes(ledger, server, code):
    visitor = Visitor(server.port, "192.0.2.12")
    json_type = {"Accept": "application/json"}
    known = visitor.request("GET", f"/v/{code}", headers=json_type)
    ledger.check("a known code is answered in JSON", known.status == 200
                 and "json" in known.headers["content-type"], known.status)
    dashed = "-".join(code[i:i + 4] for i in range(0, 16, 4)).lower()
    same = visitor.follow(visitor.request("GET", f"/v/{dashed}", headers=json_type))
    ledger.equal("with dashes and in lower case it is the same", same.status, 200)
    unknown = visitor.request("GET", "/v/0000000000000000", headers=json_type)
    ledger.equal("an unknown code is a 404", unknown.status, 404)
    ledger.check("in JSON too", isinstance(json.loads(unknown.body), dict))
    page = visitor.get("/v/0000000000000000")
    ledger.check("its page says TIDAK DITEMUI", page.status == 404 and "TIDAK DITEMUI" in page.text, page.status)
    ledger.equal("a page that does not exist is a 404", visitor.get("/nowhere").status, 404)
    typed = visitor.follow(visitor.get(f"/semak?kod={dashed}"))
    ledger.check("a typed code leads to its page", typed.status == 200 and "SAH" in typed.text, typed.status)


def own_data_only(ledger, server):
    stranger = Visitor(server.port, "192.0.2.13")
    for path in ("/sijil", "/pentadbir"):
        ledger.check(f"{path} asks a stranger to sign in", stranger.get(path).status in (302, 303, 401))
    officer = sign_in(server, "nur.aisyah")
    ledger.check("an officer does not get the administrators' pages", officer.get("/pentadbir").status in (403, 404))
    own = [link for link in links(officer.get("/sijil").text) if link.endswith("/muat-turun")]
    if ledger.check("an officer sees an own certificate", own):
        other = sign_in(server, "ravichandran", "192.0.2.14")
        ledger.check("another officer does not get it", other.get(own[0]).status in (403, 404))
        ledger.check("nor does a stranger", stranger.get(own[0]).status in (302, 303, 401))
    no_token = officer.request("POST", "/keluar", {})
    ledger.check("a form without its token is refused", no_token.status in (400, 403), no_token.status)
    wrong = Visitor(server.port, "192.0.2.15").sign_in(rows("accounts.csv")[3]["name"], "Not-The-Password-1")
    ledger.check("a wrong password is refused", wrong.status in (200, 401, 403, 422)
                 and "tidak betul" in wrong.text, wrong.status)


def ranges(ledger, server):
    officer = sign_in(server, "nur.aisyah", "192.0.2.16")
    path = next(link for link in links(officer.get("/sijil").text) if link.endswith("/muat-turun"))
    whole = officer.get(path)
    tag = whole.headers.get("etag", "")
    ledger.check("a download has a strong ETag", whole.status == 200 and tag.startswith('"'), (whole.status, tag))
    ledger.check("it is a PDF", whole.body.startswith(b"%PDF-") and "pdf" in whole.headers["content-type"])
    name = whole.headers.get("content-disposition", "")
    ledger.check("it has a plain and a UTF-8 file name", 'filename="' in name and "filename*=UTF-8''" in name, name)
    ledger.equal("If-None-Match gives 304", officer.get(path, If_None_Match=tag).status, 304)
    part = officer.get(path, Range="bytes=100-199")
    ledger.check("a range gives 206 and its bytes", part.status == 206 and part.body == whole.body[100:200], part.status)
    last = officer.get(path, Range="bytes=-50")
    ledger.check("so does a range from the end", last.status == 206 and last.body == whole.body[-50:], last.status)
    ledger.equal("a range past the end gives 416", officer.get(path, Range=f"bytes={len(whole.body) + 9}-").status, 416)
    head = officer.request("HEAD", path)
    ledger.check("HEAD gives the length without the body", head.status == 200 and head.body == b""
                 and head.headers.get("content-length") == str(len(whole.body)), head.status)
    ledger.equal("a second download is the same bytes", officer.get(path).body == whole.body, True)


BAD_BODIES = ["csrf=x&csrf=y&id=a", "id[x]=1&id=2", "%zz=1", "id=%ff%fe&kata-laluan=%00", "a" * 200_000, "&&&==="]
BAD_PATHS = ["/v/%00", "/v/" + "A" * 5000, "/v/%ff", "/semak?kod=%zz", "/semak?kod=" + "0" * 3000, "/sijil/..%2f..%2fetc",
             "/assets/..%2f..%2fPackage.swift", "/assets/../Package.swift", "/V/", "//", "/v/' OR 1=1 --".replace(" ", "%20"),
             "/semak?kod=a&kod=b"]


def bad_input(ledger, server, code):
    visitor = Visitor(server.port, "192.0.2.17")
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    statuses = [visitor.request("POST", "/masuk", body, form).status for body in BAD_BODIES]
    ledger.check("no malformed form is a fault of ours", all(400 <= s < 500 for s in statuses), statuses)
    statuses = [visitor.get(path).status for path in BAD_PATHS]
    ledger.check("no malformed address is a fault of ours", all(s < 500 and s != 200 or p.startswith("/semak")
                                                                  for p, s in zip(BAD_PATHS, statuses)), statuses)
    ledger.equal("a method that a page does not have gives 405",
                 visitor.request("DELETE", f"/v/{code}").status, 405)
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as raw:
        raw.sendall(b"this is not HTTP\r\n\r\n")
        answer = raw.recv(100)
        ledger.check("what is not HTTP is refused", answer == b"" or answer.startswith(b"HTTP/1.1 4"), answer)
    ledger.equal("the server still stands", visitor.get("/healthz").status, 200)


def limits(ledger, server, code):
    hasty = Visitor(server.port, "192.0.2.99")
    statuses = []
    for _ in range(2000):
        answer = hasty.get(f"/v/{code}")
        statuses.append(answer.status)
        if answer.status == 429:
            break
    ledger.equal("one address that asks too often is answered 429", statuses[-1], 429)
    ledger.check("with a time to wait", int(answer.headers.get("retry-after", "0")) > 0, answer.headers)
    ledger.equal("another address is not held back", Visitor(server.port, "192.0.2.98").get(f"/v/{code}").status, 200)
    guesser = Visitor(server.port, "192.0.2.97")
    name = rows("accounts.csv")[4]["name"]
    tries = [guesser.sign_in(name, f"Wrong-Guess-{n:04}").status for n in range(25)]
    ledger.check("guessing passwords is throttled", 429 in tries, tries)


def honest_pages(ledger, product, data):
    """Revoked, suspended and superseded certificates each have a page of their own, never a 404."""
    register = Register(data)
    codes = [code for code, _, _ in register.faces("AKMAL-IND-001")[:4]]
    for code, status in zip(codes, ("revoked", "suspended", "superseded")):
        register.change("UPDATE certificate SET status = ?, status_reason = 'contoh', status_at = issued_at "
                        "WHERE code = ?", status, code)
    register.change("UPDATE certificate SET superseded_by = (SELECT id FROM certificate WHERE code = ?) WHERE code = ?",
                    codes[3], codes[2])
    with Server(product, data) as server:
        for code, word in zip(codes, ("DIBATALKAN", "DIGANTUNG", "DIGANTI", "SAH")):
            page = Visitor(server.port, "192.0.2.20").get(f"/v/{code}")
            ledger.check(f"its page says {word}", page.status == 200 and word in page.text, page.status)
    return dict(zip(("revoked", "suspended", "superseded"), codes))


def polite_end(ledger, product, data):
    """SIGTERM while a download is under way: it is finished, then the process ends with 0."""
    with Server(product, data) as server:
        staff = sign_in(server, "pentadbir", "192.0.2.30")
        course = next(link for link in links(staff.get("/pentadbir").text) if "/pentadbir/kursus/" in link)
        ids = Register(data).query("SELECT id FROM course WHERE code = 'AKMAL-IND-001'")
        target = f"/pentadbir/kursus/{ids[0][0]}/sijil.zip" if ids else f"{course}/sijil.zip"
        outcome = {}

        def download():
            connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
            cookie = "; ".join(f"{k}={v}" for k, v in staff.cookies.items())
            connection.request("GET", target, headers={"Cookie": cookie})
            response = connection.getresponse()
            outcome["status"] = response.status
            body = response.read(1000)
            outcome["begun"] = True
            time.sleep(0.5)
            outcome["size"] = len(body) + len(response.read())

        thread = threading.Thread(target=download)
        thread.start()
        deadline = time.monotonic() + 20
        while "begun" not in outcome and time.monotonic() < deadline:
            time.sleep(0.02)
        server.process.send_signal(signal.SIGTERM)
        thread.join(60)
        code = server.process.wait(30)
    ledger.check("a download under way at SIGTERM is finished", outcome.get("status") == 200
                 and outcome.get("size", 0) > 1_000_000, outcome)
    ledger.equal("the server then ends with 0", code, 0)
