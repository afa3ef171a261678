// Reads a QR code in what the camera sees or in a photo: with the browser's own reader where it has one, else with ours.

import { scanned } from "../scan/scanner.js";

// Longest side in pixels: small pictures have less noise, large ones more of a small code.
const SIDES = [640, 1100];

let own;

// The browser's reader, or null.
async function builtIn() {
    if (!("BarcodeDetector" in globalThis)) { return null; }
    try {
        const formats = await globalThis.BarcodeDetector.getSupportedFormats();
        return formats.includes("qr_code") ? new globalThis.BarcodeDetector({ formats: ["qr_code"] }) : null;
    } catch {
        return null;
    }
}

// The text of a QR code in a video or bitmap of that size, or null.
export async function seen(source, width, height) {
    own ??= builtIn();
    const reader = await own;
    const codes = reader ? await reader.detect(source).catch(() => []) : [];
    if (codes.length > 0) { return codes[0].rawValue; }
    for (const side of SIDES) {
        const text = width && height ? look(source, width, height, side) : null;
        if (text) { return text; }
        if (Math.max(width, height) <= side) { break; }
    }
    return null;
}

function look(source, width, height, side) {
    const scale = Math.min(1, side / Math.max(width, height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(width * scale));
    canvas.height = Math.max(1, Math.round(height * scale));
    const context = canvas.getContext("2d", { willReadFrequently: true });
    context.imageSmoothingQuality = "high";
    context.drawImage(source, 0, 0, canvas.width, canvas.height);
    return scanned(context.getImageData(0, 0, canvas.width, canvas.height).data, canvas.width, canvas.height);
}
