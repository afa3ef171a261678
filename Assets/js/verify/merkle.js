// The log's tree: RFC 6962's hashes, and the way from a leaf to the root (RFC 9162, 2.1.3.2).

import { equal, joined, sha256 } from "./bytes.js";

export function leafHash(entry) { return sha256(joined(Uint8Array.of(0), entry)); }

function nodeHash(left, right) { return sha256(joined(Uint8Array.of(1), left, right)); }

// Whether the leaf stands at `index` in the log of `size` that has the root.
export async function includes(leaf, index, size, root, proof) {
    if (index < 0 || index >= size || proof.length > 63) { return false; }
    let place = BigInt(index);
    let last = BigInt(size) - 1n;
    let hash = leaf;
    for (const sibling of proof) {
        if (last === 0n) { return false; }
        if (place & 1n || place === last) {
            hash = await nodeHash(sibling, hash);
            while (!(place & 1n) && place !== 0n) { place >>= 1n; last >>= 1n; }
        } else {
            hash = await nodeHash(hash, sibling);
        }
        place >>= 1n;
        last >>= 1n;
    }
    return last === 0n && equal(hash, root);
}
