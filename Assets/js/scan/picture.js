// A picture in black and white: each pixel is laid beside the mean around it, so that shadows do not matter.

// `pixels` are RGBA, as a canvas gives them.
export function blackAndWhite(pixels, width, height) {
    const sums = new Float64Array((width + 1) * (height + 1));
    const light = new Uint8Array(width * height);
    for (let y = 0; y < height; y += 1) {
        let row = 0;
        for (let x = 0; x < width; x += 1) {
            const place = y * width + x;
            light[place] = pixels[4 * place] * 77 + pixels[4 * place + 1] * 150 + pixels[4 * place + 2] * 29 >> 8;
            row += light[place];
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
