"""The gold roles of `polnear`'s tokens, as the net of `retold.text.roles` is to learn them."""

from collections.abc import Iterator, Sequence

from benchmarks.polnear import Article, Attribution, Range
from retold.model.document import Span
from retold.text.quotes import quotations
from retold.text.roles import Role
from retold.text.sentences import sentences
from retold.text.token_rows import Row, rows

# A cue is looked for so far around content and speaker: the gold gives its words, not its place.
REACH = 200  # characters


def labelled(article: Article) -> Iterator[tuple[Row, list[Role]]]:
    """The paragraphs of an article, each with the gold role of every token."""
    text = article.text
    whole = (Span(0, len(text)),)
    of = _characters(article)
    for row in rows(text, whole, quotations(text, whole, "en"), sentences(text, whole, "en")):
        yield row, [_role(of, row, place) for place in range(len(row.words))]


def _role(of: Sequence[Role], row: Row, place: int) -> Role:
    """The role of a token's first character; of a quotation's, content where most of it is."""
    begin, end = row.begins[place], row.ends[place]
    if place not in row.quotes:
        return of[begin]
    inside = sum(role is Role.CONTENT for role in of[begin:end])
    return Role.CONTENT if 2 * inside > end - begin else Role.OUTSIDE


def _characters(article: Article) -> list[Role]:
    """The role of each character; content over speaker over cue."""
    found = [Role.OUTSIDE] * len(article.text)
    for role in (Role.CUE, Role.SPEAKER, Role.CONTENT):
        for one in article.gold:
            for begin, end in _ranges(article.text, one, role):
                found[begin:end] = [role] * (end - begin)
    return found


def _ranges(text: str, one: Attribution, role: Role) -> tuple[Range, ...]:
    if role is Role.CONTENT:
        return one.content
    if role is Role.SPEAKER:
        return one.named
    cue = _cue(text, one)
    return (cue,) if cue else ()


def _cue(text: str, one: Attribution) -> Range | None:
    """The place of the cue's words nearest to the content, outside it; None where there is none."""
    if one.cue is None:
        return None
    around = [*one.content, *one.named]
    low = max(min(begin for begin, _ in around) - REACH, 0)
    high = max(end for _, end in around) + REACH
    best: tuple[int, int] | None = None
    at = text.find(one.cue, low, high)
    while at >= 0:
        far = min(min(abs(at + len(one.cue) - b), abs(at - e)) for b, e in one.content)
        if not any(b <= at < e for b, e in one.content) and (best is None or far < best[0]):
            best = far, at
        at = text.find(one.cue, at + 1, high)
    return (best[1], best[1] + len(one.cue)) if best else None
