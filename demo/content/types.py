"""What the demo's content is made of: frozen values without any framework."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Heading:
    text: str


@dataclass(frozen=True)
class Paragraph:
    """Rich text: p, ul, ol, li, b, i and a only; "article:<slug>" links to an article of the demo."""

    html: str


@dataclass(frozen=True)
class Quote:
    text: str
    attribution: str


@dataclass(frozen=True)
class Picture:
    """A picture inside a text; `file` is a name in demo/pictures/."""

    file: str
    alt: str
    caption: str


@dataclass(frozen=True)
class CallToAction:
    """An invitation; `target` is a URL, or "appointment" for the practice's own appointment page."""

    heading: str
    text: str
    button_label: str
    target: str


@dataclass(frozen=True)
class Listen:
    """An episode to hear inside a text; `episode` is its slug."""

    episode: str
    introduction: str


@dataclass(frozen=True)
class ReadOn:
    """Links to articles of the demo, by their slugs."""

    heading: str
    articles: tuple[str, ...]


Block = Heading | Paragraph | Quote | Picture | CallToAction | Listen | ReadOn


@dataclass(frozen=True)
class OpeningHours:
    days: str
    hours: str


@dataclass(frozen=True)
class SocialLink:
    name: str
    url: str


@dataclass(frozen=True)
class Practice:
    name: str
    tagline: str
    welcome: str
    about: tuple[str, ...]
    street: str
    town: str
    opening_hours: tuple[OpeningHours, ...]
    country: str
    phone: str
    email: str
    map_url: str
    appointment: CallToAction
    footer: str
    disclaimer: str
    social_links: tuple[SocialLink, ...]
    logo: str
    logo_alt: str


@dataclass(frozen=True)
class Post:
    """A picture of the block "Follow along"; `picture` is a name in demo/pictures/."""

    picture: str
    alt: str


@dataclass(frozen=True)
class FormField:
    """Something that the contact form asks for; `kind` is a choice of the site's own form page."""

    label: str
    kind: str
    required: bool = True
    help: str = ""


@dataclass(frozen=True)
class Contact:
    title: str
    slug: str
    introduction: str
    fields: tuple[FormField, ...]
    button_label: str
    thanks: str
    subject: str


@dataclass(frozen=True)
class Person:
    """Somebody who writes or speaks; `picture` is a name in demo/pictures/."""

    name: str
    slug: str
    role: str
    text: str
    picture: str
    picture_alt: str


@dataclass(frozen=True)
class Category:
    name: str
    slug: str
    description: str


@dataclass(frozen=True)
class Source:
    """Something a text rests on."""

    title: str
    publisher: str
    url: str = ""


@dataclass(frozen=True)
class Article:
    """An article; `category` and `author` are slugs, an empty excerpt leaves it to the site.

    `reviewer` is a person's slug, or "" for a text that nobody has reviewed yet.
    """

    title: str
    slug: str
    category: str
    author: str
    days_ago: int
    excerpt: str
    hero: str
    hero_alt: str
    body: tuple[Block, ...]
    tags: tuple[str, ...]
    sources: tuple[Source, ...] = ()
    reviewer: str = ""


@dataclass(frozen=True)
class Line:
    """What one person says in one breath of the script; `speaker` is a person's slug."""

    speaker: str
    text: str


@dataclass(frozen=True)
class Chapter:
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Mark:
    """A chapter as an editor types it; the link may be missing."""

    time: str
    title: str
    url: str = ""


@dataclass(frozen=True)
class BestMoment:
    """A part worth hearing alone, in seconds."""

    start: float
    seconds: int
    title: str


@dataclass(frozen=True)
class Episode:
    """An episode; the trailer has no number. `audio` and `artwork` are file names.

    An empty `artwork` means the artwork of the show; `chapters` are those of the script, which the
    recording carries, and `marks` those that an editor typed instead.
    """

    title: str
    slug: str
    season: int
    number: int | None
    type: str
    summary: str
    notes: str
    days_ago: int
    audio: str
    artwork: str
    artwork_alt: str
    chapters: tuple[Chapter, ...]
    marks: tuple[Mark, ...] = ()
    best_moment: BestMoment | None = None

    @property
    def speakers(self) -> tuple[str, ...]:
        """The slugs of those who speak, in the order in which they are first heard."""
        lines = (line for chapter in self.chapters for line in chapter.lines)
        return tuple(dict.fromkeys(line.speaker for line in lines))


@dataclass(frozen=True)
class Show:
    """A podcast; `category` and `subcategory` are Apple's own terms, case and all.

    `license` is a choice of the site's own show page, `update_words` says how often episodes come.
    """

    name: str
    slug: str
    tagline: str
    description: tuple[str, ...]
    author: str
    language: str
    category: str
    subcategory: str
    artwork: str
    artwork_alt: str
    license: str
    update_words: str
    funding_url: str
    funding_text: str
    season_name: str
    episodes: tuple[Episode, ...]


@dataclass(frozen=True)
class Remark:
    """A reader's comment, or an answer of the practice (no e-mail); `status` is one of the site's own."""

    name: str
    text: str
    days_ago: float
    email: str = ""
    status: str = "approved"
    replies: tuple["Remark", ...] = ()


@dataclass(frozen=True)
class Talk:
    """What was said under an article or an episode; `page` is its slug."""

    page: str
    remarks: tuple[Remark, ...]


@dataclass(frozen=True)
class LegalPage:
    title: str
    slug: str
    description: str
    introduction: str
    body: tuple[Block, ...]


@dataclass(frozen=True)
class PracticeWords:
    """What the practice says of itself on every page; the names are those of the site's settings."""

    tagline: str
    about: str
    disclaimer: str
    opening_hours: str
    appointment_text: str
    appointment_label: str


@dataclass(frozen=True)
class PersonWords:
    """The words of somebody's card; `slug` says whose, the other names are those of the site's authors."""

    slug: str
    role: str
    about: str


@dataclass(frozen=True)
class Translation:
    """The demo in another language: home, one article under its index, the legal notice, the settings.

    The words of people, and the categories under the same slugs, stand beside those in English.
    """

    language: str
    welcome: str
    introduction: str
    description: str
    index_title: str
    index_slug: str
    index_introduction: str
    article_title: str
    article_slug: str
    article_excerpt: str
    article_body: tuple[Block, ...]
    legal_notice: LegalPage
    practice: PracticeWords
    people: tuple[PersonWords, ...]
    categories: tuple[Category, ...]
