"""Broken files in the packed form, each with the reason for which it is refused, and damage by chance."""

import random
import re
import zlib

from proof_packed import HEAD, IDENTITY, Form

STREAM, OTHER, TABLE = 10, 11, 12
SHADOW = b"2 0 obj\n<<>>\nendobj\n"
# Reasons that many share.
ANOTHER_TABLE, ANOTHER_STREAM = "another kind of table", "another kind of stream of objects"
UNLISTED, MISSING = "object that is not in the table", "object that is in no stream"
NO_HEAD, BETWEEN, UNFIT = "no head of objects", "something between values", "value that may not be packed"
UNPACKABLE = "broken or too large stream of objects"


def replacing(old, new):
    def change(made):
        assert old in made, (old, made)
        return made.replace(old, new, 1)
    return change


def substituting(pattern, new):
    def change(made):
        assert re.search(pattern, made), (pattern, made)
        return re.sub(pattern, new, made)
    return change


def row(number, made):
    """A change of one row of the table."""
    return lambda rows: [made if index == number else right for index, right in enumerate(rows)]


def ahead(number, count):
    """A change of where an object is said to begin."""
    def change(rows):
        offset = int.from_bytes(rows[number][1:4], "big") + count
        return row(number, b"\1" + offset.to_bytes(3, "big") + b"\0")(rows)
    return change


def all_of(bodies):
    """(name, file, reason). Objects 1, 2, 3, 5, 6 are packed in one stream, 8 in another; 4, 7 and 9 are streams."""
    made = [(name, Form(bodies, table=replacing(old, new)).written(), reason) for name, old, new, reason in TABLES]
    changed = tables() + rows() + agreement(bodies) + alone() + streams() + heads() + between(bodies)
    made += [(name, Form(bodies, **changes).written(), reason) for name, changes, reason in changed]
    made += [(name, Form(bodies | {number: value}, within={number}).written(), reason)
             for name, number, value, reason in values(bodies)]
    large = b"(%s)" % bytes(1 << 19)
    made.append(("streams that are too large together",
                 Form(bodies | {number: large for number in range(10, 30)}, together=1).written(), UNPACKABLE))
    # The ninth is a number now: how long the first stream is.
    body = Form.stream_of(Form(bodies | {9: b"0"}, apart={9}).streams[STREAM], lambda _, right: right)
    length = int(re.search(rb"Length (\d+)", body)[1])
    elsewhere = {"apart": {9}, "dictionary": substituting(rb"Length \d+", b"Length 9 0 R")}
    made.append(("a stream of objects whose length is elsewhere",
                 Form(bodies | {9: b"%d" % length}, **elsewhere).written(), "broken stream of objects"))
    made.append(("values that run into each other",
                 Form(bodies | {2: b"12", 3: b"34"}, glue=lambda _: b"").written(), BETWEEN))
    return made


IDENTITIES = b"/ID [%s %s]" % (IDENTITY, IDENTITY)
# What a table's dictionary says, and what it is made to say.
TABLES = [
    ("other widths", b"[1 3 1]", b"[1 2 2]", ANOTHER_TABLE),
    ("widths as a string", b"[1 3 1]", b"<010301>", ANOTHER_TABLE),
    ("widths as fractions", b"[1 3 1]", b"[1. 3 1]", "broken table"),
    ("a packed table", b"/W", b"/Filter /FlateDecode/W", ANOTHER_TABLE),
    ("parameters of a filter", b"/W", b"/DecodeParms <<>>/W", ANOTHER_TABLE),
    ("an index", b"/W", b"/Index [0 13]/W", ANOTHER_TABLE),
    ("an earlier revision", b"/W", b"/Prev 15/W", ANOTHER_TABLE),
    ("a second table beside it", b"/W", b"/XRefStm 15/W", ANOTHER_TABLE),
    ("encryption", b"/W", b"/Encrypt 2 0 R/W", ANOTHER_TABLE),
    ("a table of another type", b"/XRef", b"/Xref", ANOTHER_TABLE),
    ("a key twice", b"/W", b"/Root 2 0 R/W", "no key, or one twice"),
    ("a key twice, once escaped", b"/W", b"/R#6fot 2 0 R/W", "no key, or one twice"),
    ("a comment in the table", b"/W", b"%/Prev 1\n/W", "broken table"),
    ("a comment behind the rows", b"\nend", b"%%\nend", "broken table"),
    ("a catalog that is no reference", b"/Root 1 0 R", b"/Root <<>>", "no trailer"),
    ("information that is no reference", b"/Info 5 0 R", b"/Info <<>>", "no trailer"),
    ("no identity", IDENTITIES, b"", ANOTHER_TABLE),
    ("one identity", IDENTITY + b" ", b"", "no trailer"),
    ("an identity that is a name", IDENTITY, b"/A", "no trailer"),
    ("an empty identity", IDENTITY, b"<>", "no trailer"),
    ("a string for identities", IDENTITIES, b"/ID <0102>", "no trailer"),
    ("a list for a size", b"/Size 13", b"/Size [13]", "no table of objects"),
    ("a size of one", b"/Size 13", b"/Size 1", "no table of objects"),
    ("more objects than anybody makes", b"/Size 13", b"/Size 50001", "no table of objects"),
    ("a size too large", b"/Size 13", b"/Size 14", "another size than the table's"),
    ("a size too small", b"/Size 13", b"/Size 12", "another size than the table's"),
    ("a length that is too short", b"/Length 65", b"/Length 60", "no endstream"),
    ("a table's length elsewhere", b"/Length 65", b"/Length 2 0 R", "no 2"),
]


def tables():
    def longer(made):
        return replacing(b"\nend", b"abc\nend")(replacing(b"/Length 65", b"/Length 68")(made))

    return [
        ("half a row more", {"table": longer}, "another size than the table's"),
        ("a table before version 1.5", {"head": replacing(b"1.7", b"1.4")}, "older than its table"),
        ("a start before the table", {"start": lambda place: place - 1}, "no table of objects"),
        ("a start at another object", {"start": lambda _: len(HEAD)}, "broken table"),
        ("bytes between objects", {"space": lambda _: b"% hidden\n"}, "something between objects"),
        ("an object that the table leaves out", {"space": lambda _: SHADOW}, "something between objects"),
        ("an object behind the table", {"behind": lambda _: SHADOW}, "broken table"),
    ]


def rows():
    made = [
        ("a hole", row(2, bytes(5)), "broken table"),
        ("a first row that is an object", row(0, b"\1\0\0\x0f\0"), "broken table"),
        ("a chain of free numbers", row(0, b"\0\0\0\2\xff"), "broken table"),
        ("an unknown kind", row(2, b"\3\0\0\0\0"), "broken table"),
        ("a generation", lambda right: row(4, right[4][:4] + b"\1")(right), "broken table"),
        ("an offset before an object", ahead(4, -1), "wrong offset"),
        ("an offset within a number", ahead(TABLE, 1), "wrong offset"),
        ("an offset of another object", lambda right: row(4, right[7])(right), "wrong offset"),
        ("an entry beyond the file", row(4, b"\1\xff\xff\xff\0"), "wrong offset"),
        ("a table without itself", row(TABLE, b"\2\0\0\x0a\5"), "table without itself"),
        ("an object that is packed and said to stand alone", lambda right: row(8, right[4])(right), "wrong offset"),
        ("an index exchanged", lambda right: row(2, right[3])(right), UNLISTED),
        ("an object in another stream than told", row(2, b"\2\0\0\x0b\1"), UNLISTED),
    ]
    return [(name, {"rows": change}, reason) for name, change, reason in made]


def agreement(bodies):
    """What the table and the streams say of each other."""
    shadow = (2, b"<<>>")

    def attached(made):
        return made | {OTHER: b"<<>>"}

    return [
        ("an object that stands alone and in a stream",
         {"apart": {2}, "streams": lambda made: {STREAM: [*made[STREAM], shadow]}}, UNLISTED),
        ("a number beyond the table in a stream", {"pairs": replacing(b" 2 ", b" 40 ")}, UNLISTED),
        ("number 0 in a stream", {"pairs": replacing(b"2 ", b"0 ")}, UNLISTED),
        ("a number twice in a stream", {"pairs": replacing(b" 2 ", b" 1 ")}, UNLISTED),
        ("a number in two streams", {"streams": lambda made: made | {OTHER: [(1, bodies[1])]}}, UNLISTED),
        ("two numbers exchanged", {"pairs": substituting(rb"^1 (\d+) 2 ", rb"2 \1 1 ")}, UNLISTED),
        ("a stream of objects that is an attachment",
         {"rows": row(8, b"\2\0\0\7\0"), "streams": lambda made: {STREAM: made[STREAM]}, "objects": attached}, MISSING),
        ("a listed object that no stream has", {"streams": lambda made: made | {STREAM: made[STREAM][:4]}}, MISSING),
    ]


def alone():
    """Objects that stand alone: the ninth, a stream, is another."""
    def another(body):
        return {"objects": lambda made: made | {9: body(made[9]) if callable(body) else body}}

    return [(name, another(body), reason) for name, body, reason in [
        ("a second table in the middle", replacing(b"/Type/EmbeddedFile", b"/Type/XRef"), "second table"),
        ("a stream of objects without a stream", b"<</Type /ObjStm>>", "broken stream of objects"),
        ("a stream without a dictionary", b"(9)\nstream\n\nendstream", "broken object"),
        ("a stream without a line's end", replacing(b"stream\n", b"stream "), "broken stream"),
        ("a stream of less than nothing", b"<</Length -3>>\nstream\nendstream", "no length"),
        ("a stream of half a byte", b"<</Length 0.5>>\nstream\n\nendstream", "no length"),
        ("a stream longer than the file", b"<</Length 999999>>\nstream\n\nendstream", "no length"),
        ("a length that is packed", b"<</Length 2 0 R>>\nstream\n\nendstream", "no 2"),
    ]]


def streams():
    """A stream's dictionary, and what is packed."""
    dictionaries = [
        ("a stream that extends another", b"/N", b"/Extends 11 0 R/N", ANOTHER_STREAM),
        ("parameters of a stream's filter", b"/N", b"/DecodeParms <<>>/N", ANOTHER_STREAM),
        ("another filter", b"/FlateDecode", b"/LZWDecode", ANOTHER_STREAM),
        ("a list of filters", b"/FlateDecode", b"[/FlateDecode]", ANOTHER_STREAM),
        ("no filter", b"/Filter /FlateDecode", b"", ANOTHER_STREAM),
        ("a fraction", b"/N 5", b"/N 5.0", "broken stream of objects"),
        ("N too large", b"/N 5", b"/N 6", NO_HEAD),
        ("N too small", b"/N 5", b"/N 4", NO_HEAD),
        ("N beyond what an index counts", b"/N 5", b"/N 257", ANOTHER_STREAM),
    ]
    packed = [
        ("bytes behind what is packed", lambda made: made + b"abcd", UNPACKABLE),
        ("what is packed, cut off", lambda made: made[:-6], UNPACKABLE),
        ("another sum of what is packed", lambda made: made[:-1] + bytes([made[-1] ^ 1]), UNPACKABLE),
        ("bytes that are not packed", lambda _: b"1 0 <<>>", UNPACKABLE),
        ("a small file that unpacks to 256 MB", lambda _: zlib.compress(bytes(256 << 20), 9), UNPACKABLE),
        ("a megabyte of nothing in a stream",
         lambda made: made[:2] + b"\0\0\0\xff\xff" * 220_000 + made[2:], "broken stream of objects"),
    ]
    return ([(name, {"dictionary": replacing(old, new)}, reason) for name, old, new, reason in dictionaries]
            + [(name, {"packed": change}, reason) for name, change, reason in packed]
            + [("N 0", {"streams": lambda made: made | {OTHER: []}}, ANOTHER_STREAM)])


def heads():
    def first(count):
        return {"dictionary": substituting(rb"First (\d+)", lambda found: b"First %d" % (int(found[1]) + count))}

    pairs = [
        ("First far behind the head", lambda made: made + b" " * 900_000, NO_HEAD),
        ("a head that runs into a value", lambda made: made[:-1], NO_HEAD),
        ("a head with a comment", lambda made: made + b"%x ", NO_HEAD),
        ("a head with a number too many", lambda made: made + b"7 ", NO_HEAD),
        ("a head with a sign", replacing(b"1 0 ", b"1 +0 "), NO_HEAD),
        ("a head with a zero in front", replacing(b"1 0 ", b"01 0 "), NO_HEAD),
        ("offsets that do not ascend", substituting(rb" 3 \d+ ", b" 3 0 "), "offsets that do not ascend"),
        ("offsets that do not begin with 0", replacing(b"1 0 ", b"1 1 "), "offsets that do not ascend"),
    ]
    return [("First too large", first(2), NO_HEAD), ("First too small", first(-1), NO_HEAD),
            ("First behind the end", first(9_000_000), NO_HEAD)] + [
                (name, {"pairs": change}, reason) for name, change, reason in pairs]


def between(bodies):
    """Where values begin and end."""
    def second(count):
        return substituting(rb" 2 (\d+) ", lambda found: b" 2 %d " % (int(found[1]) + count))

    end = sum(len(bodies[number]) + 1 for number in (1, 2, 3, 5))
    return [
        ("an offset far behind the end", {"pairs": substituting(rb"\d+ $", b"99999 ")}, BETWEEN),
        ("an offset at the end",
         {"pairs": substituting(rb"\d+ $", b"%d " % end), "values": lambda made: made[:end]}, "no value"),
        ("an offset in front of a value's space", {"pairs": second(-1)}, "no value"),
        ("an offset within a value", {"pairs": second(1)}, BETWEEN),
        ("text between values", {"glue": lambda _: b"\n<<>>\n"}, BETWEEN),
        ("a comment between values", {"glue": lambda _: b"\n% x\n"}, BETWEEN),
        ("text behind the last value", {"values": lambda made: made + b"<<>>\n"}, BETWEEN),
    ]


def values(bodies):
    """(name, number, what it is, reason)."""
    return [
        ("a comment in front of a value", 2, b"%\n<<>>", "no value"),
        ("a value that is cut off", 6, b"<</Kids[", "too deep or cut off"),
        ("a value that is deeper than anybody reads", 2, b"[" * 200 + b"]" * 200, "too deep or cut off"),
        ("a key twice in a value", 2, replacing(b"/Count", b"/Kids[]/Count")(bodies[2]), "no key, or one twice"),
        ("a reference as a value", 2, b"3 0 R", UNFIT),
        ("a stream within a stream", 2, b"<</Length 3>>\nstream\nabc\nendstream", BETWEEN),
        ("an object with its own head", 2, b"2 0 obj\n<<>>\nendobj", BETWEEN),
        ("a stream of objects within one", 2, b"<</Type /ObjStm/N 1/First 4/Filter /FlateDecode/Length 9>>", UNFIT),
        ("a table within a stream", 2, b"<</Type /XRef/Size 2>>", UNFIT),
        ("a signature within a stream", 2, b"<</Type /Sig/Contents <00>>>", UNFIT),
        ("a timestamp within a stream", 2, b"<</Type /DocTimeStamp/Contents <00>>>", UNFIT),
        ("a byte range within a stream", 2, b"<</V [<</ByteRange [0 1 2 3]>>]>>", UNFIT),
        ("a stream larger than a megabyte", 2, b"(%s)" % bytes(1 << 20), UNPACKABLE),
    ]


def with_lines(plain):
    """The same of files whose table is one of lines."""
    count = re.search(rb"xref\n0 (\d+)\n", plain)[0]

    def trailer(entry):
        return plain.replace(b"trailer\n<<", b"trailer\n<<" + entry)

    return [
        ("lines and an earlier revision", trailer(b"/Prev 15"), "earlier revision"),
        ("lines and a table in a stream", trailer(b"/XRefStm 15"), "earlier revision"),
        ("lines and encryption", trailer(b"/Encrypt 2 0 R"), "earlier revision"),
        ("lines without a dictionary", plain.replace(b"trailer\n", b"trailer\n3 "), "no trailer"),
        ("lines, and something behind the trailer", plain.replace(b">>\nstartxref", b">> 3\nstartxref"), "no trailer"),
        ("a line too few", plain.replace(count, b"xref\n0 11\n"), "broken table"),
        ("no lines", plain.replace(count, b"xref\n0 0\n"), "no table of objects"),
        ("lines without end", plain.replace(count, b"xref\n0 50001\n"), "no table of objects"),
    ]


def flipped_rows(bodies):
    """Every file in which one bit of the table is another."""
    form = Form(bodies)
    for place in range(5 * (form.table + 1) * 8):
        def flip(rows, place=place):
            data = bytearray(b"".join(rows))
            data[place // 8] ^= 1 << place % 8
            return [bytes(data)]
        form.changes = {"rows": flip}
        yield form.written()


def damaged(bodies, count, seed=20260402):
    """Files whose streams of objects were broken before they were packed, so that the sums are right."""
    choice = random.Random(seed)

    def content(right):
        made = bytearray(right)
        for _ in range(choice.randint(1, 3)):
            place = choice.randrange(len(made))
            kind = choice.randrange(4)
            if kind == 0:
                made[place] ^= 1 << choice.randrange(8)
            elif kind == 1:
                made[place] = choice.choice(b"0123456789 /<>[]()%R\n\\#+.")
            elif kind == 2:
                del made[place:place + choice.randint(1, 9)]
            else:
                made[place:place] = made[place:place + choice.randint(1, 9)]
            made = made or bytearray(b" ")
        return bytes(made)

    for _ in range(count):
        yield Form(bodies, content=content).written()
