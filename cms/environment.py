"""Puts into the environment what settings are made from, before anything asks which ones to use."""

import os
from collections.abc import Sequence
from pathlib import Path

from dotenv import load_dotenv

BASE_DIR = Path(__file__).resolve().parents[1]


def read_dotenv() -> None:
    """Read ``.env``; what the environment has already wins."""
    load_dotenv(BASE_DIR / ".env")


def name_own_address(command_line: Sequence[str]) -> None:
    """Tell a developer's settings where ``manage.py start HOST:PORT`` serves: links and feeds name it."""
    match command_line[1:]:
        case ["start", address, *_]:
            host, _colon, port = address.rpartition(":")
            os.environ |= {"HOST": host or "127.0.0.1", "PORT": port}
