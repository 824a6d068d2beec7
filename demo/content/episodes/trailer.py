"""The trailer of the podcast."""

from demo.content.types import Chapter, Episode, Line

TRAILER = Episode(
    title="Welcome to The Slow Stairs",
    slug="welcome-to-the-slow-stairs",
    season=1,
    number=None,
    type="trailer",
    summary="Who we are, and what you can expect of us: one small thing to try in each episode.",
    notes="""<p>A first hello from the three of us. New episodes come every third Tuesday and last
about as long as a walk to the bus.</p>
<p>Tell us what you would like to hear about: <a
href="mailto:hello@larkmoss.example.org">hello@larkmoss.example.org</a>.</p>""",
    days_ago=96,
    audio="00-welcome.mp3",
    artwork="",
    artwork_alt="",
    chapters=(
        Chapter(
            "Hello",
            (
                Line(
                    "maren-hollowfield",
                    "Hello, and welcome to The Slow Stairs, the podcast of Larkmoss Practice. My "
                    "name is Maren, and I am a physiotherapist.",
                ),
                Line(
                    "tobin-farrowgate",
                    "I am Tobin. I teach people how to get up from the floor, and from their desks.",
                ),
                Line(
                    "edda-marlowick",
                    "And I am Edda. I work with people who would like to sleep, and to worry less.",
                ),
            ),
        ),
        Chapter(
            "What to expect",
            (
                Line(
                    "maren-hollowfield",
                    "Every three weeks we bring you one small thing to try. A walk. A way of "
                    "sitting. A better evening. It never takes long, and you need nothing for it.",
                ),
                Line(
                    "tobin-farrowgate",
                    "Listen on the stairs, if you like. Take them slowly.",
                ),
                Line("edda-marlowick", "We are glad that you are here."),
            ),
        ),
    ),
)
