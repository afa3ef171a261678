// Bytes as one decimal number with a 1 before them: what stands behind the # of a certificate's QR code.

const LONGEST = 4096;

// Null for anything that is not the one text of its bytes.
export function decimal(text) {
    if (text.length > LONGEST || !/^[1-9][0-9]*$/.test(text)) { return null; }
    let digits = BigInt(text).toString(16);
    if (digits.length % 2 === 1) { digits = "0" + digits; }
    if (!digits.startsWith("01")) { return null; }
    const bytes = new Uint8Array(digits.length / 2 - 1);
    for (let index = 0; index < bytes.length; index += 1) {
        bytes[index] = Number.parseInt(digits.slice(2 * index + 2, 2 * index + 4), 16);
    }
    return bytes;
}
