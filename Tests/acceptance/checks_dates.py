"""Dates of the log by an authority for time: asked for after each batch, published, and judged by OpenSSL and us."""

import shutil

from checks_log import knife_in
from product import Register
from timestamps import TimestampServer


def everything(ledger, product, issued, folder):
    data, export = folder / "dated", folder / "dated-export"
    shutil.copytree(issued, data)
    with TimestampServer(folder / "tsa") as authority:
        setting = {"AKMAL_SEAL_TIMESTAMP_AUTHORITY": authority.address}
        first = product.run("worker", "--once", "--data", data, extra=setting)
        ledger.check("a worker has the log's head dated", first.returncode == 0 and sizes(data) == [head(data)],
                     (first.stderr, sizes(data)))
        doctor = product.run("doctor", "--data", data, extra=setting)
        ledger.check("akmal doctor asks the authority", "timestamp authority: /CN=TSA says 2" in doctor.stdout,
                     doctor.stdout[-1500:])
    away = another(product, data, setting)
    ledger.check("an authority that is away holds no issue back",
                 away.returncode == 0 and "waits for its date" in away.stderr and len(sizes(data)) == 1, away.stderr)
    with TimestampServer(folder / "tsa") as authority:
        setting = {"AKMAL_SEAL_TIMESTAMP_AUTHORITY": authority.address}
        made = product.run("export", "--static", export, "--data", data, extra=setting)
        ledger.check("what waited is dated as soon as it answers, and exported",
                     made.returncode == 0 and len(sizes(data)) > 1 and sizes(data)[-1] == head(data), made.stderr)
        published(ledger, data, export, authority)
        verified = product.run("log", "verify", "--data", data, "--authorities", authority.certificate)
        ledger.check("akmal log verify agrees with every date",
                     verified.returncode == 0 and f"{len(sizes(data))} checkpoints dated by /CN=TSA" in verified.stdout,
                     verified.stdout)
    forged(ledger, product, data)
    alone = product.run("serve", "--data", data, "--port", "0", extra={"AKMAL_SEAL_TIMESTAMP_EVERY_FILE": "true"})
    ledger.check("every file can only be dated where an authority is set",
                 alone.returncode != 0 and "seal.timestamp_authority" in alone.stderr, alone.stderr)


def another(product, data, setting):
    """One more certificate of the course, whose officer has come to earn it."""
    with knife_in(data) as database:
        database.execute("""UPDATE participation SET outcome = 'completed', attendance = 'confirmed',
            evaluation = 'sent', fee = 'verified' WHERE id IN (SELECT p.id FROM participation p LEFT JOIN certificate c
            ON c.officer_id = p.officer_id AND c.course_id = p.course_id WHERE c.id IS NULL LIMIT 3)""")
        code = database.execute("""SELECT k.code FROM course k JOIN participation p ON p.course_id = k.id LEFT JOIN
            certificate c ON c.officer_id = p.officer_id AND c.course_id = p.course_id WHERE c.id IS NULL AND
            p.fee = 'verified' AND p.evaluation = 'sent' AND p.attendance = 'confirmed' LIMIT 1""").fetchone()[0]
    before = head(data)
    result = product.run("issue", "--course", code, "--data", data, extra=setting)
    if head(data) == before:
        result.returncode = result.returncode or -1
    return result


def sizes(data):
    return [row[0] for row in Register(data).query("SELECT size FROM log_date ORDER BY size")]


def head(data):
    return Register(data).query("SELECT max(size) FROM log_checkpoint")[0][0]


def published(ledger, data, export, authority):
    wrong = []
    for size in sizes(data):
        note, token = export / "log" / "checkpoints" / str(size), export / "log" / "checkpoints" / f"{size}.tsr"
        accepted, told = authority.verifies(token, note)
        if not accepted or f"\n{size}\n" not in note.read_text():
            wrong.append((size, told))
    ledger.equal("openssl ts -verify accepts each published token over its checkpoint", wrong, [])


def forged(ledger, product, data):
    first, last = sizes(data)[0], sizes(data)[-1]
    with knife_in(data) as database:
        database.execute("UPDATE log_date SET token = (SELECT token FROM log_date WHERE size = ?) WHERE size = ?",
                         (first, last))
    result = product.run("log", "verify", "--data", data)
    ledger.check("akmal log verify names a date that is another checkpoint's",
                 result.returncode == 21 and f"first: leaf {last - 1}: date_forged (size {last})" in result.stdout,
                 result.stdout)
