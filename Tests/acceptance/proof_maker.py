"""An academy of its own, in Python: keys, claims, credentials, status lists, a log and sealed PDF files.

It is written after docs/formats.md and shares no code with the product, so that both sides have to mean the same.
"""

import base64
import gzip
import hashlib
import json
import os
import zlib
from datetime import datetime, timedelta, timezone

import cbor2
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.x509.oid import NameOID

HOST = "akmal2u.contoh.gov.my"
DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
ISSUED = 1774000000
# When entries of the log, and seals, say that they were made.
LOGGED = 1773968400


def b64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def b64(data):
    return base64.b64encode(data).decode()


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def crockford(data):
    number = int.from_bytes(data, "big")
    return "".join(DIGITS[number >> shift & 31] for shift in range(75, -1, -5))


def decimal(data):
    return str(int.from_bytes(b"\x01" + data, "big"))


class Holder:
    def __init__(self, name="NUR AISYAH BINTI CONTOH", number=1, bits=None, status=77):
        self.name, self.bits, self.status = name, bits or os.urandom(10), status
        self.code, self.year, self.number = crockford(self.bits), 2026, number
        self.serial = f"AKMAL/{self.year}/{number:06d}"
        self.course, self.dates = "Kursus Penilaian Kastam", "9 – 11 Mac 2026"


class Academy:
    def __init__(self, host=HOST, seal="ec"):
        self.host, self.origin = host, f"{host}/log"
        self.claims = ec.generate_private_key(ec.SECP256R1())
        self.log = ed25519.Ed25519PrivateKey.generate()
        self.root = ec.generate_private_key(ec.SECP256R1())
        self.seal = ec.generate_private_key(ec.SECP256R1()) if seal == "ec" else rsa.generate_private_key(65537, 2048)
        self.root_certificate = certificate(self.root, self.root, "Akar", "Akar")
        self.certificate = certificate(self.seal, self.root, "Meterai", "Akar")
        self.leaves, self.bits = [], {purpose: set() for purpose in ("revocation", "suspension", "refresh")}

    # Keys

    @property
    def chain(self):
        """What goes into a seal."""
        return [self.certificate, self.root_certificate]

    @property
    def kid(self):
        return sha256(spki(self.claims.public_key()))[:8]

    @property
    def log_key(self):
        return b"\x01" + self.log.public_key().public_bytes_raw()

    @property
    def log_hint(self):
        return sha256(self.origin.encode() + b"\n" + self.log_key)[:4]

    def keys(self, **retired):
        """keys.json; `keys` or `seals` say when those were retired."""
        numbers = self.claims.public_key().public_numbers()
        jwk = {"kty": "EC", "crv": "P-256", "x": b64url(numbers.x.to_bytes(32, "big")), "alg": "ES256", "use": "sig",
               "y": b64url(numbers.y.to_bytes(32, "big")), "kid": self.kid.hex(), "nbf": 0}
        chain = [b64(c.public_bytes(serialization.Encoding.DER)) for c in (self.certificate, self.root_certificate)]
        made = {"keys": [jwk], "seals": [{"x5c": chain, "nbf": 0}], "host": self.host, "origin": self.origin,
                "logs": [f"{self.origin}+{self.log_hint.hex()}+{b64(self.log_key)}"]}
        for kind, until in retired.items():
            made[kind][0]["exp"] = until
        return made

    # Claims

    def claims_bytes(self, holder, **changes):
        face = [holder.year, holder.number, holder.name, holder.course, holder.dates]
        payload = cbor2.dumps({6: ISSUED, 7: holder.bits, -65537: face} | changes, canonical=True)
        header = cbor2.dumps({1: -7, 4: self.kid}, canonical=True)
        signature = es256(self.claims, cbor2.dumps(["Signature1", header, b"", payload]))
        return cbor2.dumps(cbor2.CBORTag(18, [header, {}, payload, signature]))

    def qr(self, holder, host=None, code=None):
        digits = decimal(self.claims_bytes(holder))
        return f"HTTPS://{(host or self.host).upper()}/V/{code or holder.code}#{digits}"

    # Credentials and lists

    def jws(self, payload):
        header = {"alg": "ES256", "kid": f"did:web:{self.host}#{self.kid.hex()}", "typ": "JWT"}
        text = ".".join(b64url(json.dumps(part, ensure_ascii=False, separators=(",", ":")).encode())
                        for part in (header, payload))
        return f"{text}.{b64url(es256(self.claims, text.encode()))}"

    def credential(self, holder):
        place = f"https://{self.host}/status"
        return self.jws({
            "id": f"https://{self.host}/v/{holder.code}", "nbf": ISSUED,
            "credentialSubject": {
                "identifier": [{"type": "IdentityObject", "identityHash": holder.name, "identityType": "name",
                                "hashed": False}],
                "licenseNumber": holder.serial, "term": f"{holder.dates} / 9 – 11 March 2026",
                "achievement": {"humanCode": "K1", "name": f"{holder.course} / Customs Valuation"}},
            "credentialStatus": [
                {"statusPurpose": purpose, "statusListIndex": str(holder.status),
                 "statusListCredential": f"{place}/{purpose}/1"} for purpose in self.bits]})

    def status_list(self, purpose, made=None, days=30):
        made = made or datetime.now(timezone.utc)
        field = bytearray(131072 // 8)
        for index in self.bits[purpose]:
            field[index // 8] |= 0x80 >> index % 8
        until = made + timedelta(days=days)
        place = f"https://{self.host}/status/{purpose}/1"
        return self.jws({
            "id": place, "validFrom": made.isoformat(), "validUntil": until.isoformat(),
            "credentialSubject": {"id": f"{place}#list", "type": "BitstringStatusList", "statusPurpose": purpose,
                                  "encodedList": "u" + b64url(gzip.compress(bytes(field)))}})

    def lists(self, **age):
        return {f"/status/{purpose}/1": self.status_list(purpose, **age) for purpose in self.bits}

    def codes(self, made=None, **holders):
        """The list of codes: `revoked`, `suspended` and `superseded` are lists of holders."""
        at = int((made or datetime.now(timezone.utc)).timestamp())
        tags = {word: b"".join(sorted(sha256(holder.bits)[:8] for holder in holders.get(word, ())))
                for word in ("superseded", "revoked", "suspended")}
        return {"/status/codes": self.jws({
            "iss": f"did:web:{self.host}", "jti": f"https://{self.host}/status/codes", "nbf": at, "exp": at + 30 * 86400}
            | {word: b64url(tag) for word, tag in tags.items()})}

    # Log

    def append(self, jwt, kind="issued"):
        entry = {"v": 1, "kind": kind, "at": "2026-03-20T01:00:00.000Z", "credential": sha256(jwt.encode()).hex(),
                 "record": os.urandom(32).hex()}
        self.leaves.append(json.dumps(entry, separators=(",", ":")).encode())
        return len(self.leaves) - 1

    def proof(self, index):
        hashes_ = [sha256(b"\0", leaf) for leaf in self.leaves]
        body = f"{self.origin}\n{len(hashes_)}\n{b64(tree(hashes_))}\n"
        signature = b64(self.log_hint + self.log.sign(body.encode()))
        way = "".join(b64(one) + "\n" for one in path(index, hashes_))
        return (f"c2sp.org/tlog-proof@v1\nextra {b64(self.leaves[index])}\nindex {index}\n{way}\n"
                f"{body}\n— {self.origin} {signature}\n")

    # Files

    def pdf(self, holder, **parts):
        jwt = parts.pop("jwt", None) or self.credential(holder)
        if "proof" not in parts:
            parts["proof"] = self.proof(self.append(jwt))
        return self.sealed(parts.pop("kind", Draft)(holder, jwt, **parts))

    def sealed(self, draft):
        data, first, second = draft.written()
        signature = self.cms(sha256(data[:first], data[second:]), **draft.signing)
        digits = signature.hex().encode()
        assert len(digits) <= second - first - 2
        return data[:first + 1] + digits + data[first + 1 + len(digits):]

    def cms(self, digest, extra=False):
        own = self.certificate.public_bytes(serialization.Encoding.DER)
        attributes = [
            attribute("2a864886f70d010903", oid("2a864886f70d010701")),
            attribute("2a864886f70d010904", tlv(4, digest)),
            attribute("2a864886f70d010910022f", tlv(0x30, tlv(0x30, tlv(0x30, tlv(4, sha256(own))))))]
        if extra:
            attributes.append(attribute("2a864886f70d010905", tlv(0x17, b"260320010000Z")))
        content = b"".join(sorted(attributes))
        if isinstance(self.seal, rsa.RSAPrivateKey):
            signature = self.seal.sign(tlv(0x31, content), padding.PKCS1v15(), hashes.SHA256())
            algorithm = tlv(0x30, oid("2a864886f70d010101") + b"\x05\0")
        else:
            signature = self.seal.sign(tlv(0x31, content), ec.ECDSA(hashes.SHA256()))
            algorithm = tlv(0x30, oid("2a8648ce3d040302"))
        sha = tlv(0x30, oid("608648016503040201"))
        serial = self.certificate.serial_number
        number = tlv(2, serial.to_bytes(serial.bit_length() // 8 + 1, "big"))
        name = tlv(0x30, self.certificate.issuer.public_bytes() + number)
        signer = tlv(0x30, b"\2\1\1" + name + sha + tlv(0xA0, content) + algorithm + tlv(4, signature))
        chain = b"".join(one.public_bytes(serialization.Encoding.DER) for one in self.chain)
        data = tlv(0x30, b"\2\1\1" + tlv(0x31, sha) + tlv(0x30, oid("2a864886f70d010701")) + tlv(0xA0, chain)
                   + tlv(0x31, signer))
        return tlv(0x30, oid("2a864886f70d010702") + tlv(0xA0, data))


class Draft:
    """A certificate's file before its seal; `signing` goes to the signature, `permission` is DocMDP's P."""

    def __init__(self, holder, jwt, proof, permission=1, is_sealed=True, signing=None, packed=True):
        self.holder, self.jwt, self.proof, self.permission = holder, jwt, proof, permission
        self.is_sealed, self.signing, self.packed = is_sealed, signing or {}, packed

    def objects(self):
        content = f"BT /F1 24 Tf 72 700 Td ({self.holder.name}) Tj ET".encode()
        files = f"<</Names[(credential.jwt) 6 0 R (log-proof.txt) 8 0 R]>>"
        seal = "/AcroForm<</Fields[11 0 R]/SigFlags 3>>/Perms<</DocMDP 10 0 R>>" if self.is_sealed else ""
        made = [
            f"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles {files}>>/AF[6 0 R 8 0 R]{seal}>>".encode(),
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<>>>>",
            self.stream(content, ""), f"<</Title({self.holder.serial})/Author(Akademi)>>".encode(),
            b"<</Type/Filespec/F(credential.jwt)/UF(credential.jwt)/EF<</F 7 0 R>>/AFRelationship/Data>>",
            self.stream(self.jwt.encode(), "/Type/EmbeddedFile/Subtype/application#2Fvc+jwt"),
            b"<</Type/Filespec/F(log-proof.txt)/UF(log-proof.txt)/EF<</F 9 0 R>>/AFRelationship/Supplement>>",
            self.stream(self.proof.encode(), "/Type/EmbeddedFile/Subtype/text#2Fplain")]
        if self.is_sealed:
            made.append((
                "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/M(D:20260320010000Z)/Reference[<</Type"
                f"/SigRef/TransformMethod/DocMDP/TransformParams<</Type/TransformParams/P {self.permission}/V/1.2>>>>]"
                f"/ByteRange [{' '.join(['0000000000'] * 4)}]/Contents <{'0' * 6000}>>>").encode())
            made.append(b"<</Type/Annot/Subtype/Widget/FT/Sig/T(Meterai)/V 10 0 R/P 3 0 R/F 132/Rect[0 0 0 0]>>")
        return made

    def stream(self, content, entries):
        packed = zlib.compress(content) if self.packed else content
        head = f"<<{entries}{'/Filter/FlateDecode' if self.packed else ''}/Length {len(packed)}>>\nstream\n"
        return head.encode() + packed + b"\nendstream"

    def file(self):
        """The file before anything is known of its signature."""
        data, offsets = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), []
        for number, body in enumerate(self.objects(), 1):
            offsets.append(len(data))
            data += b"%d 0 obj\n" % number + body + b"\nendobj\n"
        table = len(data)
        data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(offsets) + 1)
        data += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
        data += b"trailer\n<</Size %d/Root 1 0 R/Info 5 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(offsets) + 1, table)
        return bytes(data)

    def written(self):
        """The file, and where its signature's digits are."""
        data = bytearray(self.file())
        if not self.is_sealed:
            return bytes(data), None, None
        first = data.index(b"/Contents <0000") + 10
        second = data.index(b">", first) + 1
        place = data.index(b"/ByteRange [") + 12
        numbers = [0, first, second, len(data) - second]
        data[place:place + 43] = " ".join(f"{number:<10d}" for number in numbers).encode()
        return bytes(data), first, second


def es256(key, data):
    r, s = decode_dss_signature(key.sign(data, ec.ECDSA(hashes.SHA256())))
    return r.to_bytes(32, "big") + s.to_bytes(32, "big")


def spki(key):
    return key.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)


def certificate(key, signer, name, issuer):
    named = lambda text: x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])  # noqa: E731
    start = datetime(2026, 1, 1, tzinfo=timezone.utc)
    return (x509.CertificateBuilder().subject_name(named(name)).issuer_name(named(issuer)).public_key(key.public_key())
            .serial_number(x509.random_serial_number()).not_valid_before(start)
            .not_valid_after(start + timedelta(days=3650)).sign(signer, hashes.SHA256()))


def tlv(tag, content):
    count = len(content)
    if count < 128:
        return bytes([tag, count]) + content
    size = count.to_bytes((count.bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(size)]) + size + content


def oid(digits):
    return tlv(6, bytes.fromhex(digits))


def attribute(digits, value):
    return tlv(0x30, oid(digits) + tlv(0x31, value))


def tree(leaves):
    if len(leaves) == 1:
        return leaves[0]
    middle = 1 << (len(leaves) - 1).bit_length() - 1
    return sha256(b"\1", tree(leaves[:middle]), tree(leaves[middle:]))


def path(index, leaves):
    if len(leaves) == 1:
        return []
    middle = 1 << (len(leaves) - 1).bit_length() - 1
    if index < middle:
        return path(index, leaves[:middle]) + [tree(leaves[middle:])]
    return path(index - middle, leaves[middle:]) + [tree(leaves[:middle])]
