"""The colours of the house, from deep green by way of paper to rust."""

Colour = tuple[int, int, int]

NIGHT: Colour = (9, 44, 48)
INK: Colour = (22, 56, 52)
DEEP: Colour = (15, 95, 85)
FOREST: Colour = (42, 122, 108)
SAGE: Colour = (112, 165, 146)
MIST: Colour = (178, 207, 190)
PALE: Colour = (221, 232, 219)
PAPER: Colour = (251, 250, 247)
CREAM: Colour = (250, 239, 219)
SAND: Colour = (240, 217, 180)
HONEY: Colour = (235, 184, 112)
CLAY: Colour = (205, 124, 66)
RUST: Colour = (151, 72, 29)
BARK: Colour = (88, 43, 22)


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """Return the colour that lies `share` (0 to 1) of the way from first to second."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue
