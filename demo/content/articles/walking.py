"""An article on beginning to walk again."""

from demo.content.types import Article, Heading, Paragraph, Picture, Quote, Source

WALKING = Article(
    title="Ten minutes on foot: how to begin walking again",
    slug="ten-minutes-on-foot",
    category="everyday-movement",
    author="maren-hollowfield",
    days_ago=11,
    excerpt="",
    hero="hero-walking.jpg",
    hero_alt="A pale path winding through green hills towards a low sun",
    body=(
        Paragraph(
            """<p>Walking is the movement people forget to count. It needs no lesson, no ticket and
            hardly any equipment, and perhaps that is why it so easily falls out of a life. A new
            job, a winter, a bad knee, a car by the door, and after a year or two the longest walk
            of the day is the one through the supermarket.</p>
            <p>The good news is that it comes back quickly when you begin small. Here is the way I
            suggest to people who have not walked for a while.</p>"""
        ),
        Heading("Start with a distance you cannot fail"),
        Paragraph(
            """<p>Ten minutes: five away from the house and five back. Not because ten minutes are
            a magic number, but because nearly everybody can find them and nearly nobody needs to
            recover from them. Go at the same time each day for two weeks. After breakfast is good,
            and so is the moment when you come home and have not yet taken off your shoes.</p>
            <p>Walk so that you could still talk in whole sentences. If you have to catch your
            breath between words, slow down. If you could sing, you may go a little faster.</p>"""
        ),
        Quote(
            "I did not start walking because I had time. I have time because I started walking.",
            "A visitor to our Tuesday group",
        ),
        Heading("Let it grow by itself"),
        Paragraph(
            """<p>After two weeks most people find that ten minutes have become twelve without any
            decision. From there, a simple plan is enough:</p>
            <ol><li><b>Weeks one and two:</b> ten minutes on most days.</li>
            <li><b>Weeks three and four:</b> fifteen minutes, one of them uphill or up the
            stairs.</li>
            <li><b>Weeks five and six:</b> twenty minutes, and once a week a longer round that ends
            somewhere pleasant.</li></ol>
            <p>If a week goes wrong, repeat it. If a month goes wrong, begin again with ten
            minutes. There is no exam.</p>"""
        ),
        Picture(
            "body-waymarks.jpg",
            "Three wooden waymarks beside a path, each a little further up the hill",
            "Ten, fifteen, twenty: choose landmarks instead of minutes if you do not like clocks.",
        ),
        Heading("Shoes, clothes, company"),
        Paragraph(
            """<p>You do not need walking shoes for a pavement. You need shoes that hold the heel,
            leave room for the toes and have a sole that bends where your foot bends. Try them on
            in the afternoon, when feet are a little larger than in the morning.</p>
            <ul><li>Dress so that you feel slightly cool at the door. You will be warm at the first
            corner.</li>
            <li>Keep one hand free. A bag on the back is kinder than a bag on one shoulder.</li>
            <li>When it is dark, wear something light, and leave one ear free for the
            traffic.</li></ul>
            <p>Company helps more than any device. Somebody who waits at the corner at half past
            seven is the best reminder there is. If you have nobody at hand, take a voice with you:
            an episode of our podcast lasts about as long as a walk round the block.</p>"""
        ),
        Heading("If something pinches"),
        Paragraph(
            """<p>A bit of stiffness in the calves on the second day is a normal greeting from
            muscles that have been on holiday. Keep moving, only less. A blister wants a plaster
            and other socks. A knee that grumbles downhill often likes shorter steps.</p>
            <p>Poles are no shame. They give the arms something to do, take some weight off on the
            way down, and make you look as if you had a plan.</p>"""
        ),
        Heading("When to see somebody"),
        Paragraph(
            """<p>Talk to your doctor before you begin if you have a heart condition, if you have
            recently had an operation, or if you are simply not sure. Have a joint looked at that
            swells, locks or gives way. And should you feel pressure in your chest, get short of
            breath in a way you do not know, or turn dizzy while you walk, stop and call for help
            at once.</p>
            <p>For everything else: shoes on, five minutes out, five minutes back. See you on the
            <a href="https://example.org/paths-by-the-water">path by the water</a>.</p>"""
        ),
    ),
    tags=("walking", "habits", "everyday exercises"),
    sources=(
        Source(
            "Beginning to walk again",
            "Leaflet of the practice, 2025",
            "https://example.org/leaflets/walking",
        ),
        Source(
            "How much is enough? A summary for patients",
            "Physiotherapists' reading circle, 2024",
            "https://example.org/reading-circle/walking",
        ),
    ),
    reviewer="tobin-farrowgate",
)
