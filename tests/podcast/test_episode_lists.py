"""Where readers find episodes: on the show's page, by season, and from one episode to the next."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from podcast.models import EpisodePage, Listing, Recording, Show
from tests.factories import AuthorFactory, EpisodePageFactory, PictureFactory, TranscriptFactory

NOW = timezone.now()


def published(show: Show, recording: Recording, title: str, **fields: object) -> EpisodePage:
    slug = title.lower().replace(" ", "-")
    return EpisodePageFactory(parent=show, recording=recording, title=title, slug=slug, **fields)


def several(show: Show, recording: Recording, number: int, **fields: object) -> list[EpisodePage]:
    """Episodes number 1, 2, 3 … a day apart, the last one of today."""
    return [
        published(show, recording, f"Part {n}", first_published_at=day(number - n), **fields)
        for n in range(1, number + 1)
    ]


def day(ago: int) -> datetime:
    return NOW - timedelta(days=ago)


def html_of(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200
    return response.text


def rows(html: str) -> list[str]:
    """The titles of the episodes in a list, in its order."""
    return re.findall(r'<a class="card-link"[^>]*>([^<]*)<', html)


def links(html: str, rel: str) -> list[str]:
    return re.findall(rf'rel="{rel}" href="([^"]*)"', html)


def test_the_latest_episode_can_be_heard_and_the_earlier_ones_follow(
    client: Client, show: Show, recording: Recording
) -> None:
    *earlier, latest = several(show, recording, 4)
    html = html_of(client, "/podcast/")
    assert html.count("<audio") == 1
    assert f'src="{latest.audio_path}"' in html
    assert rows(html) == [each.title for each in reversed(earlier)]


def test_the_list_goes_on_from_page_to_page_and_loses_none(
    client: Client, show: Show, recording: Recording
) -> None:
    several(show, recording, 23)
    first, second = html_of(client, "/podcast/"), html_of(client, "/podcast/?page=2")
    listed = ["Part 23", *rows(first), *rows(second)]
    assert listed == [f"Part {n}" for n in range(23, 0, -1)]
    assert '<link rel="canonical" href="http://localhost/podcast/?page=2">' in second
    # As always, a page there is not is the nearest there is.
    assert rows(html_of(client, "/podcast/?page=99")) == rows(second)


def test_directories_stand_on_the_show_itself(client: Client, show: Show) -> None:
    show.listings = [Listing(directory="spotify", url="https://listen.example/show")]
    show.save()
    listed = '<a href="https://listen.example/show" rel="noopener">Spotify</a>'
    assert listed in html_of(client, "/podcast/")


@pytest.fixture
def two_seasons(show: Show, recording: Recording) -> Show:
    show.extras = [("season", {"number": 1, "name": "Winter"})]
    show.save()
    for number, season in ((1, 1), (2, 1), (3, 2)):
        published(
            show, recording, f"Part {number}", season=season, first_published_at=day(9 - number)
        )
    published(show, recording, "Apart")
    return show


def test_a_show_names_its_seasons_the_latest_first(client: Client, two_seasons: Show) -> None:
    html = html_of(client, "/podcast/")
    assert re.findall(r'<a href="/podcast/season/(\d)/">([^<]+)', html) == [
        ("2", "Season 2"),
        ("1", "Season 1: Winter"),
    ]


def test_a_season_has_its_own_page_with_its_own_episodes(client: Client, two_seasons: Show) -> None:
    html = html_of(client, "/podcast/season/1/")
    assert rows(html) == ["Part 2", "Part 1"]
    assert "<h1>Season 1: Winter</h1>" in html
    assert "<title>Season 1: Winter – The Show" in html
    assert re.search(r'<p class="meta">\s*2 episodes\s*</p>', html)
    assert '<link rel="canonical" href="http://localhost/podcast/season/1/">' in html
    assert '<a href="/podcast/season/1/" aria-current="page">' in html


def test_a_long_season_has_pages(client: Client, show: Show, recording: Recording) -> None:
    several(show, recording, 21, season=3)
    assert rows(html_of(client, "/podcast/season/3/?page=2")) == ["Part 1"]


@pytest.mark.parametrize("number", ["0", "3", "4", "99999999999999999999", "9" * 5000, "one"])
def test_a_season_of_which_nothing_can_be_heard_is_not_there(
    client: Client, two_seasons: Show, recording: Recording, number: str
) -> None:
    published(two_seasons, recording, "Draft", season=3, live=False)
    private = published(two_seasons, recording, "Private", season=4)
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    assert client.get(f"/podcast/season/{number}/").status_code == 404
    assert "/season/3/" not in html_of(client, "/podcast/")


def test_a_season_of_a_withdrawn_show_is_gone_with_it(client: Client, two_seasons: Show) -> None:
    two_seasons.unpublish()
    assert client.get("/podcast/season/1/").status_code == 404


def test_a_season_is_found_again_when_the_show_moves(two_seasons: Show) -> None:
    paths = two_seasons.get_route_paths()
    assert {"/season/1/", "/season/2/"} <= set(paths)
    assert "/season/3/" not in paths


def test_an_episode_leads_to_the_one_before_and_the_one_after(
    client: Client, show: Show, recording: Recording
) -> None:
    first, middle, last = several(show, recording, 3)
    html = html_of(client, middle.url)
    assert (links(html, "prev"), links(html, "next")) == ([first.url], [last.url])
    assert links(html_of(client, first.url), "prev") == []
    assert links(html_of(client, last.url), "next") == []


def test_episodes_of_the_same_moment_lead_through_all_of_them(
    client: Client, show: Show, recording: Recording
) -> None:
    pages = [
        published(show, recording, f"Twin {n}", first_published_at=day(1)) for n in range(1, 4)
    ]
    way = [pages[0].url]
    while following := links(html_of(client, way[-1]), "next"):
        way += following
    assert way == [page.url for page in pages]


def test_no_way_leads_to_what_cannot_be_heard_nor_to_another_show(
    client: Client, show: Show, recording: Recording
) -> None:
    page = published(show, recording, "Alone", first_published_at=day(2))
    published(show, recording, "Draft", live=False)
    published(show, recording, "Expired", expire_at=day(1), first_published_at=day(3))
    silent = published(show, recording, "Silent")
    EpisodePage.objects.filter(pk=silent.pk).update(recording=None)
    private = published(show, recording, "Private", first_published_at=day(4))
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    EpisodePageFactory(title="Elsewhere")
    main = html_of(client, page.url).split("<main")[1]
    assert "neighbours" not in main
    assert rows(main) == []


def test_an_episode_proposes_others_of_its_season(
    client: Client, show: Show, recording: Recording
) -> None:
    old = [
        published(show, recording, f"Old {n}", season=1, first_published_at=day(50 - n))
        for n in range(1, 8)
    ]
    several(show, recording, 3, season=2)
    html = html_of(client, old[3].url)
    # The one before and the one after have their places already.
    assert rows(html) == ["Old 7", "Old 6", "Old 2"]
    assert "More from this season" in html
    assert '<a class="more" href="/podcast/season/1/">' in html


def test_an_episode_without_others_of_its_season_proposes_the_newest(
    client: Client, show: Show, recording: Recording
) -> None:
    alone = published(show, recording, "Alone", season=7, first_published_at=day(90))
    several(show, recording, 6)
    html = html_of(client, alone.url)
    assert rows(html) == ["Part 6", "Part 5", "Part 4"]
    assert "More episodes" in html


def cost(client: Client, url: str) -> int:
    html_of(client, url)
    with CaptureQueriesContext(connection) as queries:
        html_of(client, url)
    return len(queries)


def test_pages_ask_as_often_for_one_episode_as_for_many(
    client: Client, show: Show, recording: Recording
) -> None:
    page = published(
        show, recording, "First", season=1, artwork=PictureFactory(), first_published_at=day(99)
    )
    urls = ["/podcast/", "/podcast/season/1/", page.url]
    one = [cost(client, url) for url in urls]
    for number in range(40):
        art = PictureFactory() if number % 2 else None
        published(show, recording, f"More {number}", season=1 + number % 3, artwork=art)
    assert [cost(client, url) for url in urls] == one
    assert cost(client, "/podcast/?page=3") <= one[0]


def test_an_episode_asks_as_often_for_one_language_and_one_person_as_for_many(
    client: Client, show: Show, recording: Recording
) -> None:
    def episode_with(number: int) -> EpisodePage:
        people = [AuthorFactory(picture=PictureFactory()) for _ in range(number)]
        extras = [("person", {"author": each, "role": "cast/host"}) for each in people]
        words = [("transcript", TranscriptFactory()) for _ in range(number)]
        return published(show, recording, f"With {number}", extras=extras, transcripts=words)

    few, many = episode_with(1), episode_with(5)
    assert cost(client, few.url) == cost(client, many.url)
    assert html_of(client, many.url).count('<details class="transcript"') == 5


@pytest.mark.parametrize("url", ["/podcast/", "/podcast/season/1/", "/podcast/eins/"])
def test_words_in_another_language_than_the_page_say_so(
    client: Client, show: Show, recording: Recording, url: str
) -> None:
    Show.objects.filter(pk=show.pk).update(language="de-at")
    EpisodePageFactory(parent=show, recording=recording, title="Eins", slug="eins", season=1)
    html = html_of(client, url)
    assert '<html lang="en">' in html
    assert re.search(r'<h1 lang="de-at" dir="auto">', html)
    # What the site itself says stays in its own language.
    assert not re.search(r"<(?:html|nav|main|section|article)[^>]* lang=\"de", html)


def test_words_in_the_language_of_the_page_say_nothing(
    client: Client, show: Show, episode: EpisodePage
) -> None:
    assert html_of(client, "/podcast/").count(" lang=") == 1
