"""A certificate that was stamped, taken apart: its course's constant objects, and its own behind them.

It is written after docs/formats.md and shares no code with the product, as in `proof_packed`.
"""

import re
import zlib

from proof_maker import sha256
from proof_packed import Form

RANGE, CONTENTS = rb"/ByteRange \[[\d ]+\]", rb"/Contents <[0-9A-F]*>"


class StampedFile:
    def __init__(self, data):
        self.data, self.table = data, int(data[data.rindex(b"startxref\n") + 10:].split(b"\n")[0])
        size = int(re.search(rb"/Size (\d+)", data[self.table:])[1])
        start = data.index(b"\nstream\n", self.table) + 8
        self.rows = [data[start + 5 * number:start + 5 * number + 5] for number in range(size)]
        self.places = {number: int.from_bytes(row[1:4], "big") for number, row in enumerate(self.rows) if row[0] == 1}
        order = sorted(self.places, key=self.places.get)
        ends = [self.places[number] for number in order[1:]] + [data.rindex(b"startxref\n")]
        # With whatever fills them up.
        self.pieces = {number: data[self.places[number]:end] for number, end in zip(order, ends)}
        self.signature = next(number for number, piece in self.pieces.items() if b"/ByteRange" in piece)
        # The page's content is the first object of the certificate's own.
        self.content = next(number for number in order if self.places[number] % 64 == 0 and number > self.root)
        self.prefix = self.places[self.content]

    @property
    def root(self):
        return int(re.search(rb"/Root (\d+) 0 R", self.data[self.table:])[1])

    @property
    def information(self):
        return int(re.search(rb"/Info (\d+) 0 R", self.data[self.table:])[1])

    def stream(self, number):
        """What an object's stream unpacks to."""
        piece = self.pieces[number]
        return zlib.decompress(piece[piece.index(b"\nstream\n") + 8:piece.rindex(b"\nendstream")])

    def attachments(self):
        """Numbers of the credential and of the log's proof."""
        return [number for number, piece in self.pieces.items() if b"/Type /EmbeddedFile" in piece]

    def members(self, number):
        """The stream that an object is packed in, and all that is packed there: (number, value)."""
        home = int.from_bytes(self.rows[number][1:4], "big")
        piece, unpacked = self.pieces[home], self.stream(home)
        first = int(re.search(rb"/First (\d+)", piece)[1])
        pairs = list(map(int, unpacked[:first].split()))
        ends = pairs[3::2] + [len(unpacked) - first]
        return home, [(found, unpacked[first + start:first + end].rstrip(b"\n"))
                      for found, start, end in zip(pairs[::2], pairs[1::2], ends)]

    def with_stream(self, number, content):
        """An object with another stream's content."""
        packed = zlib.compress(content, 9)
        head = self.pieces[number][:self.pieces[number].index(b"\nstream\n")]
        head = re.sub(rb"/Length \d+", b"/Length %d" % len(packed), head)
        return {number: head + b"\nstream\n" + packed + b"\nendstream\nendobj\n"}

    def with_value(self, number, change):
        """The stream in which a value is packed, with that value changed."""
        home, members = self.members(number)
        made = [(found, change(value) if found == number else value) for found, value in members]
        assert made != members, members
        return {home: b"%d 0 obj\n" % home + Form.stream_of(made, lambda _, right: right) + b"\nendobj\n"}

    def remade(self, changes=(), sign=None, capacity=3000):
        """The file with other objects in their places, offsets and all; its old seal is kept, or a new one made."""
        pieces = self.pieces | dict(changes)
        if sign:
            pieces[self.signature] = re.sub(CONTENTS, b"/Contents <%s>" % (b"00" * capacity), pieces[self.signature])
        data, places = bytearray(self.data[:min(self.places.values())]), {}
        for number, piece in pieces.items():
            places[number] = len(data)
            data += self.tabled(piece, places) if number == max(self.places, key=self.places.get) else piece
        data += b"startxref\n%d\n%%%%EOF\n" % places[max(self.places, key=self.places.get)]
        return sealed(bytes(data), sign)

    def tabled(self, piece, places):
        rows = b"".join(b"\1" + places[number].to_bytes(3, "big") + b"\0" if number in places else row
                        for number, row in enumerate(self.rows))
        start = piece.index(b"\nstream\n") + 8
        return piece[:start] + rows + piece[start + len(rows):]


def sealed(data, sign):
    """With the range that the signature covers, and with the signature if there is one to make."""
    found = re.search(CONTENTS, data)
    if not found:
        return data
    first, second = found.start() + 10, found.end()
    numbers = b" ".join(b"%-10d" % number for number in (0, first, second, len(data) - second))
    data = re.sub(RANGE, b"/ByteRange [%s]" % numbers, data)
    if not sign:
        return data
    digits = sign(sha256(data[:first], data[second:])).hex().upper().encode()
    assert len(digits) <= second - first - 2
    return data[:first + 1] + digits + data[first + 1 + len(digits):]
