"""The table of codes: what can change on the way, how much it matters, what the reader is told.

Who looks for what stands in `checks`: a check is a small function from two linked passages to the
drifts of one code, or of a few that part one finding between them.
"""

from dataclasses import dataclass

from retold.changes.facing import Facing, Passage
from retold.model.change import Drift, Severity
from retold.model.document import Place, Span

TYPO, WORDING = Severity.TYPO, Severity.WORDING
MEANING, CONTRADICTION = Severity.MEANING, Severity.CONTRADICTION


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of change. The first letter of `id` is its family.

    Attributes:
        severity: what it is where a finding says nothing else.
        text: what the user reads in a finding, and of the code.
    """

    id: str
    name: str
    severity: Severity
    text: str


FAMILIES = {
    "Q": "quotations",
    "N": "numbers",
    "E": "names",
    "T": "time",
    "M": "certainty",
    "A": "credit",
    "R": "roles and order",
    "C": "content",
}
_TABLE = (
    Code("Q101", "words altered", MEANING, "Other words inside the quotation marks."),
    Code("Q102", "trimmed", WORDING, "The quotation is cut; what is left stands as it was said."),
    Code("Q103", "speaker changed", MEANING, "The same words are given to another speaker."),
    Code("Q104", "unattested", MEANING, "In quotation marks here and in no other telling we hold."),
    Code("N201", "number changed", MEANING, "Another number stands in the place of this one."),
    Code("N202", "rounded", WORDING, "The number was rounded, or given with less or more detail."),
    Code("N203", "unit changed", MEANING, "The same number counts something else."),
    Code("N204", "points or per cent", MEANING, "Per cent and percentage points are not the same."),
    Code("N205", "amount changed", MEANING, "Another amount or another currency."),
    Code("N206", "bound", MEANING, "A bound was lost, added or turned: 'up to', 'at least'."),
    Code("N207", "age changed", MEANING, "Another age."),
    Code("N208", "how many", MEANING, "Another word for how many or how often: 'all', 'some'."),
    Code("E301", "spelling", TYPO, "The name is spelt in another way."),
    Code("E302", "someone else", MEANING, "Another name stands in the place of this one."),
    Code("E303", "title changed", MEANING, "The person has another title or role."),
    Code("E304", "transliteration", WORDING, "The same name, spelt as another language spells it."),
    Code("E305", "renamed", WORDING, "The body or place is called by another name."),
    Code("E306", "name left out", WORDING, "A name that stands nowhere in the retelling."),
    Code("E307", "name put in", MEANING, "A name that the text it descends from does not have."),
    Code("T401", "date changed", MEANING, "Another date or time."),
    Code("T402", "time made vague", WORDING, "The date or time is given less exactly."),
    Code("T403", "weekday off", MEANING, "The weekday and the date do not go together."),
    Code("T404", "time made exact", WORDING, "The date or time is given more exactly."),
    Code("T405", "a day apart", WORDING, "One day or some hours apart: perhaps two time zones."),
    Code("T406", "time left out", WORDING, "A date or time that stands nowhere in the retelling."),
    Code("T407", "time put in", MEANING, "A date or time that the other text does not have."),
    Code("M501", "hedge lost", MEANING, "What was said with reserve is said as a fact."),
    Code("M502", "hedge added", MEANING, "What was said as a fact is said with reserve."),
    Code("M503", "negated", CONTRADICTION, "One says what the other says not."),
    Code("M504", "hedge weakened", MEANING, "Less sure than before: 'likely' became 'possible'."),
    Code("M505", "hedge strengthened", MEANING, "Surer than before: 'may' became 'will likely'."),
    Code("M506", "modality changed", MEANING, "What must, may, will or did happen changed places."),
    Code("M507", "stance", MEANING, "The verb of saying takes another stand: 'said', 'admitted'."),
    Code("M508", "opposite said", CONTRADICTION, "A word stands here whose opposite stood there."),
    Code("M509", "tense", WORDING, "Told as past, present or to come, otherwise than before."),
    Code("A601", "outlet uncredited", MEANING, "The outlet it was taken from is not named."),
    Code("A602", "attribution lost", MEANING, "What was somebody's word stands as a fact."),
    Code("A603", "credited to another", MEANING, "The same statement is given to someone else."),
    Code("A604", "attribution added", WORDING, "A statement is now given to a speaker."),
    Code("A605", "false credit", MEANING, "An outlet is credited that did not make this text."),
    Code("A606", "marks dropped", MEANING, "Words that were quoted stand as the writer's own."),
    Code("R801", "roles swapped", CONTRADICTION, "Who did it and to whom changed places."),
    Code("R802", "order of events", CONTRADICTION, "What came first comes second."),
    Code(
        "R803", "person", MEANING, "The pronoun points at somebody else: 'we', 'I'; 'his', 'her'."
    ),
    Code("C701", "text added", MEANING, "Here only; the text it descends from does not say it."),
    Code("C702", "text dropped", WORDING, "Left out here."),
    Code("C703", "caveat dropped", MEANING, "A reservation of the reporters was left out."),
    Code("C704", "cause added", MEANING, "A cause is given where there was none."),
    Code("C705", "cause lost", WORDING, "The cause that was given is not."),
    Code("C706", "other words", WORDING, "Other words stand in the place of these."),
    Code("C707", "judgement added", MEANING, "A word that judges or heightens was put in."),
    Code("C708", "words added", WORDING, "Words were put into a sentence that both tell."),
    Code("C709", "words dropped", WORDING, "Words were left out of a sentence that both tell."),
    Code("C710", "told otherwise", MEANING, "Few words are left: the passage says another thing."),
)
# By id, in the order they are listed.
CODES = {code.id: code for code in _TABLE}
# What two independent tellings can dispute: there a difference is a contradiction and no change,
# and all other codes say nothing.
DISPUTED = frozenset(
    {"N201", "N205", "N207", "E302", "E303", "T401", "T405", "M503", "M508", "R801", "R802"}
)
# Added to the note where it is not known which of the two came first.
OPEN = "which of the two came first is open"


def left_out(code: str, facing: Facing, span: Span) -> Drift:
    """A finding that the child says something nowhere; the note names the child."""
    note = CODES[code].text.replace("the retelling", facing.child.document.id)
    return drift(code, facing, span, None, note)


def drift(
    code: str,
    facing: Facing,
    before: Span | None,
    after: Span | None,
    note: str = "",
) -> Drift:
    """A finding in two linked passages; the words under the spans, the note of the code or `note`.

    At least one span is given. The severity is the code's (`dataclasses.replace` for another),
    between independent tellings contradiction.
    """
    known = CODES[code]
    severity = known.severity if facing.descended else CONTRADICTION
    said = note or known.text
    if facing.descended and not facing.directed:
        said = f"{said.rstrip('.')}; {OPEN}."
    return Drift(
        code,
        severity,
        _place(facing.parent, before),
        _place(facing.child, after),
        facing.parent.of(before) if before else None,
        facing.child.of(after) if after else None,
        said,
    )


def _place(passage: Passage, span: Span | None) -> Place | None:
    return passage.place(span) if span else None
