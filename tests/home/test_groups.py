"""What Wagtail's two groups may do from the first day."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import Site

from users.models import User

CATEGORY = "/admin/snippets/articles/category/add/"
AUTHOR = "/admin/snippets/cms/author/add/"
TRANSCRIPT = "/admin/snippets/podcast/transcript/add/"
SETTINGS = "/admin/settings/cms/sitesettings/"


def status(group: str, url: str) -> int:
    user = User.objects.create_user("somebody")
    user.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(user)
    return client.get(url, follow=url == SETTINGS).status_code


@pytest.mark.parametrize("group", ["Editors", "Moderators"])
@pytest.mark.parametrize("url", [CATEGORY, AUTHOR, TRANSCRIPT])
def test_editors_and_moderators_may_add_categories_authors_and_transcripts(
    site: Site, group: str, url: str
) -> None:
    assert status(group, url) == 200


def test_only_moderators_may_change_the_site_settings(site: Site) -> None:
    user = User.objects.create_user("moderator")
    user.groups.add(Group.objects.get(name="Moderators"))
    assert user.has_perm("cms.change_sitesettings")
    editors = Group.objects.get(name="Editors")
    assert not editors.permissions.filter(codename="change_sitesettings").exists()
