"""The report as one HTML file: nothing fetched, no script needed, safe whatever the texts hold."""

import base64
import hashlib
import re
from collections import Counter
from functools import cache
from importlib import resources

import jinja2

from retold.model.change import QuoteStyle
from retold.model.document import Document
from retold.model.run import Result
from retold.model.story import Story
from retold.report import anchors, ranks, terminal, times, words
from retold.report.full_text import FullText, full_text
from retold.report.pile_view import pile_view
from retold.report.story_view import quotations, story_view

# By eye: what a browser opens at once. What is left out is counted on the page.
STORIES_IN_FULL = 50
SINGLES_IN_FULL = 20
SINGLES_LISTED = 2000
MARKED_LISTED = 100

CELL_LONGEST = 20_000  # characters of one side of a row; a sentence has some 150

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_STRING = re.compile(r'("[^"]*")')
_TAG = re.compile(r"(<[^>]*>)")
_CSS_BLANKS = re.compile(r"\s*([{};,])\s*|(?<=[a-z]:) +")
_WEB = re.compile(r"https?://[^\s\"'<>]+", re.IGNORECASE)


def page(result: Result, home: str | None = None) -> str:
    """The whole report. Written as UTF-8, it opens from disk without a network.

    `home` is where its name links to, on a server that shows more than this page.
    """
    documents = {one.id: one for one in result.documents}
    ordered = ranks.by_tellings(result.stories)
    told = [one for one in ordered if len(one.documents) > 1]
    alone = [one for one in ordered if len(one.documents) == 1]
    in_full, listed = told[:STORIES_IN_FULL], alone[: SINGLES_IN_FULL + SINGLES_LISTED]
    style = _tight(_compact(_template_text("report.css")))
    script = _script()
    drawn = (
        _environment()
        .get_template("page.html")
        .render(
            result=result,
            home=home,
            documents=documents,
            headline=terminal.headline(result),
            stories=[story_view(one, documents) for one in in_full],
            pile=pile_view(told, documents),
            in_full={one.id for one in in_full},
            further=told[STORIES_IN_FULL:],
            lone=alone[0] if len(ordered) == len(alone) == 1 else None,
            alone=[_alone(one, documents) for one in alone[:SINGLES_IN_FULL]],
            listed=[documents[one.documents[0]] for one in listed[SINGLES_IN_FULL:]],
            unlisted=len(alone) - len(listed),
            shown={name for one in (*in_full, *listed) for name in one.documents},
            languages=_languages(result),
            marked=[one for one in result.documents if one.marks][:MARKED_LISTED],
            style=style,
            script=script,
            policy=_policy(style, script),
            cited=_cited(result),
        )
    )
    # Every text passes here once more, so that no template can forget it.
    return _lighter(words.safe(drawn))


def _alone(story: Story, documents: dict[str, Document]) -> tuple[Document, FullText]:
    """The text of a story of one telling."""
    [name] = story.documents
    return documents[name], full_text(documents[name], quotations(story)[name], ())


def _languages(result: Result) -> list[tuple[str | None, str, int]]:
    """Language, level and number of documents, most first."""
    counted = Counter((one.language, one.level.value) for one in result.documents)
    return sorted(
        ((language, level, number) for (language, level), number in counted.items()),
        key=lambda one: (-one[2], one[0] or "", one[1]),
    )


def _policy(style: str, script: str) -> str:
    """The content security policy: nothing but this one style sheet and this one script."""
    hashes = (
        base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() for one in (style, script)
    )
    allowed = "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'"
    return allowed.format(*hashes) + "; base-uri 'none'; form-action 'none'"


def _cited(result: Result) -> str:
    """A hash of the documents read: with program and settings it names this report, undated."""
    digests = (one.sha256 or anchors.key(one.text) for one in result.documents)
    return hashlib.sha256("\n".join(digests).encode()).hexdigest()[:16]


def _script() -> str:
    """The page's script: its parts in the order of their numbers, out of the reach of the page."""
    folder = resources.files("retold.report") / "templates" / "script"
    names = sorted(one.name for one in folder.iterdir() if one.name.endswith(".js"))
    parts = (_compact(_template_text(f"script/{name}")) for name in names)
    return "\n".join(('"use strict";(() => {', *parts, "})();"))


def _compact(source: str) -> str:
    """A style sheet or script without indents, blank lines and lines of comment."""
    lines = (line.strip() for line in source.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def _lighter(drawn: str) -> str:
    """A page with the quotation marks of its texts as they are; in tags they stay escaped."""
    # Every "<" of a text is escaped, so what lies between "<" and ">" is a tag of a template.
    parts = _TAG.split(drawn)
    parts[::2] = [part.replace("&#39;", "'").replace("&#34;", '"') for part in parts[::2]]
    return "".join(parts)


def _tight(style: str) -> str:
    """A style sheet without the blanks that mean nothing; strings stay as they are."""
    parts = _STRING.split(style)
    parts[::2] = [_CSS_BLANKS.sub(r"\1", part) for part in parts[::2]]
    return "".join(parts)


@cache
def _template_text(name: str) -> str:
    folder = resources.files("retold.report") / "templates"
    return (folder / name).read_text(encoding="utf-8")


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(_template_text),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.globals.update(words=words, times=times, anchors=anchors, QuoteStyle=QuoteStyle)
    environment.filters.update(
        line=words.line, cell=_cell, language=_language, web=_web, month=_month
    )
    return environment


def _cell(text: str) -> str:
    """The text of a cell, cut where it would drown the table; what was cut is counted."""
    if len(text) <= CELL_LONGEST:
        return text
    return f"{text[:CELL_LONGEST]} … (+{len(text) - CELL_LONGEST} characters)"


def _language(document: Document) -> str:
    """The document's language for a `lang` attribute; empty (not known) where it is no code."""
    language = document.language or ""
    return language if _LANGUAGE.fullmatch(language) else ""


def _web(url: str | None) -> str | None:
    """The address if it is one a reader may follow, else None: never `javascript:` or a file."""
    return url if url is not None and len(url) < 2000 and _WEB.fullmatch(url) else None


def _month(day: str) -> str:
    """The month of an ISO day, else nothing."""
    return day[:7] if _DAY.fullmatch(day) else ""
