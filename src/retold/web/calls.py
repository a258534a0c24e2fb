"""Operations that keep nothing: compare two texts, group some, look a quotation up."""

from typing import Any

from retold.model.output import RelationDict
from retold.web import work
from retold.web.messages import (
    CompareRequest,
    OriginsAnswer,
    OriginsRequest,
    QuoteAnswer,
    QuoteRequest,
)
from retold.web.operations import Call, Operation
from retold.web.problems import Problem


async def compare(call: Call) -> Any:
    """The relation of two texts."""
    body: CompareRequest = call.body
    return await call.state.crew.run(work.compared, body.left, body.right)


async def origins(call: Call) -> Any:
    """Texts by the telling they go back to."""
    body: OriginsRequest = call.body
    names = [one["id"] for one in work.mappings(body.texts)]
    if len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise Problem(409, f"two texts have the id {twice[:100]!r}; ids tell texts apart")
    return await call.state.crew.run(work.grouped, body.texts)


async def check_quote(call: Call) -> Any:
    """Where a quotation stands."""
    body: QuoteRequest = call.body
    if body.texts:
        return await call.state.crew.run(work.quoted, body.quote, body.speaker, body.texts)
    results = [result for _, result in call.state.results(body.job)]
    return await call.state.crew.run(work.quote_answer, body.quote, body.speaker, results)


OPERATIONS = (
    Operation(
        "POST",
        "/v1/compare",
        "compare",
        "How two texts stand to each other. Nothing is kept.",
        compare,
        answer=RelationDict,
        body=CompareRequest,
        errors=(503,),
    ),
    Operation(
        "POST",
        "/v1/origins",
        "origins",
        "Texts by the telling they go back to, with a weight for each. Nothing is kept.",
        origins,
        answer=OriginsAnswer,
        body=OriginsRequest,
        errors=(409, 503),
    ),
    Operation(
        "POST",
        "/v1/quotes/check",
        "check_quote",
        "Where a quotation stands, and in which words, in the texts given or in all held.",
        check_quote,
        answer=QuoteAnswer,
        body=QuoteRequest,
        errors=(404, 409, 503),
    ),
)
