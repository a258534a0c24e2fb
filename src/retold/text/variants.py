"""British and American spelling as one key: a style guide's choice, no other word.

Rules stand for whole families ("organise", "organize"), a table for single words. A key is for
comparing only; where no second word of English could fall on it, a rule may catch more than it
needs to ("promise").
"""

import re
from functools import lru_cache

# "-ise" and "-ize"; three letters before it keep "prise" from "prize".
ENDED_IN_IZE = re.compile(r"(?<=\w{3})is(?=(?:e|ed|es|er|ers|ing|ation|ations|able)$)")
ENDED_IN_YZE = re.compile(r"(?<=\w{3}l)ys(?=(?:e|ed|es|er|ers|ing)$)")
IN_OUR = re.compile(
    r"(arb|arm|avi|cand|clam|col|deav|fav|ferv|flav|glam|hon|hum|lab|neighb|parl|ranc|rig|rum|sav"
    r"|splend|succ|tum|val|vap|vig|^od)our"
)
ENDED_IN_RE = re.compile(
    r"(cent|met|lit|theat|fib|calib|sab|spect|lust|somb|meag|mit|och|maneuv)r(?:e(s|d)?|(ing))$"
)
ENDED_IN_OGUE = re.compile(r"(?<=[aio]l)ogue(?=s?$)")
DOUBLE_L = re.compile(
    r"(bev|canc|carol|chann|chis|couns|dial|dishev|du|enam|equ|fu|funn|grov|imper|init|jew|lab"
    r"|lev|lib|marsh|marv|med|mod|pan|parc|ped|pet|penc|quarr|riv|shov|shriv|sign|spir|stenc|swiv"
    r"|tot|tow|trav|tunn|unrav|vict|weas)([aei]l|ual|ial)l(?=ed|ing|er|ers|or|ors|ous|ery|ation)"
)
DIGRAPHS = tuple(
    (re.compile(british), american)
    for british, american in (
        ("aemi", "emi"),
        ("aesth", "esth"),
        ("archaeo", "archeo"),
        ("clopaed", "cloped"),
        ("paed(?=[io])", "ped"),
        ("gynaec", "gynec"),
        ("haem", "hem"),
        ("mediaev", "mediev"),
        ("rrhoea", "rrhea"),
        ("foet", "fet"),
        ("^oest", "est"),
        ("manoeuv", "maneuv"),
        ("^oesoph", "esoph"),
    )
)
PAIRS = """
acknowledgement acknowledgment
adviser advisor
advisers advisors
afterwards afterward
ageing aging
aluminium aluminum
amidst amid
amongst among
appal appall
artefact artifact
artefacts artifacts
axe ax
backwards backward
benefitted benefited
burnt burned
centring centering
cheque check
cheques checks
cosy cozy
councillor councilor
councillors councilors
defence defense
defences defenses
disc disk
discs disks
distil distill
doughnut donut
downwards downward
draught draft
dreamt dreamed
enquire inquire
enquired inquired
enquiries inquiries
enquiry inquiry
enrol enroll
enrolment enrollment
enthral enthrall
focussed focused
focussing focusing
forwards forward
fulfil fulfill
fulfilment fulfillment
furore furor
gaol jail
gaoled jailed
grey gray
instal install
instalment installment
instalments installments
instil instill
inwards inward
jewellery jewelry
judgement judgment
judgements judgments
kerb curb
kerbs curbs
leapt leaped
learnt learned
licence license
licences licenses
likeable likable
manoeuvre maneuver
manoeuvres maneuvers
maths math
moult molt
mould mold
mouldy moldy
moustache mustache
mum mom
mums moms
offence offense
offences offenses
okay ok
omelette omelet
onwards onward
orientated oriented
outwards outward
plough plow
ploughed plowed
practise practice
practised practiced
practises practices
practising practicing
pretence pretense
programme program
programmes programs
pyjamas pajamas
saleable salable
sceptic skeptic
sceptical skeptical
scepticism skepticism
sceptics skeptics
sizeable sizable
skilful skillful
skilfully skillfully
smoulder smolder
smouldering smoldering
spelt spelled
spilt spilled
spoilt spoiled
storey story
storeys stories
sulphur sulfur
towards toward
tyre tire
tyres tires
upwards upward
whilst while
wilful willful
wilfully willfully
woollen woolen
yoghurt yogurt
"""


@lru_cache(maxsize=100_000)
def one_spelling(word: str) -> str:
    """The key of a folded English word that its British and its American spelling share."""
    known = _pairs().get(word)
    if known is not None or len(word) < 5 or not word.isalpha():
        return known or word
    key = word
    for british, american in DIGRAPHS:
        key = british.sub(american, key)
    key = IN_OUR.sub(r"\1or", key)
    key = DOUBLE_L.sub(r"\1\2", key)
    key = ENDED_IN_RE.sub(_er, key)
    key = ENDED_IN_OGUE.sub("og", key)
    key = ENDED_IN_YZE.sub("yz", key)
    return ENDED_IN_IZE.sub("iz", key)


def _er(found: "re.Match[str]") -> str:
    """What the American spelling has for "centre", "centred", "centring"."""
    stem, ended, going = found.groups()
    if going:
        return f"{stem}ering"
    return f"{stem}er{'ed' if ended == 'd' else ended or ''}"


@lru_cache(maxsize=1)
def _pairs() -> dict[str, str]:
    return dict(line.split() for line in PAIRS.strip().splitlines())
