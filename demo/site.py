"""Builds the demo site from its content: settings, people, articles, show and legal pages."""

from __future__ import annotations

from dataclasses import asdict
from datetime import timedelta
from typing import Any

from django.utils import timezone
from wagtail.models import Page, Site

from articles.models import ArticleIndexPage, ArticlePage, Category
from cms.models import Author, ContactField, ContactPage, SiteSettings, StandardPage
from demo.blocks import linked, stream_of
from demo.comments import add_comments
from demo.content import types
from demo.content.articles import ARTICLES, CATEGORIES
from demo.content.home import CONTACT, INSTAGRAM_NAME, POSTS
from demo.content.legal import LEGAL_PAGES, PRIVACY
from demo.content.people import PEOPLE
from demo.content.practice import PRACTICE
from demo.content.show import SHOW
from demo.media import Library
from demo.readers import add_page_views
from demo.texts import add_texts
from demo.translations import translate_site
from podcast.models import EpisodePage, Show


def build_site(site: Site) -> None:
    """Fill ``site``, whose root is an empty HomePage, with the demo."""
    library = Library()
    home = site.root_page.specific
    people = {person.slug: _author(person, library) for person in PEOPLE}
    _settings(site, library)
    _home(home, people, library)
    pages = _articles(home, people, library)
    _podcast(home, people, library)
    # The texts come last because they lead to one another and to episodes.
    for article, page in pages.items():
        page.body = stream_of(article.body, library)
        page.save_revision().publish()
    add_page_views()
    add_comments(site)
    for legal in LEGAL_PAGES:
        body = [("paragraph", f"<p>{legal.introduction}</p>"), *stream_of(legal.body, library)]
        page = StandardPage(
            title=legal.title,
            slug=legal.slug,
            search_description=legal.description,
            body=body,
            show_in_footer=True,
        )
        _publish(home, page)
    add_texts(site)
    _contact(home)
    translate_site(home, library)


def _settings(site: Site, library: Library) -> None:
    hours = "\n".join(f"{each.days}: {each.hours}" for each in PRACTICE.opening_hours)
    SiteSettings.objects.update_or_create(
        site=site,
        defaults={
            "practice_name": PRACTICE.name,
            "tagline": PRACTICE.tagline,
            "logo": library.picture(PRACTICE.logo, PRACTICE.logo_alt),
            "about": PRACTICE.footer,
            "disclaimer": PRACTICE.disclaimer,
            "address": f"{PRACTICE.street}\n{PRACTICE.town}",
            "opening_hours": hours,
            "country": PRACTICE.country,
            "phone": PRACTICE.phone,
            "email": PRACTICE.email,
            "map_url": PRACTICE.map_url,
            "appointment_text": PRACTICE.appointment.text,
            "appointment_label": PRACTICE.appointment.button_label,
            "profiles": [("profile", asdict(link)) for link in PRACTICE.social_links],
        },
    )


def _author(person: types.Person, library: Library) -> Author:
    return Author.objects.create(
        name=person.name,
        slug=person.slug,
        role=person.role,
        about=person.text,
        picture=library.picture(person.picture, person.picture_alt),
    )


def _home(home: Page, people: dict[str, Author], library: Library) -> None:
    home.title = home.draft_title = PRACTICE.name
    home.welcome = PRACTICE.welcome
    home.introduction = PRACTICE.about[0]
    home.search_description = PRACTICE.footer
    home.picture = library.picture(ARTICLES[1].hero, ARTICLES[1].hero_alt)
    home.practitioner = people[PEOPLE[0].slug]
    home.instagram_profile = f"https://www.instagram.com/{INSTAGRAM_NAME}/"
    home.posts = [
        ("post", {"image": library.picture(post.picture, post.alt), "alt": "", "url": ""})
        for post in POSTS
    ]
    home.save_revision().publish()


def _contact(home: Page) -> None:
    page = ContactPage(
        title=CONTACT.title,
        slug=CONTACT.slug,
        introduction=CONTACT.introduction,
        form_fields=[
            ContactField(
                label=field.label,
                field_type=field.kind,
                required=field.required,
                help_text=field.help,
            )
            for field in CONTACT.fields
        ],
        button_label=CONTACT.button_label,
        thanks=CONTACT.thanks,
        subject=CONTACT.subject,
        privacy_page=StandardPage.objects.child_of(home).get(slug=PRIVACY.slug),
        show_in_menus=True,
    )
    _publish(home, page)


def _articles(
    home: Page, people: dict[str, Author], library: Library
) -> dict[types.Article, ArticlePage]:
    """The articles without their texts."""
    index = ArticleIndexPage(
        title="Articles",
        slug="articles",
        introduction="Plain words on moving, resting and working a little more easily.",
        show_in_menus=True,
    )
    _publish(home, index)
    categories = {
        each.slug: Category.objects.create(
            name=each.name, slug=each.slug, description=each.description
        )
        for each in CATEGORIES
    }
    pages = {}
    # Oldest first, so that whoever lists pages as they were made sees them in order.
    for article in sorted(ARTICLES, key=lambda each: -each.days_ago):
        written = timezone.now() - timedelta(days=article.days_ago)
        pages[article] = page = ArticlePage(
            title=article.title,
            slug=article.slug,
            category=categories[article.category],
            author=people[article.author],
            date=timezone.localdate(written),
            excerpt=article.excerpt,
            hero=library.picture(article.hero, article.hero_alt),
            first_published_at=written,
            sources=[("source", asdict(source)) for source in article.sources],
            **_review(article, people),
        )
        page.tags.set(article.tags)
        index.add_child(instance=page)
    return pages


def _review(article: types.Article, people: dict[str, Author]) -> dict[str, Any]:
    """Reviewed today, when the demo is made, and due in two years."""
    if not article.reviewer:
        return {}
    today = timezone.localdate()
    return {
        "reviewed_by": people[article.reviewer],
        "reviewed_on": today,
        "review_due": today + timedelta(days=730),
    }


def _podcast(home: Page, people: dict[str, Author], library: Library) -> None:
    show = Show(
        title=SHOW.name,
        slug=SHOW.slug,
        description="\n\n".join(SHOW.description),
        search_description=SHOW.tagline,
        author_name=SHOW.author,
        language=SHOW.language,
        category=f"{SHOW.category}/{SHOW.subcategory}",
        artwork=library.picture(SHOW.artwork, SHOW.artwork_alt),
        copyright=SHOW.author,
        license=SHOW.license,
        update_words=SHOW.update_words,
        extras=[
            *(_person(author) for author in people.values()),
            ("funding", {"url": SHOW.funding_url, "text": SHOW.funding_text}),
            ("season", {"number": 1, "name": SHOW.season_name}),
        ],
        show_in_menus=True,
    )
    _publish(home, show)
    for episode in SHOW.episodes:
        page = EpisodePage(
            title=episode.title,
            slug=episode.slug,
            season=episode.season if episode.number else None,
            number=episode.number,
            episode_type=episode.type,
            summary=episode.summary,
            show_notes=linked(episode.notes),
            recording=library.recording(episode.audio, episode.title),
            first_published_at=timezone.now() - timedelta(days=episode.days_ago),
            extras=[_person(people[slug]) for slug in episode.speakers],
        )
        page.transcripts = [("transcript", library.transcript(episode.audio, episode.title))]
        page.chapters = [
            ("chapter", {"time": mark.time, "title": mark.title, "url": mark.url})
            for mark in episode.marks
        ]
        if moment := episode.best_moment:
            page.extras.append(("soundbite", asdict(moment)))
        if episode.artwork:
            page.artwork = library.picture(episode.artwork, episode.artwork_alt)
        _publish(show, page)


def _person(author: Author) -> tuple[str, dict[str, Any]]:
    return "person", {"author": author, "role": "cast/host"}


def _publish(parent: Page, page: Page) -> None:
    parent.add_child(instance=page)
    page.save_revision().publish()
