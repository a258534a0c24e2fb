"""The names of outlets, agencies and offices beside a cue, and when two names are one outlet."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import lru_cache

from retold.model.document import Span

CAPITAL = "A-ZÀ-ÖØ-ÞČĆĐĞİŁŃŐŘŚŠŞŰŹŻŽ"
TOKEN = (
    rf"(?:(?:[{CAPITAL}]\.){{2,5}}"
    rf"|[{CAPITAL}][\w&/’'-]{{0,30}}(?:\.(?:com|org|net|info|news|co\.uk|de|fr|es|it)\b)?)"
)
LINKING = r"(?:of|for|and|&|on|de|du|des|der|für|und|la|le|les|del|della|di|et|y|e)"
# A run of capitalised words with the small words inside it; never across a full stop or a comma.
NAME = (
    rf"{TOKEN}(?:[ \u00a0](?:{LINKING}[ \u00a0](?:the[ \u00a0]|la[ \u00a0]|l’|l')?)?{TOKEN}){{0,8}}"
)
ARTICLE = r"(?:(?:the|an?|its|der|die|das|dem|den|le|la|les|el|los|las|il|lo|gli)[ \u00a0]|l['’])"
NAME_AFTER = re.compile(rf"[ \u00a0]*(?:{ARTICLE})?(?P<name>{NAME})")
NAME_BEFORE = re.compile(rf"(?<![\w.’'-])(?P<name>{NAME})[ \u00a0]*$")
ELIDED = re.compile(rf"[LDld]['’](?=[{CAPITAL}])")  # the article in "L’AFP"
REACH = 110  # characters looked back for a name: the longest names of offices have some 90

# Capitalised by their place in a sentence: never the first word of a name.
OPENING = frozenset(
    """
    a an the some many most all this that these those it its he she they we i his her their our my
    but and or yet so for nor as at by in on of to from with without while when where although
    though since because before after until if unless however meanwhile also then now later
    earlier according citing asked speaking both neither even only among under over during between
    despite today yesterday tomorrow der die das dem den le la les el los il lo gli un une una ein
    eine am im laut nach selon según secondo mais pero aber doch auch
    """.split()
)
# The calendar and small words: at neither edge of a name.
EDGES = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december of for and & on de du des der für und la le
    les del della di et y e
    """.split()
)
# Words that tell what kind of house an outlet is, not which one.
GENERIC = frozenset(
    """
    news newspaper newspapers agency newsagency group online media network television tv radio
    live com org net staff newsroom wire service services digital website site team reporters desk
    report reports corporation corp company ltd inc nachrichten presseagentur
    """.split()
)
# Words that outlets, and hardly anybody else, carry in their names.
OF_OUTLETS = frozenset(
    """
    news times post herald tribune chronicle gazette guardian telegraph press newswire daily
    weekly examiner observer mirror mail globe ledger courier echo independent sentinel bulletin
    broadcasting radio television tv digest express inquirer dispatch argus zeitung tageszeitung
    anzeiger spiegel nachrichten rundschau allgemeine kurier tagblatt tageblatt presse monde
    figaro libération parisien país mundo vanguardia corriere repubblica messaggero gazzetta
    giornale stampa journal newspaper magazine islander newsroom presseagentur agence
    """.split()
)
# Outlets whose name does not say what they are (general knowledge; agencies first).
KNOWN = frozenset(
    """
    reuters ap afp dpa upi ansa efe apa kna tass interfax xinhua kyodo pti aap bloomberg bbc cnn
    cbs nbc abc msnbc npr pbs itv cnbc politico axios buzzfeed vox slate breitbart propublica
    huffpost newsweek fox arte ard zdf ndr wdr swr rtl orf srf rai tf1 rtve dw bild taz stern
    focus faz
    """.split()
)
OF_STATE = frozenset(
    """
    protection intelligence security space energy environmental environment federal national
    central revenue tax drug food health safety fisheries aviation maritime
    """.split()
)
# "The Press Secretary", "Post Office", "Radio Club": what such a word is not an outlet beside.
NOT_OUTLETS = frozenset(
    "secretary office officer conference corps club square service centre".split()
)
# Words at the end (or, before "of", the head) of the names of bodies that make documents.
OF_BODIES = frozenset(
    """
    agency administration association authority bank board bureau center centre chamber college
    commission committee company congress corporation corp council court department division
    federation force foundation fund government group house inc inspectorate institute institution
    journal laboratory league ministry nations office organisation organization observatory panel
    parliament party police programme program senate service services society survey trust
    tribunal union university watch works academy ltd plc registry archive lancet nature amt
    bundesamt landesamt behörde gericht institut kommission ministerium polizei universität
    verband commission ministère parquet préfecture tribunal université cour conseil comisión
    fiscalía instituto ministerio policía universidad commissione istituto ministero polizia
    procura tribunale università
    """.split()
)
BODY_WORDS = OF_OUTLETS | KNOWN | OF_BODIES
# One outlet under two names that no rule joins.
ALIASES = {
    "thomson reuters": "reuters",
    "wapo": "washington post",
    "frankfurter allgemeine zeitung": "faz",
    "frankfurter allgemeine": "faz",
    "beeb": "bbc",
}


def _written(keys: Collection[str]) -> Iterator[str]:
    """Patterns, one a letter, for words of names: with a capital, or as acronyms ("U.P.I.")."""
    for first in sorted({key[0] for key in keys}):
        rest = sorted(key[1:] for key in keys if key[0] == first)
        plain = [rf"(?i:{one})(?!\w)" for one in rest]
        dotted = [r"\." + r"\.".join(one.upper()) for one in rest if len(one) < MOST_DOTTED]
        yield f"{first.upper()}(?:{'|'.join([*plain, *dotted])})"


MOST_DOTTED = 5  # letters: what a name has with more stops in it is no `TOKEN`
OUTLET_WORD = re.compile("|".join(_written(OF_OUTLETS | KNOWN | {"agency"})))
DOMAIN = re.compile(
    r"^(?:https?://)?(?:www\.)?([\w-]+)\.(?:com|org|net|info|news|co\.uk|[a-z]{2})$"
)


def name_after(text: str, begin: int, end: int) -> Span | None:
    """The name that begins at `begin`, articles passed over; None where none does."""
    found = NAME_AFTER.match(text, begin, min(end, begin + REACH))
    return trimmed(text, Span(*found.span("name"))) if found else None


def name_before(text: str, begin: int, end: int) -> Span | None:
    """The name that ends at `end`, not before `begin`; None where none does."""
    begin = max(begin, end - REACH)
    found = NAME_BEFORE.search(text[begin:end])
    if found is None:
        return None
    return trimmed(text, Span(begin + found.start("name"), begin + found.end("name")))


def trimmed(text: str, span: Span) -> Span | None:
    """`span` without words that are no part of a name at its edges; None where nothing is left."""
    words = [
        Span(span.begin + found.start(), span.begin + found.end())
        for found in re.finditer(r"[^ \u00a0]+", span.of(text))
    ]
    while words and _bare(words[0].of(text)) in OPENING | EDGES:
        words.pop(0)
    keys = [_bare(word.of(text)) for word in words]
    if "and" in keys and not {"of", "for", "on"} & set(keys[: keys.index("and")]):
        words = words[: keys.index("and")]
    while words and _bare(words[-1].of(text)) in EDGES:
        words.pop()
    if not words:
        return None
    begin, end = words[0].begin, words[-1].end
    if ELIDED.match(text, begin, end):
        begin += 2
    possessive = re.search(r"(?:['’]s|['’]|[-/&])$", text[words[-1].begin : end])
    return Span(begin, end - (len(possessive.group()) if possessive else 0))


def outlet_perhaps(text: str) -> bool:
    """Never false where a name in a text is an outlet's by its words: sooner said of the whole."""
    return OUTLET_WORD.search(text) is not None


def outlet_like(name: str) -> bool:
    """Whether the name alone says that it is an outlet's: by its words, or as a well known one."""
    keys = _keys(name)
    if (
        not keys
        or keys[-1] in NOT_OUTLETS
        or name.lower() in {"tv", "television", "radio", "press"}
    ):
        return False
    if any(key in OF_OUTLETS or key in KNOWN for key in keys):
        return True
    return bool(keys) and keys[-1] == "agency" and len(keys) > 1 and not OF_STATE & set(keys)


def body_like(name: str) -> bool:
    """Whether the name is of an office, institute, firm or outlet rather than of a person."""
    keys = _keys(name)
    if keys in (["us"], ["uk"], ["eu"]):
        return False
    acronym = (
        " " not in name and len(name.replace(".", "")) >= 2 and name.replace(".", "").isupper()
    )
    return (
        acronym
        or outlet_like(name)
        or any(key in OF_BODIES for key in keys)
        or (len(keys) > 1 and " of " in f" {name} ")
    )


def body_perhaps(name: str) -> bool:
    """Never false where a part of the name is of an office, institute, firm or outlet."""
    words = name.split()
    return (
        not {".", "\u00a0"}.isdisjoint(name)
        or " of " in name
        or any(len(word) > 1 and word.isupper() for word in words)
        or not BODY_WORDS.isdisjoint(map(_bare, words))
    )


def same_outlet(left: str, right: str) -> bool:
    """Whether two names are one outlet's or office's. Symmetric; false for two empty names.

    One is when the words are the same, articles and words such as "News" aside, when one is the
    initials of the other, or by a small table. "The Post" is not taken for one Post or another.
    """
    one, other = _identity(left), _identity(right)
    if not one or not other:
        return False
    return one == other or _initials(left, right) or _initials(right, left)


@lru_cache(maxsize=4096)
def _identity(name: str) -> tuple[str, ...]:
    keys = _keys(name)
    joined = ALIASES.get(" ".join(keys))
    if joined:
        keys = joined.split()
    while len(keys) > 1 and keys[-1] in GENERIC:
        keys.pop()
    return tuple(ALIASES.get(" ".join(keys), " ".join(keys)).split())


def _initials(short: str, full: str) -> bool:
    """Whether `short` is an acronym of `full`'s words: "AP" of "Associated Press"."""
    letters = "".join(_identity(short))
    if not 2 <= len(letters) <= 6 or len(_identity(short)) > 1:
        return False
    written = short.replace(".", "")
    if not any(letter.isupper() for letter in written[1:]) and letters not in KNOWN:
        return False
    parts = re.split(r"[\s-]+", " ".join(_keys(full)).replace("-", " "))
    long = [part for part in re.split(r"[\s-]+", full) if _bare(part) not in _SMALL]
    return len(parts) > 1 and "".join(_bare(part)[:1] for part in long) == letters


_SMALL = frozenset(
    "the a an of for and & on de du des der die das la le les del della di et y e".split()
)


def _keys(name: str) -> list[str]:
    """The words of a name as keys: no case, no articles, no web suffix, no possessive."""
    found = DOMAIN.match(name.strip().lower())
    keys = [_bare(word) for word in (found.group(1) if found else name).split()]
    keys = [re.sub(r"\.(?:com|org|net|co\.uk|de|fr|es|it)$", "", key) for key in keys]
    while len(keys) > 1 and keys[0] in {
        "the",
        "a",
        "an",
        "der",
        "die",
        "das",
        "le",
        "la",
        "el",
        "il",
    }:
        keys.pop(0)
    return [key for key in keys if key]


def _bare(word: str) -> str:
    """One word as a key: case, outer marks and possessive gone."""
    lowered = unicodedata.normalize("NFC", word).lower().strip("()[]“”\"'’.,:;|")
    return (
        re.sub(r"['’]s$", "", lowered).replace(".", "")
        if lowered.count(".") > 1
        else re.sub(r"['’]s$", "", lowered)
    )
