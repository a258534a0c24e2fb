"""English words that turn a statement round when one takes the other's place."""

from functools import cache

from retold.text.words import stem

# One pair a line; words before and after the stroke are each other's opposites. "Defeat" is left
# out: its verb is what winners do.
_ROWS = """
rise rose risen climb increase increased grow grew gain soar surge up higher / fall fell fallen drop
    decrease decline shrink shrank plunge down lower cut reduce reduction
more most greater larger bigger / less least fewer smaller
above over / below under
win won victory winner / lose lost loser beaten
best better / worst worse
first earliest / last latest
early earlier / late later
begin began begun start / end ended finish stop
open opened / close closed shut
accept approve back support endorse / reject oppose resist
for pro / against anti
agree / disagree refuse
allow permit legalise legalize / ban forbid prohibit outlaw
confirm / deny
admit / deny
guilty convict convicted / innocent acquit acquitted cleared
alive survive survived living / dead die died killed
legal lawful / illegal unlawful
strong stronger strengthen / weak weaker weaken
success successful succeed / failure unsuccessful fail failed
profit / loss
buy bought / sell sold
arrive arrival / depart departure leave left
join / quit leave left
include / exclude
import / export
ally friend / enemy foe
public / private
major / minor
same / different
safe safer / dangerous unsafe
possible / impossible
likely / unlikely
clear / unclear
able / unable
true / false
north northern / south southern
east eastern / west western
left / right
mother / father
son / daughter
husband / wife
brother / sister
man men boy / woman women girl
male / female
lend lent / borrow
give gave given / take took taken receive
send sent / receive
love / hate
praise / criticise criticize condemn
attack / defend
hire hired appoint / fire fired sack sacked dismiss
long longer / short shorter
hot / cold
cheap cheaper / expensive
easy easier / difficult hard harder
positive / negative
present / absent
inside / outside
always / never
all every / none
many / few
remember / forget forgot
increase / reduce
improve / worsen deteriorate
young younger / old older elder
rich / poor
majority / minority
maximum / minimum
many / few
add / remove
create / destroy
free freed release released / jail jailed imprison imprisoned detain arrest
hope / fear
push / pull
import imports / export exports
optimistic / pessimistic
popular / unpopular
conservative / liberal
republican / democrat
"""


@cache
def _table() -> dict[str, frozenset[str]]:
    """The opposites of each stem."""
    found: dict[str, set[str]] = {}
    for row in _ROWS.strip().replace("\n    ", " ").splitlines():
        one, other = (
            {stem(word, "en") for word in side.split()} for side in row.split("/", maxsplit=1)
        )
        for here, there in ((one, other), (other, one)):
            for word in here:
                found.setdefault(word, set()).update(there)
    return {word: frozenset(words - {word}) for word, words in found.items()}


def opposite(one: str, other: str) -> bool:
    """Whether two folded words are opposites."""
    return stem(other, "en") in _table().get(stem(one, "en"), frozenset())
