"""The articles of the demo, newest first, and the shelves they stand on."""

from demo.content.articles.back import BACK
from demo.content.articles.balance import BALANCE
from demo.content.articles.breath import BREATH
from demo.content.articles.categories import CATEGORIES
from demo.content.articles.desk import DESK
from demo.content.articles.evening import EVENING
from demo.content.articles.floor import FLOOR
from demo.content.articles.rest import REST
from demo.content.articles.walking import WALKING

ARTICLES = (DESK, WALKING, EVENING, FLOOR, BREATH, BACK, BALANCE, REST)

__all__ = ["ARTICLES", "CATEGORIES"]
