"""What every reader has to hold, ours and those of other packages."""

from collections.abc import Callable, Iterable

from retold.model.document import Document
from retold.model.run import Rejected
from retold.ports import Reader
from retold.readers.options import ReadOptions
from retold.readers.source import of_bytes

# Beginnings that no reader may stumble over.
HARMS: tuple[Callable[[bytes], bytes], ...] = (
    lambda _: b"",
    lambda _: b"\0" * 1_000,
    lambda _: b"\xff\xfe\xfd" * 1_000,
    lambda content: content[: len(content) // 2],
    lambda content: content[: len(content) // 3] + b"\xff" * 40 + content[len(content) // 3 :],
    lambda content: content + content,
)


def check_reader(reader: Reader, content: bytes, name: str = "sample") -> None:
    """Reads `content`, a file of the reader's format with a document in it, and breaks it.

    Raises:
        AssertionError: the reader does not hold what the port says; the message says which part.
    """
    if not all(one.startswith(".") and one == one.lower() for one in reader.endings):
        raise AssertionError(f"endings are lower case and begin with a point: {reader.endings}")
    first, again = (_read(reader, content, name) for _ in range(2))
    if not any(isinstance(one, Document) for one in first):
        raise AssertionError(f"no document in the sample: {first}")
    if first != again:
        raise AssertionError("the same bytes gave other documents when read again")
    for harm in HARMS:
        _sound(_read(reader, harm(content), name))
    _sound(first)


def _read(reader: Reader, content: bytes, name: str) -> list[Document | Rejected]:
    source = of_bytes(name, name, content)
    try:
        return list(reader.read(source, ReadOptions()))
    except OSError:  # bytes that cannot be had are told by who asked for them
        return []
    except Exception as error:
        begun = content[:20]
        raise AssertionError(f"{type(error).__name__} on bytes that begin {begun!r}") from error


def _sound(found: Iterable[object]) -> None:
    for one in found:
        fault = None
        if not isinstance(one, Document | Rejected):
            fault = f"neither a document nor rejected: {type(one).__name__}"
        elif isinstance(one, Rejected) and not one.reason:
            fault = "rejected without a reason"
        elif isinstance(one, Document) and not one.text.strip():
            fault = f"a document without a text: {one.id}"
        if fault is not None:
            raise AssertionError(fault)
