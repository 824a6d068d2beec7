"""An article on evenings that lead to sleep."""

from demo.content.types import Article, Heading, Listen, Paragraph, Picture, Quote, Source

EVENING = Article(
    title="What a good evening looks like",
    slug="what-a-good-evening-looks-like",
    category="sleep-and-rest",
    author="edda-marlowick",
    days_ago=19,
    excerpt=(
        "Sleep cannot be made, but it can be invited. An evening in three parts, and what to do "
        "when you lie awake all the same."
    ),
    hero="hero-evening.jpg",
    hero_alt="A moon over dark blue-green hills; one small window is still lit",
    body=(
        Paragraph(
            """<p>Nobody can make themselves sleep. The harder we try, the more awake we are, and
            at two in the morning trying is the only thing there is to do. What we can do is
            arrange the hours before, so that sleep finds the door open.</p>
            <p>I like to think of the evening in three parts. They need not be long, and they need
            not happen every day. Four evenings out of seven make a difference.</p>"""
        ),
        Heading("Part one: close the day"),
        Paragraph(
            """<p>Much of what keeps people awake is unfinished rather than terrible. The letter
            that has to be answered, the thing one should have said, the appointment that may be at
            nine or at half past. Take a sheet of paper, some time after supper, and write two
            short lists:</p>
            <ul><li><b>What is done.</b> Three things are enough. They may be small.</li>
            <li><b>What waits.</b> Each with its very next step: not "taxes" but "find the blue
            folder".</li></ul>
            <p>Then put the paper where you will see it tomorrow, and not beside the bed. You do
            not have to hold it in your head now. The paper holds it.</p>"""
        ),
        Heading("Part two: turn things down"),
        Paragraph(
            """<p>About an hour before bed, make the house a little darker, a little quieter and a
            little cooler. Switch off the large lamp and switch on the small one. Lower the heating
            in the bedroom, or open the window for a while. A warm shower is pleasant, and so is
            the cooling down afterwards.</p>
            <p>Screens are not poison, but they are good at what they do: there is always one more
            thing. It helps to let them sleep in another room. An old alarm clock costs little and
            never shows you the news.</p>"""
        ),
        Picture(
            "body-bedside.jpg",
            "A bedside table with a small lit lamp, two books and a cup",
            "A small lamp, a book, a cup: a bedside table does not need much more.",
        ),
        Paragraph(
            """<p>Coffee stays with many of us longer than we think; try without it after lunch for
            a week and see. Alcohol makes people drowsy, yet it often wakes them again in the
            second half of the night. A heavy meal late in the evening does the same.</p>"""
        ),
        Heading("Part three: do the same thing each time"),
        Paragraph(
            """<p>Children are not the only ones who like a ritual. It may be a cup of something
            warm, ten pages of a book in which not too much happens, a few slow stretches on the
            carpet. What it is matters less than that it comes in the same order. After some weeks
            the first step is enough and the rest follows, the way a song follows its first
            bar.</p>
            <p>Go to bed when you are sleepy rather than when the clock says so, and get up at
            roughly the same time, also after a bad night, also on Sundays. A steady morning does
            more for the night than most things one can do in the evening.</p>"""
        ),
        Quote(
            "I stopped chasing sleep. Now it comes and sits down next to me, like a cat.",
            "From a conversation in our evening group",
        ),
        Heading("When you lie awake"),
        Paragraph(
            """<ol><li>Turn the clock to the wall. Counting the hours left has never helped
            anybody.</li>
            <li>Let your breath out slowly, longer than you breathe in, ten times.</li>
            <li>If you are still wide awake after what feels like twenty minutes, get up. Sit
            somewhere with a dim light and do something dull with your hands.</li>
            <li>Go back when your eyes grow heavy. Not earlier.</li></ol>
            <p>One bad night is a nuisance and nothing more. The body is good at making up for it
            if we let it, and a short rest before three in the afternoon does no harm.</p>"""
        ),
        Listen("an-evening-that-slows-down", ""),
        Heading("When to see somebody"),
        Paragraph(
            """<p>Please talk to your doctor if you sleep badly on most nights for more than a
            month, if you fall asleep during the day without wanting to, or if somebody tells you
            that you stop breathing in your sleep. And if the nights are full of dark thoughts, do
            not stay alone with them: tell somebody you trust, or call a helpline near you,
            today.</p>"""
        ),
    ),
    tags=("sleep", "evening", "habits"),
    sources=(
        Source(
            "Sleeping better without medicine: first steps",
            "Leaflet of the practice, second edition, 2025",
            "https://example.org/leaflets/sleep",
        ),
        Source(
            "Light in the evening",
            "Reading circle for counsellors, 2023",
            "https://example.org/reading-circle/light",
        ),
    ),
    reviewer="maren-hollowfield",
)
