"""An article on sitting at a desk all day."""

from demo.content.types import Article, CallToAction, Heading, Paragraph, Picture, Quote, Source

DESK = Article(
    title="A kinder way to sit all day",
    slug="a-kinder-way-to-sit-all-day",
    category="desk-and-work",
    author="tobin-farrowgate",
    days_ago=4,
    excerpt=(
        "There is no perfect way to sit. There is only the next one. How to set up a desk in ten "
        "minutes, and how to leave it often enough."
    ),
    hero="hero-desk.jpg",
    hero_alt="A desk with a lamp, a screen and a plant in front of a window with green hills",
    body=(
        Paragraph(
            """<p>People often ask me to show them the right way to sit. They pull their shoulders
            back, look straight ahead and wait for praise. Most can hold it for about two minutes,
            and then they breathe out and are themselves again. That breath is the interesting
            part. The body was never asking for a better pose. It was asking for a change.</p>
            <p>So this is not an article about posture. It is about a desk that lets you move, and
            about small reasons to leave it.</p>"""
        ),
        Heading("Ten minutes for the desk"),
        Paragraph(
            """<p>You do not need new furniture for a good start. Sit down as you usually do and go
            through this list from the floor upwards. Change one thing at a time, and give each
            change a day.</p>
            <ol><li><b>Feet.</b> Both should reach the floor without effort. If they hang, put a
            box or a thick book under them.</li>
            <li><b>Seat.</b> Slide back until the backrest touches you. If the edge of the seat
            presses behind your knees, a cushion at your back moves you forward.</li>
            <li><b>Arms.</b> With loose shoulders, your hands should land on the keyboard with the
            elbows close to your sides. When they do not, raise or lower the chair first, then see
            to the feet again.</li>
            <li><b>Screen.</b> The upper edge near the height of your eyes, about an arm's length
            away. A laptop on a pile of books with a separate keyboard does this as well as any
            stand.</li>
            <li><b>Light.</b> Let the window be at your side. Light from the front tires the eyes,
            and light from behind sits on the screen.</li></ol>"""
        ),
        Picture(
            "body-desk-height.jpg",
            "A screen on a pile of books; a dotted line shows the height of the eyes",
            "A pile of books is a good stand: the upper edge of the screen meets the eyes.",
        ),
        Heading("Sit in more than one way"),
        Paragraph(
            """<p>When the desk fits, use it badly now and then. Lean back while you read. Sit at
            the front edge while you write. Put one foot on the rung of the chair for a telephone
            call and the other one for the next. Cross your legs if you like to; only uncross them
            again.</p>
            <p>If you have a table that goes up, treat standing in the same way. Standing for three
            hours is not better than sitting for three hours, it is just a different kind of long.
            Many people are happy with twenty minutes at a time, after lunch and late in the
            afternoon, when they would otherwise sink.</p>"""
        ),
        Quote("The best position is the next one.", "A sentence we say nearly every day"),
        Heading("Reasons to get up"),
        Paragraph(
            """<p>Good intentions are weak and timers are soon ignored. What works better is to
            place things so that the day makes you get up:</p>
            <ul><li>Use a small glass instead of a large bottle, and fill it in the kitchen.</li>
            <li>Put the printer, the bin or the charger on the other side of the room.</li>
            <li>Take every call on your feet, at least until the greeting is over.</li>
            <li>Walk to the colleague next door instead of writing to them.</li>
            <li>Stand up whenever something is loading, saving or being explained.</li></ul>
            <p>Nobody does all of this. Choose two that suit your room. A minute on your feet twice
            an hour is more than most of us manage, and you feel it in the evening.</p>"""
        ),
        Heading("Three movements for the shoulders"),
        Paragraph(
            """<p>You can do these in ordinary clothes and nobody will look up.</p>
            <ul><li>Let both arms hang and draw slow, large circles with the shoulders, five
            forwards and five backwards.</li>
            <li>Turn your head as if somebody called you from the side. Stay for one breath. Then
            the other side.</li>
            <li>Push your chair back, lay your hands on the edge of the desk and let your chest
            sink between your arms while you breathe out. Three times.</li></ul>
            <p>None of it should hurt. If a movement does, make it smaller, or leave it.</p>"""
        ),
        Heading("When to see somebody"),
        Paragraph(
            """<p>A stiff neck after a long day usually goes away with rest and movement. Please
            have it looked at when it stays for more than two weeks, when it wakes you at night, or
            when an arm or hand tingles, goes numb or grows weak. After a fall or an accident, do
            not wait at all.</p>"""
        ),
        CallToAction(
            heading="Bring us a photograph of your desk",
            text=(
                "Taken from the side, while you work. We look at it together and find the two "
                "changes that are worth making."
            ),
            button_label="Ask for an appointment",
            target="appointment",
        ),
    ),
    tags=("desk", "posture", "pauses"),
    sources=(
        Source(
            "Sitting, standing, moving: for people at desks",
            "Leaflet of the practice, 2025",
            "https://example.org/leaflets/desk",
        ),
        Source(
            "The height of a chair",
            "Notes from the office course, 2024",
        ),
    ),
    reviewer="maren-hollowfield",
)
