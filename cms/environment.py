"""Reads ``.env`` before anything asks which settings to use; what the environment has already wins."""

from pathlib import Path

from dotenv import load_dotenv

BASE_DIR = Path(__file__).resolve().parents[1]


def read_dotenv() -> None:
    load_dotenv(BASE_DIR / ".env")
