"""Files whose objects are packed in streams and whose table is one (ISO 32000-1, 7.5.7 and 7.5.8), and broken ones.

It is written after docs/formats.md and shares no code with the product, as in `proof_maker`.
"""

import random
import re
import zlib

from proof_maker import Draft

HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
IDENTITY = b"<" + b"A7" * 16 + b">"


def bodies_of(data):
    """The objects of a file with a table of lines, by number, and the numbers of its Root and Info."""
    table = int(data[data.rindex(b"startxref\n") + 10:].split(b"\n")[0])
    lines = data[data.index(b"0000000000 65535", table):data.rindex(b"trailer")]
    offsets = {index // 20: int(lines[index:index + 10]) for index in range(20, len(lines), 20)}
    order = sorted(offsets, key=offsets.get)
    ends = [offsets[number] for number in order[1:]] + [table]
    found = {}
    for number, end in zip(order, ends):
        whole = data[offsets[number]:end].strip()
        found[number] = whole[len(b"%d 0 obj\n" % number):-len(b"\nendobj")]
    trailer = data[data.rindex(b"trailer"):]
    root, info = (int(re.search(rb"/%s (\d+) 0 R" % key, trailer)[1]) for key in (b"Root", b"Info"))
    return found, root, info


class Form:
    """A file in the packed form: streams and a signature stand apart, and whatever else is told to; `within` never do.

    `changes` names parts that a forger makes in another way, each a function of the part as it should be.
    """

    def __init__(self, bodies, root=1, info=5, together=5, apart=(), within=(), **changes):
        self.root, self.info, self.changes = root, info, changes
        found = {number for number, body in bodies.items() if body.endswith(b"endstream") or b"/ByteRange" in body}
        apart = found - set(within) | set(apart)
        self.loose = {number: bodies[number] for number in apart}
        rest = [number for number in sorted(bodies) if number not in apart]
        first = max(bodies) + 1
        self.streams = {first + place // together: [(number, bodies[number]) for number in rest[place:place + together]]
                        for place in range(0, len(rest), together)}
        self.table = first + len(self.streams)

    def made(self, part, right):
        return self.changes[part](right) if part in self.changes else right

    def written(self):
        data, offsets = bytearray(self.made("head", HEAD)), {}
        objects = dict(self.loose)
        for number, members in self.made("streams", self.streams).items():
            is_first = number == min(self.streams)
            objects[number] = self.stream_of(members, self.made if is_first else lambda _, right: right)
        for number, body in self.made("objects", objects).items():
            offsets[number] = len(data)
            data += b"%d 0 obj\n" % number + body + b"\nendobj\n"
        data += self.made("space", b"")
        offsets[self.table] = len(data)
        rows = b"".join(self.made("rows", self.rows(offsets)))
        table = self.trailer(rows) + b"\nstream\n" + rows + b"\nendstream"
        data += b"%d 0 obj\n" % self.table + self.made("table", table)
        data += b"\nendobj\n" + self.made("behind", b"")
        return bytes(data) + b"startxref\n%d\n%%%%EOF\n" % self.made("start", offsets[self.table])

    @staticmethod
    def stream_of(members, made):
        """The body of a stream of objects; only the first is changed."""
        pairs, values = b"", b""
        for number, value in members:
            pairs += b"%d %d " % (number, len(values))
            values += value + made("glue", b"\n")
        pairs, values = made("pairs", pairs), made("values", values)
        packed = made("packed", zlib.compress(made("content", pairs + values)))
        numbers = len(members), len(pairs), len(packed)
        head = b"<</Type /ObjStm/N %d/First %d/Filter /FlateDecode/Length %d>>" % numbers
        return made("dictionary", head) + b"\nstream\n" + packed + b"\nendstream"

    def rows(self, offsets):
        """Five bytes a number."""
        rows = [b"\0\0\0\0\xff"] + [b"\0"] * self.table
        for number, offset in offsets.items():
            rows[number] = b"\1" + offset.to_bytes(3, "big") + b"\0"
        for stream, members in self.streams.items():
            for index, (number, _) in enumerate(members):
                rows[number] = b"\2" + stream.to_bytes(3, "big") + bytes([index])
        return rows

    def trailer(self, rows):
        return (b"<</Type /XRef/Size %d/W [1 3 1]/Root %d 0 R/Info %d 0 R/ID [%s %s]/Length %d>>"
                % (len(rows) // 5, self.root, self.info, IDENTITY, IDENTITY, len(rows)))


class PackedDraft(Draft):
    """A certificate's file before its seal, in the packed form."""

    def __init__(self, *parts, changes=None, **options):
        super().__init__(*parts, **options)
        self.changes = changes or {}

    def file(self):
        return Form(dict(enumerate(self.objects(), 1)), **self.changes).written()
