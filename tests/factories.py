"""Makes pages, people and files for tests: valid, live, and no more than a test needs."""

import factory
import wagtail_factories
from django.utils import timezone
from wagtail.models import Collection, Page, Site

from articles.models import ArticleIndexPage, ArticlePage, Category
from cms.models import (
    Author,
    ContactField,
    ContactPage,
    Picture,
    SiteSettings,
    StandardPage,
)
from comments.models import Comment, Status
from home.models import HomePage
from podcast.models import EpisodePage, Recording, Show, Transcript


def root_page_of_the_site() -> Page:
    return Site.objects.get(is_default_site=True).root_page


class PageFactory(wagtail_factories.PageFactory):
    """A live page without a revision, under the site's root page unless ``parent`` is given."""

    parent = factory.LazyFunction(root_page_of_the_site)
    title = factory.Sequence("Page {}".format)
    first_published_at = factory.LazyFunction(timezone.now)
    last_published_at = factory.SelfAttribute("first_published_at")

    class Meta:
        abstract = True


class PictureFactory(wagtail_factories.ImageFactory):
    """A real PNG of 64 by 64 pixels; ``file__width`` and so on change it."""

    title = factory.Sequence("Picture {}".format)
    description = "A grey square"
    collection = factory.LazyFunction(Collection.get_first_root_node)
    file = factory.django.ImageField(width=64, height=64, color="gray", format="PNG")

    class Meta:
        model = Picture


class AuthorFactory(factory.django.DjangoModelFactory):
    name = factory.Sequence("Author {}".format)
    slug = factory.Sequence("author-{}".format)

    class Meta:
        model = Author


class CategoryFactory(factory.django.DjangoModelFactory):
    name = factory.Sequence("Category {}".format)
    slug = factory.Sequence("category-{}".format)

    class Meta:
        model = Category


class SiteSettingsFactory(factory.django.DjangoModelFactory):
    """The settings of the default site."""

    site = factory.LazyFunction(lambda: Site.objects.get(is_default_site=True))
    practice_name = "The Practice"

    class Meta:
        model = SiteSettings
        django_get_or_create = ["site"]


class HomePageFactory(PageFactory):
    """A further home page; the site's own is ``site.root_page``."""

    class Meta:
        model = HomePage


class StandardPageFactory(PageFactory):
    body = factory.LazyFunction(lambda: [("paragraph", "<p>Who we are.</p>")])

    class Meta:
        model = StandardPage


class ContactPageFactory(PageFactory):
    """A page with a form: name, e-mail and message."""

    title = "Contact"
    slug = "contact"
    form_fields = factory.LazyFunction(
        lambda: [
            ContactField(label="Name", field_type="name"),
            ContactField(label="E-mail", field_type="email"),
            ContactField(label="Message", field_type="multiline"),
        ]
    )

    class Meta:
        model = ContactPage


class ArticleIndexPageFactory(PageFactory):
    class Meta:
        model = ArticleIndexPage


class ArticlePageFactory(PageFactory):
    """An article with a heading and a paragraph, under an index of its own unless told."""

    parent = factory.SubFactory(ArticleIndexPageFactory)
    title = factory.Sequence("Article {}".format)
    category = factory.SubFactory(CategoryFactory)
    body = factory.LazyFunction(
        lambda: [
            ("heading", {"text": "First things first", "level": "2"}),
            ("paragraph", "<p>Some words with a <b>bold</b> one.</p>"),
        ]
    )

    class Meta:
        model = ArticlePage


class RecordingFactory(factory.django.DjangoModelFactory):
    """A row as an upload leaves it. The bytes are not audio unless ``file__data`` brings some."""

    title = factory.Sequence("Recording {}".format)
    type = "audio"
    mime_type = "audio/mpeg"
    extension = "mp3"
    duration = 61.5
    file = factory.django.FileField(data=b"not really audio", filename="recording.mp3")
    byte_length = factory.LazyAttribute(lambda recording: recording.file.size)
    collection = factory.LazyFunction(Collection.get_first_root_node)

    class Meta:
        model = Recording


class TranscriptFactory(factory.django.DjangoModelFactory):
    """Three cues of two people in English; ``stored_cues`` brings others, without the text."""

    title = factory.Sequence("Transcript {}".format)
    language = "en"
    stored_cues = factory.LazyFunction(
        lambda: [
            {"start": 1.0, "end": 4.5, "text": "Good morning.", "speaker": "Edda"},
            {"start": 5.0, "end": 9.0, "text": "Is it <morning> already?", "speaker": "Tobin"},
            {"start": 62.0, "end": 65.0, "text": "It is.", "speaker": "Edda"},
        ]
    )

    class Meta:
        model = Transcript


class ShowFactory(PageFactory):
    title = factory.Sequence("Show {}".format)
    description = "A show for tests."
    author_name = "The Practice"
    category = "Health & Fitness/Medicine"
    artwork = factory.SubFactory(PictureFactory, file__width=1400, file__height=1400)

    class Meta:
        model = Show


class EpisodePageFactory(PageFactory):
    """An episode with a recording, under a show of its own unless told."""

    parent = factory.SubFactory(ShowFactory)
    title = factory.Sequence("Episode {}".format)
    recording = factory.SubFactory(RecordingFactory)

    class Meta:
        model = EpisodePage


class CommentFactory(factory.django.DjangoModelFactory):
    """An approved comment; ``page`` must be told."""

    name = factory.Sequence("Reader {}".format)
    email = factory.Sequence("reader-{}@mail.example".format)
    text = factory.Sequence("Comment number {}.".format)
    status = Status.APPROVED

    class Meta:
        model = Comment
