"""Authors in the Wagtail admin, and a word to who publishes a page that says nothing of itself."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from cms.descriptions import warn_of_description
from cms.models import Author


class AuthorViewSet(SnippetViewSet):
    model = Author
    icon = "user"
    list_display = ["name", "role"]
    add_to_admin_menu = True
    menu_order = 220


register_snippet(AuthorViewSet)
hooks.register("after_publish_page", warn_of_description)
