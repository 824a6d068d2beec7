"""An article on a back that is stiff in the morning."""

from demo.content.types import Article, Heading, Paragraph, Quote, ReadOn, Source

BACK = Article(
    title="The stiff back in the morning",
    slug="the-stiff-back-in-the-morning",
    category="everyday-movement",
    author="maren-hollowfield",
    days_ago=62,
    excerpt="",
    hero="hero-back.jpg",
    hero_alt="A tower of five smooth stones on a shore at dawn",
    body=(
        Paragraph(
            """<p>You wake up and your back is a plank. Putting on socks is a project. By the time
            the coffee is ready it is a little better, and by ten you have nearly forgotten it.
            Many people know mornings like this, and many are frightened by them. Most of the time
            there is no reason to be.</p>
            <p>A back that has lain still for seven hours is a bit like a garden hose that has lain
            in the shed over winter. It is not broken. It wants to be unrolled, slowly.</p>"""
        ),
        Heading("Before you get up"),
        Paragraph(
            """<p>Give yourself three minutes under the blanket. You can do all of this on your
            back with bent knees:</p>
            <ol><li>Let both knees sway from side to side, only as far as is pleasant. Ten
            times.</li>
            <li>Pull one knee towards you with your hands and let it go again. Then the other.
            Five times each.</li>
            <li>Press the small of your back into the mattress while you breathe out, and let go
            while you breathe in. Ten times.</li>
            <li>Roll on your side, let your feet slide over the edge and push yourself up with your
            arms.</li></ol>
            <p>It is the last one that makes the difference for many people. Sitting straight up
            from the pillow asks a sleepy back for its hardest work of the day.</p>"""
        ),
        Heading("The first half hour"),
        Paragraph(
            """<p>Walk around a little before you sit down to breakfast. Open the curtains, feed
            whoever has to be fed, fetch the paper. Wash your face with one hand on the basin. Put
            your sock on with the foot on a stool instead of bending down to it; there are no marks
            for style.</p>
            <p>A warm shower is a friend. So is a heat pad, or a pullover that reaches over the
            belt. If you lift something in the first half hour, a child or a crate, hold it close
            to you and turn with your feet rather than with your waist.</p>"""
        ),
        Quote(
            "Do what you would do anyway, only slower and a little earlier.",
            "Maren, on mornings",
        ),
        Heading("Is it the mattress?"),
        Paragraph(
            """<p>Perhaps. If you sleep better in other beds, and yours has a valley in the middle,
            it may be time. But before you buy anything, try what is free:</p>
            <ul><li>Turn the mattress round, head to foot.</li>
            <li>When you lie on your side, put a pillow between your knees.</li>
            <li>When you lie on your back, put one under them.</li>
            <li>Choose a pillow for your head that fills the space to the shoulder, not more.</li></ul>
            <p>There is no mattress that is right for everybody. Neither very soft nor very hard is
            a fair place to start.</p>"""
        ),
        Heading("What happens between breakfast and bed"),
        Paragraph(
            """<p>A stiff morning is often the echo of a still day. Backs like variety: to bend, to
            stretch, to turn, to carry something now and then. Ten minutes of walking at lunch and
            again in the evening do a great deal. So does a bit of strength, twice a week: getting
            up from a chair ten times without hands, carrying two even bags, standing on your toes
            while you wait for the kettle.</p>
            <p>You do not have to be careful all day. A back is built for work. People who keep
            moving gently usually get better sooner than people who wait in bed until it is
            over.</p>
            <p>And be patient. An irritated back tends to calm down within days or a few weeks, but
            rarely in a straight line. A worse day after three better ones is part of it.</p>"""
        ),
        ReadOn(
            "If your back likes to move",
            ("ten-minutes-on-foot", "getting-up-from-the-floor"),
        ),
        Heading("When to see somebody"),
        Paragraph(
            """<p>Make an appointment when the pain stays for more than a few weeks, when it wakes
            you at night and does not change with movement, when it began after a fall, or when you
            feel ill, feverish or lose weight without reason. Go at once, by day or night, if a leg
            becomes weak, if you are numb between the legs, or if you cannot hold or pass
            water.</p>"""
        ),
    ),
    tags=("back", "morning", "stretching"),
    sources=(
        Source(
            "A stiff back: what helps, and what can wait",
            "Leaflet of the practice, third edition, 2025",
            "https://example.org/leaflets/stiff-back",
        ),
        Source(
            "Moving with back pain: a summary for patients",
            "Physiotherapists' reading circle, 2024",
            "https://example.org/reading-circle/back",
        ),
    ),
    reviewer="tobin-farrowgate",
)
