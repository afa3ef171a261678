// Finds the three large corners of a QR code: dark, light, dark, light, dark as 1:1:3:1:1 in every direction.

// [topLeft, topRight, bottomLeft] with { x, y, module }, the likeliest triples first.
export function corners(picture) {
    const found = candidates(picture).sort((a, b) => b.seen - a.seen).slice(0, 12);
    const triples = [];
    for (let i = 0; i < found.length; i += 1) {
        for (let j = i + 1; j < found.length; j += 1) {
            for (let k = j + 1; k < found.length; k += 1) {
                const triple = ordered(found[i], found[j], found[k]);
                if (triple) { triples.push(triple); }
            }
        }
    }
    return triples.sort((a, b) => a.penalty - b.penalty).slice(0, 6).map(({ points }) => points);
}

function candidates({ dark, width, height }) {
    const found = [];
    const step = height > 500 ? 2 : 1;
    for (let y = 0; y < height; y += step) {
        const runs = [];
        let start = 0;
        for (let x = 1; x <= width; x += 1) {
            if (x < width && dark[y * width + x] === dark[y * width + x - 1]) { continue; }
            runs.push(x - start);
            start = x;
            const isDark = dark[y * width + x - 1] === 1;
            if (!isDark || runs.length < 5) { continue; }
            const last = runs.slice(-5);
            if (isPattern(last)) { examine(x - last[4] - last[3] - last[2] / 2, y, last, found, dark, width, height); }
        }
    }
    return found;
}

function isPattern(runs) {
    const module = runs.reduce((sum, run) => sum + run, 0) / 7;
    if (module < 1) { return false; }
    return runs.every((run, index) => Math.abs(run - (index === 2 ? 3 : 1) * module) <= (index === 2 ? 1.5 : 0.8) * module);
}

// Lays the pattern across, too, and joins it to one that was seen before.
function examine(x, y, runs, found, dark, width, height) {
    const column = Math.round(x);
    const down = across((place) => (place >= 0 && place < height ? dark[place * width + column] : -1), y);
    if (!down || !isPattern(down.runs)) { return; }
    const row = Math.round(down.middle);
    const side = across((place) => (place >= 0 && place < width ? dark[row * width + place] : -1), column);
    if (!side || !isPattern(side.runs)) { return; }
    const sum = (list) => list.reduce((total, run) => total + run, 0);
    const module = (sum(down.runs) + sum(side.runs)) / 14;
    const [atX, atY] = [side.middle, down.middle];
    const known = found.find((one) => Math.hypot(one.x - atX, one.y - atY) < 4 * module && one.module < 2 * module && module < 2 * one.module);
    if (!known) { found.push({ x: atX, y: atY, module, seen: 1 }); return; }
    const weight = known.seen / (known.seen + 1);
    for (const [name, value] of [["x", atX], ["y", atY], ["module", module]]) { known[name] = known[name] * weight + value * (1 - weight); }
    known.seen += 1;
}

// The five runs around a place in the middle one, and the middle of that.
function across(at, start) {
    if (at(start) !== 1) { return null; }
    const side = (direction) => {
        const runs = [];
        let place = start + direction;
        for (const wanted of [1, 0, 1]) {
            const from = place;
            while (at(place) === wanted) { place += direction; }
            runs.push(Math.abs(place - from));
        }
        return runs;
    };
    const [back, on] = [side(-1), side(1)];
    return { runs: [back[2], back[1], back[0] + 1 + on[0], on[1], on[2]], middle: start + (on[0] - back[0]) / 2 + 0.5 };
}

// Which corner is which: the right angle is at the top left. Null when it is no such triangle.
function ordered(a, b, c) {
    const modules = [a.module, b.module, c.module];
    const mean = modules.reduce((sum, module) => sum + module, 0) / 3;
    const spread = (Math.max(...modules) - Math.min(...modules)) / mean;
    if (spread > 0.6) { return null; }
    const far = (p, q) => Math.hypot(p.x - q.x, p.y - q.y);
    const [corner, p, q] = [[a, b, c], [b, a, c], [c, a, b]].sort((left, right) => far(right[1], right[2]) - far(left[1], left[2]))[0];
    const [first, second] = [far(corner, p), far(corner, q)];
    const ratio = Math.max(first, second) / Math.min(first, second);
    const angle = Math.abs((p.x - corner.x) * (q.x - corner.x) + (p.y - corner.y) * (q.y - corner.y)) / (first * second);
    if (ratio > 1.6 || angle > 0.5 || first < 12 * mean) { return null; }
    const isLeft = (p.x - corner.x) * (q.y - corner.y) - (p.y - corner.y) * (q.x - corner.x) > 0;
    return { points: isLeft ? [corner, p, q] : [corner, q, p], penalty: spread + (ratio - 1) + angle };
}
