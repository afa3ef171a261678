"""Sealed documents before other people's programs, and files that are broken on purpose before veraPDF."""

import html
import json
import re
import subprocess
from pathlib import Path

import documents
import sealing
import verapdf
from browserless import Visitor, field
from product import MAIN_COURSE, Register, Server, rows

# Names that stand for every script and length; the rest of the course is looked at by the documents' checks.
TELLING = ("RAJA MUHAMMAD", "陳", "ராஜ", "محمد", "@", "A/L", "BINTI")
LISTS = re.compile(r'href="([^"]+\.pdf[^"]*)"')
GIVEN = re.compile(r'action="([^"]+\.pdf[^"]*)"')


def everything(ledger, product, data, folder, certificates):
    work = folder / "seal"
    work.mkdir()
    root = data / "keys" / "authority.crt"
    chosen = telling(certificates)
    ledger.check("certificates of every kind of name are looked at", len(chosen) >= 5, [p.name for p in chosen])
    papers = printed(ledger, product, data, work)
    for pdf in chosen + papers:
        seal(ledger, pdf, root, work)
    readers(ledger, chosen + papers)
    standards(ledger, chosen + papers)
    variants(ledger, next(pdf for pdf in chosen if "陳" in pdf.name), work)
    forgeries(ledger, product, data, chosen, work)
    named(ledger, product, data, papers)


def named(ledger, product, data, papers):
    """A sealed paper is valid as what it is: no certificate."""
    told = {}
    for paper in papers:
        result = product.run("check", paper, "--json", "--data", data)
        answer = json.loads(result.stdout or "{}")
        told[paper.name] = (result.returncode, answer.get("verdict"), bool(answer.get("document", {}).get("title")),
                            bool(answer.get("document", {}).get("sealed")))
    ledger.equal("akmal check: every kind of paper is valid, with its title and its day",
                 told, {paper.name: (0, "valid", True, True) for paper in papers})


def telling(certificates):
    """One certificate for each kind of name, and the first."""
    found = [certificates[0]]
    for part in TELLING:
        match = next((pdf for pdf in certificates if part in pdf.name and pdf not in found), None)
        if match:
            found.append(match)
    return found


def printed(ledger, product, data, work):
    """Every kind of paper that the site gives to the people of the demonstration."""
    kinds = {}
    with Server(product, data) as server:
        for number, account in enumerate(rows("accounts.csv")):
            visitor = Visitor(server.port, address=f"198.51.100.{number + 7}")
            visitor.sign_in(account["name"], account["password"])
            for path, secret in places(visitor):
                kind = path.split("?")[0].rsplit("/", 1)[-1]
                if kind in kinds:
                    continue
                answer = visitor.get(path) if secret is None else visitor.follow(
                    visitor.request("POST", path, {"csrf": secret}))
                if answer.status == 200 and answer.body.startswith(b"%PDF"):
                    kinds[kind] = work / kind
                    kinds[kind].write_bytes(answer.body)
        ledger.check("the site gives papers of several kinds", {"surat-tawaran.pdf", "senarai-kehadiran.pdf"} <= set(kinds),
                     sorted(kinds))
        if "surat-tawaran.pdf" in kinds:
            letter(ledger, server, kinds["surat-tawaran.pdf"], work)
    return sorted(kinds.values())


def letter(ledger, server, pdf, work):
    """The offer letter's QR code, off paper at 150 dpi, leads to the page that names it."""
    documents.run("pdftoppm", "-r", "150", "-gray", pdf, work / "letter")
    pages = sorted(work.glob("letter-*.pgm"))
    texts = [text for page in documents.by_zbar(pages).values() for text in page]
    if not ledger.check("ZBar reads one QR code in the offer letter, without claims", len(texts) == 1
                        and re.fullmatch(r"HTTPS://[A-Z0-9.:-]+/V/[0-9A-Z]{16}", texts[0]), texts):
        return
    code = texts[0][-16:]
    visitor = Visitor(server.port, address="198.51.100.250")
    answer = visitor.request("GET", f"/V/{code}", headers={"Accept": "application/json"})
    told, words = json.loads(answer.body), documents.text(pdf)
    ledger.equal("it leads to the letter's own record", (answer.status, told["verdict"], told["paper"]["kind"]["ms"]),
                 (200, "valid", "Surat Tawaran"))
    ledger.check("which says what is printed", all(part in words for part in (
        told["code"], told["paper"]["number"], told["holder"], told["dates"]["ms"])), told)
    page = visitor.get(f"/v/{code}")
    ledger.check("and to the page that names it", page.status == 200 and all(
        html.escape(part, quote=False) in page.text for part in ("Surat Tawaran", told["paper"]["number"])),
        page.text[:300])
    ledger.check("no MyKad number is told", not any(
        row["mykad"] in page.text + answer.text for row in rows("officers.csv")))


def places(visitor):
    """Addresses of papers on the pages that a person comes by, with the form's secret where one must be asked for."""
    seen, waiting, found = set(), ["/dashboard", "/permohonan", "/yuran", "/pentadbir", "/profil"], []
    while waiting and len(seen) < 60:
        page = waiting.pop(0)
        if page in seen:
            continue
        seen.add(page)
        answer = visitor.follow(visitor.get(page))
        if answer.status != 200:
            continue
        found += [(html.unescape(path), None) for path in LISTS.findall(answer.text)]
        found += [(html.unescape(path), field(answer.text, "csrf")) for path in GIVEN.findall(answer.text)]
        more = re.findall(r'href="(/(?:permohonan|pentadbir/kursus)/[0-9a-f]{32}(?:/kehadiran)?)"', answer.text)
        waiting += [path for path in more if path not in seen][:12]
    return found


def seal(ledger, pdf, root, work):
    verdict, coverage, level = sealing.by_pyhanko(pdf, root)
    ledger.equal(f"pyHanko: {pdf.name[:40]} passes AdES basic", verdict, "AdESPassed.OK")
    ledger.equal(f"pyHanko: its seal covers the entire file", coverage, "ENTIRE_FILE")
    ledger.check("pyHanko: no changes are allowed", level.endswith("NO_CHANGES"), level)
    told = sealing.by_poppler(pdf)
    ledger.check("pdfsig: the signature is valid over the total document",
                 "Signature is Valid" in told and "Total document signed" in told, told)
    accepted, attributes, complaint = sealing.by_openssl(pdf, root, work)
    ledger.check("openssl cms -verify -cades accepts it", accepted, complaint)
    ledger.equal("exactly the three attributes are signed", attributes, sealing.THREE_ATTRIBUTES)


def readers(ledger, pdfs):
    ledger.equal("qpdf finds nothing", [p.name for p in pdfs if documents.syntax_problem(p)], [])
    wrong = []
    for pdf in pdfs:
        for command in (["mutool", "draw", "-q", "-F", "txt", "-o", "/dev/null", pdf],
                        ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-dPDFSTOPONERROR", "-sDEVICE=nullpage", pdf]):
            result = subprocess.run(list(map(str, command)), capture_output=True, text=True, timeout=120)
            if result.returncode or "error" in (result.stdout + result.stderr).lower():
                wrong.append((command[0], pdf.name, (result.stdout + result.stderr)[:200]))
    ledger.equal("mutool and Ghostscript read every file without a word", wrong, [])
    sizes = sorted(p.stat().st_size for p in pdfs if p.name.startswith("sijil-"))
    print(f"        certificates have {sizes[0]} to {sizes[-1]} bytes")


def standards(ledger, pdfs):
    judged = verapdf.judge(("3a", "ua1"), pdfs)
    for flavour in ("3a", "ua1"):
        bad = {Path(file).name: sorted(broken) for (own, file), (_, broken) in judged.items()
               if own == flavour and broken}
        ledger.equal(f"veraPDF passes {flavour} for {len(pdfs)} files", bad, {})
        checks = [count for (own, _), (count, _) in judged.items() if own == flavour]
        ledger.check(f"veraPDF has looked at something in each ({flavour})", min(checks) > 100, checks)


def variants(ledger, pdf, work):
    for breaking, flavour, rule in sealing.BROKEN:
        target = sealing.broken(pdf, breaking, work / f"{breaking.__name__}.pdf")
        _, broken = verapdf.judge((flavour,), [target])[flavour, str(target)]
        sentence = f"veraPDF {flavour} refuses {breaking.__name__.replace('_', ' ')} by {rule}"
        ledger.check(sentence, any(found.startswith(rule) for found in broken), sorted(broken))


def forgeries(ledger, product, data, chosen, work):
    """What akmal check says of the same files, and of changed ones: code of the end and verdict in JSON."""
    def check(subject):
        result = product.run("check", subject, "--json", "--data", data)
        told = json.loads(result.stdout) if result.stdout.strip() else {}
        return result.returncode, told.get("verdict", result.stderr[-200:])

    for pdf in chosen[:3]:
        ledger.equal(f"akmal check: {pdf.name[:40]} is valid", check(pdf), (0, "valid"))
    genuine = chosen[0].read_bytes()
    changed = {
        "a flipped bit": flipped(genuine, len(genuine) // 3),
        "bytes after its end": genuine + b"\n",
        "a loosened certification": genuine.replace(b"/P 1", b"/P 2", 1),
        "an edited name in the metadata": genuine.replace(b"Sijil", b"Sijik", 1),
        "a cut-off end": genuine[:-200],
    }
    for what, content in changed.items():
        target = work / "changed.pdf"
        target.write_bytes(content)
        ledger.equal(f"akmal check: with {what} it is altered", check(target), (14, "altered"))
    other = work / "hello.pdf"
    other.write_bytes(b"%PDF-1.4\nhello")
    ledger.equal("akmal check: what the academy never made is unknown", check(other), (13, "unknown"))
    code = documents.examine(chosen[0])["zbar"][0]
    ledger.equal("akmal check: the QR code's text is valid", check(code), (0, "valid"))
    digits = code.split("#")[1]
    swapped = code.split("#")[0] + "#" + digits[:-1] + ("1" if digits[-1] != "1" else "2")
    ledger.equal("akmal check: with another last digit it is altered", check(swapped), (14, "altered"))
    stranger, _, _ = Register(data).faces(MAIN_COURSE)[5]
    replayed = re.sub(r"/V/[0-9A-Z]{16}", f"/V/{stranger}", code)
    ledger.equal("akmal check: replayed under another code it is altered", check(replayed), (14, "altered"))


def flipped(content, place):
    return content[:place] + bytes([content[place] ^ 1]) + content[place + 1:]
