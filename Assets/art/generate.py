#!/usr/bin/env python3
"""Draws the certificates' line work from a few numbers: python3 Assets/art/generate.py

Every curve is a closed formula, sampled as cubic Hermite pieces, so that a whole band costs a few dozen Bezier segments.
Bands are drawn as one period and laid side by side by the template, rosettes of petals are turned by it: a PDF holds
each drawing once. All lengths are millimetres.
"""
from math import ceil, cos, hypot, pi, sin, tau
from pathlib import Path

HERE = Path(__file__).parent
NAVY, GOLD, IVORY = "#172554", "#A8842C", "#FFFDF7"
PALE_GOLD, PALE_NAVY = "#EFE6CF", "#E6E9F1"
POINT = 25.4 / 72


def number(value):
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def pair(point):
    return f"{number(point[0])} {number(point[1])}"


def curve(function, start, end, pieces, closed=False):
    """A path along function(t), t from start to end, as cubic pieces that share its tangents."""
    step = (end - start) / pieces
    tiny = step / 1000

    def slope(t):
        (x0, y0), (x1, y1) = function(t - tiny), function(t + tiny)
        return (x1 - x0) / (2 * tiny), (y1 - y0) / (2 * tiny)

    path = "M" + pair(function(start))
    for index in range(pieces):
        t0, t1 = start + index * step, start + (index + 1) * step
        (x0, y0), (x1, y1) = function(t0), function(t1)
        (u0, v0), (u1, v1) = slope(t0), slope(t1)
        path += "C" + " ".join(
            pair(point)
            for point in ((x0 + u0 * step / 3, y0 + v0 * step / 3), (x1 - u1 * step / 3, y1 - v1 * step / 3), (x1, y1))
        )
    return path + ("Z" if closed else "")


def line(function, start, end, pieces, points, closed=False, swell=0.0):
    """A drawn line as the outline of its ink: cairo measures strokes dearly and fills cheaply, and a graver swells.

    `swell` makes the line that much broader where it runs along the band, and as much finer where it climbs.
    """
    tiny = (end - start) / pieces / 1000

    def edge(side):
        def at(t):
            (x0, y0), (x1, y1) = function(t - tiny), function(t + tiny)
            length = hypot(x1 - x0, y1 - y0)
            flat = abs(x1 - x0) / length
            half = side * points * POINT / 2 * (1 - swell + 2 * swell * flat)
            x, y = function(t)
            return x - (y1 - y0) / length * half, y + (x1 - x0) / length * half

        return at

    if closed:
        return curve(edge(1), start, end, pieces, True) + curve(edge(-1), end, start, pieces, True)
    there = curve(edge(1), start, end, pieces)
    back = curve(edge(-1), end, start, pieces)
    return there + "L" + back[1:] + "Z"


def stroke(path, ink, points):
    return f'<path d="{path}" fill="none" stroke="{ink}" stroke-width="{number(points * POINT)}"/>'


def fill(path, ink):
    return f'<path d="{path}" fill="{ink}"/>'


def disc(x, y, radius, sweep):
    return (
        f"M{pair((x + radius, y))}A{number(radius)} {number(radius)} 0 1 {sweep} {pair((x - radius, y))}"
        f"A{number(radius)} {number(radius)} 0 1 {sweep} {pair((x + radius, y))}Z"
    )


def ring(x, y, radius, points):
    """A drawn circle as the outline of its ink."""
    half = points * POINT / 2
    return disc(x, y, radius + half, 1) + disc(x, y, radius - half, 0)


def save(name, width, height, parts):
    text = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{number(width)}mm" height="{number(height)}mm" '
        f'viewBox="0 0 {number(width)} {number(height)}">\n' + "\n".join(parts) + "\n</svg>\n"
    )
    (HERE / name).write_text(text)


def band():
    """One period of the frame: two trains of waves whose envelopes breathe against each other."""
    period, height, overlap = 9.85, 7.2, 0.04
    middle = height / 2

    def strand(amplitude, breath, waves, phase, lead, points):
        def at(u):
            envelope = amplitude * (1 - breath + breath * cos(tau * (u - lead)))
            return overlap + u * period, middle + envelope * sin(tau * waves * u + phase)

        return line(at, -overlap / period, 1 + overlap / period, 5 * waves, points, swell=0.25)

    gold = "".join(strand(2.5, 0.36, 2, tau * k / 5, 0.5, 0.3) for k in range(5))
    navy = "".join(strand(3.1, 0.36, 2, tau * k / 7 + tau / 14, 0, 0.27) for k in range(7))
    save("band.svg", period + 2 * overlap, height, [fill(gold, GOLD), fill(navy, NAVY)])


def wedge(x, y, base, swing, petals, points, phase, fold):
    """A strand of a rosette over one of `fold` equal angles: what a hypotrochoid machine draws between two clicks."""
    overlap = 0.004

    def at(t):
        radius = base + swing * cos(petals * t + phase)
        return x + radius * cos(t), y + radius * sin(t)

    return line(at, -overlap, tau / fold + overlap, 5 * petals // fold, points)


def corner():
    size, radius, fold = 17.0, 8.2, 8
    m = size / 2
    save("corner.svg", size, size, [
        fill(disc(m, m, radius, 1), IVORY), fill(ring(m, m, radius, 0.9) + ring(m, m, 1.3, 0.35), NAVY),
        fill(ring(m, m, 7.8, 0.3) + disc(m, m, 0.65, 1), GOLD),
    ])
    gold = "".join(wedge(m, m, 5.75, 1.85, 8, 0.32, tau * k / 6, fold) for k in range(6))
    navy = "".join(wedge(m, m, 3.05, 1.4, 8, 0.3, tau * k / 5, fold) for k in range(5))
    save("corner-petal.svg", size, size, [fill(gold, GOLD), fill(navy, NAVY)])


def frame():
    """The straight lines of the frame, for A4 landscape."""

    def box(inset, ink, points):
        return (
            f'<rect x="{number(inset)}" y="{number(inset)}" width="{number(297 - 2 * inset)}" '
            f'height="{number(210 - 2 * inset)}" fill="none" stroke="{ink}" stroke-width="{number(points * POINT)}"/>'
        )

    save("frame.svg", 297, 210, [
        box(8, NAVY, 0.9), box(8.75, GOLD, 0.3), box(16.45, GOLD, 0.3), box(17.75, NAVY, 0.5),
    ])


def petals():
    """Loops that, turned about the middle, become the pale rosette behind the text."""
    size = 116.0
    m = size / 2

    def loop(distance, long, broad, points):
        return line(
            lambda t: (m + distance + long * cos(t), m + broad * sin(t)), 0, tau, 12, points, closed=True)

    save("petal-outer.svg", size, size, [fill(loop(33, 24.5, 15, 0.45), PALE_GOLD)])
    save("petal-inner.svg", size, size, [fill(loop(19, 15.5, 7.5, 0.4), PALE_NAVY)])


def polygon(points):
    return "M" + "L".join(pair(point) for point in points) + "Z"


def star(x, y, outer, inner, rays, turn=-pi / 2):
    return polygon([
        (x + (outer if k % 2 == 0 else inner) * cos(turn + pi * k / rays),
         y + (outer if k % 2 == 0 else inner) * sin(turn + pi * k / rays))
        for k in range(2 * rays)
    ])


def wheel(x, y, radius):
    """A ship's wheel of eight spokes."""
    path = ring(x, y, radius, radius * 0.42) + ring(x, y, radius * 0.62, radius * 0.14) + disc(x, y, radius * 0.25, 1)
    for spoke in range(8):
        angle = tau * spoke / 8 + tau / 16
        c, s = cos(angle), sin(angle)

        def at(along, across):
            return x + radius * (along * c - across * s), y + radius * (along * s + across * c)

        # Thin inside the rim, a turned handle outside it.
        side = ((0.2, 0.065), (1.12, 0.065), (1.2, 0.115), (1.36, 0.125), (1.44, 0.06))
        path += polygon([at(along, -across) for along, across in side] + [at(*point) for point in reversed(side)])
    return path


def seal():
    """The seal: a milled edge, a guilloche ring, the wheel in the middle."""
    size, fold = 34.0, 12
    m = size / 2
    gold = disc(m, m, 16.0, 1) + disc(m, m, 15.3, 0) + ring(m, m, 14.9, 0.35) + ring(m, m, 9.2, 0.9)
    save("seal.svg", size, size, [fill(gold, GOLD), fill(ring(m, m, 8.65, 0.3) + wheel(m, m, 4.6), NAVY)])
    gold = "".join(wedge(m, m, 12.2, 2.35, 12, 0.34, tau * k / 6, fold) for k in range(6))
    navy = "".join(wedge(m, m, 12.2, 1.2, 24, 0.3, tau * k / 2, fold) for k in range(2))
    teeth = ""
    for tooth in range(5):
        middle, half = tau / fold * (tooth + 0.5) / 5, tau / fold / 10

        def at(radius, angle):
            return m + radius * cos(angle), m + radius * sin(angle)

        teeth += (
            f"M{pair(at(15.7, middle - half))}L{pair(at(15.95, middle - half))}"
            f"Q{pair(at(17.0, middle))} {pair(at(15.95, middle + half))}L{pair(at(15.7, middle + half))}Z"
        )
    save("seal-petal.svg", size, size, [fill(gold, GOLD), fill(navy, NAVY), fill(teeth, GOLD)])


def key(x, y, angle, length, ink):
    """A key along a direction: its bow, three rings, at the far end, its bit at the near one."""
    c, s = cos(angle), sin(angle)
    half = length / 2

    def at(along, across):
        return x + along * c - across * s, y + along * s + across * c

    def block(*corners):
        return polygon([at(*point) for point in corners])

    shaft = block((-half, -0.36), (half - 4.2, -0.36), (half - 4.2, 0.36), (-half, 0.36))
    side = 1 if angle < -pi / 2 else -1
    bit = block(
        (-half + 0.4, 0), (-half + 0.4, 2.7 * side), (-half + 1.3, 2.7 * side), (-half + 1.3, 1.7 * side),
        (-half + 2.0, 1.7 * side), (-half + 2.0, 2.7 * side), (-half + 2.9, 2.7 * side), (-half + 2.9, 0))
    collar = block((half - 5.4, -0.75), (half - 4.7, -0.75), (half - 4.7, 0.75), (half - 5.4, 0.75))
    rings = ((half - 1.25, 0), (half - 3.0, 1.45), (half - 3.0, -1.45))
    return [fill(path, ink) for path in (shaft, bit, collar, "".join(ring(*at(*point), 1.12, 1.7) for point in rings))]


def crest():
    """The academy's emblem for demonstrations: a shield with book, wheel and waves before two keys.

    It is nobody's coat of arms. Put the real one in its place as Assets/art/crest.svg, in a new template version.
    """
    width, height = 34.0, 31.0
    m = width / 2

    def shield(inset):
        left, right, top, foot = m - 9 + inset, m + 9 - inset, 3.2 + inset, 28.2 - inset * 1.25
        shoulder = 15.5
        return (
            f"M{pair((left, top))}L{pair((right, top))}L{pair((right, shoulder))}"
            f"C{pair((right, 21.5 - inset * 0.3))} {pair((m + 4.4, foot - 2.6))} {pair((m, foot))}"
            f"C{pair((m - 4.4, foot - 2.6))} {pair((left, 21.5 - inset * 0.3))} {pair((left, shoulder))}Z"
        )

    parts = key(m, 15.4, -pi / 4 + 0.04, 39, GOLD) + key(m, 15.4, -3 * pi / 4 - 0.04, 39, GOLD)
    parts += [fill(shield(-0.55), IVORY), fill(shield(0), GOLD), fill(shield(0.55), IVORY), fill(shield(0.85), NAVY)]
    book = (
        f"M{pair((m, 6.1))}C{pair((m - 1.6, 5.0))} {pair((m - 3.6, 4.9))} {pair((m - 5.4, 5.5))}"
        f"L{pair((m - 5.4, 9.2))}C{pair((m - 3.6, 8.6))} {pair((m - 1.6, 8.7))} {pair((m, 9.8))}"
        f"C{pair((m + 1.6, 8.7))} {pair((m + 3.6, 8.6))} {pair((m + 5.4, 9.2))}"
        f"L{pair((m + 5.4, 5.5))}C{pair((m + 3.6, 4.9))} {pair((m + 1.6, 5.0))} {pair((m, 6.1))}Z"
    )
    parts.append(fill(book, IVORY))
    parts.append(stroke(f"M{pair((m, 6.1))}L{pair((m, 9.8))}", NAVY, 0.5))
    lines = "".join(
        f"M{pair((m + side * 1.0, y - 0.05))}C{pair((m + side * 2.2, y - 0.55))} {pair((m + side * 3.4, y - 0.65))} "
        f"{pair((m + side * 4.6, y - 0.45))}"
        for y in (6.9, 7.8, 8.7) for side in (-1, 1)
    )
    parts.append(stroke(lines, GOLD, 0.35))
    parts.append(fill(wheel(m, 15.3, 3.35), GOLD))
    waves = ""
    for row, (y, half) in enumerate(((21.4, 5.6), (23.2, 4.2), (24.9, 2.6))):

        def wave(t):
            return m + t, y + 0.42 * sin(tau * t / 2.8 + row * pi)

        waves += line(wave, -half, half, ceil(half * 2 / 0.95), 1.75)
        waves += disc(*wave(-half), 0.308, 0) + disc(*wave(half), 0.308, 0)
    parts.append(fill(waves, IVORY))
    save("crest.svg", width, height, parts)


if __name__ == "__main__":
    band()
    corner()
    frame()
    petals()
    seal()
    crest()
