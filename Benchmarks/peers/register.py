"""A register of 100,000 certificates for the product, and the same certificates in one plain table for the others."""

import json
import random
import sqlite3
from contextlib import closing

SIZE = 100_000
# What stands on the page and changes; a certificate with these words for values shows where.
SLOTS = ("code", "holder", "serial", "courseMalay", "courseEnglish", "datesMalay", "venue", "issuedMalay", "entry", "key")
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
MARKED = "MARKEDMARKEDMARK"


def grouped(code):
    return "-".join(code[start:start + 4] for start in range(0, 16, 4))


def serial_of(number):
    return f"AKMAL/2026/{500_000 + number}"


def crowd(path, course):
    """Fills the product's own database with copies of a course's certificates; gives their codes and faces."""
    with closing(sqlite3.connect(path)) as connection, connection:
        sources = connection.execute(
            "SELECT c.* FROM certificate c JOIN course k ON k.id = c.course_id WHERE k.code = ? ORDER BY c.id", (course,))
        columns = [column[0] for column in sources.description]
        sources = [dict(zip(columns, row)) for row in sources]
        made = [copy(number, sources[number % len(sources)]) for number in range(SIZE)]
        marked = copy(SIZE, sources[0], MARKED)
        marked["face"] = json.dumps(json.loads(marked["face"]) | {
            name: f"@{name}@" for name in SLOTS if name not in ("code", "serial", "entry", "key")})
        insert_officers(connection, SIZE + 1)
        places = ", ".join(f":{column}" for column in columns)
        connection.executemany(f"INSERT INTO certificate ({', '.join(columns)}) VALUES ({places})", [*made, marked])
    return [(row["code"], json.loads(row["face"])) for row in made]


def copy(number, source, code=None):
    code = code or "".join(random.Random(number).choices(LETTERS, k=16))
    serial = serial_of(number)
    face = json.loads(source["face"]) | {"code": grouped(code), "serial": serial}
    return source | {
        "id": f"bench-{number:06}", "officer_id": f"bench-{number:06}", "serial_number": 500_000 + number, "code": code,
        "face": json.dumps(face, ensure_ascii=False), "document_sha256": f"{number:064x}"}


def insert_officers(connection, count):
    connection.executemany(
        "INSERT INTO officer (id, name, name_folded, mykad, email, post, grade, station, state) "
        "VALUES (?, ?, ?, ?, ?, '', '', '', 'headquarters')",
        ((f"bench-{number:06}", f"PEGAWAI {number}", f"pegawai {number}", my_kad(number),
          f"bench{number}@demo.customs.gov.my") for number in range(count)))


def my_kad(number):
    """Numbers that keep the rules: the birthday moves on with every ten thousand."""
    return f"8001{1 + number // 10_000:02}14{number % 10_000:04}"


def entries(path):
    """Where the product's log has each certificate, by its code, as its page tells it; the server has proved them all."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT c.code, p.log_index FROM certificate_proof p "
                                  "JOIN certificate c ON c.id = p.certificate_id")
        return {code: f"Entri {index:,}" for code, index in rows}


def plain(path, certificates, entries):
    """What the others read: one row a certificate, found by its key."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "CREATE TABLE certificate (key TEXT PRIMARY KEY, code TEXT, holder TEXT, serial TEXT, course TEXT, "
            "course_english TEXT, dates TEXT, venue TEXT, issued TEXT, entry TEXT) WITHOUT ROWID")
        connection.executemany(
            "INSERT INTO certificate VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            ((code, *(face[name] for name in SLOTS[:-2]), entries[code]) for code, face in certificates))


def cut(page, moment, entry):
    """The page of the marked certificate as pieces: texts, and slots by number; the last is the moment of the check."""
    marks = {f"@{name}@": slot for slot, name in enumerate(SLOTS)}
    marks |= {grouped(MARKED): SLOTS.index("code"), serial_of(SIZE): SLOTS.index("serial"), moment: len(SLOTS),
              entry: SLOTS.index("entry"), f"/v/{MARKED}.json": SLOTS.index("key")}
    pieces, rest = [], page
    while True:
        at, mark = min(((rest.find(mark), mark) for mark in marks if mark in rest), default=(len(rest), None))
        before, after = ("/v/", ".json") if mark and mark.endswith(".json") else ("", "")
        pieces.append({"Text": rest[:at] + before, "Slot": -1})
        if mark is None:
            return pieces
        pieces.append({"Text": "", "Slot": marks[mark]})
        rest = after + rest[at + len(mark):]
