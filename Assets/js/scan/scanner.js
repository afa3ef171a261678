// Reads a QR code in a picture: corners, grid, modules, text. Nothing leaves the browser.

import { corners } from "./finder.js";
import { LAST_VERSION, alignments, sizeOf } from "./layout.js";
import { blackAndWhite, greys, halved } from "./picture.js";
import { symbolText } from "./symbol.js";

// Pixels; a code of 65 modules that fills half of such a picture has five a module.
const HALVED_FROM = 640;
// Of the 25 modules of a small pattern, and how many such places are tried.
const LEAST_LIKENESS = 20;
const MARKS_TRIED = 4;

// The text of a QR code in RGBA pixels, or null.
export function scanned(pixels, width, height) {
    const grey = greys(pixels, width, height);
    // A large picture first at half its size: sooner done, and less grain; then what needs every pixel.
    const sizes = Math.max(width, height) > HALVED_FROM ? [halved(grey), grey] : [grey];
    for (const size of sizes) {
        const text = readIn(blackAndWhite(size));
        if (text) { return text; }
    }
    return null;
}

function readIn(picture) {
    for (const triple of corners(picture)) {
        for (const version of versions(triple)) {
            const text = read(picture, triple, version);
            if (text) { return text; }
        }
    }
    return null;
}

// Likely versions by the distance of the corners in modules, the likeliest first.
function versions([corner, right, below]) {
    const module = (corner.module + right.module + below.module) / 3;
    const away = (Math.hypot(right.x - corner.x, right.y - corner.y) + Math.hypot(below.x - corner.x, below.y - corner.y)) / 2;
    const guess = Math.round((away / module + 7 - 17) / 4);
    return [0, 1, -1, 2, -2, 3, -3].map((step) => guess + step).filter((version) => version >= 1 && version <= LAST_VERSION);
}

function read(picture, [corner, right, below], version) {
    const size = sizeOf(version);
    const far = size - 3.5;
    const fourth = { x: right.x + below.x - corner.x, y: right.y + below.y - corner.y };
    const flat = warp([[3.5, 3.5], [far, 3.5], [3.5, far], [far, far]], [corner, right, below, fourth]);
    const tries = [flat];
    if (version > 1) {
        const place = alignments(version).at(-1) + 0.5;
        const marks = marksNear(picture, flat, place, (corner.module + right.module + below.module) / 3);
        tries.unshift(...marks.map((mark) => warp([[3.5, 3.5], [far, 3.5], [3.5, far], [place, place]], [corner, right, below, mark])));
    }
    for (const place of tries) {
        const text = symbolText(sample(picture, place, size), version);
        if (text) { return text; }
    }
    return null;
}

function sample({ dark, width, height }, place, size) {
    const modules = new Uint8Array(size * size);
    for (let y = 0; y < size; y += 1) {
        for (let x = 0; x < size; x += 1) {
            const [atX, atY] = place(x + 0.5, y + 0.5).map(Math.floor);
            if (atX >= 0 && atX < width && atY >= 0 && atY < height) { modules[y * size + x] = dark[atY * width + atX]; }
        }
    }
    return modules;
}

// Where the small pattern near the fourth corner may be: the places where the picture is most like it, the likest first.
function marksNear({ dark, width, height }, flat, place, module) {
    const [guessX, guessY] = flat(place, place);
    const reach = Math.ceil(module * 12);
    const [rightX, rightY] = minus(flat(place + 1, place), [guessX, guessY]);
    const [downX, downY] = minus(flat(place, place + 1), [guessX, guessY]);
    const likeness = (x, y) => {
        let score = 0;
        for (let i = -2; i <= 2; i += 1) {
            for (let j = -2; j <= 2; j += 1) {
                const [atX, atY] = [Math.floor(x + j * rightX + i * downX), Math.floor(y + j * rightY + i * downY)];
                const wanted = Math.max(Math.abs(i), Math.abs(j)) === 1 ? 0 : 1;
                const isIn = atX >= 0 && atX < width && atY >= 0 && atY < height;
                if (isIn && dark[atY * width + atX] === wanted) { score += 1; }
            }
        }
        return score;
    };
    const found = [];
    const step = Math.max(0.5, module / 4);
    for (let y = guessY - reach; y <= guessY + reach; y += step) {
        for (let x = guessX - reach; x <= guessX + reach; x += step) {
            const score = likeness(x, y);
            if (score < LEAST_LIKENESS) { continue; }
            const near = found.find((one) => Math.hypot(one.x - x, one.y - y) < 2 * module);
            if (!near) { found.push({ score, x, y, count: 1 }); }
            else if (score > near.score) { Object.assign(near, { score, x, y, count: 1 }); }
            else if (score === near.score) {
                near.x += (x - near.x) / (near.count + 1);
                near.y += (y - near.y) / (near.count + 1);
                near.count += 1;
            }
        }
    }
    return found.sort((a, b) => b.score - a.score).slice(0, MARKS_TRIED);
}

function minus([a, b], [c, d]) { return [a - c, b - d]; }

// The perspective that leads four places of the grid to four points of the picture.
function warp(from, to) {
    const rows = [];
    from.forEach(([x, y], index) => {
        const point = to[index];
        rows.push([x, y, 1, 0, 0, 0, -x * point.x, -y * point.x, point.x]);
        rows.push([0, 0, 0, x, y, 1, -x * point.y, -y * point.y, point.y]);
    });
    const [a, b, c, d, e, f, g, h] = solved(rows);
    return (x, y) => {
        const depth = g * x + h * y + 1;
        return [(a * x + b * y + c) / depth, (d * x + e * y + f) / depth];
    };
}

// Gauss and Jordan.
function solved(rows) {
    for (let column = 0; column < rows.length; column += 1) {
        let pivot = column;
        for (let row = column; row < rows.length; row += 1) {
            if (Math.abs(rows[row][column]) > Math.abs(rows[pivot][column])) { pivot = row; }
        }
        [rows[column], rows[pivot]] = [rows[pivot], rows[column]];
        const divisor = rows[column][column] || 1e-9;
        rows[column] = rows[column].map((value) => value / divisor);
        for (let row = 0; row < rows.length; row += 1) {
            if (row === column) { continue; }
            const factor = rows[row][column];
            rows[row] = rows[row].map((value, index) => value - factor * rows[column][index]);
        }
    }
    return rows.map((row) => row[8]);
}
