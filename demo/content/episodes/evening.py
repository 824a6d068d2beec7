"""The third full episode: how to slow an evening down."""

from demo.content.types import Chapter, Episode, Line

EVENING = Episode(
    title="An evening that slows down",
    slug="an-evening-that-slows-down",
    season=1,
    number=3,
    type="full",
    summary="Edda closes the day with a sheet of paper, a small lamp and the same small thing each night.",
    notes="""<p>Sleep cannot be made, but it can be invited. Three parts of a good evening:</p>
<ul><li>write down what is done and what waits,</li>
<li>make the house darker, quieter and cooler,</li>
<li>end with the same small thing each night.</li></ul>
<p>If you sleep badly on most nights for more than a month, please talk to your doctor. More in our
<a href="article:what-a-good-evening-looks-like">article on evenings</a>.</p>""",
    days_ago=33,
    audio="03-an-evening.mp3",
    artwork="episode-evening.jpg",
    artwork_alt="A large moon over layered blue-green hills and still water",
    chapters=(
        Chapter(
            "Close the day",
            (
                Line(
                    "edda-marlowick",
                    "Good evening, this is Edda, and you are listening to The Slow Stairs. Let us "
                    "close the day together. Take a sheet of paper. Write down three things that "
                    "are done. They may be small. The letter is posted. The plants have water. "
                    "The child has laughed.",
                ),
                Line(
                    "edda-marlowick",
                    "Then write down what waits, and for each thing only the very next step. Put "
                    "the paper where you will find it tomorrow. You do not have to hold it in your "
                    "head now. The paper holds it.",
                ),
            ),
        ),
        Chapter(
            "Turn things down",
            (
                Line(
                    "edda-marlowick",
                    "An hour before bed, make the house a little darker, a little quieter, and a "
                    "little cooler. Switch off the large lamp, and switch on the small one. Let "
                    "the telephone sleep in another room. It has had a long day, too.",
                ),
            ),
        ),
        Chapter(
            "The same small thing",
            (
                Line(
                    "edda-marlowick",
                    "And then, do the same small thing each night. Ten pages of a quiet book. A "
                    "cup of something warm. After some weeks the first step is enough, and the "
                    "rest follows, the way a song follows its first bar.",
                ),
                Line(
                    "edda-marlowick",
                    "If you lie awake all the same, it is a nuisance, and nothing more. Breathe "
                    "out slowly. Good night.",
                ),
            ),
        ),
    ),
)
