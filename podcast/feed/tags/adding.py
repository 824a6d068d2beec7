"""Adds a tag to an element."""

from __future__ import annotations

from lxml import etree


def add(
    parent: etree._Element, namespace: str, tag: str, text: str = "", **attributes: str
) -> etree._Element:
    """Append a tag and return it; attributes without a value are left out."""
    given = {name: value for name, value in attributes.items() if value}
    element = etree.SubElement(parent, f"{{{namespace}}}{tag}", given)
    element.text = text or None
    return element
