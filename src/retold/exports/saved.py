"""A saved `retold.json` as a result again: the JSON, checked against its types."""

import msgspec

from retold.model.errors import NothingReadable
from retold.model.output import ResultDict


def loaded(content: bytes, name: str) -> ResultDict:
    """The result that `retold read --json` or `-o` wrote.

    Raises:
        NothingReadable: it is none, or of another schema; where it departs is named.
    """
    try:
        return msgspec.json.decode(content, type=ResultDict)
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        raise NothingReadable(f"{name} holds no result of retold, schema 1: {fault}") from fault
