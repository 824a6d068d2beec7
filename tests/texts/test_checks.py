"""What would keep texts from being sent is told at start."""

from typing import Any

import pytest

from texts.checks import gateway_is_complete
from texts.gateways.development import ConsoleGateway


def ids(settings: Any, **changed: str) -> list[str]:
    for name, value in changed.items():
        setattr(settings, name, value)
    return [fault.id for fault in gateway_is_complete()]


@pytest.mark.parametrize(
    ("changed", "faults"),
    [
        ({}, []),
        ({"SMS_GATEWAY": "pigeon"}, ["texts.E001"]),
        ({"SMS_GATEWAY": "twilio"}, ["texts.E002"]),
        ({"SMS_GATEWAY": "twilio", "SMS_ACCOUNT": "AC", "SMS_TOKEN": "t", "SMS_FROM": "+1"}, []),
        ({"TEXTS_KEY": "short"}, ["texts.E003"]),
        ({"TEXTS_KEY": "k" * 32}, []),
    ],
)
def test_faults_are_named(settings: Any, changed: dict[str, str], faults: list[str]) -> None:
    assert ids(settings, **changed) == faults


def test_a_gateway_of_somebody_else_may_be_named_by_its_path(settings: Any) -> None:
    from texts.gateways import gateway_for

    settings.SMS_GATEWAY = "texts.gateways.development.ConsoleGateway"
    assert ids(settings) == []
    assert isinstance(gateway_for("sms"), ConsoleGateway)
