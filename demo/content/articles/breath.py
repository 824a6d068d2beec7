"""An article on a short breathing pause."""

from demo.content.types import Article, Heading, Paragraph, Picture, Quote, Source

BREATH = Article(
    title="Breathing out: a pause for busy days",
    slug="breathing-out",
    category="stress-and-calm",
    author="edda-marlowick",
    days_ago=47,
    excerpt=(
        "One minute, no equipment, no special chair. Why the long way out matters more than the "
        "deep breath in."
    ),
    hero="hero-breath.jpg",
    hero_alt="Still water with widening rings and the reflection of a pale sun",
    body=(
        Paragraph(
            """<p>"Take a deep breath," people say when somebody is upset. It is kindly meant, and
            it often goes wrong. We pull the air up into the shoulders, hold it there, and feel a
            little more like a balloon than before. The more useful half of a breath is the other
            one. When we breathe out slowly, many of us notice that the shoulders sink, the jaw
            loosens and the next thought takes its time.</p>
            <p>So here is a pause that is built on breathing out. It takes about a minute, it costs
            nothing and, done with open eyes, it looks like thinking.</p>"""
        ),
        Heading("The pause"),
        Paragraph(
            """<ol><li>Sit or stand so that your feet feel the floor. Lay your hands somewhere they
            can stay.</li>
            <li>Breathe out, as if you wanted to mist a window, but gently and through slightly
            closed lips.</li>
            <li>Wait until the air comes in by itself. It always does.</li>
            <li>Breathe out again, and count slowly to five or six while you do.</li>
            <li>Do this six times. Then look at something far away.</li></ol>
            <p>If counting makes you nervous, do not count. Some people follow the edge of a
            picture frame with their eyes instead: up on the short side, along on the long
            side.</p>"""
        ),
        Picture(
            "body-long-wave.jpg",
            "A line that rises steeply and falls in a long gentle slope, three times",
            "Short in, long out: the shape of a calm breath.",
        ),
        Heading("Where to put it in a day"),
        Paragraph(
            """<p>A pause that waits for a free moment will wait for ever. It is better to tie it to
            something that happens anyway. Some ideas from people who come to us:</p>
            <ul><li>each time the telephone rings, before picking it up;</li>
            <li>at the red traffic light, hands on the wheel;</li>
            <li>while the computer starts;</li>
            <li>on the landing between the office and the flat, so that the day stays on the
            stairs;</li>
            <li>after the light is out, lying on the back, one hand on the belly.</li></ul>
            <p>Choose one for this week. If you forget it, you have lost nothing. When you remember
            that you forgot, do it then.</p>"""
        ),
        Quote(
            "It did not make my days emptier. It put a small door into them.",
            "A teacher who visits our practice",
        ),
        Heading("What it can do, and what it cannot"),
        Paragraph(
            """<p>A calm breath is a way to interrupt a rush. It can help before a talk, after an
            argument, on a crowded train, or in a queue that does not move. Practised on good days
            it is nearer at hand on bad ones.</p>
            <p>It does not solve what makes the days too full. If you need the pause twelve times
            before lunch, the pause is not the answer, it is the messenger. Then it may be time to
            look at the list of things you do, and to find the one you could put down, hand over or
            do less well. Doing something less well is a skill, by the way. It can be
            learnt.</p>"""
        ),
        Heading("If it feels strange"),
        Paragraph(
            """<p>Some people get restless when they watch their breath. It is not a mistake and
            you do not have to push through it. Watch something else: the weight of your feet, the
            warmth of a cup, five things in the room that are green. The point is to arrive where
            you are. Breath is only one of the roads.</p>
            <p>Stop if you feel light-headed. It usually means that you have breathed too much
            rather than too little. Sit down, let it go back to its own rhythm and have a drink of
            water.</p>"""
        ),
        Heading("When to see somebody"),
        Paragraph(
            """<p>Talk to your doctor or a counsellor when worry or tension fills most of your days
            for more than a few weeks, when you avoid things you used to like, or when you use
            drink or pills to get through. Sudden breathlessness, or pain or pressure in the chest,
            is never a case for an exercise: call your local emergency number.</p>"""
        ),
    ),
    tags=("breathing", "pauses", "stress"),
    sources=(
        Source(
            "Breathing and rest: a short reader",
            "Reading circle for counsellors, 2024",
            "https://example.org/reading-circle/breathing",
        ),
    ),
    reviewer="maren-hollowfield",
)
