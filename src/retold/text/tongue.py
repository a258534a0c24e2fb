"""The words by which a sentence says who speaks: verbs of saying, pronouns, articles, offices."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from retold.text.reporting import Stance

NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Tongue:
    """The little words of one language, in lower case.

    Attributes:
        verbs: of saying, with their stance.
        pronouns: that can speak.
        determiners: that begin a description of a person.
        leads: that begin a phrase before the sentence's subject, up to a comma.
        fillers: that may stand before the subject without a comma.
        between: that may stand between a name and its verb.
        according: prepositions before whose words they are.
        offices: by which a person may be meant, in small letters.
        bare: whether an office may stand without an article.
        dash: whether a dash at a paragraph's begin opens what somebody says.
    """

    verbs: Mapping[str, Stance]
    pronouns: frozenset[str]
    determiners: frozenset[str]
    leads: frozenset[str]
    fillers: frozenset[str]
    between: frozenset[str]
    according: frozenset[str] = NOTHING
    offices: frozenset[str] = NOTHING
    bare: bool = False
    dash: bool = False


def verbs(rows: dict[Stance, str]) -> Mapping[str, Stance]:
    """The stance by verb form, of forms by stance with spaces between."""
    return MappingProxyType({form: stance for stance, row in rows.items() for form in row.split()})


def words(row: str) -> frozenset[str]:
    """Words with spaces between, as a set."""
    return frozenset(row.split())
