"""Comments, what they were before, the page types that take them, and what a site says of them."""

from comments.models.alerts import ReplyAlert
from comments.models.commented import Commented
from comments.models.comments import Comment, CommentVersion, Status
from comments.models.salt import DaysSalt
from comments.models.settings import CommentSettings
from comments.models.spam import SpamTrait

__all__ = [
    "Comment",
    "CommentSettings",
    "CommentVersion",
    "Commented",
    "DaysSalt",
    "ReplyAlert",
    "SpamTrait",
    "Status",
]
