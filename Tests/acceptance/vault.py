"""The documents of a data folder, read by what docs/operations.md says of it and by nothing of the product."""

import hashlib
import struct
from pathlib import Path

HEAD = 96


class Vault:
    def __init__(self, data):
        self.folder = Path(data) / "documents"

    def read(self, sha256):
        """The bytes of a document; None when it is not there or is not what its name says."""
        file = self.folder / sha256[:2] / sha256[2:]
        found = file.read_bytes() if file.is_file() else self.packed(sha256)
        return found if found is not None and hashlib.sha256(found).hexdigest() == sha256 else None

    def packed(self, sha256):
        for head, stored in self.records():
            if head[0].hex() == sha256:
                return self.whole(head, stored)
        return None

    def all(self):
        """Every sound document by its SHA-256."""
        found = {}
        for file in self.folder.glob("??/*"):
            found[file.parent.name + file.name] = file.read_bytes()
        for head, stored in self.records():
            found[head[0].hex()] = self.whole(head, stored)
        return {name: text for name, text in found.items() if hashlib.sha256(text).hexdigest() == name}

    def records(self):
        for pack in sorted(self.folder.glob("packs/*.pack")):
            text, place = pack.read_bytes(), 0
            while place + HEAD <= len(text):
                mark, document, prefix, before, tail, stored, form, check = struct.unpack(
                    "<8s32s32s4I8s", text[place:place + HEAD])
                whole = hashlib.sha256(text[place:place + 88]).digest()[:8] == check and mark == b"AKMALTL1"
                if not whole or place + HEAD + stored > len(text):
                    break
                yield (document, prefix, before, tail, form), text[place + HEAD:place + HEAD + stored]
                place += HEAD + stored

    def whole(self, head, stored):
        _, prefix, before, tail, form = head
        begun = self.read(prefix.hex())
        if form == 1:
            stored = unfold(stored[32:], self.read(stored[:32].hex()))
        assert len(begun) == before and len(stored) == tail, "a record's lengths are not those of its bytes"
        return begun + stored


def unfold(runs, model):
    tail, place = b"", 0

    def number():
        nonlocal place
        value, shift = 0, 0
        while True:
            byte = runs[place]
            place += 1
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return value

    while True:
        given = number()
        tail += runs[place:place + given]
        place += given
        if place == len(runs):
            return tail
        start, count = number(), number()
        tail += model[start:start + count]
