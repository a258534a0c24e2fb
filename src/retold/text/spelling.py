"""When two spellings are of one name: a slip of the pen, another transliteration, another language.

Transliterations differ by table, not by chance: Cyrillic and Arabic names reach Latin letters by
several standards (BGN/PCGN, ISO 9, DIN 31635, the press). `sounded` folds what those standards
write differently into one key; names that two languages each have in their own form
("Mykola", "Nikolai") stand in a table.
"""

import re
from enum import StrEnum
from functools import lru_cache

from rapidfuzz.distance import OSA

from retold.text.fold import fold
from retold.text.given_names import GIVEN_NAMES
from retold.text.places import demonyms, places

# Folded by turns; the order matters: clusters before their letters.
SOUNDS = tuple(
    (re.compile(pattern), key)
    for pattern, key in (
        ("shch|schtsch|chtch|sc[hz]cz", "S"),
        ("tsch|tch", "C"),
        ("sch|sh|sz|sj", "S"),
        ("cz|ch|tj", "C"),
        ("zh|dzh|dj|j(?=[aeou])", "Z"),
        ("kh|gh|ck|qu?|c(?=[aoulrk])|k", "K"),
        ("(?<!h)h(?!h)(?=[^aeiouy]|$)", ""),
        ("ph", "f"),
        ("ff?$|w|v", "V"),
        ("ou|oe|oo", "u"),
        ("(?:ii|iy|yy|yi|ij|yj)$|ey|ei|ie|ee|i|y|j", "i"),
        ("x", "KS"),
        ("tz|ts", "C"),
        ("(?<=[aeou])i(?=[aeou])", ""),
    )
)
# A silent e and a doubled letter come and go by slips, hardly by another transliteration.
SILENT = re.compile(r"(?<=[bdfglmnprtVKSCZ])e$")
DOUBLED = re.compile(r"(.)\1+")
# A name that has a form of its own in each of two languages; a place after its country's spelling.
COGNATES = """
volodymyr vladimir volodymir wladimir wolodymyr
oleksandr alexander aleksandr oleksander alexandr aleksander
mykola nikolai nikolay mikola nicolai
serhiy sergei sergey serhii sergii
andriy andrei andrey andrii
dmytro dmitri dmitry dimitri dmitriy
yevhen yevgeny evgeny yevgeniy evgeni eugene
mykhailo mikhail mikhailo michail
oleksiy alexei aleksei alexey aleksey oleksii
petro pyotr piotr petr
viktor victor
yuriy yuri yury iurii juri
ihor igor
oleh oleg
kyrylo kirill cyril
olha olga
olena yelena elena
kateryna ekaterina yekaterina katerina
mohammed muhammad mohamed mohammad muhammed mehmet mohamad
ahmed ahmad ahmet
hussein husayn husain hussain hossein
osama usama
omar umar
yusuf youssef yousef yousuf yussuf joseph
ibrahim ebrahim abraham
abdullah abdallah
khalid khaled
gaddafi qaddafi kadhafi gadhafi qadhafi kaddafi gaddhafi
lukashenko lukashenka
kyiv kiev kyyiv kiew
kharkiv kharkov charkiw
lviv lvov lwow lemberg
odesa odessa
dnipro dnepr dnieper
mykolaiv nikolaev nikolayev
luhansk lugansk
chernobyl chornobyl
donbas donbass
kishinev chisinau
beijing peking
mumbai bombay
kolkata calcutta
chennai madras
koran quran
hezbollah hizbullah hizbollah hezbullah hizballah
isis isil daesh
"""
# Given names and the short forms that the news uses in their place.
NICKNAMES = """
william bill will billy
robert bob rob bobby
richard dick rick ricky
james jim jimmy jamie
john johnny jack jon
michael mike mick
edward ed eddie ted
joseph joe joey
thomas tom tommy
charles charlie chuck
steven stephen steve
andrew andy drew
anthony tony
benjamin ben
christopher chris
daniel dan danny
david dave
donald don
gregory greg
jeffrey geoffrey jeff geoff
kenneth ken kenny
lawrence laurence larry
matthew matt
nicholas nick
patrick pat
philip phillip phil
peter pete
ronald ron ronnie
samuel sam sammy
timothy tim
alexander alex sasha
elizabeth liz beth betty
katherine catherine kathryn kate katie kathy cathy
margaret maggie peggy
susan sue suzanne
barbara barb
bernard bernie
frederick fred
gerald gerry jerry
jonathan jon
joshua josh
raymond ray
rebecca becky
deborah debra debbie
"""
# A slip changes a letter of a short name and two of a long one (Damerau 1964 finds four slips in
# five to be a single letter); of names shorter than this every letter counts.
SHORTEST, LONG = 4, 8  # letters
SLIPS, SLIPS_OF_LONG = 1, 2  # letters changed, dropped, added or swapped


class Spelling(StrEnum):
    """How one spelling of a name stands to another."""

    SAME = "same"
    TRANSLITERATED = "transliterated"
    SLIP = "slip"
    OTHER = "other"


@lru_cache(maxsize=100_000)
def spelling(left: str, right: str) -> Spelling:
    """How two single words stand as spellings of one name. Symmetric."""
    one, two = fold(left), fold(right)
    if one == two or _group(NICKNAMES, one) == _group(NICKNAMES, two):
        return Spelling.SAME
    if _group(COGNATES, one) == _group(COGNATES, two):
        return Spelling.TRANSLITERATED
    apart = min(len(one), len(two)) < SHORTEST - 1 or max(len(one), len(two)) < SHORTEST
    if apart or not (one.isalpha() and two.isalpha()) or (known(one) and known(two)):
        return Spelling.OTHER
    return _by_sound(one, two)


def _by_sound(one: str, two: str) -> Spelling:
    """How two folded words stand that no table knows."""
    heard, other = sounded(one), sounded(two)
    if heard == other and len(heard) >= SHORTEST - 1:
        return Spelling.TRANSLITERATED
    allowed = SLIPS if min(len(one), len(two)) < LONG else SLIPS_OF_LONG
    slip = OSA.distance(one, two, score_cutoff=allowed) <= allowed
    return Spelling.SLIP if slip or bare(heard) == bare(other) else Spelling.OTHER


def known(word: str) -> bool:
    """Whether a folded word is a name that readers know: one letter off, it is another one."""
    return word in GIVEN_NAMES or word in places() or word in demonyms()


@lru_cache(maxsize=100_000)
def sounded(word: str) -> str:
    """The key of a folded word under which the common transliterations of a name agree."""
    key = word
    for pattern, sound in SOUNDS:
        key = pattern.sub(sound, key)
    return key


def bare(heard: str) -> str:
    """A sound without silent and doubled letters."""
    return DOUBLED.sub(r"\1", SILENT.sub("", heard))


@lru_cache(maxsize=2)
def _groups(table: str) -> dict[str, str]:
    rows = (line.split() for line in table.strip().splitlines())
    return {word: row[0] for row in rows for word in row}


def _group(table: str, word: str) -> str:
    """The first word of the row that a word stands in; itself where it stands in none."""
    return _groups(table).get(word, word)


def near_keys(word: str) -> frozenset[str]:
    """Keys of which two words that `spelling` joins share one: to look up, not to decide.

    A folded word with up to as many letters taken out as a slip may change, its sound, its row in
    the tables.
    """
    found = {word}
    for _ in range(SLIPS if len(word) < LONG else SLIPS_OF_LONG):
        found |= {one[:at] + one[at + 1 :] for one in found for at in range(len(one))}
    rows = {_group(NICKNAMES, word), _group(COGNATES, word)}
    return frozenset(found | {bare(sounded(word))} | rows)
