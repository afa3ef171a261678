// A certificate's public code: 80 bits as 16 characters of Crockford's base 32.

const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

// Of ten bytes.
export function code(bytes) {
    let text = "";
    let buffer = 0;
    let bits = 0;
    for (const byte of bytes) {
        buffer = buffer << 8 | byte;
        bits += 8;
        while (bits >= 5) {
            bits -= 5;
            text += DIGITS[buffer >> bits & 31];
        }
        buffer &= (1 << bits) - 1;
    }
    return text;
}

// The ten bytes of a code as `code` writes it.
export function codeBytes(text) {
    let number = 0n;
    for (const letter of text) { number = number << 5n | BigInt(DIGITS.indexOf(letter)); }
    return Uint8Array.from({ length: 10 }, (_, place) => Number(number >> BigInt(72 - 8 * place) & 255n));
}

// As people type it: any case, with or without dashes and spaces, O for 0, I or L for 1. Null when it is none.
export function typedCode(typed) {
    const text = typed.toUpperCase().replace(/[- ]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
    return text.length === 16 && [...text].every((letter) => DIGITS.includes(letter)) ? text : null;
}

export function grouped(text) { return text.replace(/(.{4})(?=.)/g, "$1-"); }
