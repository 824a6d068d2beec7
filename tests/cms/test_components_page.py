"""The page that shows editors and developers every block and component, and nobody else."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Site

from cms.blocks import BodyBlock
from cms.models import Rendition
from cms.palette import default_tones
from cms.samples import block_samples
from tests.factories import (
    ArticleIndexPageFactory,
    ArticlePageFactory,
    EpisodePageFactory,
    PictureFactory,
    SiteSettingsFactory,
    StandardPageFactory,
)
from texts.models import TextSettings
from users.models import User

ADDRESS = "/admin/components/"

pytestmark = pytest.mark.django_db


def page(client: Client, query: str = "") -> str:
    response = client.get(ADDRESS + query)
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def lived_in(site: Site) -> None:
    """A site with something of everything."""
    SiteSettingsFactory(disclaimer="In general.", phone="+1 202-555-0142")
    terms = StandardPageFactory()
    TextSettings.objects.create(
        site=site, are_on=True, terms_page=terms, privacy_page=terms, countries="US"
    )
    PictureFactory()
    index = ArticleIndexPageFactory()
    ArticlePageFactory(parent=index, title="On chairs")
    ArticlePageFactory(parent=index, title="On stairs")
    EpisodePageFactory(title="Heard with patience")


def test_every_block_of_a_text_has_a_sample() -> None:
    missing = set(BodyBlock().child_blocks) - set(block_samples(picture=1, page=1, episode=1))
    assert missing == set(), f"Add a sample to cms/samples.py for: {', '.join(sorted(missing))}"


@pytest.mark.usefixtures("lived_in")
def test_every_block_is_shown_by_its_name(admin_client: Client) -> None:
    html = page(admin_client)
    for name in BodyBlock().child_blocks:
        assert f'id="block-{name}"' in html
    assert "the block needs a picture" not in html
    for shown in ("A subsection", "<blockquote>", 'class="embed"', 'class="call"', "<figcaption>"):
        assert shown in html


@pytest.mark.usefixtures("lived_in")
def test_components_are_shown_in_their_states(admin_client: Client) -> None:
    html = page(admin_client)
    for shown in (
        "On chairs",
        "Heard with patience",
        'class="notice error"',
        'class="error-summary"',
        "Page 3 of 7",
        'class="person"',
        'class="disclaimer"',
        'class="appointment"',
        'class="neighbours wide"',
        'class="contents"',
        "The next review was due",
        'class="practitioner"',
        'class="posts"',
        'class="promo',
        'class="trending',
        'id="daily-texts"',
        'class="share"',
        "This comment is no longer here.",
        'class="post from-practice"',
        "<audio",
        "disabled",
    ):
        assert shown in html


@pytest.mark.usefixtures("lived_in")
def test_no_identifier_stands_there_twice(admin_client: Client) -> None:
    html = page(admin_client).split("<wagtail-userbar")[0]
    names = [part.split('"')[0] for part in html.split(' id="')[1:]]
    assert sorted(names) == sorted(set(names))


def test_every_colour_is_shown(admin_client: Client, site: Site) -> None:
    html = page(admin_client)
    for token in default_tones()[0]:
        assert f'data-token="{token}"' in html


def test_an_empty_site_says_what_is_missing(admin_client: Client, site: Site) -> None:
    html = page(admin_client)
    assert "the block needs a picture" in html
    assert "The first episode is still to come." in html


@pytest.mark.parametrize(("query", "theme"), [("?theme=dark", "dark"), ("?theme=light", "light")])
def test_it_is_shown_in_light_or_dark(admin_client: Client, site: Site, query, theme) -> None:
    assert f'data-theme="{theme}"' in page(admin_client, query)


def test_an_unknown_theme_is_none(admin_client: Client, site: Site) -> None:
    html = page(admin_client, '?theme="><script>')
    assert "data-theme" not in html
    assert '"><script>' not in html


def test_a_stranger_is_sent_to_the_login(client: Client, site: Site) -> None:
    response = client.get(ADDRESS)
    assert response.status_code == 302
    assert response.url.startswith(reverse("wagtailadmin_login"))


def test_whoever_may_use_the_admin_sees_it_and_no_picture_that_is_not_for_them(
    client: Client, site: Site
) -> None:
    PictureFactory()
    group = Group.objects.create(name="Guests of the admin")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user = User.objects.create_user("guest", "guest@practice.example", "correct horse battery")
    user.groups.add(group)
    client.force_login(user)
    assert 'class="figure"' not in page(client)
    assert not Rendition.objects.exists()


def test_somebody_without_a_place_in_the_admin_is_turned_away(client: Client, site: Site) -> None:
    client.force_login(User.objects.create_user("reader", "r@practice.example", "correct horse"))
    assert client.get(ADDRESS).status_code == 302


def test_nobody_can_post_to_it(admin_client: Client, site: Site) -> None:
    assert admin_client.post(ADDRESS).status_code == 405


def test_the_help_menu_leads_there(admin_client: Client, site: Site) -> None:
    assert ADDRESS in admin_client.get("/admin/").content.decode()


@pytest.mark.usefixtures("lived_in")
def test_it_asks_as_often_with_many_articles(admin_client: Client) -> None:
    def queries() -> int:
        page(admin_client)
        with CaptureQueriesContext(connection) as captured:
            page(admin_client)
        return len(captured)

    index = ArticleIndexPageFactory()
    ArticlePageFactory(parent=index)
    few = queries()
    for _ in range(6):
        ArticlePageFactory(parent=index)
    assert queries() == few
