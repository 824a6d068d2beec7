"""An article on resting without a purpose."""

from demo.content.types import Article, Heading, Paragraph, Quote

REST = Article(
    title="In praise of doing nothing for a while",
    slug="in-praise-of-doing-nothing",
    category="sleep-and-rest",
    author="edda-marlowick",
    days_ago=104,
    excerpt="",
    hero="hero-rest.jpg",
    hero_alt="A steaming cup beside a pile of books, with a leafy branch against a warm wall",
    body=(
        Paragraph(
            """<p>Ask somebody what they did on Sunday and they will hardly ever say "nothing". If
            they do, it sounds like a confession. We have become used to counting rest among the
            things that have to be useful: sleep so that we can work, holidays so that we can go
            on, a walk because of the steps.</p>
            <p>Rest does all that. But it does it best when we forget about it for a while. This is
            a small defence of the empty half hour.</p>"""
        ),
        Heading("Tired in different ways"),
        Paragraph(
            """<p>Not every tiredness is mended by lying down. It is worth asking which one it
            is:</p>
            <ul><li><b>A tired body</b> wants to sit, lie and be warm.</li>
            <li><b>A tired head</b> often wants to move: a walk, a spade, a sink full of
            dishes.</li>
            <li><b>Tired eyes and ears</b> want distance and quiet. Look out of the window. Switch
            off the voice in the background.</li>
            <li><b>A tired heart</b> wants company that asks for nothing, or a good cry, or a
            dog.</li></ul>
            <p>Many of us try to treat all four with a screen, and then wonder why we get up from
            the sofa as weary as we sat down.</p>"""
        ),
        Heading("How to do nothing"),
        Paragraph(
            """<p>It is less easy than it sounds, and it helps to begin with something that is
            nearly nothing:</p>
            <ol><li>Make a cup of tea and drink it while it is still hot, without anything
            else.</li>
            <li>Lie on the carpet and look at the ceiling for the length of one piece of
            music.</li>
            <li>Sit on a bench until three people have walked past.</li>
            <li>Read a poem twice. Leave the book open.</li>
            <li>Watch something that moves slowly: clouds, a river, the shadow of a branch.</li></ol>
            <p>The first minutes are often the worst. The hands look for the telephone, the head
            sends lists. Let them. After five or six minutes it usually grows quieter, as a pond
            does when you have stopped throwing stones.</p>"""
        ),
        Quote(
            "My grandmother called it letting the soup stand. Nothing happens, and it gets better.",
            "Edda Marlowick",
        ),
        Heading("But I have no time"),
        Paragraph(
            """<p>That may well be true. With small children, two jobs or somebody to care for, an
            empty half hour is a luxury, and being told to relax is one more demand. Then look for
            the crumbs: the two minutes in the parked car before you go in, the slow walk from the
            bus, the moment on the edge of the bath. Do not fill them. That is the whole
            exercise.</p>
            <p>If there is somebody who could give you an hour a week, ask for it plainly and with
            a date. "Could you take over on Thursday from five to six?" is easier to answer than a
            sigh. People like to help when they know what with.</p>
            <p>And look at your week with a pencil in your hand. Is there anything in it that you
            go on doing only because you have always done it? One such thing, crossed out, is worth
            a small holiday each year.</p>"""
        ),
        Heading("A place for it"),
        Paragraph(
            """<p>Rest likes to come back to where it has been before. A chair by the window, a
            step in the sun, the left end of the sofa: choose one place and keep it free of work.
            Put a blanket there, and a book in which you may skip pages. You need not use it each
            day. It is a kind of invitation just to walk past it.</p>
            <p>If you would like company, our <a href="https://example.org/reading-hour">quiet
            reading hour</a> takes place on the first Friday of the month. Nobody talks. There is
            cake.</p>"""
        ),
        Heading("When to see somebody"),
        Paragraph(
            """<p>Rest should leave you a little fresher. If you stay exhausted for several weeks
            although you sleep and take breaks, if nothing gives you pleasure any more, or if even
            small things have become too heavy, please speak to your doctor. There are many
            ordinary causes that can be found and treated, and you do not have to know which one it
            is before you go.</p>"""
        ),
    ),
    tags=("pauses", "habits", "stress"),
)
