"""The statements of a sentence: its clauses, where several stand side by side and each can be true
alone.

Conservative: a sentence is only cut before a coordinating word or a semicolon, outside quotation
marks and brackets, where both sides are long enough and have a finite verb.
"""

import re
from collections.abc import Iterator, Sequence

from retold.model.document import Span
from retold.text.lines import trim

CUT = re.compile(
    r";[ \u00a0]|,[ \u00a0](?=(?:and|but|while|although|though|whereas|yet|und|aber|während"
    r"|mais|pero|ma|mentre)[ \u00a0])"
)
# A statement is no shorter; what is shorter is a list's last item or an aside.
LEAST_WORDS = 5
REACH = 300  # characters each side of a cut in which a verb is looked for
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did|said"
    r"|says|told|went|came|took|made|gave|got|saw|knew|held|left|found|thought|became|began|ran|put"
    r"|set|led|met|paid|won|lost|kept|brought|bought|sent|spoke|wrote|rose|fell|grew|isn['’]t"
    r"|wasn['’]t|didn['’]t|won['’]t|[a-z]{2,}ed|[A-Z][\w-]+ [a-z]{2,}s|it [a-z]+s|s?he [a-z]+s"
    r"|they [a-z]+|ist|sind|war|hat|haben|wird|est|sont|es|son|è|sono)\b"
)
# A clause without a subject of its own goes on with the one before: "and declined to say more".
GOING_ON = re.compile(
    r"(?:and|but|yet)[ \u00a0](?:(?:also|then|later|never|not|now|still|even|only)[ \u00a0])*"
    r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did|said"
    r"|says|told|to|that|went|came|took|made|gave|got|saw|held|left|found|began|put|set|led|won"
    r"|[a-z]{2,}(?:ed|ing))\b"
)
BRACKETS = {"(": 1, "[": 1, ")": -1, "]": -1}


def clauses(text: str, sentence: Span, quoted: Sequence[Span]) -> tuple[Span, ...]:
    """The clauses of a sentence, in order; the sentence itself where it is one statement.

    `quoted` are the spans in quotation marks, which are never cut.
    """
    parts: list[Span] = []
    begin = sentence.begin
    cuts = [cut for cut in _cuts(text, sentence) if not any(_within(cut, one) for one in quoted)]
    for cut in cuts:
        head, rest = trim(text, begin, cut), trim(text, cut, sentence.end)
        if head is None or rest is None:
            continue
        before = text[max(head.begin, head.end - REACH) : head.end]
        after = text[rest.begin : min(rest.end, rest.begin + REACH)]
        if _states(before) and _stands_alone(after):
            parts.append(head)
            begin = rest.begin
    last = trim(text, begin, sentence.end)
    return (*parts, last) if last else tuple(parts)


def _cuts(text: str, sentence: Span) -> Iterator[int]:
    """Where a sentence may be cut: behind the comma or semicolon, outside brackets."""
    depth, seen = 0, sentence.begin
    for found in CUT.finditer(text, sentence.begin, sentence.end):
        depth += sum(BRACKETS.get(sign, 0) for sign in text[seen : found.start()])
        seen = found.start()
        if depth <= 0:
            yield found.start() + 1


def _within(cut: int, span: Span) -> bool:
    return span.begin < cut < span.end


def _stands_alone(piece: str) -> bool:
    """Whether what follows a cut is a statement with a subject of its own."""
    return GOING_ON.match(piece) is None and _states(piece)


def _states(piece: str) -> bool:
    """Whether a piece is long enough to be a statement and has a finite verb."""
    return len(WORD.findall(piece)) >= LEAST_WORDS and FINITE.search(piece) is not None
