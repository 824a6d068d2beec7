"""Outlines as lists of points: ridges, ribbons, leaves, stones, and curves through points."""

import math
import random
from collections.abc import Sequence

from demo.drawing.canvas import Point


def smooth(points: Sequence[Point], *, closed: bool = False, steps: int = 14) -> list[Point]:
    """Return a Catmull-Rom curve through the points."""
    if closed:
        knots = [points[-1], *points, points[0], points[1]]
    else:
        knots = [points[0], *points, points[-1]]
    curve: list[Point] = []
    for p0, p1, p2, p3 in zip(knots, knots[1:], knots[2:], knots[3:], strict=False):
        for step in range(steps):
            t = step / steps
            curve.append(
                (_spline(t, p0[0], p1[0], p2[0], p3[0]), _spline(t, p0[1], p1[1], p2[1], p3[1]))
            )
    curve.append(knots[-2])
    return curve


def _spline(t: float, a: float, b: float, c: float, d: float) -> float:
    return 0.5 * (
        2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3
    )


def ridge(
    width: float, height: float, base: float, swing: float, seed: int, waves: float = 1.3
) -> list[Point]:
    """Return a hill line across the canvas, closed along its lower edge."""
    rng = random.Random(seed)  # noqa: S311
    parts = [(waves * 2**n, swing / 2.1**n, rng.uniform(0, math.tau)) for n in range(3)]
    line = [
        (x, base + sum(a * math.sin(f * x / width * math.tau + p) for f, a, p in parts))
        for x in range(-10, round(width) + 20, 8)
    ]
    return [*line, (width + 20, height + 20), (-10, height + 20)]


def crest(outline: Sequence[Point], x: float) -> float:
    """Return how high a ridge's line stands at x."""
    return min(outline[:-2], key=lambda point: abs(point[0] - x))[1]


def ribbon(spine: Sequence[Point], widths: Sequence[float]) -> list[Point]:
    """Return a band along a spine, level from side to side, with a width at each knot."""
    left = smooth([(x - w / 2, y) for (x, y), w in zip(spine, widths, strict=True)])
    right = smooth([(x + w / 2, y) for (x, y), w in zip(spine, widths, strict=True)])
    return [*left, *reversed(right)]


def turned(points: Sequence[Point], centre: Point, degrees: float) -> list[Point]:
    """Return the points turned clockwise about a centre."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return [
        (
            centre[0] + (x - centre[0]) * c - (y - centre[1]) * s,
            centre[1] + (x - centre[0]) * s + (y - centre[1]) * c,
        )
        for x, y in points
    ]


def leaf(root: Point, length: float, width: float, degrees: float) -> list[Point]:
    """Return a pointed leaf that grows from its root; 0 degrees points up."""
    x, y = root
    side = [(0.0, 0.0), (0.32, -0.25), (0.5, -0.52), (0.3, -0.82), (0.0, -1.0)]
    half = smooth(side)
    outline = half + [(-a, b) for a, b in reversed(half)]
    grown = [(x + a * width, y + b * length) for a, b in outline]
    return turned(grown, root, degrees)


def stone(centre: Point, across: float, down: float, seed: int) -> list[Point]:
    """Return a flattened pebble, a little uneven."""
    rng = random.Random(seed)  # noqa: S311
    outline = []
    for n in range(12):
        angle = n / 12 * math.tau
        c, s = math.cos(angle), math.sin(angle)
        lump = rng.uniform(0.97, 1.03)
        outline.append(
            (
                centre[0] + across * lump * math.copysign(abs(c) ** 0.8, c),
                centre[1] + down * lump * math.copysign(abs(s) ** 0.8, s),
            )
        )
    return smooth(outline, closed=True)


def arch(left: float, top: float, right: float, bottom: float) -> list[Point]:
    """Return a doorway with a round top."""
    radius = (right - left) / 2
    middle = left + radius
    curve = [
        (
            middle - radius * math.cos(n / 40 * math.pi),
            top + radius - radius * math.sin(n / 40 * math.pi),
        )
        for n in range(41)
    ]
    return [(left, bottom), *curve, (right, bottom)]
