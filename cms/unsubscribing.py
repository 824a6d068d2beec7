"""How an e-mail says that one may stop it."""

from __future__ import annotations


def one_click_headers(url: str) -> dict[str, str]:
    """For mail programs, which show a button that posts to ``url`` without asking anything (RFC 8058)."""
    return {
        "List-Unsubscribe": f"<{url}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
