"""An article on training balance in everyday life."""

from demo.content.types import Article, Heading, Listen, Paragraph, Quote, Source

BALANCE = Article(
    title="Stand like a heron",
    slug="stand-like-a-heron",
    category="everyday-movement",
    author="tobin-farrowgate",
    days_ago=81,
    excerpt=(
        "Balance is a skill, and skills come back when they are used. Two minutes a day, next to "
        "something you can hold on to."
    ),
    hero="hero-balance.jpg",
    hero_alt="A heron standing on one leg among reeds in shallow water",
    body=(
        Paragraph(
            """<p>Below our practice, where the water is shallow, there is often a heron. It stands
            on one leg, for no reason that we can see, and when the wind comes it sways a little
            and goes on standing. That is all balance is: not being stiff, but swaying and coming
            back.</p>
            <p>We are rather good at it as children, on walls and kerbs, and then we stop. What is
            not used gets rusty. What is rusty can be oiled, at any age.</p>"""
        ),
        Heading("Try it once"),
        Paragraph(
            """<p>Stand next to a worktop or a heavy table, near enough to put a hand on it. Lift
            one foot a little off the floor, just so that a sheet of paper would fit underneath.
            Look at a spot on the wall and count slowly. If you arrive at ten, well done. If you
            arrive at three, well done too; now you know where you begin.</p>
            <p>You will feel your foot working. Toes, ankle, calf, they all talk to one another in
            small corrections. This is not wobbling, this is the exercise.</p>"""
        ),
        Heading("Two minutes a day"),
        Paragraph(
            """<p>The easiest place is the bathroom, morning and evening, while you brush your
            teeth:</p>
            <ol><li><b>First week:</b> both feet close together, as if they stood on one narrow
            board.</li>
            <li><b>Second week:</b> one foot in front of the other, heel to toe. Change sides when
            you change from the upper teeth to the lower ones.</li>
            <li><b>Third week:</b> on one leg, a hand on the basin.</li>
            <li><b>Fourth week:</b> on one leg, the hand just above the basin, like a bird over its
            branch.</li></ol>
            <p>Stay with a week for as long as it is interesting. When it gets boring, move
            on.</p>"""
        ),
        Quote(
            "The heron is not still. It is only very good at coming back.",
            "Tobin Farrowgate",
        ),
        Heading("Make it playful"),
        Paragraph(
            """<ul><li>Walk along a line between two paving stones, as if it were a rope.</li>
            <li>Stand on one leg while you put on a sock, with a wall behind you.</li>
            <li>Turn your head slowly from left to right while your feet stand heel to toe.</li>
            <li>Throw a rolled-up pair of socks from one hand to the other.</li>
            <li>Stand on a folded blanket, which is a small boat if you close one eye.</li></ul>
            <p>Leave out closing both eyes until somebody stands beside you. It is much harder than
            it sounds.</p>"""
        ),
        Heading("Help from the house"),
        Paragraph(
            """<p>Training is one half, and the house is the other. Walk through your rooms once as
            if you were a guest with a tray. Where would you stumble? A mat that slides, a cable by
            the bed, a dark step, slippers without a heel: most of it can be put right in an
            afternoon. A small light on the way to the bathroom is the cheapest and best of all. If
            your glasses are older than your telephone, have your eyes checked.</p>
            <p>Strong legs make balance easier. Stand up from a chair ten times without your hands,
            climb the stairs with a purpose, stand on your toes. You will find more of this in
            <a href="article:getting-up-from-the-floor">getting up from the floor</a>.</p>"""
        ),
        Listen(
            "standing-like-a-heron",
            "To hear while you stand: Edda and Tobin at the bathroom basin, and a bird that sways.",
        ),
        Heading("When to see somebody"),
        Paragraph(
            """<p>See your doctor if you are often dizzy, if the room turns, if you have fallen or
            nearly fallen several times, or if your feet feel numb. Ask also whether one of your
            medicines may make you unsteady, but do not stop taking it on your own. If you suddenly
            cannot stand straight, speak clearly or lift an arm, call your local emergency number
            immediately.</p>"""
        ),
    ),
    tags=("balance", "strength", "everyday exercises"),
    sources=(
        Source(
            "Standing safely: balance at every age",
            "Leaflet of the practice, 2025",
            "https://example.org/leaflets/balance",
        ),
        Source(
            "What keeps people on their feet",
            "Notes from the falls evening, March 2025",
        ),
    ),
    reviewer="maren-hollowfield",
)
