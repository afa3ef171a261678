"""Seals of PDF files as other people's programs see them: pyHanko, poppler, OpenSSL; and files that are broken on purpose."""

import asyncio
import logging
import re
import subprocess
import warnings

import pikepdf
from asn1crypto import pem, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import ades
from pyhanko.sign.validation.policy_decl import SignatureValidationSpec
from pyhanko_certvalidator.context import CertValidationPolicySpec
from pyhanko_certvalidator.policy_decl import NO_REVOCATION, CertRevTrustPolicy
from pyhanko_certvalidator.registry import SimpleTrustManager

logging.disable(logging.CRITICAL)
warnings.simplefilter("ignore")

THREE_ATTRIBUTES = ["contentType", "id-smime-aa-signingCertificateV2", "messageDigest"]


def parts(pdf):
    """The signature without its padding, and the bytes that it covers."""
    content = pdf.read_bytes()
    found = re.findall(rb"/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]", content)
    if len(found) != 1:
        raise RuntimeError(f"{len(found)} byte ranges")
    start, first, second, rest = map(int, found[0])
    if start != 0 or second + rest != len(content):
        raise RuntimeError("the signature leaves out more than itself")
    signature = bytes.fromhex(content[first + 1:second - 1].decode())
    digits = signature[1] & 0x7F if signature[1] >= 0x80 else 0
    length = int.from_bytes(signature[2:2 + digits], "big") if digits else signature[1]
    return signature[:2 + digits + length], content[:first] + content[second:]


def by_pyhanko(pdf, root):
    """(AdES verdict, coverage, DocMDP level) of the only signature."""
    anchor = x509.Certificate.load(pem.unarmor(root.read_bytes())[2])
    policy = CertValidationPolicySpec(trust_manager=SimpleTrustManager.build(trust_roots=[anchor]),
                                      revinfo_policy=CertRevTrustPolicy(NO_REVOCATION))
    with open(pdf, "rb") as file:
        signatures = PdfFileReader(file, strict=True).embedded_signatures
        if len(signatures) != 1:
            return "", "", ""
        only = signatures[0]
        result = asyncio.run(ades.ades_basic_validation(
            only.signed_data, SignatureValidationSpec(cert_validation_policy=policy),
            raw_digest=only.compute_digest()))
        return (f"{type(result.ades_subindic).__name__}.{result.ades_subindic.name}",
                only.evaluate_signature_coverage().name, str(only.docmdp_level))


def by_poppler(pdf):
    return subprocess.run(["pdfsig", "-nocert", str(pdf)], capture_output=True, text=True, timeout=60).stdout


def by_openssl(pdf, root, folder):
    """(accepted, names of the signed attributes)."""
    signature, content = parts(pdf)
    (folder / "seal.der").write_bytes(signature)
    (folder / "sealed").write_bytes(content)
    check = subprocess.run(
        ["openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", folder / "seal.der", "-content",
         folder / "sealed", "-CAfile", root, "-purpose", "any", "-out", "/dev/null"], capture_output=True, text=True)
    printed = subprocess.run(["openssl", "cms", "-cmsout", "-print", "-inform", "DER", "-in", folder / "seal.der",
                              "-noout"], capture_output=True, text=True).stdout
    signed = printed[printed.find("signedAttrs:"):printed.find("signatureAlgorithm:", printed.find("signedAttrs:"))]
    names = re.findall(r"object: (\S+) \(1\.2\.840\.113549\.1\.9", signed)
    return check.returncode == 0, sorted(names), check.stderr


def no_output_intent(pdf):
    del pdf.Root.OutputIntents


def no_metadata(pdf):
    del pdf.Root.Metadata


def no_language(pdf):
    del pdf.Root.Lang


def no_title_shown(pdf):
    del pdf.Root.ViewerPreferences


def not_marked(pdf):
    del pdf.Root.MarkInfo


def no_alternative(pdf):
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/Figure" and "/Alt" in thing:
            del thing["/Alt"]


def attachment_without_relationship(pdf):
    file = pikepdf.AttachedFileSpec(pdf, b"{}", filename="a.json", mime_type="application/json")
    pdf.attachments["a.json"] = file
    spec = pdf.attachments["a.json"].obj
    if "/AFRelationship" in spec:
        del spec["/AFRelationship"]


def no_tab_order(pdf):
    for page in pdf.pages:
        if "/Tabs" in page:
            del page.Tabs


def no_unicode_map(pdf):
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font" and "/ToUnicode" in thing:
            del thing["/ToUnicode"]


def script(pdf):
    pdf.Root.OpenAction = pdf.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("1")))


def unmarked_content(pdf):
    page = pdf.pages[0]
    page.contents_add(pikepdf.Stream(pdf, b"q 0 0 5 5 re f Q"), prepend=False)


def smoothed_pictures(pdf):
    picture = pikepdf.Stream(pdf, b"\x00\x00\x00", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=1,
                             Height=1, ColorSpace=pikepdf.Name.DeviceRGB, BitsPerComponent=8, Interpolate=True)
    page = pdf.pages[0]
    name = page.add_resource(picture, pikepdf.Name.XObject)
    page.contents_add(pikepdf.Stream(pdf, b"/Artifact BMC q " + str(name).encode() + b" Do Q EMC"), prepend=False)


def fonts_left_out(pdf):
    """A font that is named but not there."""
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor":
            for key in ("/FontFile", "/FontFile2", "/FontFile3"):
                if key in thing:
                    del thing[key]


# What is broken, the flavour that must notice, and the rule that must say so.
BROKEN = [
    (no_output_intent, "3a", "6.2.4.3-2"),
    (no_metadata, "3a", "6.6.2.1-1"),
    (no_metadata, "ua1", "7.1-8"),
    (no_language, "ua1", "7.2-"),
    (no_title_shown, "ua1", "7.1-10"),
    (not_marked, "3a", "6.7.2.2-1"),
    (not_marked, "ua1", "6.2-1"),
    (no_alternative, "ua1", "7.3-1"),
    (attachment_without_relationship, "3a", "6.8-3"),
    (no_tab_order, "ua1", "7.18.3-1"),
    (no_unicode_map, "3a", "6.2.11.7.2-1"),
    (no_unicode_map, "ua1", "7.21.7-1"),
    (script, "3a", "6.5.1-1"),
    (unmarked_content, "ua1", "7.1-3"),
    (smoothed_pictures, "3a", "6.2.8-3"),
    (fonts_left_out, "3a", "6.2.11.4.1-1"),
]


def broken(pdf, breaking, target):
    """The same file, written anew with one thing missing."""
    with pikepdf.open(pdf) as document:
        breaking(document)
        document.save(target, fix_metadata_version=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return target
