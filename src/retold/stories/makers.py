"""Whose text an origin is: the outlet its tellings name as their maker, knowingly or not.

A copy drops the masthead and keeps "X has not verified the recording". What tellings of several
outlets say of one maker outweighs what one says of itself: a false credit stands alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from retold.model.document import Document
from retold.text.credits import Credit
from retold.text.outlets import same_outlet

# Weight (0..1, by eye; see retold.text.credits) from which a single telling's word for its maker is
# taken.
SURE = 0.8
# And from which that of several is: more than what a text says of those it spoke to.
NEARLY_SURE = 0.5
# Less than this says nothing even where several tellings agree.
FAINT = 0.3


@dataclass(frozen=True, slots=True)
class Maker:
    """An outlet named as the maker of a text, and the tellings that name it.

    `own` is the telling that outlet itself published, None where it does not lie in the pile.
    """

    name: str
    tellings: tuple[str, ...]
    own: str | None


def maker(documents: Sequence[Document], credited: Mapping[str, Sequence[Credit]]) -> Maker | None:
    """The maker that most tellings name, None where no name is sure enough.

    One telling alone must be sure of it, several nearly: copies of one text that was "told to X
    Radio" all name X, and none of them is X's.
    """
    groups: list[tuple[str, dict[str, float]]] = []
    for document in sorted(documents, key=lambda one: one.id):
        for credit in credited.get(document.id, ()):
            if credit.weight < FAINT:
                continue
            for name, support in groups:
                if same_outlet(name, credit.name):
                    support[document.id] = max(support.get(document.id, 0.0), credit.weight)
                    break
            else:
                groups.append((credit.name, {document.id: credit.weight}))
    ranked = sorted(groups, key=lambda group: (-round(sum(group[1].values()), 6), group[0]))
    for name, support in ranked:
        if max(support.values()) >= (SURE if len(support) == 1 else NEARLY_SURE):
            own = [one.id for one in documents if one.outlet and same_outlet(one.outlet, name)]
            naming = sorted(one for one, weight in support.items() if weight >= NEARLY_SURE)
            return Maker(_fullest(name, credited), tuple(naming), min(own, default=None))
    return None


def _fullest(name: str, credited: Mapping[str, Sequence[Credit]]) -> str:
    """The longest form in which the name is given, the first by letters between equals."""
    forms = {one.name for of in credited.values() for one in of if same_outlet(one.name, name)}
    return min(forms | {name}, key=lambda form: (-len(form), form))
