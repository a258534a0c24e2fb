"""Invented pages: a head, and elements around a headline."""

from typing import Any

from retold.readers.tree import tree_of

HEADLINE = "Eastern pier closed until spring"


def tree(head: str = "", below: str = "", above: str = "", headline: str = HEADLINE) -> Any:
    """A parsed page with `head` in its head and elements above and below its headline."""
    title = "" if "<title>" in head else f"<title>{headline}</title>"
    return tree_of(
        f"<html><head>{title}{head}</head><body>{above}<main><h1>{headline}</h1>{below}</main>"
        "</body></html>"
    )
