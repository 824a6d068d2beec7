"""The podcast's filters for templates."""

from django import template

from podcast.clock import clock, iso_duration

register = template.Library()
register.filter("duration", clock)
register.filter("iso_duration", iso_duration)
