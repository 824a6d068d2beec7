"""An article on getting down to the floor and up again."""

from demo.content.types import Article, CallToAction, Heading, Paragraph, Quote, Source

FLOOR = Article(
    title="Getting up from the floor",
    slug="getting-up-from-the-floor",
    category="everyday-movement",
    author="tobin-farrowgate",
    days_ago=33,
    excerpt="",
    hero="hero-floor.jpg",
    hero_alt="A rolled mat and a tall plant in a quiet room with light from an arched window",
    body=(
        Paragraph(
            """<p>When did you last sit on the floor? Not for an exercise, simply because that is
            where the child, the dog or the lowest drawer was. For many grown people it has been
            years. The floor has become a place where one only ends up by accident, and for that
            very reason it has become a little frightening.</p>
            <p>In our groups we go down and come up again in every lesson. It is honest exercise
            for legs, hips and arms, and it gives something no machine can give: the knowledge that
            you will manage.</p>"""
        ),
        Heading("Before you begin"),
        Paragraph(
            """<p>Choose a carpet or a firm mat and put a steady chair beside it, with its back
            against a wall. Wear shoes that do not slip, or none at all. Have somebody in the house
            the first few times. If kneeling hurts, fold a blanket under the knee; if it still
            hurts, begin with the half way described below and stay there as long as you
            like.</p>"""
        ),
        Heading("Down and up, step by step"),
        Paragraph(
            """<ol><li>Stand in front of the chair and lay both hands on the seat.</li>
            <li>Put one foot back and let that knee sink slowly to the mat. Your hands carry some
            of the weight.</li>
            <li>Bring the other knee down beside it. Rest here. Breathe.</li>
            <li>Move one hand to the floor, then the other, and let yourself down on one
            hip.</li>
            <li>Sit for a moment. Look around. The room is larger from here.</li>
            <li>For the way up, lean on one hand and come back to all fours, then kneel
            upright with your hands on the chair.</li>
            <li>Set one foot flat on the floor in front of you, the stronger one first.</li>
            <li>Lean forward until your nose is over your toes, press into the chair and stand.
            Stay there for two breaths before you walk off.</li></ol>
            <p>That is one round. Two are plenty for the first day. The other leg would like a turn
            as well, even when it complains.</p>"""
        ),
        Quote(
            "Lean forward until your nose is over your toes. Everything else follows the nose.",
            "Tobin, in every lesson",
        ),
        Heading("The half way"),
        Paragraph(
            """<p>If the floor is too far for now, meet it half way. Each of these is part of the
            same movement and makes the rest easier:</p>
            <ul><li><b>The slow chair.</b> Sit down so slowly that you do not hear it, and stand up
            without using your hands. Begin with five.</li>
            <li><b>The one-knee bow.</b> Hands on the chair, one knee down to a thick cushion and
            up again.</li>
            <li><b>The kitchen lean.</b> Hands on the worktop, feet a step away, bend the arms and
            push yourself back. Good for the moment when the kettle takes its time.</li></ul>
            <p>Three days a week are enough. Leave a day in between, because muscles grow while you
            rest and not while you work.</p>"""
        ),
        Heading("Make the floor useful"),
        Paragraph(
            """<p>The easiest way to keep an ability is to need it. Move something you use each
            week to the lowest shelf. Fold the laundry on the carpet. Water the large plant on your
            knees. Play cards with a child where children play cards. Read one page, there, with
            your back against the sofa, and notice that you change your position every minute
            without anybody reminding you.</p>
            <p>After a few weeks you may find that the stairs have become shorter and the car seat
            higher. They have not, of course.</p>"""
        ),
        Heading("When to see somebody"),
        Paragraph(
            """<p>Ask your doctor or a physiotherapist first if you have a new hip or knee, brittle
            bones, or if you get dizzy when you stand up. Have it looked at when you have fallen
            more than once this year, even if nothing happened. And after a fall with strong pain,
            a blow to the head or a leg that will not carry you, stay where you are, keep warm and
            call for help.</p>"""
        ),
        CallToAction(
            heading="Learn it in company",
            text=(
                "Our small floor group meets on Wednesday mornings, six people and six chairs. "
                "The first time is for looking around."
            ),
            button_label="See the group",
            target="https://example.org/floor-group",
        ),
    ),
    tags=("strength", "everyday exercises", "balance"),
    sources=(
        Source(
            "Getting down, getting up",
            "Leaflet of the floor group, 2025",
            "https://example.org/leaflets/floor",
        ),
    ),
    reviewer="maren-hollowfield",
)
