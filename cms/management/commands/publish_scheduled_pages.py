"""The old name of ``publish_scheduled``, which would otherwise still be Wagtail's command."""

from cms.management.commands.publish_scheduled import Command

__all__ = ["Command"]
