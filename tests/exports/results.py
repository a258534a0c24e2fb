"""Results to export: an invented story read by the program, and one of hostile texts."""

from functools import cache

import retold
from retold.model.output import ResultDict
from tests.invented.prose import longer, paraphrase, reordered, story
from tests.report.hostile import NASTY, result_of
from tests.report.invented import result


@cache
def read() -> ResultDict:
    """Five texts: a story of one origin in four tellings, and another story."""
    first = story(51)
    texts = {
        "ardle": first.body,
        "brent": paraphrase(first).body,
        "calder": longer(first, 7, 4).body,
        "dorn": reordered(first, 3).body,
        "esk": story(77).body,
    }
    return retold.read(
        [
            {"id": name, "text": text, "url": f"https://{name}.example/a", "outlet": name.title()}
            for name, text in texts.items()
        ]
    ).to_dict()


@cache
def made() -> ResultDict:
    """A hand-made story with every kind of node, edge and answer."""
    return result().to_dict()


@cache
def hostile() -> ResultDict:
    """Texts, ids and titles that want to be run."""
    return result_of([*NASTY, "=1+1", "@SUM(A1)"]).to_dict()


ALL = {"read": read, "made": made, "hostile": hostile}
