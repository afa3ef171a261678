"""Papers and files proved in a real Chromium: by the page's own modules, by the page, and with the network denied."""

import contextlib
import functools
import http.client
import http.server
import json
import random
import tempfile
import threading
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path

from playwright.sync_api import sync_playwright

import checks_camera
import checks_packed
import proof_forgeries
import proof_photos
from product import CHECKOUT, Register, Server
from proof_maker import DIGITS, ISSUED, LOGGED, Academy, Holder, b64, decimal
from proof_packed import PackedDraft

MUTATIONS = 20_000
JUDGE = """async ({ keys, lists, jobs, now }) => {
    const { Trust } = await import("/verify/trust.js");
    const { judgeFile } = await import("/verify/judge-file.js");
    const { judgePaper } = await import("/verify/judge-paper.js");
    const trust = new Trust(keys, async (path) => lists[path] ?? null);
    const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const found = [];
    for (const { file, paper, facts, answer } of jobs) {
        const one = file ? await judgeFile(bytes(file), trust, { now, paper: facts ?? null })
            : await judgePaper(paper, trust, answer ?? null);
        found.push(one && {
            verdict: one.verdict, asOf: one.asOf, isStale: one.isStale, host: one.foreignHost ?? null, facts: one.facts,
            failed: one.steps.filter((step) => step.result === "failed").map((step) => step.code) });
    }
    return found;
}"""
FUZZ = """async ({ keys, lists, file, paper, jwt, proof, count, now }) => {
    const { Trust } = await import("/verify/trust.js");
    const { judgeFile } = await import("/verify/judge-file.js");
    const { judgePaper } = await import("/verify/judge-paper.js");
    const { cbor } = await import("/verify/cbor.js");
    const { cms } = await import("/verify/cms.js");
    const { jws } = await import("/verify/jws.js");
    const { logProof } = await import("/verify/log-proof.js");
    const { coverage, signatures } = await import("/verify/pdf-seal.js");
    const { PDFFile } = await import("/verify/pdf-file.js");
    const { decimal } = await import("/verify/decimal.js");
    const trust = new Trust(keys, async (path) => lists[path] ?? null);
    const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    let seed = 20260326;
    const random = (below) => {
        seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
        return Math.floor(seed / 4294967296 * below);
    };
    // Flips, cuts, doubles, fills: what breaks readers.
    const mutated = (data) => {
        let made = data.slice();
        for (let times = 1 + random(3); times > 0 && made.length > 4; times -= 1) {
            const place = random(made.length);
            const kind = random(5);
            if (kind === 0) { made[place] ^= 1 << random(8); }
            if (kind === 1) { made[place] = random(256); }
            if (kind === 2) { made = made.slice(0, place); }
            if (kind === 3) { made.fill(random(2) ? 255 : 0, place, place + random(9)); }
            if (kind === 4) {
                const end = Math.min(made.length, place + random(64));
                made = Uint8Array.from([...made.subarray(0, end), ...made.subarray(place)]);
            }
        }
        return made;
    };
    const whole = bytes(file);
    const sealed = await PDFFile.read(whole);
    const signature = coverage(sealed, signatures(sealed)[0]).signature;
    const claims = decimal(paper.split("#")[1]);
    const latin = (data) => Array.from(data, (byte) => String.fromCharCode(byte)).join("");
    const utf8 = new TextEncoder();
    const ways = [
        async () => (await judgeFile(mutated(whole), trust, { now })).verdict,
        async () => (cms(mutated(signature)) ? "read" : "refused"),
        async () => (cbor(mutated(claims)) === null ? "refused" : "read"),
        async () => (await judgePaper(latin(mutated(utf8.encode(paper))), trust))?.verdict ?? "refused",
        async () => (jws(latin(mutated(utf8.encode(jwt)))) ? "read" : "refused"),
        async () => (logProof(latin(mutated(utf8.encode(proof)))) ? "read" : "refused"),
    ];
    const tally = {};
    let slowest = 0;
    for (let index = 0; index < count; index += 1) {
        const start = performance.now();
        const way = index % ways.length;
        let word;
        try { word = await ways[way](); } catch (error) { word = `threw ${error?.stack ?? error}`; }
        slowest = Math.max(slowest, performance.now() - start);
        tally[`${way} ${word}`] = (tally[`${way} ${word}`] ?? 0) + 1;
    }
    return { tally, slowest };
}"""


@contextlib.contextmanager
def modules(browser):
    """A page beside the modules as they lie in the checkout, so that they can be asked one by one."""
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

        def do_GET(self):  # noqa: N802 - the name is the library's
            if self.path != "/":
                return super().do_GET()
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            return self.wfile.write(b"<!DOCTYPE html><title>modules</title>")

    handler = functools.partial(Quiet, directory=str(CHECKOUT / "Assets" / "js"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = browser.new_page()
    try:
        page.goto(f"http://127.0.0.1:{server.server_port}/")
        yield page
    finally:
        page.close()
        server.shutdown()


def now():
    return int(time.time())


def judge(page, academy, jobs, lists=None, **retired):
    return page.evaluate(JUDGE, {"keys": academy.keys(**retired), "lists": academy.lists() if lists is None else lists,
                                 "jobs": jobs, "now": now()})


def papers(ledger, page, academy, holder, other):
    good = academy.qr(holder)
    foreign = academy.qr(holder, host="akmal2u-contoh.example.com")
    swapped = academy.qr(holder, code=other.code)
    answer = {"register": "valid", "facts": {"code": holder.code, "holder": other.name, "serial": holder.serial}}
    jobs = [{"paper": good}, {"paper": foreign}, {"paper": swapped}, {"paper": good, "answer": answer},
            {"paper": Academy().qr(holder)}, {"paper": holder.code}, {"paper": "WIFI:S:rumah;;"}]
    found = judge(page, academy, jobs)
    ledger.equal("a good paper is valid without asking anybody", found[0]["verdict"], "valid")
    ledger.equal("its name is shown", found[0]["facts"]["holder"], holder.name)
    ledger.equal("a foreign host is named, and the signature still counts",
                 (found[1]["verdict"], found[1]["host"]), ("valid", "akmal2u-contoh.example.com"))
    ledger.equal("replayed QR: claims under another code are altered",
                 (found[2]["verdict"], found[2]["facts"]), ("altered", None))
    ledger.equal("a paper that disagrees with the register is altered", found[3]["verdict"], "altered")
    ledger.equal("a stranger's claims are of an unknown key", found[4]["verdict"], "unknown-key")
    ledger.equal("a code alone proves nothing", found[5]["verdict"], "unknown")
    ledger.equal("another QR code is none of a certificate", found[6], None)
    claims = academy.claims_bytes(holder)
    flips = []
    for place in range(len(claims) * 8):
        data = bytearray(claims)
        data[place // 8] ^= 0x80 >> place % 8
        flips.append({"paper": f"HTTPS://{academy.host}/V/{holder.code}#{decimal(bytes(data))}"})
    verdicts = {one["verdict"] if one else "none" for one in judge(page, academy, flips)}
    ledger.check(f"each of {len(flips)} single-bit flips is refused", verdicts <= {"altered", "unknown-key"}, verdicts)


def files(ledger, page, academy, holder, other):
    rsa, stranger = Academy(seal="rsa"), Academy()
    good = academy.pdf(holder)
    ledger.equal("a good file is valid", judge(page, academy, [{"file": b64(good)}])[0]["verdict"], "valid")
    ledger.equal("a seal by RSA is valid", judge(page, rsa, [{"file": b64(rsa.pdf(holder))}])[0]["verdict"], "valid")
    for name, data, wanted, step in proof_forgeries.all_of(academy, stranger, holder, other):
        found = judge(page, academy, [{"file": b64(data)}])[0]
        ledger.check(f"forgery: {name}: {wanted}", found["verdict"] == wanted and (step in found["failed"]),
                     f"{found['verdict']}, failed {found['failed']}")
    facts = {"code": other.code, "holder": other.name, "serial": other.serial, "course": other.course}
    found = judge(page, academy, [{"file": b64(good), "facts": facts}])[0]
    ledger.equal("a file of another certificate than the paper's is altered", found["verdict"], "altered")


def status(ledger, page, academy, holder):
    file = [{"file": b64(academy.pdf(holder))}]
    for purposes, wanted in ((("suspension",), "suspended"), (("revocation",), "revoked"),
                             (("revocation", "refresh"), "superseded")):
        for purpose in purposes:
            academy.bits[purpose].add(holder.status)
        ledger.equal(f"a status bit says {wanted}", judge(page, academy, file)[0]["verdict"], wanted)
        for purpose in purposes:
            academy.bits[purpose].clear()
    old = datetime.now(timezone.utc) - timedelta(days=31)
    found = judge(page, academy, file, academy.lists(made=old))[0]
    ledger.equal("a list of 31 days ago is stale and dated", (found["verdict"], found["isStale"], found["asOf"]),
                 ("valid", True, int(old.timestamp())))
    found = judge(page, academy, file, {})[0]
    ledger.equal("without a list nothing is said of the status", (found["verdict"], found["asOf"]), ("valid", None))
    academy.bits["revocation"].add(holder.status)
    lists = academy.lists()
    academy.bits["revocation"].clear()
    swapped = academy.lists() | {"/status/revocation/1": lists["/status/refresh/1"]}
    found = judge(page, academy, file, swapped)[0]
    ledger.equal("a list of another purpose is no answer", (found["verdict"], found["asOf"]), ("valid", None))
    forged = academy.lists() | {"/status/revocation/1": Academy().lists()["/status/revocation/1"]}
    ledger.equal("a stranger's list is no answer", judge(page, academy, file, forged)[0]["asOf"], None)


def codes(ledger, page, academy, holder, other):
    """What has become of a paper, with no network and nothing but its code."""
    papers = [{"paper": academy.qr(holder)}, {"paper": other.code}, {"paper": Holder(number=3).code}]

    def told(lists):
        return [(one["verdict"], bool(one["asOf"])) for one in judge(page, academy, papers, lists)]

    for word in ("suspended", "revoked", "superseded"):
        ledger.equal(f"a paper and a code alone are {word} by the list of codes, and no other code is",
                     told(academy.codes(**{word: [holder, other, Holder(number=4)]})),
                     [(word, True), (word, True), ("unknown", False)])
    ledger.equal("a paper that is in no list is valid as of its day; a code alone stays unknown",
                 told(academy.codes(revoked=[Holder(number=5)])), [("valid", True), ("unknown", False), ("unknown", False)])
    found = judge(page, academy, papers[:1], academy.codes(made=datetime.now(timezone.utc) - timedelta(days=31)))[0]
    ledger.equal("a list of codes of 31 days ago is stale", (found["verdict"], found["isStale"]), ("valid", True))
    ledger.equal("a stranger's list of codes is no answer", told(Academy().codes(revoked=[holder, other]))[:2],
                 [("valid", False), ("unknown", False)])
    # Taken once: each code has a signature, and a last digit, of its own.
    good = academy.qr(holder)
    forged = good[:-1] + ("1" if good[-1] != "1" else "2")
    found = judge(page, academy, [{"paper": forged}], academy.codes(revoked=[holder]))[0]
    ledger.equal("what was changed is altered, whatever has become of it", found["verdict"], "altered")


def retired(ledger, page, academy, holder):
    """What a retired key signed before stays good, and what it signs later is nobody's."""
    paper, file = {"paper": academy.qr(holder)}, {"file": b64(academy.pdf(holder))}

    def told(jobs, **when):
        return [(one["verdict"], one["failed"]) for one in judge(page, academy, jobs, **when)]

    ledger.equal("keys that were retired after it change nothing",
                 told([paper, file], keys=ISSUED, seals=LOGGED), [("valid", []), ("valid", [])])
    ledger.equal("claims and a credential of after their key's retirement are of an unknown key",
                 told([paper, file], keys=ISSUED - 301), [("unknown-key", ["claims"]), ("unknown-key", ["credential"])])
    ledger.equal("a seal over a leaf of after its key's retirement is of an unknown key",
                 told([file], seals=LOGGED - 301), [("unknown-key", ["signer"])])
    found = judge(page, academy, [file], keys=ISSUED)[0]
    ledger.equal("a list that a retired key has made is no answer", (found["verdict"], found["asOf"]), ("valid", None))


SCAN = """async (photos) => {
    const { scanned } = await import("/scan/scanner.js");
    return photos.map(([text, side]) => {
        const start = performance.now();
        const read = scanned(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)), side, side);
        return [read, performance.now() - start];
    });
}"""


def photos(ledger, page, academy):
    """The page's own reader of QR codes, on made-up photos of the very codes that are printed."""
    # The codes are new in every run, so the bars are well below the usual rates (all, all, nine in ten).
    bars = (("easy", 260, 22), ("easy", 520, 22), ("medium", 260, 21), ("medium", 520, 21), ("hard", 260, 14), ("hard", 520, 14))
    for kind, width, least in bars:
        texts = [academy.qr(Holder(number=number)) for number in range(1, 25)]
        taken = [proof_photos.photo(text, width, kind, seed) for seed, text in enumerate(texts)]
        found = page.evaluate(SCAN, [[b64(pixels), side] for pixels, side in taken])
        right = sum(read == text for text, (read, _) in zip(texts, found))
        wrong = sum(read is not None and read != text for text, (read, _) in zip(texts, found))
        ledger.check(f"scanner: {kind} photos at {width} px: {right} of 24 read, none wrongly",
                     right >= least and wrong == 0, f"{right} read, {wrong} wrong")
    noise = [[b64(bytes(random.Random(seed).choices(range(256), k=160 * 160 * 4))), 160] for seed in range(5)]
    found = page.evaluate(SCAN, noise)
    ledger.check("scanner: in noise nothing is read, and soon",
                 all(read is None and took < 1500 for read, took in found), max(took for _, took in found))


def speed(ledger, page, academy, holder):
    job = {"keys": academy.keys(), "lists": academy.lists(), "now": now(),
           "jobs": [{"file": b64(academy.pdf(holder))}, {"paper": academy.qr(holder)}] * 25}
    timed = f"async (job) => {{ const judge = {JUDGE}; await judge(job); const start = performance.now();" \
            " await judge(job); return (performance.now() - start) / 50; }"
    took = page.evaluate(timed, job)
    ledger.check(f"an offline check takes at most 20 ms: {took:.1f} ms, the mean of 50", took <= 20)


def fuzz(ledger, page, academy, holder):
    jwt = academy.credential(holder)
    proof = academy.proof(academy.append(jwt))
    job = {"keys": academy.keys(), "lists": academy.lists(), "file": b64(academy.pdf(holder)), "jwt": jwt,
           "proof": proof, "paper": academy.qr(holder), "count": MUTATIONS, "now": now()}
    found = page.evaluate(FUZZ, job)
    threw = {way: times for way, times in found["tally"].items() if "threw" in way}
    ledger.equal(f"{MUTATIONS:,} broken inputs end in a verdict, none in an exception", threw, {})
    ledger.check("none of them takes longer than a second", found["slowest"] < 1000, f"{found['slowest']:.0f} ms")
    ledger.check("the reader of files met many kinds of damage", len(found["tally"]) > 8, json.dumps(found["tally"]))


def answering(text, kind):
    return lambda route: route.fulfill(body=text, content_type=kind)


def pages(ledger, browser, server, academy, holder, folder):
    """The page itself, with the made academy's keys in the place of the server's."""
    context = browser.new_context(service_workers="block", locale="ms-MY", viewport={"width": 360, "height": 780})
    published = {"/keys.json": json.dumps(academy.keys())} | academy.lists()
    for path, text in published.items():
        kind = "application/json" if path == "/keys.json" else "application/vc+jwt"
        context.route(f"**{path}", answering(text, kind))
    page = context.new_page()
    asked, complaints = [], []
    page.on("request", lambda request: asked.append((request.method, request.url, request.post_data)))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{server.base}/sahkan?bahasa=ms")
    page.wait_for_selector("[data-desk][data-ready]")
    asked.clear()

    def verdict():
        page.wait_for_selector("[data-result] article")
        return page.get_attribute("[data-result] article", "data-verdict")

    def drop(name, data):
        page.evaluate("document.querySelector('[data-result]').replaceChildren()")
        (folder / name).write_bytes(data)
        page.set_input_files("#fail-pdf", folder / name)
        return verdict()

    context.route("**/v/*", lambda route: route.abort())
    ledger.equal("page: a chosen file is valid", drop("baik.pdf", academy.pdf(holder)), "valid")
    packed = academy.pdf(holder, kind=PackedDraft)
    ledger.equal("page: a chosen file with packed objects is valid", drop("padat.pdf", packed), "valid")
    ledger.check("page: the name stands large", page.inner_text(".face-holder") == holder.name)
    ledger.equal("page: a stranger's file is of an unknown key",
                 drop("palsu.pdf", Academy().pdf(holder)), "unknown-key")
    ledger.equal("page: bytes behind the end are altered", drop("ubah.pdf", academy.pdf(holder) + b"\n\n\n"), "altered")
    page.evaluate("document.querySelector('[data-result]').replaceChildren()")
    page.fill("#teks", academy.qr(holder, host="palsu.example.com"))
    page.click("[data-text-form] button")
    ledger.equal("page: a foreign host's paper is judged by its signature", verdict(), "valid")
    ledger.check("page: the foreign host is warned of", "palsu.example.com" in page.inner_text("[data-result]"))
    digits = academy.qr(holder).split("#")[1][:40]
    sent = [(method, url) for method, url, body in asked if method != "GET" or digits in url + (body or "")]
    ledger.equal("page: nothing is uploaded, and no claims are sent", sent, [])
    ledger.equal("page: no exception", complaints, [])
    context.close()


class Front(http.server.BaseHTTPRequestHandler):
    """Stands before the product's server and publishes the made academy's keys and lists in the place of its own."""
    published, port, seen = {}, 0, []

    def log_message(self, *_):
        pass

    def do_GET(self):  # noqa: N802 - the name is the library's
        path = self.path.split("?")[0]
        Front.seen.append(self.path)
        if path in Front.published or path.startswith("/status/"):
            text = Front.published.get(path)
            return self.answer(200 if text else 404, [("Content-Type", "application/json")], (text or "{}").encode())
        away = http.client.HTTPConnection("127.0.0.1", Front.port)
        away.request("GET", self.path, headers=dict(self.headers))
        response = away.getresponse()
        kept = [(name, value) for name, value in response.getheaders()
                if name.lower() not in ("connection", "content-length", "transfer-encoding", "date")]
        return self.answer(response.status, kept, response.read())

    def answer(self, status, headers, body):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def without_network(ledger, browser, server, academy, holder, folder):
    """One visit, then the network is denied: papers, files and addresses of QR codes are judged all the same."""
    days_ago = datetime.now(timezone.utc) - timedelta(days=3)
    revoked = Holder("SITI BINTI CONTOH", number=9)
    old = academy.lists(made=days_ago) | academy.codes(made=days_ago, revoked=[revoked])
    Front.published, Front.port = {"/keys.json": json.dumps(academy.keys())} | old, server.port
    front = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Front)
    threading.Thread(target=front.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{front.server_port}"
    context = browser.new_context(locale="ms-MY", viewport={"width": 360, "height": 780})
    page = context.new_page()
    complaints = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda line: complaints.append(line.text) if "Content Security" in line.text else None)
    page.goto(f"{base}/sahkan?bahasa=en")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.wait_for_function("""async () => {
        const kept = await (await caches.open("akmal-kept")).match("/akmal-language");
        return kept && await caches.match("/status/refresh/1") && await caches.match("/status/codes") ? true : false;
    }""")
    context.set_offline(True)
    front.shutdown()
    front.server_close()
    page.goto(f"{base}/sahkan")
    page.wait_for_selector("[data-desk][data-ready]")
    ledger.equal("offline: the page comes in the language of the last visit", page.get_attribute("html", "lang"), "en")
    (folder / "offline.pdf").write_bytes(academy.pdf(holder))
    page.set_input_files("#fail-pdf", folder / "offline.pdf")
    page.wait_for_selector("[data-result] article")
    ledger.equal("offline: a file is valid", verdict_of(page), "valid")
    ledger.check("offline: as of when its status is known is said", "Status known as of" in told(page))
    page.goto(f"{base}/V/{holder.code}#{academy.qr(holder).split('#')[1]}")
    page.wait_for_selector("[data-result] article")
    ledger.equal("offline: the address of a QR code is judged", verdict_of(page), "valid")
    ledger.check("offline: as of when a paper's status is known is said", "Status known as of" in told(page))
    for sentence, text in (("a paper", academy.qr(revoked)), ("a typed code", revoked.code)):
        page.goto(f"{base}/sahkan")
        page.wait_for_selector("[data-desk][data-ready]")
        page.fill("#teks", text)
        page.click("[data-text-form] button")
        page.wait_for_selector("[data-result] article")
        ledger.equal(f"offline: {sentence} of a revoked certificate is revoked", verdict_of(page), "revoked")
    page.goto(f"{base}/V/{holder.code[:-1]}{'0' if holder.code[-1] != '0' else '1'}#{academy.qr(holder).split('#')[1]}")
    page.wait_for_selector("[data-result] article")
    ledger.equal("offline: claims under another code are altered", verdict_of(page), "altered")
    ledger.equal("offline: no exception, nothing that the policy forbids", complaints, [])
    digits = academy.qr(holder).split("#")[1][:40]
    ledger.check("no claims ever reached the server", not any(digits in path for path in Front.seen))
    context.close()


def paper_page(ledger, browser, server, academy, code, face):
    """`/v/{code}` of a real certificate with claims of the made academy behind the #."""
    context = browser.new_context(service_workers="block", locale="ms-MY", viewport={"width": 360, "height": 780})
    context.route("**/keys.json", answering(json.dumps(academy.keys()), "application/json"))
    page = context.new_page()
    holder = Holder(face["holder"], number=int(face["serial"].split("/")[2]), bits=uncrockford(code))
    holder.year, holder.course, holder.dates = int(face["serial"].split("/")[1]), face["course"], face["dates"]
    for sentence, changes, wanted in (
            ("claims that agree leave the answer as it is", {}, "valid"),
            ("claims of another holder are altered in plain sight", {"name": "ORANG LAIN"}, "altered"),
            ("claims of another code are altered in plain sight", {"bits": bytes(10)}, "altered")):
        before = {name: getattr(holder, name) for name in changes}
        for name, value in changes.items():
            setattr(holder, name, value)
        page.goto("about:blank")
        page.goto(f"{server.base}/v/{code}?bahasa=ms#{decimal(academy.claims_bytes(holder))}")
        page.wait_for_selector("[data-proof]:not([hidden])")
        ledger.equal(sentence, page.get_attribute("[data-check]", "data-verdict"), wanted)
        word = page.inner_text(".verdict-word")
        ledger.equal(f"{sentence}: the word", word, {"valid": "SAH", "altered": "DIUBAH"}[wanted])
        for name, value in before.items():
            setattr(holder, name, value)
    context.close()


def a_certificate(data, server):
    """A valid certificate of the register and its face as the page tells it."""
    code = Register(data).query("SELECT code FROM certificate WHERE status = 'valid' ORDER BY id LIMIT 1")[0][0]
    connection = http.client.HTTPConnection("127.0.0.1", server.port)
    connection.request("GET", f"/v/{code}", headers={"Accept": "application/json"})
    told = json.loads(connection.getresponse().read())
    face = told.get("certificate") or told
    return code, {"holder": face["holder"], "serial": face["serial"], "course": face["course"]["ms"],
                  "dates": face["dates"]["ms"]}


def uncrockford(code):
    number = 0
    for letter in code:
        number = number << 5 | DIGITS.index(letter)
    return number.to_bytes(10, "big")


def verdict_of(page):
    return page.get_attribute("[data-result] article", "data-verdict")


def told(page):
    return page.inner_text("[data-result]")


def everything(ledger, product, data):
    academy, holder, other = Academy(), Holder(), Holder("AHMAD BIN CONTOH", number=2, status=78)
    for number in range(11):
        academy.append(f"leaf {number}")
    with tempfile.TemporaryDirectory() as made, sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        with modules(browser) as page:
            papers(ledger, page, academy, holder, other)
            files(ledger, page, academy, holder, other)
            checks_packed.everything(ledger, page, functools.partial(judge, page, academy), academy, holder)
            status(ledger, page, academy, holder)
            retired(ledger, page, academy, holder)
            codes(ledger, page, academy, holder, other)
            speed(ledger, page, academy, holder)
            photos(ledger, page, academy)
            fuzz(ledger, page, academy, holder)
        if product:
            with Server(product, data) as server:
                pages(ledger, browser, server, academy, holder, Path(made))
                without_network(ledger, browser, server, academy, holder, Path(made))
                paper_page(ledger, browser, server, academy, *a_certificate(data, server))
            checks_camera.everything(ledger, product, play, data, Path(made))
        browser.close()
