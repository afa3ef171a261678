"""Seals that are judged when nobody can be asked any more: certificates and lists in the file (PAdES B-LT), with a date
of an authority for time in each seal."""

import asyncio
import json
import shutil
import subprocess

from asn1crypto import pem, x509
from asn1crypto.crl import CertificateList
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import ades
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.policy_decl import (
    LocalKnowledge, RevinfoOnlineFetchingRule, RevocationInfoGatheringSpec, SignatureValidationSpec)
from pyhanko_certvalidator.context import CertValidationPolicySpec
from pyhanko_certvalidator.policy_decl import NO_REVOCATION, REQUIRE_REVINFO, CertRevTrustPolicy
from pyhanko_certvalidator.registry import SimpleTrustManager
from pyhanko_certvalidator.revinfo.archival import CRLContainer

import documents
import sealing
import verapdf
from checks_dates import another, head
from product import Register
from timestamps import TimestampServer


def everything(ledger, product, issued, folder):
    data, work = folder / "long-term", folder / "long-term-files"
    shutil.copytree(issued, data)
    work.mkdir()
    with TimestampServer(folder / "tsa-every") as authority:
        dated = {"AKMAL_SEAL_TIMESTAMP_AUTHORITY": authority.address, "AKMAL_SEAL_TIMESTAMP_EVERY_FILE": "true"}
        setting = dated | {"AKMAL_SEAL_LONG_TERM": "true"}
        before = head(data)
        made = another(product, data, setting)
        ledger.check("certificates are issued with evidence and a date", made.returncode == 0, made.stderr)
        doctor = product.run("doctor", "--data", data, extra=setting)
        ledger.check("akmal doctor tells of the evidence", "2 certificates, 1 lists" in doctor.stdout,
                     doctor.stdout[-1500:])
        pdf = newest(data, before, work)
        if not ledger.check("there is a new file", pdf is not None):
            return
        judged(ledger, product, data, pdf, authority, work)


def newest(data, before, work):
    rows = Register(data).query("""SELECT c.document_sha256 FROM certificate c JOIN certificate_proof p
        ON p.certificate_id = c.id WHERE p.log_index >= ? ORDER BY p.log_index LIMIT 1""", before)
    found = documents.kept(data, rows[0][0]) if rows else None
    return found and shutil.copy(found, work / "long-term.pdf")


def judged(ledger, product, data, pdf, authority, work):
    root = data / "keys" / "authority.crt"
    ledger.equal("pyHanko: it holds with its time, by the store alone, where revocation must be known",
                 with_time(pdf, root, authority), ("OK", "ENTIRE_FILE"))
    ledger.check("pyHanko: without the store that cannot be said",
                 with_time(pdf, root, authority, store=False)[0] != "OK")
    told = sealing.by_poppler(pdf)
    ledger.check("pdfsig: valid over the total document",
                 "Signature is Valid" in told and "Total document signed" in told, told)
    result = product.run("check", pdf, "--json", "--data", data)
    ledger.equal("akmal check: it is valid", json.loads(result.stdout or "{}").get("verdict"), "valid")
    ledger.equal("qpdf finds nothing", documents.syntax_problem(pdf), "")
    for flavour, (_, broken) in ((own, found) for (own, _), found in verapdf.judge(("3a", "ua1"), [pdf]).items()):
        ledger.equal(f"veraPDF passes {flavour}", sorted(broken), [])
    listed(ledger, product, data, root, work)
    print(f"        a long-term, dated certificate has {pdf.stat().st_size} bytes")


def with_time(pdf, root, authority, store=True):
    """pyHanko's verdict with the signature's timestamp (EN 319 102-1, 5.5), and the coverage; nothing is fetched."""
    def policy(file, rule):
        anchor = x509.Certificate.load(pem.unarmor(file.read_bytes())[2])
        return CertValidationPolicySpec(trust_manager=SimpleTrustManager.build(trust_roots=[anchor]),
                                        revinfo_policy=CertRevTrustPolicy(rule))

    with open(pdf, "rb") as file:
        reader = PdfFileReader(file, strict=True)
        only = reader.embedded_signatures[0]
        known = LocalKnowledge()
        if store:
            held = DocumentSecurityStore.read_dss(reader)
            lists = [CRLContainer(crl_data=CertificateList.load(one.get_object().data)) for one in held.crls]
            known = LocalKnowledge(known_crls=lists, known_certs=list(held.load_certs()))
        spec = SignatureValidationSpec(
            cert_validation_policy=policy(root, REQUIRE_REVINFO), local_knowledge=known,
            ts_cert_validation_policy=policy(authority.certificate, NO_REVOCATION),
            revinfo_gathering_policy=RevocationInfoGatheringSpec(RevinfoOnlineFetchingRule.LOCAL_ONLY))
        result = asyncio.run(ades.ades_with_time_validation(
            only.signed_data, spec, raw_digest=only.compute_digest()))
        return result.ades_subindic.name, only.evaluate_signature_coverage().name


def listed(ledger, product, data, root, work):
    """The list as it is exported clears the seal's certificate for OpenSSL."""
    export = work / "export"
    product.run("export", "--static", export, "--data", data)
    chain = product.run("keys", "export", "--data", data).stdout
    (work / "own.pem").write_text(chain[:chain.index("-----END") + 25] + "\n")
    subprocess.run(["openssl", "crl", "-inform", "DER", "-in", export / "authority.crl", "-out", work / "list.pem"],
                   check=True, capture_output=True)
    verified = subprocess.run(["openssl", "verify", "-crl_check", "-CAfile", root, "-CRLfile", work / "list.pem",
                               work / "own.pem"], capture_output=True, text=True)
    ledger.check("openssl verify -crl_check accepts the exported list", verified.returncode == 0, verified.stderr)
