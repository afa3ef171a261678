// Small improvements to pages that work without them.
"use strict";

// A summary of errors takes the focus, so that a screen reader starts there.
document.querySelector("[data-focus]")?.focus();

// What is shown to be copied is chosen at once.
document.querySelector("[data-select]")?.select();

// A link is copied by a button, where the browser lets pages do that.
for (const place of document.querySelectorAll("[data-copy]")) {
    if (!navigator.clipboard) { place.remove(); continue; }
    const button = document.createElement("button");
    const said = document.createElement("span");
    button.type = "button";
    button.className = "link-button";
    button.textContent = place.dataset.label;
    said.className = "hint";
    said.setAttribute("role", "status");
    button.addEventListener("click", async () => {
        said.textContent = "";
        try {
            await navigator.clipboard.writeText(place.dataset.copy);
            said.textContent = place.dataset.copied;
        } catch {
            // The address itself stands above, to be chosen by hand.
            place.remove();
        }
    });
    place.append(button, said);
}

// The menu closes when something else is wanted.
for (const menu of document.querySelectorAll("[data-menu]")) {
    const summary = menu.querySelector("summary");
    document.addEventListener("click", (event) => { if (!menu.contains(event.target)) { menu.open = false; } });
    menu.addEventListener("keydown", (event) => {
        if (event.key === "Escape" && menu.open) { menu.open = false; summary.focus(); }
    });
}

// What was done is told once, not again when the page is asked for again.
if (document.querySelector("[data-done]")) {
    const here = new URL(location.href);
    here.searchParams.delete("berjaya");
    history.replaceState(history.state, "", here);
}

// A form is sent once, however often its button is pressed; coming back to the page frees it.
document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post" || form.hasAttribute("data-again")) { return; }
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "yes";
    // Only after the browser has taken the pressed button's value along.
    setTimeout(() => {
        for (const button of form.querySelectorAll("button[type=submit]")) { button.setAttribute("aria-disabled", "true"); }
    });
});
window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) {
        delete form.dataset.sent;
        for (const button of form.querySelectorAll("[aria-disabled]")) { button.removeAttribute("aria-disabled"); }
    }
});

// A password can be shown.
for (const box of document.querySelectorAll("[data-reveal]")) {
    const input = box.querySelector("input");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "reveal";
    const show = (visible) => {
        input.type = visible ? "text" : "password";
        button.textContent = visible ? box.dataset.hide : box.dataset.show;
        button.setAttribute("aria-pressed", String(visible));
    };
    button.addEventListener("click", () => {
        show(input.type === "password");
        input.focus();
    });
    input.form.addEventListener("submit", () => show(false));
    show(false);
    box.append(button);
}

// The rules of a new password are ticked off while it is typed; the server decides by the same rules.
const letters = (text) => typeof Intl.Segmenter === "function"
    ? [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text)].length : [...text].length;
const rules = {
    length: (text) => letters(text) >= 12 && letters(text) <= 128,
    upper_case: (text) => /\p{Lu}/u.test(text),
    lower_case: (text) => /\p{Ll}/u.test(text),
    digit: (text) => /[0-9]/.test(text),
    symbol: (text) => /[^\p{L}\p{N}\p{M}\p{C}\s]/u.test(text),
};
for (const list of document.querySelectorAll("[data-rules]")) {
    const input = document.getElementById(list.dataset.rules);
    const show = () => {
        for (const item of list.querySelectorAll("[data-rule]")) {
            const isMet = rules[item.dataset.rule](input.value);
            item.classList.toggle("is-met", isMet);
            if (input.value) { item.classList.remove("is-broken"); }
            item.querySelector("[data-state]").textContent = ` – ${isMet ? list.dataset.met : list.dataset.open}`;
        }
    };
    input.addEventListener("input", show);
}

// The code of a certificate is grouped while it is typed, unless an address was pasted.
for (const input of document.querySelectorAll(".input-code")) {
    input.addEventListener("input", () => {
        const atEnd = input.selectionStart === input.value.length;
        if (!atEnd || !/^[0-9a-z -]*$/i.test(input.value)) { return; }
        const code = input.value.replace(/[ -]/g, "").toUpperCase();
        const grouped = code.match(/.{1,4}/g)?.join("-") ?? "";
        if (code.length <= 16) { input.value = grouped; }
    });
}

// Marks that were changed and not saved are not left behind unasked.
for (const form of document.querySelectorAll("[data-guard]")) {
    let changed = false;
    const guard = (event) => { if (changed) { event.preventDefault(); } };
    form.addEventListener("change", (event) => {
        changed = true;
        const mark = event.target.closest("select.mark");
        if (mark) { mark.className = `mark mark-${mark.value || "blank"}`; }
    });
    form.addEventListener("submit", () => { changed = false; });
    window.addEventListener("beforeunload", guard);
}

// A running issue tells how far it is.
const progress = document.querySelector("[data-progress]");
const bar = progress?.querySelector("[data-field=bar]");
if (bar) {
    let misses = 0;
    const poll = async () => {
        try {
            const answer = await fetch(progress.dataset.progress, { headers: { Accept: "application/json" } });
            if (!answer.ok) { throw new Error(String(answer.status)); }
            const state = await answer.json();
            if (state.state !== "waiting" && state.state !== "running") { location.reload(); return; }
            bar.max = Math.max(1, state.total);
            bar.value = state.done;
            for (const [name, text] of Object.entries(state.texts)) {
                const field = progress.querySelector(`[data-field="${name}"]`);
                if (field) { field.textContent = text; }
            }
            misses = 0;
        } catch {
            misses += 1;
            if (misses > 10) { location.reload(); return; }
        }
        setTimeout(poll, 500 * (1 + misses));
    };
    setTimeout(poll, 500);
}

// Keys for those who decide many times a day; not while something is typed.
document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) { return; }
    if (event.target.closest("input, textarea, select, [contenteditable]")) { return; }
    const target = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (!target) { return; }
    event.preventDefault();
    target.focus();
    if (target.tagName === "BUTTON") { target.click(); }
});

// A file that is too large is told before it travels.
for (const input of document.querySelectorAll("[data-most-bytes]")) {
    input.addEventListener("change", () => {
        const isLarge = [...input.files].some((file) => file.size > Number(input.dataset.mostBytes));
        input.setCustomValidity(isLarge ? input.dataset.tooLarge : "");
        if (isLarge) { input.reportValidity(); input.value = ""; }
    });
}
