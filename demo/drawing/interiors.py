"""The pictures set indoors: a desk, a quiet room, a table with books and tea."""

from demo.drawing.canvas import Canvas, Point
from demo.drawing.palette import (
    BARK,
    CLAY,
    CREAM,
    DEEP,
    FOREST,
    HONEY,
    INK,
    MIST,
    PALE,
    PAPER,
    RUST,
    SAGE,
    SAND,
    Colour,
    mix,
)
from demo.drawing.plants import branch, house_plant, pot
from demo.drawing.shapes import arch, ridge, smooth


def desk(canvas: Canvas) -> None:
    """A desk with a lamp, a screen and a plant below a window."""
    canvas.wash(mix(SAND, CREAM, 0.5), CREAM)
    _window(canvas, (520, 60, 1080, 520))
    canvas.block((-10, 770, 1610, 1010), mix(CLAY, RUST, 0.25), mix(RUST, BARK, 0.35), shadow=0.2)
    canvas.block((-10, 758, 1610, 800), mix(HONEY, CLAY, 0.6), CLAY, shadow=0.35)
    _screen(canvas, 900, 762)
    canvas.block((745, 742, 1055, 764), PAPER, SAND, radius=9, shadow=0.3)
    cup(canvas, (1165, 762), 88, SAGE)
    book_pile(canvas, (1365, 762), 300, (DEEP, HONEY, RUST))
    house_plant(canvas, pot(canvas, (1380, 650), 128, CREAM, SAND), 360)
    _lamp(canvas, (330, 762))
    book_pile(canvas, (530, 762), 200, (SAGE, CLAY))


def _window(canvas: Canvas, box: tuple[float, float, float, float]) -> None:
    left, top, right, bottom = box
    canvas.block((left - 22, top - 22, right + 22, bottom + 22), PAPER, SAND, radius=14, shadow=0.3)
    view = Canvas(right - left, bottom - top, canvas.scale)
    view.wash(PALE, CREAM)
    view.disc((view.width * 0.72, view.height * 0.27), 52, CREAM, HONEY)
    for base, swing, seed, colour in (
        (0.46, 34, 4, MIST),
        (0.56, 28, 9, SAGE),
        (0.7, 24, 2, FOREST),
    ):
        outline = ridge(view.width, view.height, view.height * base, swing, seed)
        view.shape(outline, colour, mix(colour, PALE, 0.4), shadow=0.2)
    canvas.image.paste(view.image, (round(left * canvas.scale), round(top * canvas.scale)))
    middle = (left + right) / 2
    canvas.block((middle - 9, top, middle + 9, bottom), PAPER, SAND, shadow=0.2)
    canvas.block(
        (left - 44, bottom + 16, right + 44, bottom + 44), PAPER, SAND, radius=8, shadow=0.3
    )


def _screen(canvas: Canvas, x: float, table: float) -> None:
    canvas.block((x - 95, table - 22, x + 95, table), INK, INK, radius=10, shadow=0.3)
    canvas.block((x - 22, table - 110, x + 22, table - 8), mix(INK, DEEP, 0.4), INK)
    canvas.block(
        (x - 235, table - 385, x + 235, table - 92),
        mix(INK, DEEP, 0.3),
        INK,
        radius=18,
        shadow=0.35,
    )
    canvas.block((x - 217, table - 367, x + 217, table - 110), PALE, MIST, radius=8)
    for n, long in enumerate((250, 330, 300, 350, 190)):
        y = table - 318 + n * 40
        colour = DEEP if n == 0 else mix(SAGE, PAPER, 0.15)
        canvas.block((x - 175, y, x - 175 + long, y + (20 if n == 0 else 13)), colour, radius=6)


def _lamp(canvas: Canvas, foot: Point) -> None:
    x, y = foot
    canvas.glow((x + 150, y - 300), 380, PAPER, 0.75)
    canvas.block((x - 90, y - 24, x + 60, y), DEEP, INK, radius=12, shadow=0.3)
    canvas.stroke([(x - 15, y - 20), (x - 95, y - 250), (x + 60, y - 440)], 13, INK)
    canvas.disc((x - 95, y - 250), 17, CLAY, RUST, shadow=0.3)
    shade = [(x + 30, y - 480), (x + 92, y - 448), (x + 196, y - 352), (x + 20, y - 316)]
    canvas.disc((x + 112, y - 338), (74, 26), PAPER, HONEY)
    canvas.shape(shade, FOREST, DEEP, shadow=0.35)


def floor(canvas: Canvas) -> None:
    """A rolled mat and a plant in a room with an arched window."""
    canvas.wash(mix(HONEY, SAND, 0.55), mix(SAND, CREAM, 0.4))
    canvas.shape(arch(905, 95, 1330, 690), PAPER, SAND, shadow=0.3)
    canvas.shape(arch(930, 120, 1305, 690), PALE, CREAM)
    canvas.disc((1120, 350), 80, CREAM, HONEY)
    _view_in_arch(canvas)
    canvas.block((880, 684, 1355, 716), PAPER, SAND, radius=8, shadow=0.3)
    canvas.block((-10, 745, 1610, 1010), mix(CLAY, HONEY, 0.25), mix(RUST, CLAY, 0.45), shadow=0.12)
    canvas.shape([(640, 1010), (1110, 1010), (1270, 760), (930, 760)], CREAM, HONEY, opacity=0.4)
    canvas.shape([(360, 880), (880, 880), (970, 968), (300, 968)], SAGE, FOREST, shadow=0.3)
    _rolled_mat(canvas, (640, 860))
    house_plant(canvas, pot(canvas, (285, 850), 190, PAPER, SAND), 520, leaves=9)
    canvas.shape(
        smooth(
            [
                (1190, 900),
                (1230, 838),
                (1360, 826),
                (1480, 842),
                (1510, 900),
                (1470, 940),
                (1230, 940),
            ],
            closed=True,
        ),
        DEEP,
        INK,
        shadow=0.35,
    )
    canvas.disc((1350, 852), (96, 16), mix(FOREST, SAGE, 0.3), DEEP)


def _view_in_arch(canvas: Canvas) -> None:
    for base, swing, seed, colour in (
        (520, 34, 4, MIST),
        (570, 30, 12, SAGE),
        (625, 22, 3, FOREST),
    ):
        line = ridge(375, 690, base, swing, seed, 1.0)
        inside = [(min(max(x + 930, 930), 1305), min(y, 690)) for x, y in line]
        canvas.shape(inside, colour, mix(colour, PALE, 0.35))


def _rolled_mat(canvas: Canvas, middle: Point) -> None:
    x, y = middle
    canvas.block(
        (x - 250, y - 62, x + 210, y + 62), mix(CLAY, HONEY, 0.15), RUST, radius=30, shadow=0.4
    )
    for n, colour in enumerate((RUST, CLAY, RUST, HONEY, RUST, CLAY)):
        canvas.disc((x + 210, y), (40 - n * 6.5, 62 - n * 10), colour)
    for offset in (-150, 70):
        canvas.block((x + offset, y - 63, x + offset + 24, y + 63), CREAM, SAND, radius=4)


def rest(canvas: Canvas) -> None:
    """A steaming cup beside a pile of books."""
    canvas.wash(mix(CLAY, HONEY, 0.3), mix(HONEY, SAND, 0.35))
    canvas.shape(arch(520, 130, 1120, 800), mix(CREAM, HONEY, 0.15), PAPER, shadow=0.25)
    canvas.disc((820, 400), 150, mix(HONEY, CREAM, 0.3), mix(CLAY, HONEY, 0.6))
    canvas.block((-10, 790, 1610, 1010), DEEP, INK, shadow=0.3)
    canvas.block((-10, 778, 1610, 812), FOREST, DEEP, shadow=0.2)
    book_pile(canvas, (560, 782), 430, (RUST, SAGE, PAPER, DEEP, HONEY))
    _vase(canvas, (1270, 782))
    cup(canvas, (915, 782), 170, PAPER)
    for shift in (-28, 22):
        x = 905 + shift
        curl = smooth([(x, 580), (x + 26, 530), (x - 20, 470), (x + 14, 410), (x - 6, 360)])
        canvas.stroke(curl, 9, PAPER, opacity=0.75)


def _vase(canvas: Canvas, foot: Point) -> None:
    x, y = foot
    branch(canvas, (x, y - 205), 470, -16, (FOREST, DEEP), bend=-26, size=0.27)
    branch(canvas, (x + 6, y - 205), 360, 24, (SAGE, FOREST), bend=24, size=0.3)
    side = [(34, -225), (26, -185), (84, -110), (74, -20), (50, 0)]
    outline = [
        *smooth([(x + a, y + b) for a, b in side]),
        *smooth([(x - a, y + b) for a, b in reversed(side)]),
    ]
    canvas.shape(outline, CREAM, mix(SAND, CLAY, 0.35), shadow=0.35)


def cup(canvas: Canvas, foot: Point, size: float, colour: Colour) -> None:
    """Draw a cup on a saucer."""
    x, y = foot
    low = mix(colour, INK, 0.22)
    canvas.block(
        (x - size * 0.78, y - size * 0.09, x + size * 0.78, y),
        colour,
        low,
        radius=size * 0.045,
        shadow=0.3,
    )
    canvas.disc((x + size * 0.56, y - size * 0.52), size * 0.27, colour, low, shadow=0.2)
    canvas.disc((x + size * 0.56, y - size * 0.52), size * 0.16, mix(HONEY, SAND, 0.5))
    bowl = [
        (-0.55, -0.88),
        (-0.5, -0.45),
        (-0.3, -0.1),
        (0, -0.06),
        (0.3, -0.1),
        (0.5, -0.45),
        (0.55, -0.88),
    ]
    canvas.shape(smooth([(x + a * size, y + b * size) for a, b in bowl]), colour, low, shadow=0.3)
    canvas.disc((x, y - size * 0.88), (size * 0.55, size * 0.085), mix(colour, PAPER, 0.4), low)
    canvas.disc((x, y - size * 0.87), (size * 0.48, size * 0.06), RUST, BARK)


def book_pile(canvas: Canvas, foot: Point, wide: float, colours: tuple[Colour, ...]) -> None:
    """Draw books lying on one another, the first colour at the bottom."""
    x, y = foot
    for n, colour in enumerate(colours):
        tall = wide * (0.135, 0.11, 0.15, 0.12, 0.1)[n]
        half = wide / 2 * (1, 0.93, 0.86, 0.9, 0.74)[n]
        middle = x + wide * (0, 0.03, -0.02, 0.02, -0.04)[n]
        box = (middle - half, y - tall, middle + half, y)
        canvas.block(
            box, mix(colour, PAPER, 0.12), mix(colour, INK, 0.25), radius=tall * 0.16, shadow=0.35
        )
        canvas.block(
            (box[0] + half * 0.5, box[1] + tall * 0.18, box[2] + 1, y - tall * 0.18),
            PAPER,
            SAND,
            radius=tall * 0.08,
        )
        canvas.block(
            (box[0] + half * 0.1, box[1], box[0] + half * 0.17, y), mix(colour, PAPER, 0.5)
        )
        y -= tall
