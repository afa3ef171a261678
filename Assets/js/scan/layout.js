// Where things stand in a QR code of some version (ISO/IEC 18004, 6.3 and 7.7), up to version 20.

export const LAST_VERSION = 20;

// Per version: repair codewords a block and number of blocks, by level.
const SPARE = {
    L: [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28],
    M: [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26],
    Q: [13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30],
    H: [17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24, 30, 28, 28, 26, 28],
};
const BLOCKS = {
    L: [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8],
    M: [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16],
    Q: [1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12, 17, 16, 18, 21, 20],
    H: [1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11, 16, 16, 18, 16, 19, 21, 25, 25],
};

export const sizeOf = (version) => 17 + 4 * version;

export function blocks(version, level) {
    return { spare: SPARE[level][version - 1], count: BLOCKS[level][version - 1] };
}

// Middle lines of the small alignment patterns.
export function alignments(version) {
    if (version === 1) { return []; }
    const count = Math.floor(version / 7) + 2;
    const step = Math.ceil((sizeOf(version) - 13) / (2 * count - 2)) * 2;
    const places = [6];
    for (let index = count - 2; index >= 0; index -= 1) { places.push(sizeOf(version) - 7 - index * step); }
    return places;
}

// Which modules hold no data.
export function reserved(version) {
    const size = sizeOf(version);
    const marks = new Uint8Array(size * size);
    const fill = (x, y, width, height) => {
        for (let row = y; row < y + height; row += 1) { marks.fill(1, row * size + x, row * size + x + width); }
    };
    fill(0, 0, 9, 9);
    fill(size - 8, 0, 8, 9);
    fill(0, size - 8, 9, 8);
    fill(0, 6, size, 1);
    fill(6, 0, 1, size);
    const lines = alignments(version);
    const last = lines.at(-1);
    for (const x of lines) {
        for (const y of lines) {
            const isCorner = x === 6 && y === 6 || x === 6 && y === last || x === last && y === 6;
            if (!isCorner) { fill(x - 2, y - 2, 5, 5); }
        }
    }
    if (version >= 7) {
        fill(size - 11, 0, 3, 6);
        fill(0, size - 11, 6, 3);
    }
    return marks;
}

// Whether a mask turns a module over (7.8.2).
export const MASKS = [
    (x, y) => (x + y) % 2 === 0, (x, y) => y % 2 === 0, (x) => x % 3 === 0, (x, y) => (x + y) % 3 === 0,
    (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0, (x, y) => x * y % 2 + x * y % 3 === 0,
    (x, y) => (x * y % 2 + x * y % 3) % 2 === 0, (x, y) => ((x + y) % 2 + x * y % 3) % 2 === 0,
];
