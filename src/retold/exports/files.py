"""What an export leaves: files by name, and what has to be said of them."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

# What XML 1.0 can hold in no spelling: most controls, surrogates, two non-characters.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Exported:
    """Files by name, in the order they are to be written, and notes for the reader."""

    files: Mapping[str, bytes]
    notes: tuple[str, ...] = field(default=())


def json_bytes(value: Any) -> bytes:
    """`value` as indented JSON in UTF-8."""
    return json.dumps(encodable(value), ensure_ascii=False, indent=1).encode("utf-8") + b"\n"


def encodable(value: Any) -> Any:
    """`value` with lone surrogates, for which UTF-8 has no bytes, spelled out as escapes."""
    if isinstance(value, str):
        return value if value.isascii() else value.encode("utf-8", "backslashreplace").decode()
    if isinstance(value, dict):
        return {encodable(key): encodable(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [encodable(one) for one in value]
    return value


def xml_text(text: str) -> str:
    """`text` with each character that XML has no way to hold spelled out as an escape.

    Spelled out and not replaced: two ids that differ must differ there too.
    """
    return _NOT_XML.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def urn(kind: str, *parts: str) -> str:
    """A name for a thing of a result: `urn:retold:story:..`; parts are percent-encoded."""
    return ":".join(["urn", "retold", kind, *(quote(encodable(part), "") for part in parts)])
