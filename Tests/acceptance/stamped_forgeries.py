"""Forgeries of a certificate that was stamped, each with the verdict that is true of it and the step that fails; two where readers ask in another order.

The same as in `proof_forgeries`, of real files; some by one who has the academy's own keys, and some that only the common
beginning of a course's files makes possible.
"""

import base64
import json
import re

from cryptography import x509
from cryptography.hazmat.primitives.serialization import load_pem_private_key

import proof_forgeries
from proof_forgeries import edited, update
from proof_maker import Academy
from stamped_file import StampedFile


class Insider(Academy):
    """One who has the keys of an academy's folder, and what that has published."""

    def __init__(self, data, published):
        def key(use):
            return load_pem_private_key(next((data / "keys").glob(f"{use}-*.pem")).read_bytes(), None)

        told = json.loads((published / "keys.json").read_text())
        super().__init__(told["host"])
        self.origin, self.published = told["origin"], told
        self.claims, self.log, self.seal = key("claims"), key("log"), key("document")
        self.certificate = x509.load_der_x509_certificate(base64.b64decode(told["seals"][0]["x5c"][0]))

    @property
    def chain(self):
        """As the academy does it."""
        return [self.certificate]


def all_of(insider, stranger, own, others, elsewhere):
    """(name, file, verdict, steps of which one fails, or None): of the bytes of a certificate, of another of its course, and of one
    of another course."""
    good, other, away = StampedFile(own), StampedFile(others), StampedFile(elsewhere)
    return (edits(good) + attached(good, other, insider, stranger) + seals(good, other, insider, stranger)
            + revisions(good, own) + beginnings(good, other, away))


def edits(good):
    content = good.stream(good.content)
    letters = re.search(rb"/H2<</MCID.*?EMC", content, re.S)
    page = content.replace(letters[0], letters[0].replace(b"A", b"O"))
    title = re.compile(rb"/Title ?(<[0-9A-F]+>|\(.*?\))")
    return [
        ("edited name", good.remade(good.with_stream(good.content, page)), "altered", "digest"),
        ("edited name, as long as before", fitting(good, page), "altered", "digest"),
        ("one bit of the page", bit(good.data, good.places[good.content] + 200), "altered", "digest"),
        ("edited metadata",
         good.remade(good.with_value(good.information, lambda value: title.sub(b"/Title (Lain)", value))),
         "altered", "digest"),
        ("loosened DocMDP", edited(good.data, b"/P 1/V", b"/P 2/V"), "altered", "certification"),
        ("seal taken from the catalog",
         good.remade(good.with_value(good.root, lambda value: re.sub(rb"/AcroForm.*DocMDP \d+ 0 R>>", b"", value))),
         "altered", "certification"),
    ]


def fitting(good, page):
    """The same length and offsets, so that nothing but the page's content is another."""
    piece, made = good.pieces[good.content], good.with_stream(good.content, page)[good.content]
    spare = len(piece) - len(made)
    assert spare >= 0, spare
    # What is too short is filled up behind the stream's packed bytes.
    made = re.sub(rb"/Length \d+", re.search(rb"/Length \d+", piece)[0], made)
    made = made.replace(b"\nendstream\nendobj\n", b"\0" * (len(piece) - len(made)) + b"\nendstream\nendobj\n")
    return good.data.replace(piece, made)


def bit(data, place):
    return data[:place] + bytes([data[place] ^ 1]) + data[place + 1:]


def attached(good, other, insider, stranger):
    """Another's credential or proof, with the old seal and with the academy's own."""
    credential, proof = good.attachments()
    theirs, their_proof = (other.stream(number) for number in other.attachments())
    mine = good.stream(credential)
    middle = mine.split(b".")[1]
    foreign = stranger.jws(json.loads(base64.urlsafe_b64decode(middle + b"=" * (-len(middle) % 4)))).encode()
    return [
        ("swapped attachment", good.remade(good.with_stream(credential, theirs)), "altered", "digest"),
        ("sealed anew, nothing changed", good.remade(sign=insider.cms), "valid", None),
        ("sealed by the academy: credential of another person, proof of this one",
         good.remade(good.with_stream(credential, theirs), insider.cms), "altered", "log"),
        ("sealed by the academy: proof of another's", good.remade(good.with_stream(proof, their_proof), insider.cms),
         "altered", "log"),
        ("sealed by the academy: no proof", good.remade(good.with_stream(proof, b"x"), insider.cms), "altered", "log"),
        ("sealed by the academy: credential that is no JWS",
         good.remade(good.with_stream(credential, b"abc.def.ghi"), insider.cms), "altered", "credential"),
        ("sealed by the academy: credential by a stranger",
         good.remade(good.with_stream(credential, foreign)
                     | good.with_stream(proof, insider.proof(insider.append(foreign.decode())).encode()), insider.cms),
         "unknown-key", "credential"),
        ("sealed by the academy: log of a stranger",
         good.remade(good.with_stream(proof, stranger.proof(stranger.append(mine.decode())).encode()), insider.cms),
         "unknown-key", "log"),
    ]


def seals(good, other, insider, stranger):
    loose = {good.signature: edited(good.pieces[good.signature], b"/P 1/V", b"/P 2/V")}
    bare = good.with_value(good.root, lambda value: re.sub(rb"/AcroForm.*DocMDP \d+ 0 R>>", b"", value))
    gone = {good.signature: b"%d 0 obj\nnull\nendobj\n" % good.signature}
    theirs = re.search(rb"/Contents <[0-9A-F]*>", other.pieces[other.signature])[0]
    return [
        ("sealed by a stranger", good.remade(sign=stranger.cms), "unknown-key", "signer"),
        ("sealed by the academy with loose DocMDP", good.remade(loose, insider.cms), "altered", "certification"),
        ("sealed by the academy with an attribute too many",
         good.remade(sign=lambda digest: insider.cms(digest, extra=True)), "altered", "attributes"),
        ("signature of zeros", proof_forgeries.zeroed(good.data), "altered", "signature"),
        ("signature of another of the course",
         good.data.replace(re.search(rb"/Contents <[0-9A-F]*>", good.pieces[good.signature])[0], theirs),
         "altered", "digest"),
        ("stripped seal", good.remade(bare | gone), "altered", "seal"),
    ]


def revisions(good, own):
    return [
        ("incremental update", update(own, b"<</Title(Lain)>>"), "altered", "file"),
        ("bytes after the end", own + b"\n\n\n\n", "altered", "file coverage"),
        ("one line feed after the end", own + b"\n", "altered", "coverage"),
        ("a cut-off end", own[:own.rindex(b"%%EOF")], "altered", "file coverage"),
        ("shadow object", own[:good.table] + b"5 0 obj\n<</Title(Lain)>>\nendobj\n" + own[good.table:], "altered", "file"),
    ]


def beginnings(good, other, away):
    """What a course's files have in common is signed in each of them."""
    constant = [number for number in good.pieces if good.places[number] < good.prefix]
    art = next(number for number in constant if b"/Form" in good.pieces[number])
    shown = good.stream(art)
    return [
        ("one bit of the course's fonts", bit(good.data, good.prefix // 2), "altered", "digest"),
        ("other art in the course's beginning", good.remade(good.with_stream(art, shown + b" ")), "altered", "digest"),
        ("another's page behind the course's beginning",
         good.remade({good.content: other.pieces[other.content]}), "altered", "digest"),
        ("another's own objects behind the course's beginning, with this one's seal",
         good.remade({number: piece for number, piece in other.pieces.items()
                      if number not in (*constant, good.signature, max(good.places, key=good.places.get))}),
         "altered", "digest"),
        ("this one's own objects behind another course's beginning",
         away.data[:away.prefix] + good.data[good.prefix:], "altered", None),
    ]
