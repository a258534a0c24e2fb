"""The net of roles: what it reads together, and what its pieces may not change."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.backends.role_weights import role_weights
from retold.model.document import Span
from retold.text import roles as net
from retold.text.quotes import quotations
from retold.text.roles import Role, roles
from retold.text.sentences import sentences
from retold.text.token_features import MOST, features
from retold.text.token_rows import Row, rows

TEXT = (
    "The harbour board met on Tuesday. Ada Lund said that the ramp was worn out and would have to "
    "be closed.\n“We told them twice,” she added. According to Ivo Berg, nobody had listened.\n"
)


def read(text: str) -> list[Row]:
    """The paragraphs of an English text that is all body."""
    whole = [Span(0, len(text))]
    return list(rows(text, whole, quotations(text, whole, "en"), sentences(text, whole, "en")))


def words_of(role: Role) -> list[str]:
    """The words of `TEXT` with a role."""
    told = read(TEXT)
    return [
        word
        for row, own in zip(told, roles(told, role_weights()), strict=True)
        for word, played in zip(row.words, own, strict=True)
        if played is role
    ]


def test_who_said_what_by_which_words() -> None:
    assert words_of(Role.CUE) == ["said", "added", "according", "to"]
    assert words_of(Role.SPEAKER) == ["ada", "lund", "she", "ivo", "berg"]


def test_a_direct_quotation_is_content() -> None:
    row = read("“Xyzzy plugh.”")[0]

    assert roles([row], role_weights()) == [[Role.CONTENT]]


def test_nothing_has_no_roles() -> None:
    assert roles([], role_weights()) == []


@pytest.mark.parametrize("piece", [1, 7, 64])
def test_pieces_change_no_role(piece: int, monkeypatch: pytest.MonkeyPatch) -> None:
    told = read(TEXT * 3)
    whole = roles(told, role_weights())

    monkeypatch.setattr(net, "PIECE", piece)

    assert roles(told, role_weights()) == whole


@given(st.text("aA9 .,“”\"?\n'", max_size=120))
def test_every_token_has_a_role_and_few_features(text: str) -> None:
    told = read(text)

    assert [len(own) for own in roles(told, role_weights())] == [len(row.words) for row in told]
    assert all(len(of) <= MOST for row in told for of in features(row))


def test_the_stored_net_fits_together() -> None:
    weights = role_weights()
    widths = {kernel.shape[1] for kernel in weights.kernels} | {weights.table.shape[1]}

    assert widths == {weights.leaving.shape[0]}
    assert len(weights.table) == len(weights.features) + 1
    assert not weights.table[0].any()
    assert all(np.isfinite(kernel).all() for kernel in weights.kernels)
    assert all(one < other for one, other in pairwise(sorted(weights.features.values())))
