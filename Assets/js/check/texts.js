// The page's settings, which the server wrote into it, and its texts: from a script before this one, or in the page itself.

const block = document.querySelector("[data-proof-texts]");
const texts = globalThis.akmalTexts ?? (block?.dataset.proofTexts ? JSON.parse(block.dataset.proofTexts) : {});

export const isHere = block !== null;
export const language = document.documentElement.lang || "ms";
// Where the icons' file is; empty where the icons stand in the page itself.
export const icons = block?.dataset.icons ?? "";
// Where the site begins: "/" on the server, nothing in a folder of files.
export const root = block?.dataset.root ?? "/";

// The text of a key with its values; the key itself when there is none.
export function say(key, values = {}) {
    return (texts[key] ?? key).replace(/\{([a-z]+)\}/g, (whole, name) => values[name] ?? whole);
}

export function has(key) { return key in texts; }

// Of seconds since 1970.
export function day(seconds) {
    const locale = language === "ms" ? "ms-MY" : "en-GB";
    const form = { day: "numeric", month: "long", year: "numeric", timeZone: "Asia/Kuala_Lumpur" };
    return new Intl.DateTimeFormat(locale, form).format(new Date(seconds * 1000));
}
