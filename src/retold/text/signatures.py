"""Who signs a text: the names in a byline, apart from agencies, desks, roles and addresses."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from retold.text.days import pattern
from retold.text.months import MONTHS
from retold.text.outlets import DOMAIN, outlet_like, same_outlet

LONGEST = 400  # characters of a byline; past it the words are no list of names
MOST = 20  # names; the longest bylines of investigations have some fifteen
LONGEST_NAME = 60  # characters
LEAST_LETTERS = 2  # of a name; reporters sign with two or three
MOST_WORDS = 6  # words of a name, particles included
# What leads up to names.
ALONG = re.compile(r"^(?:and|und|et|with|mit|avec|con)\s+(?=\S)")
BY = re.compile(
    r"^[\s:•|*–—-]*(?:(?:(?:written|report(?:ed|ing)|writing|posted|published|story|words|text|analysis|review"
    r"|interview|opinion|gastbeitrag|kommentar|bericht|beitrag|ein bericht|eine analyse"
    r"|geschrieben|verfasst|escrito|propos recueillis|texto|tekst|door)[: ]+)?"
    r"(?:by|von|par|por|di|av|af|door|przez|автор(?:ы)?)|autor(?:in(?:nen)?|en|es|a)?|authors?|auteurs?"
    r"|a cura di|text|haber|yazan|redactie|skrevet av|text och foto"
    r"|von unserem .{0,30}korrespondenten"
    r"|(?:interview )?geführt von|edited by|additional reporting by)"
    r"(?:\s*:\s*|\s+|$)",
    re.IGNORECASE,
)
JOINT = re.compile(
    r"\s*[;,|•·/\n\r\t+]\s*|\s*&\s*(?=\w\w)|\s+[-–—]\s+|\s*[()\[\]]\s*"
    r"|\s+(?:and|und|et|y|e|og|och|ve|with|mit|avec|con|sowie|и|та|AND|UND|ET)\s+(?=\S)"
    r"|\s+(?=[Ee]dited by|[Aa]dditional reporting by)"
)
# Where the names end: what follows is a place, an outlet, a date or a word about the writer.
END = re.compile(
    r"\s+(?:for|für|pour|para|per|in|aus|from|à|en|at|is|ist|has|covers|reports|writes)\s+"
    r"(?:the\s+|den\s+|die\s+|das\s+)?(?=[\w])",
    re.IGNORECASE,
)
ADDRESS = re.compile(
    r"\b(?:https?://|www\.)\S+|\S+@\S+|(?<!\w)@\w+|\b\w+\.(?:jpg|png|html?|php)\b", re.IGNORECASE
)
# "Reporting by Ada Lund; Editing by Tor Vik", as agencies sign off: editors are no writers.
EDITING = re.compile(r"[;(.]?\s*\bediting by\b.*", re.IGNORECASE | re.DOTALL)
OTHERS = re.compile(r"외 ?\d+ ?명|\bet al\b\.?", re.IGNORECASE)  # "and so many more"
# What stands beside names: a label ("Interview: Ada Lund"), a day without its year, a clock.
LABEL = re.compile(
    r"^\s*(?:[^\W\d_][^:\n]{0,30}:\s+(?=\S)"
    r"|.{0,20}\b(?:posts|beiträge|artikel|articles|publicaciones|articoli)"
    r" (?:von|by|de|di|par)\s+)",
    re.IGNORECASE,
)
PARTIAL = re.compile(
    rf"\b(?:{'|'.join(sorted(filter(str.isascii, MONTHS), key=len, reverse=True))})\.? \d{{1,2}}\b"
    r"(?:st|nd|rd|th)?|\b\d{1,2}\. ?\d{1,2}\.(?!\d)",
    re.IGNORECASE,
)
CLOCK = re.compile(
    r"\b(?:at|um|kl\.?|alle|às|à)?\s*\d{1,2}[:.h]\d\d(?:\s*(?:[ap]\.?m\b\.?|uhr|h\b))?"
    r"(?:\s*(?:utc|gmt|[a-z]{1,3}t|mesz?)\b)?"
    r"|\b(?:vom|am|updated|published|posted on|stand|aktualisiert|veröffentlicht)\b:?",
    re.IGNORECASE,
)
# Words that say what somebody does; a piece of nothing else is no name.
ROLES = frozenset(
    """
    staff writer writers reporter reporters correspondent correspondents editor editors editorial
    columnist journalist journalists contributor contributors contributing senior chief deputy
    associate assistant managing executive political foreign national international business
    sports sport science health diplomatic bureau desk team newsroom news digital web online head
    analyst producer photographer special guest freelance freelancer author authors autor autorin
    redakteur redakteurin redaktor redaktorin redaktion redaktionsleiter volontär volontärin
    korrespondent korrespondentin reporterin journalistin chefredakteur chefredakteurin
    chefredaktion stellvertretender leiter leiterin ressortleiter gastautor gastautorin
    chefreporter rédaction rédacteur rédactrice journaliste correspondant correspondante redacción
    redactor redactora periodista corresponsal redazione redattore redattrice giornalista inviato
    inviata redaktør journalistik redaktör muhabir muhabiri haber merkezi editör editörü 기자
    특파원 논설위원 선임기자 记者 编辑 责编 記者 редактор журналист корреспондент phd md
    """.split()
)
# Accounts of content systems and words that stand where a name is missing.
NOBODY = frozenset(
    """
    admin administrator wordpressadmin webmaster root user guest unknown anonymous null none
    undefined n/a min test author name editor redaktion redaktionsteam onlineredaktion web-redaktion
    redacción redazione rédaction staff newsroom team fail wordpress blogger facebook twitter
    youtube instagram x default superuser moderator
    """.split()
)
# Agencies by the initials that sign for them in a byline, and by their names.
AGENCIES = frozenset(
    """
    aa aap afp agi akp ansa ap apa belga bta ddp dpa dts efe epa epd eña hina ians ifp itar kna
    kyodo lusa lsw lno lnw lby lhe lrs lth mena mti ntb pa pap pti rtr sda ats sid sta tass
    tanjug tt upi xinhua ritzau reuters interfax bloomberg
    """.split()
)
AGENCY_WORDS = re.compile(
    r"\b(?:associated press|agence france|press association|press agency|news agency|newswire"
    r"|presse-?agentur|nachrichtenagentur|nachrichtendienst|agencia|agenzia|ajansı|agency reports?"
    r"|deutsche presse|press trust|wire (?:services|reports)|agencies|agenturen|agences)\b",
    re.IGNORECASE,
)
LETTER = re.compile(r"[^\W\d_]")
PLACE = re.compile(r"[A-ZÀ-Þ][^\W\d_]+")
# Where markup parted a name and a day and its text does not: "Ada LundMarch 3, 2031".
GLUED = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4})")


@dataclass(frozen=True, slots=True)
class Signature:
    """What a byline says: the writers, the agencies, and the desk or house that signs instead."""

    writers: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    houses: tuple[str, ...] = ()

    @property
    def byline(self) -> str | None:
        """The names as one line: writers and agencies, else the house; None where none sign."""
        return ", ".join((*self.writers, *self.agencies) or self.houses) or None


HOUSE = re.compile(
    r"\b(?:redaktion\w*|\w+redaktion|newsroom|newsdesk|editorial board|redacción|redazione"
    r"|rédaction|online|magazin|gmbh|e\.v|ag|inc|ltd|verlag)\b|^\S+\.(?:com|org|net|de|at|ch|li|lu|tr|is|no"
    r"|se|dk|fr|it|es|uk|eu|info|tv)$",
    re.IGNORECASE,
)
# Outlets' names that people carry too.
SURNAMES = frozenset("stern fox post vox focus press globe mirror express courier".split())


class Signer(StrEnum):
    """Who a name in a byline is."""

    WRITER = "writer"
    AGENCY = "agency"
    HOUSE = "house"


def signature(stated: Iterable[str], own: Sequence[str] = ()) -> Signature:
    """The names in one or more bylines as printed, each once, in order.

    Lead-ins, roles, dates, addresses, handles and placeholders ("admin") are left out. The names in
    `own` (the page's outlet, its host) and what is named like an outlet are houses and no writers.
    """
    found: dict[Signer, dict[str, str]] = {kind: {} for kind in Signer}
    for line in stated:
        housed = False
        for name in filter(None, map(_name, _pieces(line[:LONGEST]))):
            kind = signer(name, own)
            # Behind a house a lone word with a capital is its town: "tide.example, Lowmere".
            if not (housed and kind is Signer.WRITER and PLACE.fullmatch(name)):
                found[kind].setdefault(name.casefold(), name)
            housed = housed or kind is Signer.HOUSE
    writers, agencies, houses = (tuple(found[kind].values())[:MOST] for kind in Signer)
    return Signature(writers, agencies, houses)


def signer(name: str, own: Sequence[str] = ()) -> Signer:
    """Who a name in a byline is: an agency, a house (desk, outlet, of `own`), else a writer."""
    if _is_agency(name):
        return Signer.AGENCY
    ours = any(same_outlet(name, one) or _within(name, one) for one in own)
    return Signer.HOUSE if ours or _is_house(name) else Signer.WRITER


def _pieces(line: str) -> Iterable[str]:
    """The pieces of a byline that may be names."""
    line = GLUED.sub("\n", line)
    plain = unicodedata.normalize("NFC", ADDRESS.sub(" ", OTHERS.sub(" ", EDITING.sub("", line))))
    plain = CLOCK.sub(" ", PARTIAL.sub("\n", pattern().sub("\n", plain)))
    plain = "".join(c for c in plain.replace("\u00a0", " ") if c.isprintable() or c in "\n\t")
    for piece in JOINT.split(BY.sub("", plain.strip())):
        named = ALONG.sub("", BY.sub("", LABEL.sub("", piece).strip()))
        yield END.split(named, maxsplit=1)[0]


def _name(piece: str) -> str | None:
    """A piece as a name; None where it is none."""
    name = _without_roles(piece.split()).strip(" .:,*-–—_'\"“”„«»|#")
    short = 0 < len(name) <= LONGEST_NAME and len(name.split()) <= MOST_WORDS
    if not short or name.casefold() in NOBODY or name[0].isdigit():
        return None
    return name if len(LETTER.findall(name)) >= LEAST_LETTERS else None


def _without_roles(words: list[str]) -> str:
    """A piece without the roles at its edges; empty where it is roles alone.

    "Ada Head" keeps her name: of two words one stays a role's only where no name is written so.
    """
    roles = [word.casefold().strip(".:") in ROLES for word in words]
    if all(roles):
        return ""
    begin, end = 0, len(words)
    while roles[begin] and (end - begin > 2 or not words[begin].isascii()):
        begin += 1
    while roles[end - 1] and (end - begin > 2 or not words[end - 1].isascii()):
        end -= 1
    return " ".join(words[begin:end])


def _is_agency(name: str) -> bool:
    """Whether a name in a byline is a news agency's."""
    first = re.split(r"[-\s]", name.casefold(), maxsplit=1)[0]
    # "Sid Lund" is somebody, "sid" and "dpa-infocom" are not.
    brief = first in AGENCIES and (first == name.casefold() or "-" in name[:6])
    return brief or AGENCY_WORDS.search(name) is not None


def _is_house(name: str) -> bool:
    """Whether a name is a desk's, an outlet's or a web address rather than a person's."""
    words = name.casefold().split()
    if len(words) == 2 and words[1] in SURNAMES:
        return False
    return HOUSE.search(name) is not None or outlet_like(name)


def _within(name: str, outlet: str) -> bool:
    """Whether a name is the outlet's with a word more or less ("Tide Online" of "Lowmere Tide")."""
    one, other = name.casefold().removeprefix("the "), outlet.casefold().removeprefix("the ")
    site = DOMAIN.match(other)
    other = site.group(1) if site else other
    return len(one) > 1 and (one == other or one.startswith(other + " ") or one in other.split())
