"""The verbs that report what somebody said or thinks, and the stance that each one takes to it."""

import re
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Stance(StrEnum):
    """What a writer lets be heard of the words by choosing this verb for them."""

    NEUTRAL = "neutral"  # said, told, according to
    CLAIM = "claim"  # claimed, alleged: not vouched for
    INSIST = "insist"  # insisted, argued, maintained
    ADMIT = "admit"  # admitted, conceded, confirmed against interest
    CONFIRM = "confirm"  # confirmed, revealed, showed: vouched for
    DENY = "deny"  # denied, rejected, refused
    ATTACK = "attack"  # accused, criticised, mocked
    PRAISE = "praise"  # praised, welcomed, backed
    WARN = "warn"  # warned, feared
    ASK = "ask"  # asked, wondered
    URGE = "urge"  # urged, demanded, ordered
    PROMISE = "promise"  # vowed, pledged, agreed to
    SUGGEST = "suggest"  # suggested, hinted, proposed
    THINK = "think"  # thinks, believes, hopes: no speech at all


# Infinitives; forms are made by `regular`, irregular ones stand after a slash.
_ENGLISH: dict[Stance, str] = {
    Stance.NEUTRAL: """say/said tell/told add note write/wrote/written report announce state
        remark comment reply/replied respond answer explain describe recall recount continue
        observe mention tweet post quip joke whisper shout yell cry/cried chant murmur mutter
        relate testify/testified quote cite call speak/spoke/spoken talk discuss refer declare
        proclaim read/read conclude inform brief put/put/putting go/went/gone relay reiterate
        repeat elaborate clarify/clarified define label dub characterize characterise summarize
        summarise interject begin/began/begun/beginning chime recite stress emphasize emphasise
        underline underscore opine blog email text print publish broadcast estimate predict
        forecast/forecast rate rank name list detail outline""",
    Stance.CLAIM: "claim allege purport contend assert boast brag pretend profess",
    Stance.INSIST: "insist argue maintain swear/swore/sworn affirm reaffirm counter retort exclaim",
    Stance.ADMIT: "admit/admitted/admitting concede acknowledge confess allow grant",
    Stance.CONFIRM: """confirm reveal disclose show/showed/shown find/found prove indicate
        verify/verified determine discover learn demonstrate certify/certified""",
    Stance.DENY: """deny/denied reject dismiss refuse rebut/rebutted/rebutting refute dispute
        decline disavow contradict doubt question challenge oppose""",
    Stance.ATTACK: """accuse criticize criticise blast slam/slammed/slamming mock denounce
        condemn attack blame complain lament decry/decried ridicule chide scold deride bemoan
        rail object protest lambaste fault rebuke assail""",
    Stance.PRAISE: """praise laud welcome back endorse support defend applaud hail commend
        congratulate tout thank""",
    Stance.WARN: "warn caution fear worry/worried threaten alert",
    Stance.ASK: "ask wonder inquire enquire query/queried",
    Stance.URGE: """urge demand order instruct advise recommend request implore plead beg/begged
        appeal encourage exhort direct press""",
    Stance.PROMISE: "promise vow pledge agree offer commit/committed/committing volunteer"
    " guarantee",
    Stance.SUGGEST: """suggest hint imply/implied propose signal insinuate intimate float
        speculate theorize posit""",
    Stance.THINK: """think/thought believe hope expect feel/felt want know/knew/known consider
        assume suspect understand/understood see/saw/seen plan intend seek/sought wish view regard
        realize realise reckon figure guess imagine conclude anticipate decide prefer favor
        favour like love""",
}
# Words of saying that are no verbs, for what stands before the words.
_ENGLISH_NOUNS: dict[Stance, str] = {
    Stance.NEUTRAL: "statement remark comment announcement report speech message",
    Stance.CLAIM: "claim allegation assertion contention",
    Stance.DENY: "denial rejection refusal",
    Stance.WARN: "warning fear concern",
    Stance.PROMISE: "promise pledge vow",
    Stance.SUGGEST: "suggestion proposal",
    Stance.THINK: "belief opinion view hope",
    Stance.ATTACK: "accusation criticism complaint",
    Stance.ADMIT: "admission",
}


def regular(entry: str) -> list[str]:
    """The forms of an infinitive; "find/found" gives the past, what follows it as well."""
    verb, *irregular = entry.split("/")
    stem = verb.removesuffix("e")
    consonant_y = verb.endswith("y") and verb[-2:-1] not in "aeou"
    third = verb + "s"
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        third = verb + "es"
    elif consonant_y:
        third = verb[:-1] + "ies"
    past = irregular or [stem + "ed"]
    return [verb, third, stem + "ing", *past]


def _table(rows: Mapping[Stance, str]) -> dict[str, Stance]:
    return {
        form: stance
        for stance, row in rows.items()
        for word in row.split()
        for form in regular(word)
    }


VERBS: Mapping[str, Stance] = MappingProxyType(_table(_ENGLISH))
NOUNS: Mapping[str, Stance] = MappingProxyType(
    {
        form: stance
        for stance, row in _ENGLISH_NOUNS.items()
        for word in row.split()
        for form in (word, word[:-1] + "ies" if word.endswith("y") else word + "s")
    }
)


NOT = re.compile(r"\b(?:not|never|no|without)\b|n[’']t\b")
WORD = re.compile(r"[^\W\d_]+")


def stance_of(cue: str, verbs: Mapping[str, Stance] = VERBS) -> Stance | None:
    """The stance of some words of saying; None where none of them is known.

    The first word that takes one counts: "refused to say" denies. "Would not say" does too.
    """
    lower = cue.lower()
    found = [verbs.get(word) or NOUNS.get(word) for word in WORD.findall(lower)]
    known = [one for one in found if one is not None]
    if not known:
        return Stance.NEUTRAL if lower.startswith(("according", "per ", ":")) else None
    first = next((one for one in known if one is not Stance.NEUTRAL), Stance.NEUTRAL)
    if NOT.search(lower):
        return Stance.NEUTRAL if first is Stance.DENY else Stance.DENY
    return first
