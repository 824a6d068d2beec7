"""Editors see how often their pages were read in the last thirty days, and nobody else does."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import GroupPagePermission, Page, Site

from tests.factories import StandardPageFactory
from tests.stats.readers import was_read
from users.models import User

URL = "/admin/reports/page-views/"


def titles(client: Client) -> list[str]:
    response = client.get(URL)
    assert response.status_code == 200
    return [page.title for page in response.context["object_list"]]


@pytest.fixture
def pages(site: Site) -> list[Page]:
    """Read 3 times and 9 times; never; and only long ago."""
    seldom, often, _never, forgotten = (
        StandardPageFactory(title=title) for title in ("Seldom", "Often", "Never", "Forgotten")
    )
    was_read(seldom, 3, days_ago=29)
    was_read(often, 4)
    was_read(often, 5, days_ago=1)
    was_read(forgotten, 99, days_ago=30)
    return [seldom, often]


def test_the_most_read_pages_of_thirty_days_stand_first(
    admin_client: Client, pages: list[Page]
) -> None:
    assert titles(admin_client) == ["Often", "Seldom"]
    html = admin_client.get(URL).text
    assert re.search(r"<td[^>]*>\s*9\s*</td>", html)
    assert f'href="/admin/pages/{pages[1].pk}/edit/"' in html
    assert "Standard page" in html


def test_the_report_is_in_the_menu_and_can_be_taken_along(
    admin_client: Client, pages: list[Page]
) -> None:
    assert URL in admin_client.get("/admin/").text
    table = admin_client.get(URL, {"export": "csv"}).getvalue().decode()
    assert table.splitlines() == [
        "Title,Type,Views",
        "Often,Standard page,9",
        "Seldom,Standard page,3",
    ]


def test_an_editor_sees_the_pages_of_this_person_alone(pages: list[Page]) -> None:
    group = Group.objects.create(name="Of one page")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    change = Permission.objects.get(codename="change_page")
    GroupPagePermission.objects.create(group=group, page=pages[0], permission=change)
    user = User.objects.create_user("editor")
    user.groups.add(group)
    client = Client()
    client.force_login(user)
    assert titles(client) == ["Seldom"]


def test_who_works_on_no_page_and_who_is_not_known_see_none(
    client: Client, pages: list[Page]
) -> None:
    assert client.get(URL).status_code == 302
    user = User.objects.create_user("guest")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    response = client.get(URL)
    assert response.status_code == 302
    assert response["Location"] == "/admin/"
    assert URL not in client.get("/admin/").text


def test_the_report_asks_as_often_for_one_page_as_for_twenty(
    admin_client: Client, site: Site
) -> None:
    def add(number: int) -> None:
        for _ in range(number):
            was_read(StandardPageFactory(), 1)

    def cost() -> int:
        titles(admin_client)
        with CaptureQueriesContext(connection) as queries:
            titles(admin_client)
        return len(queries)

    add(1)
    one = cost()
    add(19)
    assert cost() == one
