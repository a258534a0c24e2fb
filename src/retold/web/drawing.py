"""Pages out of templates: escaped, and without characters that act on who reads them."""

from functools import cache
from importlib import resources
from typing import Any

import jinja2

from retold.exports.forms import FORMS
from retold.report import anchors, words
from retold.web.messages import INDEPENDENCE


def drawn(template: str, here: str, **values: Any) -> bytes:
    """A page in UTF-8; `here` is its address, told apart from others in the list of pages."""
    text = _environment().get_template(template).render(here=here, note=INDEPENDENCE, **values)
    return words.safe(text).encode("utf-8", "xmlcharrefreplace")


@cache
def _environment() -> jinja2.Environment:
    folder = resources.files("retold.web") / "templates"
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(lambda name: (folder / name).read_text(encoding="utf-8")),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.globals.update(forms=FORMS.values(), words=words, anchors=anchors)
    environment.filters.update(line=words.line, count=_count, sentence=_sentence)
    return environment


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


def _sentence(text: str) -> str:
    """Words of ours, which begin low and end without a stop, as a sentence."""
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."
