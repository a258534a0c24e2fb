"""Whether a store that grew in portions, one filled at once, and `retold read` tell the same.

Every text has one of some outlets, so that lines which a site repeats are in it too. What texts say
that stand alone is not told: it hangs on nothing but the text.
"""

import hashlib
import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from retold import __version__
from retold.backends.store.store import reading, writing
from retold.bench import Settings, TellSettings
from retold.face import read_documents
from retold.growth.reading import result_of
from retold.growth.update import Update, take
from retold.model.document import Document
from retold.readers.mapping import from_mapping
from retold.report.json import encode

OUTLETS = 40
SETTINGS = Settings(tell=TellSettings(alone_up_to=0))


def one_result(folder: Path, texts: Sequence[str], portions: int, seed: int) -> bool:
    """Whether the three give the same bytes; prints a digest of each, and what it took."""
    documents = list(_documents(texts))
    draw = random.Random(seed)
    drawn = draw.sample(documents, len(documents))
    cuts = sorted(draw.sample(range(1, len(drawn)), portions - 1))
    parts = [drawn[a:b] for a, b in zip([0, *cuts], [*cuts, len(drawn)], strict=True)]
    ways: dict[str, Callable[[], bytes]] = {
        f"a store, {portions} portions": lambda: _grown(folder / "portions", parts),
        "a store, one go": lambda: _grown(folder / "one", [documents]),
        "retold read": lambda: encode(read_documents(documents, settings=SETTINGS)),
    }
    digests = [_measured(name, way) for name, way in ways.items()]
    return len(set(digests)) == 1


def _documents(texts: Sequence[str]) -> Sequence[Document]:
    made = (
        from_mapping({"id": f"{place:05}", "text": text, "outlet": f"Paper {place % OUTLETS}"})
        for place, text in enumerate(texts)
    )
    return [one for one in made if isinstance(one, Document)]


def _measured(name: str, way: Callable[[], bytes]) -> str:
    began = time.process_time()
    told = way()
    digest = hashlib.sha256(told).hexdigest()[:16]
    spent = time.process_time() - began
    print(f"  {name:22} {digest} {len(told):12,} bytes {spent:7.0f} processor s", flush=True)
    return digest


def _grown(folder: Path, portions: Sequence[Sequence[Document]]) -> bytes:
    """What a store exports that took in some portions, each by a writer of its own."""
    for portion in portions:
        with writing(folder) as store:
            take(store, portion)
            for _ in Update(store, SETTINGS).all():
                pass
    with reading(folder) as store:
        return encode(result_of(store, SETTINGS, __version__))
