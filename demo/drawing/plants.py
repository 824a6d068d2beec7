"""What grows in the pictures: branches, reeds, firs, round trees and plants in pots."""

import math
import random

from demo.drawing.canvas import Canvas, Point
from demo.drawing.palette import BARK, CLAY, DEEP, FOREST, RUST, SAGE, Colour, mix
from demo.drawing.shapes import leaf, smooth


def branch(
    canvas: Canvas,
    root: Point,
    length: float,
    degrees: float,
    colours: tuple[Colour, Colour],
    *,
    pairs: int = 6,
    bend: float = 18,
    size: float = 0.3,
) -> None:
    """Draw a curved stem with pairs of leaves that grow smaller towards the tip."""
    stem = [root]
    for n in range(1, pairs + 2):
        angle = math.radians(degrees + bend * n / pairs)
        step = length / (pairs + 1)
        stem.append((stem[-1][0] + step * math.sin(angle), stem[-1][1] - step * math.cos(angle)))
    canvas.stroke(smooth(stem), length * 0.014, mix(colours[1], BARK, 0.25))
    for n, knot in enumerate(stem[1:], 1):
        heading = degrees + bend * n / pairs
        long = length * size * (1.15 - 0.55 * n / (pairs + 1))
        sides = (0,) if n == pairs + 1 else (-52, 52)
        for side in sides:
            outline = leaf(knot, long, long * 0.42, heading + side)
            canvas.shape(outline, *colours, shadow=0.16)


def reeds(
    canvas: Canvas,
    span: tuple[float, float],
    base: float,
    tall: float,
    colour: Colour,
    seed: int,
    *,
    number: int = 9,
    heads: bool = True,
) -> None:
    """Draw a clump of leaning blades, some with a dark head."""
    rng = random.Random(seed)  # noqa: S311
    for n in range(number):
        x = rng.uniform(*span)
        high, lean = tall * rng.uniform(0.55, 1.0), rng.uniform(-0.16, 0.16)
        tip = (x + high * lean, base - high)
        middle = (x + high * lean * 0.25, base - high * 0.5)
        width = tall * 0.012
        blade = smooth([(x - width, base), middle, tip])
        back = smooth([tip, (middle[0] + width, middle[1]), (x + width, base)])
        canvas.shape([*blade, *back], colour, mix(colour, DEEP, 0.35))
        if heads and n % 2 == 0:
            canvas.stroke(
                [tip, (tip[0] - high * lean * 0.12, tip[1] + tall * 0.13)], tall * 0.035, RUST
            )


def fir(canvas: Canvas, foot: Point, tall: float, colour: Colour) -> None:
    """Draw a slim fir as one soft tapering shape."""
    x, y = foot
    half = tall * 0.16
    side = [(x, y - tall), (x + half * 0.45, y - tall * 0.55), (x + half, y - tall * 0.12)]
    outline = [
        *smooth([*side, (x + half * 0.4, y)]),
        *smooth([(x - half * 0.4, y), *((2 * x - a, b) for a, b in reversed(side))]),
    ]
    canvas.shape(outline, colour, mix(colour, SAGE, 0.22), shadow=0.1)


def tree(canvas: Canvas, foot: Point, tall: float, colour: Colour) -> None:
    """Draw a round tree on a thin stem."""
    x, y = foot
    canvas.stroke([(x, y), (x, y - tall * 0.5)], tall * 0.035, BARK)
    canvas.disc(
        (x, y - tall * 0.66),
        (tall * 0.24, tall * 0.34),
        colour,
        mix(colour, DEEP, 0.3),
        shadow=0.14,
    )
    canvas.stroke([(x, y - tall * 0.36), (x, y - tall * 0.7)], tall * 0.02, mix(colour, BARK, 0.4))


def pot(canvas: Canvas, foot: Point, size: float, top: Colour = CLAY, low: Colour = RUST) -> Point:
    """Draw a flower pot and return the middle of its rim, where a plant may grow."""
    x, y = foot
    wide, slim = size * 0.5, size * 0.36
    canvas.shape(
        [(x - wide, y - size * 0.8), (x + wide, y - size * 0.8), (x + slim, y), (x - slim, y)],
        top,
        low,
        shadow=0.2,
    )
    canvas.block(
        (x - wide * 1.12, y - size, x + wide * 1.12, y - size * 0.76),
        top,
        mix(top, low, 0.5),
        radius=size * 0.05,
        shadow=0.15,
    )
    return x, y - size * 0.98


def house_plant(canvas: Canvas, rim: Point, tall: float, *, leaves: int = 7) -> None:
    """Draw broad leaves that rise from a pot like a fan."""
    for n in range(leaves):
        share = n / (leaves - 1)
        degrees = -58 + 116 * share
        long = tall * (1 - 0.35 * abs(share - 0.5) * 2) * (0.92 if n % 2 else 1.0)
        colour = (FOREST, DEEP, SAGE)[n % 3]
        outline = leaf(rim, long, long * 0.34, degrees)
        canvas.shape(outline, colour, mix(colour, DEEP, 0.55), shadow=0.18)
        end = (
            rim[0] + long * 0.8 * math.sin(math.radians(degrees)),
            rim[1] - long * 0.8 * math.cos(math.radians(degrees)),
        )
        canvas.stroke([rim, end], tall * 0.008, mix(colour, (255, 255, 255), 0.3), opacity=0.6)
