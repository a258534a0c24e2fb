import pickle
from dataclasses import fields

from hypothesis import given
from hypothesis import strategies as st

import retold
from retold.model.document import Span
from retold.model.relation import Dependence, Link, LinkKind, Reason, Relation, RelationKind

# Lone surrogates among them, which UTF-8 has none of.
TEXTS = st.text(max_size=9) | st.just("broken \udc80")
SHARES = st.floats(0, 1)
SPANS = st.lists(
    st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda ends: Span(*sorted(ends))),
    max_size=3,
).map(tuple)
LINKS = st.builds(Link, SPANS, SPANS, st.sampled_from(LinkKind), SHARES)
RELATIONS = st.builds(
    Relation,
    TEXTS,
    TEXTS,
    st.sampled_from(RelationKind),
    st.sampled_from(Dependence),
    st.none() | TEXTS,
    SHARES,
    st.lists(st.builds(Reason, TEXTS, TEXTS), max_size=3).map(tuple),
    st.lists(LINKS, max_size=3).map(tuple),
    SHARES,
    SHARES,
    st.floats(-3, 3),
)


@given(RELATIONS)
def test_a_relation_comes_out_of_a_pickle_as_it_went_in(relation: Relation) -> None:
    again = pickle.loads(pickle.dumps(relation))

    assert again == relation
    assert all(
        type(getattr(again, one.name)) is type(getattr(relation, one.name))
        for one in fields(relation)
    )


def test_a_story_comes_out_of_a_pickle_as_it_went_in() -> None:
    texts = {
        "a": 'The mayor of Lundby said on Monday "the bridge stays shut" for 3 weeks.',
        "b": 'The bridge stays shut, Lundby\'s mayor said: "the bridge stays shut" until May.',
    }
    result = retold.read([{"id": name, "text": text} for name, text in texts.items()])

    for story in result.stories:
        assert pickle.loads(pickle.dumps(story)) == story
