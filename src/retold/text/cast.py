"""The people of one text or of a story: full names by surname, offices, he or she."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from retold.text.given_names import GIVEN_NAMES
from retold.text.names import Name, NameKind
from retold.text.offices import LITTLE, OFFICES, SAME_OFFICE

WOMEN = frozenset(
    """
    abigail adele agnes aisha alexandra alice alicia alison allison amanda amber amelia amy ana
    anastasia andrea angela angelina anita ann anna anne annie ariana ashley astrid audrey ava
    barbara beatrice beth betty beverly brenda bridget carla carly carmen carol caroline carolyn
    carrie catherine cathy cecilia charlotte chelsea cheryl chloe christina christine cindy claire
    clara clare claudia connie crystal cynthia daisy daniela danielle dawn deborah debra denise
    diana diane dolores donna doris dorothy edith eileen elaine eleanor elena elizabeth ella ellen
    ellie elsa emily emma erica erika eva evelyn fatima fiona florence frances gemma gladys gloria
    grace hannah harriet heather heidi helen helena hillary holly ida ingrid irene iris isabel
    isabella ivana jacqueline jane janet janice jennifer jenny jessica jill joan joanna joanne
    joyce juanita judith judy julia julie june kamala karen kate katharine katherine kathleen
    kathryn kathy katie kayla kellyanne kirsten krista kristen kristin laura lauren laurie leah
    leila lena lillian lily linda lindsay lindsey lisa liz lois lori louise lucia lucy lydia lynn
    madeleine margaret maria marie marilyn marion marissa marjorie martha mary maureen maya megan
    melania melanie melissa mia michelle mildred molly monica nancy naomi natalie natasha nicole
    nina nora olga olivia pamela patricia paula pauline penny phyllis rachel rebecca renee rita
    roberta rosa rose ruth sabrina sally samantha sandra sara sarah sharon sheila shirley sofia
    sonia sophia sophie stacy stella stephanie sue susan suzanne sylvia tamara tanya tara teresa
    theresa tiffany tina tracy ursula valerie vanessa vera veronica victoria virginia vivian wanda
    wendy yolanda yvonne zoe
    """.split()
)
# Borne by women and by men: they tell nothing.
EITHER = frozenset(
    "alex andrea ashley chris clinton francis jackie jamie jean jo jordan kelly kim lee leslie "
    "marion pat robin sam sandy shannon terry tracy taylor cameron dana dale jan june".split()
)
TITLE_BEFORE = re.compile(r"\b(Mr|Mrs|Ms|Miss|Sir|Lord|Lady|Dame|Herr|Frau|Mme|M)\b\.?[ \u00a0]$")
WOMANLY = frozenset("Mrs Ms Miss Lady Dame Frau Mme".split())
WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Office:
    """What somebody is called: the office, by its first name, and what qualifies it."""

    office: str
    qualified: frozenset[str]
    holder: str


@dataclass(frozen=True, slots=True)
class Cast:
    """Who a text or a story speaks of.

    Attributes:
        full: full names by folded surname, the most often written first.
        offices: what people are called, by office.
        women: whether a folded surname is a woman's; absent where nothing tells.
    """

    full: Mapping[str, tuple[str, ...]]
    offices: Mapping[str, tuple[Office, ...]]
    women: Mapping[str, bool]

    def name(self, form: Name) -> str | None:
        """The full name that a surname is short for; None where the text has none."""
        known = self.full.get(form.last)
        return known[0] if known and len(form.words) == 1 else None

    def woman(self, form: str) -> bool | None:
        """Whether a name is a woman's: by its given name, else by the titles of its surname."""
        words = WORD.findall(form.lower())
        told = _christened(words[0]) if len(words) > 1 else None
        if told is None and words:
            told = self.women.get(words[-1])
        return told

    def holder(self, phrase: str) -> str | None:
        """Who holds the office that a phrase names; None where nobody does or several do."""
        asked = office_of(phrase, "")
        if asked is None:
            return None
        held = self.offices.get(asked.office, ())
        fitting = [one for one in held if asked.qualified <= one.qualified | _names_in(one)]
        if not fitting:
            return None
        counted = Counter(one.holder for one in fitting)
        least = {
            name: min(len(one.qualified - asked.qualified) for one in fitting if one.holder == name)
            for name in counted
        }
        best = sorted(counted, key=lambda name: (least[name], -counted[name], name))
        tied = len(best) > 1 and least[best[0]] == least[best[1]] and counted[best[1]] > 1
        return None if tied and counted[best[0]] == counted[best[1]] else best[0]


def _names_in(one: Office) -> frozenset[str]:
    return frozenset(word.lower() for word in WORD.findall(one.holder))


def office_of(phrase: str, holder: str) -> Office | None:
    """The office that ends a phrase ("the foreign policy adviser"); None where none does."""
    found = [word.lower() for word in WORD.findall(phrase)]
    last = found[-1] if found else ""
    if last not in OFFICES:
        return None
    rest = frozenset(word for word in found[:-1] if word not in LITTLE)
    return Office(SAME_OFFICE.get(last, last), rest, holder)


def cast(texts: Iterable[tuple[str, Sequence[Name]]]) -> Cast:
    """The cast of some texts, each with its names."""
    people = [
        (text, name) for text, names in texts for name in names if may_be_person(name) and name.last
    ]
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    women: dict[str, Counter[bool]] = defaultdict(Counter)
    for text, name in people:
        if len(name.words) > 1:
            counted[name.last][name.form] += 1
        told = _woman(text, name)
        if told is not None:
            women[name.last][told] += 1
    full = {
        last: tuple(sorted(forms, key=lambda form: (-forms[form], form)))
        for last, forms in counted.items()
    }
    return Cast(
        full,
        _offices(people, full),
        {last: votes[True] > votes[False] for last, votes in women.items()},
    )


def may_be_person(name: Name) -> bool:
    """Whether a name is a person's, or of no known kind and made like one."""
    return name.kind is NameKind.PERSON or (
        name.kind is NameKind.OTHER and len(name.words) in {2, 3}
    )


def _offices(
    people: Iterable[tuple[str, Name]], full: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[Office, ...]]:
    """What people are called beside their names, by office."""
    found: dict[str, list[Office]] = defaultdict(list)
    for text, name in people:
        if name.role is None:
            continue
        holder = name.form if len(name.words) > 1 else full.get(name.last, (name.form,))[0]
        office = office_of(name.role.of(text), holder)
        if office is not None:
            found[office.office].append(office)
    return {office: tuple(held) for office, held in found.items()}


def _woman(text: str, name: Name) -> bool | None:
    """What a title or a given name tells; None where neither does."""
    titled = titled_woman(text, name)
    if titled is not None:
        return titled
    return _christened(name.words[0]) if len(name.words) > 1 else None


def _christened(given: str) -> bool | None:
    """Whether a given name is a woman's; None for those of both and those the lists do not tell."""
    if given in WOMEN and given not in EITHER:
        return True
    # Of the names in no list of women those in -a are left open: most of them are women's.
    man = given in GIVEN_NAMES and given not in EITHER and not given.endswith("a")
    return False if man else None


def titled_woman(text: str, name: Name) -> bool | None:
    """Whether the title before a name is a woman's; None where there is none."""
    title = TITLE_BEFORE.search(text[max(name.span.begin - 6, 0) : name.span.begin])
    return title.group(1) in WOMANLY if title else None
