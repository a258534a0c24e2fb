"""Who told it first, who took from whom, and what changed on the way.

import retold

result = retold.read("folder/")
relation = retold.compare(left_text, right_text)
page = retold.extract(html)
found = retold.quotes(text)
kept = retold.dedupe(mappings, keep="one-per-origin")
frames = retold.tables(result)
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from retold.distinct import dedupe
    from retold.face import compare, extract, quotes, read, tables

__all__ = ["__version__", "compare", "dedupe", "extract", "quotes", "read", "tables"]


def __getattr__(name: str) -> Any:
    # The face imports the whole chain; `retold --version` must not wait for it.
    if name == "dedupe":
        from retold import distinct

        return distinct.dedupe
    if name in __all__:
        from retold import face

        return getattr(face, name)
    raise AttributeError(f"module 'retold' has no attribute {name!r}")
