import gzip
import zlib
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.readers.web.body import body
from retold.readers.web.refused import Refused


def cut(content: bytes, size: int) -> list[bytes]:
    return [content[place : place + size] for place in range(0, len(content), size)]


@given(st.binary(max_size=2000), st.integers(1, 50), st.sampled_from(["gzip", "deflate", ""]))
def test_a_body_comes_out_as_it_went_in_however_it_is_cut(
    content: bytes, size: int, coding: str
) -> None:
    packs: dict[str, Callable[[bytes], bytes]] = {
        "gzip": gzip.compress,
        "deflate": zlib.compress,
        "": bytes,
    }

    assert body(cut(packs[coding](content), size), coding, 2000) == content


def test_gzip_streams_one_after_another_are_one_body() -> None:
    packed = gzip.compress(b"one ") + gzip.compress(b"two")

    assert body(cut(packed, 7), "gzip", 100) == b"one two"


@given(st.integers(0, 300))
def test_a_body_may_be_as_large_as_its_bound_and_not_a_byte_larger(most: int) -> None:
    assert body([b"a" * most], "", most) == b"a" * most
    with pytest.raises(Refused, match="larger than"):
        body([b"a" * (most + 1)], "", most)


def test_a_bomb_is_left_long_before_it_has_gone_off() -> None:
    seen = 0

    def pieces() -> Iterator[bytes]:
        nonlocal seen
        packer = zlib.compressobj(9)
        for _ in range(10_000):
            piece = packer.compress(bytes(1_000_000))
            seen += 1
            yield piece

    with pytest.raises(Refused, match="larger than 1 MB"):
        body(pieces(), "gzip", 1_000_000)
    assert seen < 200


@pytest.mark.parametrize(
    ("content", "coding", "reason"),
    [
        (gzip.compress(b"a" * 1000)[:-9], "gzip", "breaks off"),
        (b"no gzip at all", "gzip", "not packed as it says"),
        (b"", "br", "packed as br"),
        (b"", "gzip, gzip", "packed as gzip, gzip"),
    ],
    ids=["cut off", "not packed", "of another kind", "twice"],
)
def test_what_cannot_be_unpacked_is_refused(content: bytes, coding: str, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        body([content], coding, 100_000)
