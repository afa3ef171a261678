"""Forgeries of a certificate's file, each with the words that are true of it."""

import os

from proof_maker import Draft, Holder


def resealed(academy, holder, proof=None, **changes):
    jwt = changes.pop("jwt", None) or academy.credential(holder)
    return academy.sealed(Draft(holder, jwt, proof or academy.proof(academy.append(jwt)), **changes))


def edited(data, old, new):
    assert data.count(old) == 1 and len(old) == len(new), (data.count(old), old)
    return data.replace(old, new)


def update(data, body):
    """An incremental update that replaces object 5, as editors write it."""
    before = data.rindex(b"startxref\n")
    previous = int(data[before + 10:].split(b"\n")[0])
    offset = len(data)
    added = b"5 0 obj\n" + body + b"\nendobj\n"
    table = offset + len(added)
    tail = b"xref\n5 1\n%010d 00000 n \ntrailer\n<</Size 12/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n"
    return data + added + tail % (offset, previous, table)


def all_of(academy, stranger, holder, other):
    """(name, file, verdict, step that fails or None). `stranger` has keys of its own and the academy's names."""
    good = academy.pdf(holder)
    plain = academy.sealed(Draft(holder, academy.credential(holder), "", packed=False))
    jwt = academy.credential(holder)
    index = academy.append(jwt)
    proof = academy.proof(index)
    move = academy.proof(academy.append(jwt, kind="revoked"))
    others = academy.credential(other)
    unsealed = Draft(holder, jwt, proof, is_sealed=False).written()[0]
    foreign = stranger.credential(holder)
    borrowed = Draft(holder, jwt, proof)
    own = Draft(Holder("SESIAPA"), "", "", is_sealed=False).written()[0].replace(b"(log-proof.txt)", b"(log-thing.txt)")
    name = holder.name.encode()
    table = good.rindex(b"xref\n0 ")
    flipped = bytearray(good)
    flipped[good.index(b"endstream") - 9] ^= 1
    stripped = edited(good, b"/AcroForm<</Fields[11 0 R]/SigFlags 3>>/Perms<</DocMDP 10 0 R>>",
                      b" " * len(b"/AcroForm<</Fields[11 0 R]/SigFlags 3>>/Perms<</DocMDP 10 0 R>>"))
    shadow = good[:table] + b"5 0 obj\n<</Title(Lain)>>\nendobj\n" + good[table:]
    return [
        ("edited text", edited(plain, name + b") Tj", b"X" * len(name) + b") Tj"), "altered", "digest"),
        ("one bit of a page", bytes(flipped), "altered", "digest"),
        ("edited metadata", edited(good, b"/Author(Akademi)", b"/Author(Penipu.)"), "altered", "digest"),
        ("incremental update", update(good, b"<</Title(Lain)>>"), "altered", "file"),
        ("bytes after the end", good + b"\n\n\n\n", "altered", "file"),
        ("one line feed after the end", good + b"\n", "altered", "coverage"),
        ("loosened DocMDP", edited(good, b"/P 1/V", b"/P 2/V"), "altered", "certification"),
        ("sealed with loose DocMDP", resealed(academy, holder, permission=2), "altered", "certification"),
        ("swapped attachment", edited(plain, jwt_of(plain), swapped(jwt_of(plain))), "altered", "digest"),
        ("credential of another person, proof of this one",
         resealed(academy, holder, proof, jwt=others), "altered", "log"),
        ("proof of another move", resealed(academy, holder, move), "altered", "log"),
        ("no proof", resealed(academy, holder, "x"), "altered", "log"),
        ("credential that is no JWS", resealed(academy, holder, proof, jwt="abc.def.ghi"), "altered", "credential"),
        ("re-signed by an unknown key, all of it", stranger.pdf(holder), "unknown-key", "signer"),
        ("re-signed by an unknown key, own parts kept", stranger.sealed(borrowed), "unknown-key", "signer"),
        ("sealed by the academy, credential by a stranger",
         academy.sealed(Draft(holder, foreign, academy.proof(academy.append(foreign)))), "unknown-key", "credential"),
        ("log of a stranger",
         resealed(academy, holder, stranger.proof(stranger.append(jwt)), jwt=jwt), "unknown-key", "log"),
        ("an attribute too many", resealed(academy, holder, signing={"extra": True}), "altered", "attributes"),
        ("old revision", good[:good.rindex(b"%%EOF")], "altered", "file"),
        ("shadow object", shadow, "altered", "file"),
        ("seal taken from the catalog", stripped, "altered", "certification"),
        ("stripped seal", unsealed, "altered", "seal"),
        ("signature of zeros", zeroed(good), "altered", "signature"),
        ("no PDF", b"%PNG" + os.urandom(500), "unknown", "file"),
        ("somebody's own PDF", own.replace(b"(credential.jwt)", b"(some-thing.jwt)"), "unknown", "seal"),
    ]


def jwt_of(data):
    start = data.index(b"stream\neyJ") + 7
    return data[start:data.index(b"\nendstream", start)]


def swapped(jwt):
    return jwt[:-5] + (b"AAAAA" if not jwt.endswith(b"AAAAA") else b"BBBBB")


def zeroed(data):
    start = data.index(b"/Contents <") + 11
    end = data.index(b">", start)
    return data[:start] + b"0" * (end - start) + data[end:]
