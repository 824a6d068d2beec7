"""A reader who meets an error still meets our site."""

import pytest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.views.defaults import server_error
from wagtail.models import Site

from cms.models import SiteSettings


@pytest.mark.django_db
def test_a_missing_page_is_told_with_menu_and_search(client):
    practice = SiteSettings.for_site(Site.objects.get())
    practice.practice_name = "Larkmoss"
    practice.save()
    response = client.get("/no-such-page/")
    html = response.content.decode()
    assert response.status_code == 404
    assert "Page not found" in html
    assert "Larkmoss" in html
    assert 'role="search"' in html


@pytest.mark.django_db
def test_an_unknown_host_meets_no_second_error():
    Site.objects.all().delete()
    response = Client(raise_request_exception=False).get("/no-such-page/")
    assert response.status_code == 404


def test_the_error_page_needs_neither_context_nor_database():
    html = render_to_string("500.html")
    assert "Something went wrong" in html
    assert '<link rel="stylesheet" href="/site-' in html


def test_the_server_error_says_nothing_of_the_error():
    response = server_error(RequestFactory().get("/"))
    assert response.status_code == 500
    assert "Traceback" not in response.content.decode()
