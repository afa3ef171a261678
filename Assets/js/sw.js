// Keeps the check page, its scripts, the academy's keys and its status lists, so that papers and files are proved
// without the network. It touches no other page of the site.
"use strict";

const SHELL = "/*shell*/".split(" ").filter(Boolean);
const CACHE = "akmal-/*version*/";
// What is learnt of the academy outlives the scripts that read it.
const KEPT = "akmal-kept";
const PAGE = "/sahkan";
const PURPOSES = ["revocation", "suspension", "refresh"];
const MOST_LISTS = 32;

self.addEventListener("install", (event) => {
    event.waitUntil((async () => {
        const cache = await caches.open(CACHE);
        const fresh = { cache: "no-cache", credentials: "omit" };
        await cache.addAll(SHELL.map((path) => new Request(path, fresh)));
        await cache.addAll(["ms", "en"].map((language) => new Request(`${PAGE}?bahasa=${language}`, fresh)));
        await learn();
        await self.skipWaiting();
    })());
});

self.addEventListener("activate", (event) => {
    event.waitUntil((async () => {
        const names = await caches.keys();
        const old = names.filter((name) => name.startsWith("akmal-") && name !== CACHE && name !== KEPT);
        await Promise.all(old.map((name) => caches.delete(name)));
        await self.clients.claim();
    })());
});

self.addEventListener("message", (event) => {
    if (!["ms", "en"].includes(event.data?.language)) { return; }
    event.waitUntil((async () => {
        await (await caches.open(KEPT)).put("/akmal-language", new Response(event.data.language));
        await learn();
    })());
});

// Keys, log head and every status list that there is so far; what cannot be had stays as it was.
async function learn() {
    await Promise.all(["/keys.json", "/log/checkpoint", "/status/codes"].map(kept));
    for (let number = 1; number <= MOST_LISTS; number += 1) {
        const answers = await Promise.all(PURPOSES.map((purpose) => kept(`/status/${purpose}/${number}`)));
        if (!answers[0]?.ok) { return; }
    }
}

// The newest answer, kept for later; without the network, the one that was kept.
async function kept(path) {
    const cache = await caches.open(KEPT);
    try {
        const answer = await fetch(path, { cache: "no-cache", credentials: "omit" });
        if (answer.ok) {
            await cache.put(path, answer.clone());
            return answer;
        }
        return await cache.match(path) ?? answer;
    } catch {
        return cache.match(path);
    }
}

async function page(request) {
    try {
        return await fetch(request);
    } catch {
        const asked = new URL(request.url).searchParams.get("bahasa");
        const last = await (await caches.open(KEPT)).match("/akmal-language");
        const language = ["ms", "en"].includes(asked) ? asked : await last?.text() ?? "ms";
        return await (await caches.open(CACHE)).match(`${PAGE}?bahasa=${language}`) ?? Response.error();
    }
}

self.addEventListener("fetch", (event) => {
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    if (request.method !== "GET" || origin !== self.location.origin) { return; }
    if (request.mode === "navigate") {
        if (pathname === PAGE || /^\/v\/[^/]+$/i.test(pathname)) { event.respondWith(page(request)); }
    } else if (SHELL.includes(pathname)) {
        event.respondWith(caches.match(pathname).then((known) => known ?? fetch(request)));
    } else if (pathname === "/keys.json" || pathname === "/log/checkpoint" || pathname.startsWith("/status/")) {
        event.respondWith(kept(pathname).then((answer) => answer ?? Response.error()));
    }
});
