"""Reads ``.env`` before anything asks which settings to use; what the environment has already wins."""

from pathlib import Path

from environs import Env

BASE_DIR = Path(__file__).resolve().parents[1]


def read_dotenv() -> None:
    Env().read_env(str(BASE_DIR / ".env"), recurse=False)
