"""The people, houses and places of a story, each with the forms its tellings give it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from retold.changes.tellings import Tellings
from retold.model.change import NameForm, NameRecord
from retold.model.document import Document, Span
from retold.text.names import Name, NameKind
from retold.text.names import names as names_in
from retold.text.naming import naming
from retold.text.places import places
from retold.text.spelling import Spelling, near_keys

# A name of no known kind counts from so many mentions: one alone is often a word written large.
LEAST_OTHER = 2
_ORDER = list(NameKind)


@dataclass(slots=True)
class _Bearer:
    """One person, house or place while its forms are gathered: counts by (form, document)."""

    uses: Counter[tuple[str, str]] = field(default_factory=Counter)
    kinds: Counter[NameKind] = field(default_factory=Counter)
    members: list[Name] = field(default_factory=list)

    def take(self, held: "_Bearer") -> None:
        self.uses.update(held.uses)
        self.kinds.update(held.kinds)
        self.members.extend(held.members)

    @property
    def kind(self) -> NameKind:
        """The kind that most mentions have, the unknown left aside."""
        told = [kind for kind in self.kinds if kind is not NameKind.OTHER]
        return min(
            told, key=lambda one: (-self.kinds[one], _ORDER.index(one)), default=NameKind.OTHER
        )

    @property
    def mentions(self) -> int:
        return self.uses.total()

    def often_in(self) -> dict[str, int]:
        """Mentions by document."""
        found: Counter[str] = Counter()
        for (_, document), count in self.uses.items():
            found[document] += count
        return found


@dataclass(frozen=True, slots=True)
class _Body:
    """A text with its sentences; hashed by the text alone, whose hash is worked out once."""

    text: str
    sentences: tuple[Span, ...] = field(hash=False)


def names_of(document: Document, sentences: Sequence[Span]) -> tuple[Name, ...]:
    """The names in a document's sentences; looked for once, however often they are asked for."""
    return _names(_Body(document.text, tuple(sentences)))


@lru_cache(maxsize=256)
def _names(body: _Body) -> tuple[Name, ...]:
    return names_in(body.text, body.sentences)


def names(tellings: Tellings) -> tuple[NameRecord, ...]:
    """One record a person, house or place, the most widely told first; empty where none is named.

    Forms are joined by surname, by the slips of a pen and across transliterations; two people of
    one surname stay apart.
    """
    bearers = _joined(_bearers(tellings))
    kept = [one for one in bearers if one.kind is not NameKind.OTHER or one.mentions >= LEAST_OTHER]
    records = [(_record(one), len(one.often_in()), one.mentions) for one in kept]
    records.sort(key=lambda row: (-row[1], -row[2], row[0].name, row[0].kind))
    return tuple(record for record, _, _ in records)


def _bearers(tellings: Tellings) -> list[_Bearer]:
    """One for each wording of a name, the fullest first."""
    found: dict[tuple[str, ...], _Bearer] = defaultdict(_Bearer)
    for key in sorted(tellings.documents):
        for name in names_of(tellings.documents[key], tellings.readings[key].sentences):
            if not name.words:
                continue
            one = found[name.words]
            one.uses[name.form, key] += 1
            one.kinds[name.kind] += 1
            if not one.members:
                one.members.append(name)
    return sorted(
        found.values(),
        key=lambda one: (-len(one.members[0].words), -one.mentions, one.members[0].words),
    )


def _joined(wordings: Iterable[_Bearer]) -> list[_Bearer]:
    """The wordings put together by bearer: full names first, then what is short for them."""
    bearers: list[_Bearer] = []
    shelves: dict[str, list[_Bearer]] = defaultdict(list)
    for wording in wordings:
        keys = _keys(wording.members[0])
        known = {id(one): one for key in keys for one in shelves[key]}
        home = _home(wording, known.values())
        if home is None:
            home = _Bearer()
            bearers.append(home)
        home.take(wording)
        for key in keys:
            if all(one is not home for one in shelves[key]):
                shelves[key].append(home)
    return bearers


def _keys(name: Name) -> list[str]:
    """Under which a name is looked up: its first and last word with what may be slips of them."""
    edges = {name.words[0], name.words[-1]}
    letters = "".join(word[0] for word in name.words)
    return sorted({key for word in edges for key in near_keys(word)} | {letters})


def _home(wording: _Bearer, known: Iterable[_Bearer]) -> _Bearer | None:
    """The bearer a wording belongs to; of several the one most often in its documents."""
    fits = [(rank, one) for one in known if (rank := _fit(wording, one)) is not None]
    if not fits:
        return None
    here = wording.often_in()

    def nearness(row: tuple[int, _Bearer]) -> tuple[int, int, int, tuple[str, ...]]:
        rank, one = row
        beside = sum(count for name, count in one.often_in().items() if name in here)
        return rank, -beside, -one.mentions, one.members[0].words

    return min(fits, key=nearness)[1]


def _fit(wording: _Bearer, known: _Bearer) -> int | None:
    """How ill a wording fits a bearer, 0 best; None where it is another's."""
    kinds = {wording.kind, known.kind}
    if len(kinds - {NameKind.OTHER}) > 1:
        return None
    name = wording.members[0]
    levels = [naming(name, member) for member in known.members]
    if Spelling.OTHER in levels and not _lone(wording, known):
        return None
    best = min(levels, key=list(Spelling).index)
    if best is Spelling.OTHER or (best is Spelling.SLIP and _both_meant(wording, known)):
        return None
    if len(name.words) == 1 and best is Spelling.SAME and not _short_form(wording, known):
        return None
    return list(Spelling).index(best)


def _short_form(wording: _Bearer, known: _Bearer) -> bool:
    """Whether a lone word can be short for a bearer's full name.

    A town is not short for its quay nor for the houses called after it.
    """
    name = wording.members[0]
    if known.kind is NameKind.PERSON or any(len(one.words) == 1 for one in known.members):
        return True
    if known.kind is NameKind.PLACE:
        return _listed(name, known)
    if known.kind is NameKind.OTHER:
        return any(name.last == one.last for one in known.members)
    return wording.kind is NameKind.ORGANISATION


def _listed(name: Name, known: _Bearer) -> bool:
    """Whether lists know a place by both names: "Tarn" is not short for "Tarn Quay"."""
    own = places().get(name.form.lower())
    return own is not None and own in {places().get(one.form.lower()) for one in known.members}


def _lone(wording: _Bearer, known: _Bearer) -> bool:
    """Whether one of them is a single word, which may agree with one form and not with another."""
    return len(wording.members[0].words) == 1 or any(len(one.words) == 1 for one in known.members)


def _both_meant(wording: _Bearer, known: _Bearer) -> bool:
    """Whether one telling has both spellings more than once: then they are two names."""
    theirs = known.often_in()
    return any(count > 1 and theirs.get(name, 0) > 1 for name, count in wording.often_in().items())


def _record(bearer: _Bearer) -> NameRecord:
    forms = sorted((document, form, count) for (form, document), count in bearer.uses.items())
    return NameRecord(
        name=_called(bearer),
        kind=bearer.kind.value,
        forms=tuple(NameForm(form, document, count) for document, form, count in forms),
    )


def _called(bearer: _Bearer) -> str:
    """The full form that most tellings use; of a place the form that most use."""
    tellings: Counter[str] = Counter(form for form, _ in bearer.uses)
    often: Counter[str] = Counter()
    for (form, _), count in bearer.uses.items():
        often[form] += count
    full = [form for form in tellings if len(form.split()) > 1]
    pool = full if full and bearer.kind is not NameKind.PLACE else list(tellings)
    return min(pool, key=lambda form: (-tellings[form], -often[form], form))
