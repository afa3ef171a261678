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

// As people type it: any case, with or without dashes and spaces, O for 0, I or L for 1. Null when it is none.
export function typedCode(typed) {
    const text = typed.toUpperCase().replace(/[- ]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
    return text.length === 16 && [...text].every((letter) => DIGITS.includes(letter)) ? text : null;
}

export function grouped(text) { return text.replace(/(.{4})(?=.)/g, "$1-"); }
