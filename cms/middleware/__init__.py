"""What stands between the server and the views."""

from cms.middleware.feeds import FeedMemory
from cms.middleware.pages import PageMemory
from cms.middleware.reading import Reading

__all__ = ["FeedMemory", "PageMemory", "Reading"]
