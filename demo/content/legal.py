"""The pages every site owes its visitors, worded for what this demonstration does."""

from demo.content.practice import PRACTICE
from demo.content.types import Heading, LegalPage, Paragraph

_DEMONSTRATION = (
    "This is a demonstration text for an invented practice. Please have your own version checked "
    "by a lawyer before you publish it."
)
_MAIL = f'<a href="mailto:{PRACTICE.email}">{PRACTICE.email}</a>'

LEGAL_NOTICE = LegalPage(
    title="Legal notice",
    slug="legal-notice",
    description="Who is responsible for the site and the podcast of Larkmoss Practice, and how to reach us.",
    introduction=_DEMONSTRATION,
    body=(
        Heading("Who is responsible for this site"),
        Paragraph(
            f"<p>{PRACTICE.name}, {PRACTICE.street}, {PRACTICE.town}</p>"
            f"<p>Telephone {PRACTICE.phone}, e-mail {_MAIL}</p>"
            "<p>Represented by Maren Hollowfield. Responsible for the texts and the podcast: "
            "Maren Hollowfield, at the same address.</p>"
        ),
        Heading("Profession and supervision"),
        Paragraph(
            """<p>A real practice names here the professions of its members, the country that
            granted them, the chamber or authority that supervises it, and its tax or company
            number where the law asks for one.</p>"""
        ),
        Heading("Texts, pictures and recordings"),
        Paragraph(
            """<p>All texts, pictures and recordings on this site were made for this
            demonstration. The people, the practice and the street are invented; the voices in the
            podcast are synthetic.</p>"""
        ),
        Heading("Links"),
        Paragraph(
            """<p>Where we link to other sites we looked at them when we set the link. We have no
            influence on what changes there later. Tell us when something is wrong and we will take
            the link away.</p>"""
        ),
    ),
)

PRIVACY = LegalPage(
    title="Privacy",
    slug="privacy",
    description="What we keep of those who read, listen, comment or write to us, why, and for how long.",
    introduction=(
        f"{_DEMONSTRATION} It describes a site with articles, a podcast, a search and comments, "
        "and has to be changed when your site does more."
    ),
    body=(
        Heading("In short"),
        Paragraph(
            """<ul><li>We use no advertising and no trackers, and we load nothing from other
            companies' servers.</li>
            <li>You can read, listen and search without giving your name.</li>
            <li>If you write a comment, your e-mail address is not published.</li></ul>"""
        ),
        Heading("When you visit a page"),
        Paragraph(
            """<p>To send you a page, our server has to process the address of your connection, the
            page you asked for, the time, and what your browser says about itself. The operator of
            the server may keep this for a short time in a log to find faults and to fend off
            attacks. A real practice names here its hosting company and how long logs are
            kept.</p>
            <p>We count how often a page is read and an episode is played. These counts hold no
            names.</p>"""
        ),
        Heading("When you listen"),
        Paragraph(
            """<p>The recordings come from the same site as the pages. If you listen in an app of
            your choice, the app fetches the feed and the recordings from us, and the privacy
            notice of its maker applies as well.</p>"""
        ),
        Heading("When you search"),
        Paragraph(
            """<p>What you type into the search is used to find pages for you. Please do not type
            anything there that you would not like to see in the address of a page.</p>"""
        ),
        Heading("When you write to us"),
        Paragraph(
            """<p>A comment appears with the name you choose, after one of us has read it. We ask
            for an e-mail address only so that we can ask back, and it is not shown. If you would
            like a comment to be taken away, write to us.</p>
            <p>What you write into the form of our contact page reaches us by e-mail and is kept in
            this site until we delete it, half a year later at the latest. So that nobody floods
            the form we remember for a few minutes, without keeping your address, that a message
            came from your connection.</p>
            <p>What you send by e-mail we use to answer you. Please do not send reports or findings
            by ordinary e-mail.</p>"""
        ),
        Heading("When you get our daily texts"),
        Paragraph(
            """<p>We keep your number or e-mail address, your first name if you gave one, and your
            time zone, to send you a text each morning. They lie encrypted in our database. The
            company that carries the texts gets the number and the text. We keep what you agreed to
            and when, so that we can show it. If you stop, we forget the number three months later
            and keep only a mark by which we know that it must not be texted.</p>"""
        ),
        Heading("Cookies"),
        Paragraph(
            """<p>Cookies are set only where the site needs them to work, for instance to protect a
            form against misuse or to keep our editors signed in.</p>"""
        ),
        Heading("Your rights"),
        Paragraph(
            "<p>You may ask what we hold about you, have it corrected or deleted, and complain to "
            "the data protection authority where you live. Write to "
            f"{_MAIL} or to {PRACTICE.street}, {PRACTICE.town}.</p>"
        ),
    ),
)

TERMS = LegalPage(
    title="Terms of use",
    slug="terms",
    description="What you may expect of this site, the podcast and the daily texts, and what we ask of you.",
    introduction=_DEMONSTRATION,
    body=(
        Heading("Reading and listening"),
        Paragraph(
            """<p>You may read the articles and listen to the episodes free of charge, print them
            and pass on links to them. If you would like to print one in a magazine or put it on
            another site, please ask us first.</p>"""
        ),
        Heading("Comments"),
        Paragraph(
            """<p>We are glad of questions and experience. Please be kind, write nothing that
            identifies another person, and do not advertise. We read every comment before it
            appears and may leave one out. We cannot give advice on your own health in a
            comment.</p>"""
        ),
        Heading("Daily texts"),
        Paragraph(
            """<p>The daily texts are free. Your provider may charge you for receiving them as for
            any message. One comes each morning until you answer STOP to any of them or follow the
            link that the e-mails have. HELP gets you help. They are no advice on your own
            health.</p>"""
        ),
        Heading("Appointments"),
        Paragraph(
            """<p>A message through this site is a request. An appointment exists when we have
            confirmed it. If you cannot come, tell us a day before so that somebody else
            can.</p>"""
        ),
        Heading("Availability"),
        Paragraph(
            """<p>We take care that the site works and that what we write is correct when we write
            it. We cannot promise that it is always reachable or always complete.</p>"""
        ),
    ),
)

DISCLAIMER = LegalPage(
    title="Disclaimer",
    slug="disclaimer",
    description="What you read and hear here is general information and does not replace a visit to somebody who sees you.",
    introduction=PRACTICE.disclaimer,
    body=(
        Heading("General information"),
        Paragraph(
            """<p>Our articles and episodes describe what is common knowledge about moving, resting
            and working. They cannot know your history. They are not a diagnosis, not a treatment
            and not a promise that something will help.</p>"""
        ),
        Heading("Listen to your body"),
        Paragraph(
            """<p>Try only what feels safe to you, beside something you can hold on to. Stop when
            something hurts. Ask your doctor first if you are pregnant, ill, newly operated on or
            unsure.</p>"""
        ),
        Heading("In an emergency"),
        Paragraph(
            """<p>Do not write to us and do not look for an article. Call your local emergency
            number.</p>"""
        ),
        Paragraph(f"<p><i>{_DEMONSTRATION}</i></p>"),
    ),
)

ACCESSIBILITY = LegalPage(
    title="Accessibility",
    slug="accessibility",
    description="How this site can be used by keyboard, by screen reader and without scripts, and whom to tell what does not work.",
    introduction=(
        "We would like everybody to be able to use this site, with a mouse, a keyboard, a screen "
        "reader, large letters or a small screen."
    ),
    body=(
        Heading("What we aim for"),
        Paragraph(
            """<p>We aim for level AA of the Web Content Accessibility Guidelines. Pages have
            headings in order, pictures that matter have a description, forms say what is missing,
            and colours keep enough contrast in the light and in the dark scheme. Reading,
            searching and listening also work without JavaScript.</p>"""
        ),
        Heading("Recordings"),
        Paragraph(
            """<p>Episodes are divided into chapters, and each has a written summary. Where an
            episode has a transcript you find it on its page.</p>"""
        ),
        Heading("What may still be difficult"),
        Paragraph(
            """<p>The voices of this demonstration are synthetic and may be harder to follow than
            human ones. This statement was written for a demonstration: a real practice says here
            when and how its site was examined, and which faults are known.</p>"""
        ),
        Heading("Tell us"),
        Paragraph(
            f"<p>If something does not work for you, write to {_MAIL} or call {PRACTICE.phone}. "
            "Please say which page it was and what you were trying to do. We will send you the "
            "content in another way if we can.</p>"
            f"<p><i>{_DEMONSTRATION}</i></p>"
        ),
    ),
)

LEGAL_PAGES = (LEGAL_NOTICE, PRIVACY, TERMS, DISCLAIMER, ACCESSIBILITY)
