// What a credential (Open Badges 3.0) says of a certificate, as far as a check compares it.

import { jws } from "./jws.js";
import { qrText } from "./qr-text.js";
import { statusEntries } from "./status-list.js";

const DIVIDER = " / ";

// { keyID, signature, toBeSigned, facts, status } or null.
export function credential(text, trust) {
    const signed = jws(text.trim());
    const subject = signed?.payload.credentialSubject;
    const link = qrText(String(signed?.payload.id ?? ""));
    const names = Array.isArray(subject?.identifier) ? subject.identifier : [];
    const holder = names.find((name) => name?.identityType === "name" && name.hashed === false)?.identityHash;
    const status = signed && statusEntries(signed.payload, trust.host);
    if (!link?.code || typeof holder !== "string" || !status) { return null; }
    const course = String(subject.achievement?.name ?? "");
    return {
        ...signed, status,
        facts: {
            code: link.code, holder, serial: String(subject.licenseNumber ?? ""), course: half(course), courses: course,
            dates: half(String(subject.term ?? "")),
            issuedAt: Number.isFinite(signed.payload.nbf) ? signed.payload.nbf : 0,
        },
    };
}

// The Malay of a text in both languages.
function half(text) { return text.split(DIVIDER)[0]; }
