// A picture in black and white: each pixel is laid beside the mean around it, so that shadows do not matter.

// How light each pixel is. `pixels` are RGBA, as a canvas gives them.
export function greys(pixels, width, height) {
    const light = new Uint8Array(width * height);
    for (let place = 0; place < light.length; place += 1) {
        light[place] = pixels[4 * place] * 77 + pixels[4 * place + 1] * 150 + pixels[4 * place + 2] * 29 >> 8;
    }
    return { light, width, height };
}

// Half as wide and as high: the grain of a large picture evens out, and what was too fine to matter is gone.
export function halved({ light, width, height }) {
    const [across, down] = [width >> 1, height >> 1];
    const mean = new Uint8Array(across * down);
    for (let y = 0; y < down; y += 1) {
        for (let x = 0; x < across; x += 1) {
            const place = 2 * y * width + 2 * x;
            mean[y * across + x] = light[place] + light[place + 1] + light[place + width] + light[place + width + 1] + 2 >> 2;
        }
    }
    return { light: mean, width: across, height: down };
}

export function blackAndWhite({ light, width, height }) {
    const sums = new Float64Array((width + 1) * (height + 1));
    for (let y = 0; y < height; y += 1) {
        let row = 0;
        for (let x = 0; x < width; x += 1) {
            row += light[y * width + x];
            sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
        }
    }
    const reach = Math.max(8, Math.floor(Math.max(width, height) / 16));
    const dark = new Uint8Array(width * height);
    for (let y = 0; y < height; y += 1) {
        const [top, bottom] = [Math.max(0, y - reach), Math.min(height, y + reach + 1)];
        for (let x = 0; x < width; x += 1) {
            const [left, right] = [Math.max(0, x - reach), Math.min(width, x + reach + 1)];
            const sum = sums[bottom * (width + 1) + right] - sums[top * (width + 1) + right]
                - sums[bottom * (width + 1) + left] + sums[top * (width + 1) + left];
            dark[y * width + x] = light[y * width + x] * (bottom - top) * (right - left) < sum * 0.93 ? 1 : 0;
        }
    }
    return { dark, width, height };
}
