"""Paragraphs that read like prose, beside jusText itself."""

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.html import document_fromstring
from trafilatura.external import try_justext

from retold.readers.wordiness import wordy
from tests.text.pages import BODY

TEXTS = st.sampled_from([
    *BODY,
    "Home",
    "Sport and weather",
    "The council of the town has voted on the pier, and it will be closed.",
    "Lowmere harbour pier closed spring gulls lantern ropes barges tide swans tram",
    "© Lowmere Tide",
    " ",
    "\n",
    "two\nlines \n of it",
    "  edges  ",
])  # fmt: skip
PIECES = st.recursive(
    TEXTS,
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>",
        st.sampled_from(["p", "div", "a", "b", "ul", "li", "span", "h2", "select", "option"]),
        st.lists(inner | st.just("<br>"), max_size=4),
    ),
    max_leaves=12,
)


@settings(max_examples=60)
@given(st.lists(PIECES, min_size=1, max_size=8))
def test_what_is_found_is_what_the_library_finds(pieces: list[str]) -> None:
    page = f"<html><body>{''.join(pieces)}</body></html>"

    found = list(wordy(document_fromstring(page)))

    assert found == [part.text or "" for part in try_justext(document_fromstring(page), None, None)]


def test_short_lines_between_prose_go_with_it() -> None:
    page = f"<body><p>{BODY[0] * 2}</p><p>At the pier</p><p>{BODY[1] * 2}</p></body>"

    assert "At the pier" in list(wordy(document_fromstring(page)))
