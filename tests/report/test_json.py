"""The result as bytes."""

import json

from hypothesis import given
from hypothesis import strategies as st

from retold.report.json import encode, encode_schema, json_lines
from tests.report import hostile, invented


def test_letters_stand_as_they_are_and_the_last_line_ends() -> None:
    written = encode(invented.result())

    assert "Fährverein".encode() in written
    assert written.endswith(b"}\n")


def test_lines_hold_what_the_document_holds() -> None:
    whole = json.loads(encode(invented.result()))

    head, *stories = [json.loads(line) for line in json_lines(invented.result())]

    assert head == {key: whole[key] for key in ("schema", "run", "documents", "rejected")}
    assert stories == whole["stories"]


def test_each_line_is_one_line() -> None:
    assert all(
        line.count(b"\n") == 1 and line.endswith(b"\n") for line in json_lines(invented.result())
    )


def test_the_schema_is_json() -> None:
    assert json.loads(encode_schema())["$ref"] == "#/$defs/ResultDict"


@given(st.lists(hostile.texts(), min_size=2, max_size=4))
def test_any_text_returns_from_json_unchanged(words: list[str]) -> None:
    result = hostile.result_of(words)

    returned = json.loads(encode(result).decode("utf-8"))

    # Two halves of a pair that met by chance are one character once read again.
    sent = result.documents[0].text.encode("utf-16", "surrogatepass")
    assert returned["documents"][0]["text"].encode("utf-16", "surrogatepass") == sent
