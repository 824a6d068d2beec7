"""What the daily texts store."""

from texts.models.consents import Act, ConsentEvent
from texts.models.messages import ACCEPTED, Kind, Message, State
from texts.models.replies import ReceivedReply
from texts.models.settings import TextSettings
from texts.models.spending import DaySpending
from texts.models.subscribers import Channel, SignUp, StoppedBy, Subscriber
from texts.models.writing import DailyText, SeriesText, ShortLink

__all__ = [
    "ACCEPTED",
    "Act",
    "Channel",
    "ConsentEvent",
    "DailyText",
    "DaySpending",
    "Kind",
    "Message",
    "ReceivedReply",
    "SeriesText",
    "ShortLink",
    "SignUp",
    "State",
    "StoppedBy",
    "Subscriber",
    "TextSettings",
]
