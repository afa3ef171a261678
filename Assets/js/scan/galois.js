// Arithmetic in GF(256) with the polynomial of QR codes (ISO/IEC 18004, 7.5.2), and the repair of errors in it.

const POWERS = new Uint8Array(512);
const LOGARITHMS = new Uint8Array(256);
for (let exponent = 0, value = 1; exponent < 255; exponent += 1) {
    POWERS[exponent] = POWERS[exponent + 255] = value;
    LOGARITHMS[value] = exponent;
    value = value << 1 ^ (value & 0x80 ? 0x11D : 0);
}

function times(a, b) { return a && b ? POWERS[LOGARITHMS[a] + LOGARITHMS[b]] : 0; }

function inverse(a) { return POWERS[255 - LOGARITHMS[a]]; }

// Of a polynomial with its lowest coefficient first.
function at(polynomial, x) {
    let sum = 0;
    for (let index = polynomial.length - 1; index >= 0; index -= 1) { sum = times(sum, x) ^ polynomial[index]; }
    return sum;
}

// Mends a block whose last `spare` codewords are for repair; false when it is broken beyond that.
export function repair(block, spare) {
    const reversed = Array.from(block).reverse();
    const syndromes = Array.from({ length: spare }, (_, power) => at(reversed, POWERS[power]));
    if (syndromes.every((value) => value === 0)) { return true; }
    const locator = locate(syndromes);
    const places = [];
    for (let place = 0; place < block.length; place += 1) {
        if (at(locator, POWERS[(255 - place) % 255]) === 0) { places.push(place); }
    }
    if (places.length !== locator.length - 1 || places.length === 0 || 2 * places.length > spare) { return false; }
    const evaluator = product(syndromes, locator).slice(0, spare);
    const slope = locator.map((value, power) => (power % 2 ? value : 0)).slice(1);
    for (const place of places) {
        const x = POWERS[(255 - place) % 255];
        const divisor = at(slope, x);
        if (divisor === 0) { return false; }
        // The first power of the generator is 0, hence one more factor.
        reversed[place] ^= times(POWERS[place], times(at(evaluator, x), inverse(divisor)));
    }
    block.set(reversed.reverse());
    return syndromes.every((_, power) => at(Array.from(block).reverse(), POWERS[power]) === 0);
}

// Berlekamp and Massey.
function locate(syndromes) {
    let current = [1];
    let before = [1];
    let [errors, gap, last] = [0, 1, 1];
    for (let step = 0; step < syndromes.length; step += 1) {
        let difference = syndromes[step];
        for (let index = 1; index <= errors; index += 1) { difference ^= times(current[index] ?? 0, syndromes[step - index]); }
        if (difference === 0) { gap += 1; continue; }
        const factor = times(difference, inverse(last));
        const next = current.slice();
        for (let index = 0; index < before.length; index += 1) {
            next[index + gap] = (next[index + gap] ?? 0) ^ times(factor, before[index]);
        }
        for (let index = 0; index < next.length; index += 1) { next[index] ??= 0; }
        if (2 * errors <= step) {
            [errors, before, last, gap] = [step + 1 - errors, current, difference, 1];
        } else {
            gap += 1;
        }
        current = next;
    }
    while (current.length > 1 && current.at(-1) === 0) { current.pop(); }
    return current;
}

function product(a, b) {
    const result = new Array(a.length + b.length - 1).fill(0);
    a.forEach((left, i) => b.forEach((right, j) => { result[i + j] ^= times(left, right); }));
    return result;
}
