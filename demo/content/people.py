"""The three people of the practice, who write its articles and speak in its podcast."""

from demo.content.types import Person

MAREN = Person(
    name="Maren Hollowfield",
    slug="maren-hollowfield",
    role="Physiotherapist",
    text=(
        "Maren helps people back on their feet after a long winter, a long illness or simply a "
        "long pause. She believes in stairs, good shoes and patience, and walks to work along the "
        "water in every weather."
    ),
    picture="portrait-maren.jpg",
    picture_alt="Drawn portrait of a woman with dark hair in a knot, in front of green hills",
)

TOBIN = Person(
    name="Tobin Farrowgate",
    slug="tobin-farrowgate",
    role="Movement teacher",
    text=(
        "Tobin spent eleven years at a desk before he began to teach people how to get up from "
        "one. He runs our small groups for balance and strength, and he carries a folded mat "
        "wherever he goes."
    ),
    picture="portrait-tobin.jpg",
    picture_alt="Drawn portrait of a man with short hair and a beard, in front of a low sun",
)

EDDA = Person(
    name="Edda Marlowick",
    slug="edda-marlowick",
    role="Counsellor for sleep and stress",
    text=(
        "Edda listens first. She works with people who lie awake, who are tired of being tired, "
        "or who have forgotten what they do when nothing has to be done. At home she grows beans "
        "and reads slowly."
    ),
    picture="portrait-edda.jpg",
    picture_alt="Drawn portrait of a woman with silver hair and round glasses, among leaves",
)

PEOPLE = (MAREN, TOBIN, EDDA)
