"""Words of news prose and others that may stand in their place: what the benchmark rewords with.

Each line: a word, then what replaces it in the same form. Rough on purpose, as hurried rewording
is.
"""

import random
import re
from collections.abc import Mapping

_LINES = """
said: stated, noted, added
says: states, notes, adds
told: informed
announced: revealed, disclosed
called: urged, described
asked: requested, questioned
against: in opposition to
government: administration, authorities
officials: authorities
official: representative
president: leader
police: officers
people: individuals, residents
man: male
woman: female
children: youngsters, kids
killed: slain, left dead
died: passed away, lost their lives
hurt: injured, wounded
injured: wounded, hurt
attack: assault, strike
attacks: assaults, strikes
fight: battle, struggle
won: secured, claimed
win: secure, claim
lost: forfeited, missed
money: funds, cash
company: firm, business
companies: firms, businesses
firm: company
job: post, position
jobs: posts, positions
big: large, major
large: big, sizeable
small: minor, modest
major: significant, key
important: significant, crucial
new: fresh, recent
old: former
good: positive, strong
bad: poor, negative
hard: difficult, tough
difficult: hard, tough
plan: proposal, scheme
plans: proposals, schemes
decision: ruling, choice
decided: resolved, chose
help: assist, support
helped: assisted, supported
show: display, demonstrate
showed: displayed, revealed
shows: displays, reveals
began: started, commenced
started: began, commenced
ended: finished, concluded
start: beginning, onset
end: close, conclusion
increase: rise, growth
increased: rose, grew
rise: increase, climb
fall: drop, decline
fell: dropped, declined
cut: reduced, trimmed
chance: opportunity, possibility
problem: issue, difficulty
problems: issues, difficulties
question: query
also: additionally, too
but: however, yet
while: as, whereas
after: following
before: ahead of, prior to
because: since, as
about: around, roughly
many: numerous, several
several: a number of
most: the majority of
more than: over
many of: much of
often: frequently
now: currently
later: subsequently, afterwards
recently: lately
quickly: rapidly, swiftly
very: extremely, highly
need: require
needs: requires
needed: required
use: employ, utilise
used: employed, utilised
make: create, produce
made: created, produced
get: obtain, receive
got: obtained, received
give: provide, offer
gave: provided, offered
given: provided, granted
take: seize, accept
keep: retain, maintain
kept: retained, maintained
find: discover, locate
found: discovered, located
think: believe, feel
thinks: believes, feels
believe: think, feel
want: wish, hope
wants: wishes, hopes
wanted: wished, hoped
try: attempt, seek
tried: attempted, sought
trying: attempting, seeking
buy: purchase, acquire
bought: purchased, acquired
sell: offload, trade
meeting: gathering, session
talks: discussions, negotiations
deal: agreement, pact
law: legislation, statute
rules: regulations
vote: ballot, poll
support: backing, endorsement
leader: head, chief
leaders: heads, chiefs
country: nation, state
countries: nations, states
city: town
area: region, district
house: home
home: residence, house
part: portion, section
group: organisation, body
groups: organisations, bodies
report: account, study
reported: recounted, noted
according to: as stated by
statement: declaration, announcement
concern: worry, anxiety
concerns: worries, fears
clear: evident, plain
possible: potential, likely
likely: probable, expected
expected: anticipated, due
general: overall, broad
public: communal, open
children's: young people's
year: twelve-month
campaign: drive, effort
evidence: proof
key: crucial, central
criticised: condemned, attacked
criticized: condemned, attacked
claimed: alleged, asserted
claims: alleges, asserts
confirmed: verified, affirmed
denied: rejected, refuted
warned: cautioned, alerted
agreed: consented, accepted
refused: declined
"""
TABLE: Mapping[str, tuple[str, ...]] = {
    word.strip(): tuple(other.strip() for other in others.split(","))
    for word, _, others in (line.partition(":") for line in _LINES.strip().splitlines())
}
_KNOWN = re.compile(
    r"\b(?:" + "|".join(sorted(map(re.escape, TABLE), key=len, reverse=True)) + r")\b",
    re.IGNORECASE,
)


def reworded(text: str, draw: random.Random, share: float) -> str:
    """The text with about this share of its known words replaced, first capitals kept."""

    def other(match: re.Match[str]) -> str:
        word = match.group()
        if draw.random() >= share:
            return word
        found = draw.choice(TABLE[word.casefold()])
        return found.capitalize() if word[0].isupper() else found

    return _KNOWN.sub(other, text)
