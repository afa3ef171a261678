"""The log, the status lists and the credential, judged by programs that know nothing of AKMAL2U: Go's sumdb/tlog and
note, openbadgeslib, and a knife in the database."""

import contextlib
import base64
import json
import shutil
import sqlite3
import subprocess
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from openbadgeslib.errors import LibOpenBadgesException
from openbadgeslib.ob3.verifier import OB3Verifier

from product import CHECKOUT, Register
from vault import Vault

CHECKER = CHECKOUT / "Tests" / "acceptance" / "logcheck" / "main.go"


def everything(ledger, product, issued, folder):
    export = folder / "export"
    made = product.run("export", "--static", export, "--data", issued)
    ledger.check("akmal export writes what is published", made.returncode == 0, made.stdout + made.stderr)
    keys = json.loads((export / "keys.json").read_text())
    verified = product.run("log", "verify", "--data", issued)
    ledger.check("akmal log verify agrees with an untouched database", verified.returncode == 0, verified.stdout)
    proofs, credentials = attachments(ledger, issued, folder)
    go(ledger, export, keys, proofs, folder)
    badges(ledger, export, keys, credentials)
    revoked(ledger, product, issued, folder)
    knife(ledger, product, issued, folder)
    consistency(ledger, product, issued, proofs)
    witness(ledger, product, issued, export, keys, folder)
    private(ledger, issued, export)


def attachments(ledger, issued, folder):
    """What the first twenty certificates carry, taken out by poppler."""
    place = folder / "attachments"
    place.mkdir()
    files = sorted(Vault(issued).all().items())
    proofs, credentials = [], []
    for name, text in [(name, text) for name, text in files if text[:5] == b"%PDF-"]:
        target = place / name
        target.mkdir(exist_ok=True)
        file = place / f"{name}.pdf"
        file.write_bytes(text)
        subprocess.run(["pdfdetach", "-saveall", "-o", target, file], capture_output=True, check=False)
        if (target / "log-proof.txt").exists():
            proofs.append(target / "log-proof.txt")
            credentials.append((target / "credential.jwt").read_text())
        if len(proofs) == 20:
            break
    ledger.check("certificates carry credential.jwt and log-proof.txt", len(proofs) >= 1, len(files))
    return proofs, credentials


def go(ledger, export, keys, proofs, folder):
    program = folder / "logcheck"
    environment = {"GO111MODULE": "off", "GOPATH": "/usr/share/gocode", "GOCACHE": str(folder / "go"),
                   "PATH": "/usr/bin:/bin:/usr/local/bin", "HOME": str(folder), "GOFLAGS": "", "CGO_ENABLED": "0"}
    built = subprocess.run(["go", "build", "-o", program, CHECKER], capture_output=True, text=True, env=environment)
    if not ledger.check("the checker of Go's own log builds", built.returncode == 0, built.stderr):
        return

    def check(place, *files):
        return subprocess.run([program, place, keys["logs"][-1], *files], capture_output=True, text=True)

    result = check(export, *proofs)
    ledger.check(f"Go: {result.stdout.strip()}", result.returncode == 0, result.stdout + result.stderr)
    broken = folder / "broken-export"
    shutil.copytree(export, broken)
    tile = sorted((broken / "log" / "tile" / "0").rglob("*"))[-1]
    data = bytearray(tile.read_bytes())
    data[5] ^= 1
    tile.write_bytes(data)
    ledger.check("Go refuses a tile with one other bit", check(broken).returncode != 0)
    forged = folder / "forged-proof.txt"
    forged.write_text(proofs[0].read_text().replace("\nindex ", "\nindex 1", 1))
    ledger.check("Go refuses a proof of another index", check(export, forged).returncode != 0)


def public_pem(key):
    number = lambda text: int.from_bytes(base64.urlsafe_b64decode(text + "=="), "big")
    point = ec.EllipticCurvePublicNumbers(number(key["x"]), number(key["y"]), ec.SECP256R1()).public_key()
    return point.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)


def lists_of(export):
    """Fetches a published file as openbadgeslib would over the network."""
    def download(url):
        return (export / url.split("/", 3)[3]).read_bytes()
    return download


def badges(ledger, export, keys, credentials):
    verifier = OB3Verifier(public_pem(keys["keys"][-1]), issuer_did=f"did:web:{keys['host'].replace(':', '%3A')}")
    accepted = 0
    for token in credentials:
        verifier.verify(token, check_status=True, download=lists_of(export))
        accepted += 1
    ledger.equal("openbadgeslib accepts the credentials, with signed status lists", accepted, len(credentials))
    head, payload, signature = credentials[0].split(".")
    document = json.loads(base64.urlsafe_b64decode(payload + "=="))
    document["credentialSubject"]["identifier"][0]["identityHash"] = "ORANG LAIN"
    changed = base64.urlsafe_b64encode(json.dumps(document).encode()).decode().rstrip("=")
    ledger.check("openbadgeslib refuses a credential with another name",
                 refuses(lambda: verifier.verify(f"{head}.{changed}.{signature}")))
    identity = json.loads((export / ".well-known" / "did.json").read_text())
    anchored = OB3Verifier.for_issuer_did(identity["id"], download=lambda url: json.dumps(identity).encode())
    ledger.check("openbadgeslib finds the key in the did:web document",
                 anchored.verify(credentials[0]).id == document["id"])


def refuses(work):
    try:
        work()
    except LibOpenBadgesException:
        return True
    return False


def revoked(ledger, product, issued, folder):
    """An installation from before there were proofs, with one revoked and one suspended certificate."""
    data, export = folder / "older", folder / "older-export"
    shutil.copytree(issued, data)
    with knife_in(data) as database:
        ids = [row[0] for row in database.execute("SELECT id FROM certificate ORDER BY id LIMIT 3")]
        for table in ("certificate_proof", "log_entry", "log_cosignature", "log_checkpoint", "log_tile", "status_bit",
                      "status_list"):
            database.execute(f"DELETE FROM {table}")
        for row, status in zip(ids, ("revoked", "suspended")):
            database.execute("UPDATE certificate SET status = ?, status_reason = 'misused' WHERE id = ?", (status, row))
    made = product.run("export", "--static", export, "--data", data)
    ledger.check("certificates of before get their proofs", made.returncode == 0, made.stderr)
    verified = product.run("log", "verify", "--data", data)
    ledger.check("and their log agrees", verified.returncode == 0, verified.stdout)
    key = json.loads((export / "keys.json").read_text())["keys"][-1]
    tokens = [Register(data).query("SELECT credential FROM certificate_proof WHERE certificate_id = ?", row)[0][0]
              for row in ids]
    judged = [refuses(lambda: OB3Verifier(public_pem(key)).verify(
        token, check_status=True, download=lists_of(export))) for token in tokens]
    ledger.equal("openbadgeslib refuses the revoked and the suspended one, and no other", judged, [True, True, False])


@contextlib.contextmanager
def knife_in(data):
    """The database without its rules, as somebody with the file has it."""
    with contextlib.closing(sqlite3.connect(Register(data).path, timeout=10)) as connection, connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        yield connection


def knife(ledger, product, issued, folder):
    crimes = {
        "a deleted certificate": ("DELETE FROM certificate WHERE serial_number = 7", 6),
        "a name that was edited": (
            "UPDATE certificate SET face = json_set(face, '$.holder', 'ORANG LAIN') WHERE serial_number = 9", 8),
        "an issue that was dated back": (
            "UPDATE certificate SET issued_at = '2019-01-01T00:00:00.000Z' WHERE serial_number = 3", 2),
        "a leaf that was deleted": ("DELETE FROM log_entry WHERE position = 5", 5),
        "a leaf that was dated back": (
            "UPDATE log_entry SET body = replace(body, '\"at\":\"20', '\"at\":\"19') WHERE position = 4", 4),
        "a revocation without a leaf": ("UPDATE certificate SET status = 'revoked' WHERE serial_number = 2", 1),
    }
    order = {row[0]: row[1] for row in Register(issued).query(
        "SELECT c.serial_number, p.log_index FROM certificate c JOIN certificate_proof p ON p.certificate_id = c.id")}
    for index, (name, (statement, leaf)) in enumerate(crimes.items()):
        data = folder / f"knife-{index}"
        shutil.copytree(issued, data)
        with knife_in(data) as database:
            database.execute(statement)
        result = product.run("log", "verify", "--data", data)
        if "serial_number" in statement:
            leaf = order[leaf + 1]
        named = f"first: leaf {leaf}: " in result.stdout
        ledger.check(f"akmal log verify names {name}", result.returncode == 21 and named, result.stdout)
        shutil.rmtree(data)
    data = folder / "knife-insert"
    shutil.copytree(issued, data)
    with knife_in(data) as database:
        columns = [row[1] for row in database.execute("PRAGMA table_info(certificate)")]
        changed = {"id": "'forged'", "code": "'0000000000000000'", "serial_number": "99999", "officer_id": "'x'",
                   "document_sha256": f"'{'f' * 64}'"}
        values = ", ".join(changed.get(column, column) for column in columns)
        database.execute(f"INSERT INTO certificate ({', '.join(columns)}) SELECT {values} FROM certificate LIMIT 1")
    result = product.run("log", "verify", "--data", data)
    ledger.check("akmal log verify names a certificate that was slipped in",
                 result.returncode == 21 and "certificate_unlogged" in result.stdout and "099999" in result.stdout,
                 result.stdout)
    shutil.rmtree(data)


def consistency(ledger, product, issued, proofs):
    size = Register(issued).query("SELECT max(size) FROM log_checkpoint")[0][0]
    grown = product.run("log", "consistency", "1", size, "--data", issued)
    ledger.check("akmal log consistency shows that the log only grew", grown.returncode == 0, grown.stderr)
    kept = product.run("log", "consistency", proofs[0], size, "--data", issued)
    ledger.check("also from the proof that a certificate carries", kept.returncode == 0, kept.stderr)
    none = product.run("log", "consistency", size, size + 1, "--data", issued)
    ledger.check("and not to a size that there is not", none.returncode != 0, none.stderr)


def witness(ledger, product, issued, export, keys, folder):
    state = folder / "witness"

    def look(place, *first):
        return product.run("log", "witness", place, "--state", state, *first)

    seen = look(export, "--name", "saksi.example.my", "--log", keys["logs"][-1])
    ledger.check("a witness cosigns the first checkpoint that it sees", seen.returncode == 0, seen.stderr)
    (folder / "cosigned.txt").write_text(seen.stdout)
    vkey = seen.stderr.split("witness: ")[-1].strip()
    taken = product.run("log", "cosign", folder / "cosigned.txt", "--witness", vkey, "--data", issued)
    ledger.check("the academy takes its line in", taken.returncode == 0, taken.stderr)
    again = folder / "export-cosigned"
    product.run("export", "--static", again, "--data", issued)
    ledger.check("and publishes it", "— saksi.example.my " in (again / "log" / "checkpoint").read_text())
    ledger.check("the same checkpoint is cosigned again", look(again).returncode == 0)
    fork = folder / "older-export"
    other = look(fork)
    ledger.check("another history of the log is refused",
                 other.returncode == 21 and ("forked" in other.stderr or "shrunk" in other.stderr), other.stderr)
    ledger.check("and what is refused is not remembered", look(export).returncode == 0)


def private(ledger, issued, export):
    register = Register(issued)
    words = {value for row in register.query("SELECT id, officer_id, course_id FROM certificate") for value in row}
    words |= {row[0] for row in register.query("SELECT mykad FROM officer")}
    # One officer is called Ng, which any text in base 64 may hold.
    words |= {row[0] for row in register.query("SELECT name FROM officer") if len(row[0]) > 5}
    words |= {row[0] for row in register.query("SELECT email FROM officer")}
    text = "\n".join(file.read_text(errors="replace") for file in Path(export).rglob("*") if file.is_file())
    ledger.equal("no name, MyKad, e-mail or id is published", sorted(word for word in words if word in text), [])
