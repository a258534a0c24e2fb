"""Nouns for what can be reported from: documents, recordings and data, and how they are spoken of.

Strengths are by eye, 0..1: how often such a thing, named beside its maker or holder, is what the
news is known from. A statement mostly carries one remark; a transcript or a study is news.
"""

import re
from dataclasses import dataclass
from enum import StrEnum


class Family(StrEnum):
    """Things that tellings name in turn for one and the same: a recording and its transcript."""

    RECORDING = "recording"
    PAPER = "paper"
    COURT = "court paper"
    RULING = "ruling"
    STUDY = "study"
    POLL = "poll"
    DATA = "data"
    RELEASE = "press release"
    POST = "post"
    IMAGES = "images"
    BOOK = "book"


@dataclass(frozen=True, slots=True)
class Nouns:
    """The words for things of one family and strength, as a pattern without groups."""

    family: Family
    strength: float
    pattern: str


NOUNS = {
    "en": (
        Nouns(
            Family.RECORDING, 0.65, r"transcripts?|transcriptions?|(?:audio |video )?recordings?"
        ),
        Nouns(Family.RECORDING, 0.5, r"audio|audiotapes?|wiretaps?|tapes?"),
        Nouns(
            Family.COURT, 0.6, r"(?:court|charging|legal) (?:papers|documents?|filings?|records?)"
        ),
        Nouns(Family.COURT, 0.6, r"indictments?|affidavits?|criminal complaint"),
        Nouns(Family.COURT, 0.45, r"lawsuits?|complaint|filings?"),
        Nouns(
            Family.RULING,
            0.6,
            r"(?:court |written )?(?:rulings?|judg(?:e)?ments?)|court (?:order|opinion|decision)",
        ),
        Nouns(Family.STUDY, 0.6, r"stud(?:y|ies)|audits?|white paper"),
        Nouns(Family.STUDY, 0.5, r"reports?|inspection report|autopsy"),
        Nouns(Family.STUDY, 0.35, r"analys[ei]s|reviews?|findings"),
        Nouns(Family.POLL, 0.35, r"surveys?|(?:opinion |exit )?polls?"),
        Nouns(Family.PAPER, 0.6, r"memos?|memorand(?:um|a)|dossiers?|(?:diplomatic )?cables?"),
        Nouns(Family.PAPER, 0.5, r"documents?|(?<!policy )papers|files|minutes(?= of)|e-?mails?"),
        Nouns(Family.PAPER, 0.35, r"letters?|records|logs|drafts?"),
        Nouns(
            Family.DATA,
            0.65,
            r"(?:quarterly|annual|full-year|half-year) (?:earnings|accounts|results)",
        ),
        Nouns(
            Family.DATA,
            0.55,
            r"(?:official |preliminary |provisional |final )?(?:figures|statistics|results"
            r"|data(?! \w+(?:ist|ert|ive|eam|ase|ter|tre|ogram|tion|ach|tor|ner)s?\b))",
        ),
        Nouns(Family.DATA, 0.3, r"earnings"),
        Nouns(Family.RELEASE, 0.5, r"(?:press|news|media) releases?|communiqu[eé]s?"),
        Nouns(Family.RELEASE, 0.2, r"statements?|release(?! of\b)|advisor(?:y|ies)|announcement"),
        Nouns(Family.POST, 0.25, r"(?:blog |social media |facebook )?posts?|tweets?"),
        Nouns(
            Family.IMAGES, 0.6, r"satellite (?:images?|imagery|photos?|photographs|data|pictures)"
        ),
        Nouns(Family.IMAGES, 0.4, r"footage|videos?|photographs"),
        Nouns(Family.IMAGES, 0.25, r"images?|imagery|pictures"),
        Nouns(Family.BOOK, 0.4, r"memoirs?|(?:new |forthcoming )book|excerpts?"),
    ),
    "de": (
        Nouns(
            Family.RECORDING,
            0.65,
            r"(?:Mitschrift|Abschrift|Transkript|Mitschnitt|Aufnahme|Tonaufnahme|Aufzeichnung)(?:e?n|e?s)?",
        ),
        Nouns(
            Family.COURT, 0.6, r"(?:Gerichtsunterlagen|Gerichtsakten|Anklageschrift|Klageschrift)"
        ),
        Nouns(Family.RULING, 0.6, r"(?:Urteil|Beschluss|Gerichtsurteil)(?:s|e[ns]?)?"),
        Nouns(
            Family.STUDY,
            0.55,
            r"(?:Studie|Bericht|Gutachten|Untersuchung|Prüfbericht)(?:e?n|e?s|e)?",
        ),
        Nouns(
            Family.PAPER,
            0.55,
            r"(?:Dokument|Unterlage|Papier|Schreiben|Vermerk|E-Mail|Akte)(?:s|e?n|e)?",
        ),
        Nouns(Family.DATA, 0.5, r"(?:Zahlen|Daten|Statistik|Ergebnisse[n]?)"),
        Nouns(Family.RELEASE, 0.4, r"(?:Pressemitteilung|Mitteilung)(?:en)?"),
        Nouns(Family.POLL, 0.35, r"Umfragen?"),
        Nouns(Family.IMAGES, 0.6, r"Satellitenbildern?"),
    ),
    "fr": (
        Nouns(Family.RECORDING, 0.65, r"transcriptions?|enregistrements?"),
        Nouns(Family.COURT, 0.6, r"documents? judiciaires?|actes? d['’]accusation"),
        Nouns(Family.RULING, 0.6, r"jugements?|arrêts?"),
        Nouns(Family.STUDY, 0.55, r"études?|rapports?|audits?"),
        Nouns(Family.PAPER, 0.55, r"documents?|mémos?|courriels?"),
        Nouns(Family.DATA, 0.5, r"chiffres|données|statistiques|résultats"),
        Nouns(Family.RELEASE, 0.4, r"communiqués?(?: de presse)?"),
        Nouns(Family.POLL, 0.35, r"sondages?"),
        Nouns(Family.IMAGES, 0.6, r"images? satellites?"),
    ),
    "es": (
        Nouns(Family.RECORDING, 0.65, r"transcripci(?:ón|ones)|grabaci(?:ón|ones)"),
        Nouns(Family.COURT, 0.6, r"documentos judiciales|escrito de acusación"),
        Nouns(Family.RULING, 0.6, r"sentencias?|fallos?"),
        Nouns(Family.STUDY, 0.55, r"estudios?|informes?|auditorías?"),
        Nouns(Family.PAPER, 0.55, r"documentos?|memorandos?|correos"),
        Nouns(Family.DATA, 0.5, r"cifras|datos|estadísticas|resultados"),
        Nouns(Family.RELEASE, 0.4, r"comunicados?(?: de prensa)?"),
        Nouns(Family.POLL, 0.35, r"encuestas?"),
        Nouns(Family.IMAGES, 0.6, r"imágenes (?:satelitales|de satélite)"),
    ),
    "it": (
        Nouns(Family.RECORDING, 0.65, r"trascrizion[ei]|registrazion[ei]"),
        Nouns(Family.COURT, 0.6, r"atti giudiziari|atto d['’]accusa"),
        Nouns(Family.RULING, 0.6, r"sentenz[ae]"),
        Nouns(Family.STUDY, 0.55, r"studi[o]?|rapport[oi]|relazion[ei]|audit"),
        Nouns(Family.PAPER, 0.55, r"document[oi]|promemoria"),
        Nouns(Family.DATA, 0.5, r"cifre|dati|statistiche|risultati"),
        Nouns(Family.RELEASE, 0.4, r"comunicat[oi](?: stampa)?"),
        Nouns(Family.POLL, 0.35, r"sondagg(?:io|i)"),
        Nouns(Family.IMAGES, 0.6, r"immagini satellitari"),
    ),
}

# What was done to make a thing known, or to make it; its doer stands after "by" or before.
KNOWN_BY = {
    "en": (
        r"published|released|obtained|seen|reviewed|leaked|posted|shared|issued|filed|compiled"
        r"|commissioned"
        r"|prepared|written|completed|conducted|carried out|put online|made public|unveiled"
        r"|unsealed"
        r"|produced|transcribed|disclosed|uncovered|provided|authored|drafted|recorded"
        r"|submitted|broadcast|aired|ordered|delivered|handed down|taken|undertaken"
    ),
    "de": r"veröffentlicht\w*|vorgelegt\w*|erstellt\w*|vorlieg\w+|herausgegeben\w*|publiziert\w*",
    "fr": r"publiée?s?|obtenue?s?|consultée?s?|diffusée?s?|réalisée?s?|dévoilée?s?|rédigée?s?",
    "es": r"(?:publicad|obtenid|difundid|elaborad|realizad|filtrad)[oa]s?",
    "it": r"pubblicat[oaie]|ottenut[oaie]|diffus[oaie]|realizzat[oaie]|redatt[oaie]",
}
BY = {
    "en": r"by|in|from",
    "de": r"von|vom|der|des|in|durch",
    "fr": r"par|dans|de|du",
    "es": r"por|en|de|del",
    "it": r"da|dal|dalla|dall['’]|in|su|di",
}
# The word after which any name is the doer; nouns are capitals in German, so there none is.
ANYONE = {"en": " by", "de": "\0", "fr": " par", "es": " por", "it": " da"}
ACTIVE = {
    "en": (
        r"published|released|obtained|leaked|posted|shared|issued|filed|commissioned|unveiled"
        r"|unsealed"
        r"|produced|transcribed|disclosed|aired|broadcast|handed down|put out|reported"
        r"|publishes|releases"
        r"|put online|made public|compiled|prepared|conducted|carried out|drew up|reviewed"
        r"|completed"
    ),
    "de": r"veröffentlichte|publizierte|legte|hat|stellte",
    "fr": r"a publié|a obtenu|a diffusé|a dévoilé|publie",
    "es": r"publicó|difundió|obtuvo|ha publicado|presentó",
    "it": r"ha pubblicato|ha diffuso|ha ottenuto|pubblica",
}
# The thing is leaned on: it shows, one quotes from it, one knows according to it.
SHOWS = {
    "en": (
        r"(?:,? (?:also|further|itself|apparently|which|that|\w+ly))*,? (?:show|shows|showed"
        r"|reveal|reveals|revealed"
        r"|say|find|finds|found|says|said|state|states|stated|conclude|concludes|concluded"
        r"|capture|captures|captured|list"
        r"|lists|listed|detail|details|detailed|describe|describes|described|suggest|suggests"
        r"|suggested"
        r"|indicate|indicates|indicated|warn|warns|warned|estimate|estimates|estimated|allege"
        r"|alleges|alleged|recounts|portrays"
        r"|appear to|appears to|appeared to)\b"
    ),
    "de": r" (?:zeig\w+|belegt?e?n?|ergab|enthüllt\w*|kommt zu dem)\b",
    "fr": r" (?:montr\w+|révèl\w+|indiqu\w+|conclu\w*)\b",
    "es": r" (?:muestr\w+|revel\w+|señal\w+|concluy\w+|indic\w+)\b",
    "it": r" (?:mostr\w+|rivel\w+|indic\w+|conclud\w+)\b",
}
ACCORDING = {
    "en": (
        r"(?:according to|citing|based on|as shown in|quoted in|says in|said in|detailed in"
        r"|revealed in|contained in|recorded in)"
    ),
    "de": r"(?:laut|nach|gemäß|geht aus)",
    "fr": r"(?:selon|d['’]après)",
    "es": r"(?:según|de acuerdo con)",
    "it": r"(?:secondo|stando a)",
}
FRESH = {
    "en": r"(?:leaked|unsealed|declassified|newly|purported|confidential|secret|released|landmark)",
    "de": r"(?:geleakte\w*|vertrauliche\w*|interne\w*|geheime\w*)",
    "fr": r"(?:divulgué\w*|confidentiel\w*|secr[eè]t\w*)",
    "es": r"(?:filtrad\w+|confidencial\w*|secret\w+)",
    "it": r"(?:trapelat\w+|riservat\w+|segret\w+)",
}
# Of an earlier year: not what is news now, nor is whose it was.
OLDER = re.compile(r"\b(?:19|20)\d\d (?:[\w-]+ ){0,2}$")
# Another of its kind: named in passing.
ANOTHER = re.compile(
    r"\b(?:(?:another|second|separate|earlier|previous|other|similar|past|last year['’]s"
    r"|several|many"
    r"|numerous|some|various|weitere\w*|autre\w*|otr[oa]s?|altr[oaie])(?: [\w-]+){0,2}"
    r"|media|news|press|police incident|no|any) $",
    re.IGNORECASE,
)
# Words that say too little to stand for a thing by themselves.
VAGUE = frozenset(
    """
    report reports study studies analysis analyses review reviews findings poll polls survey
    surveys data figures statistics results document documents papers files email emails e-mail
    e-mails letter letters records logs draft drafts image images imagery pictures photographs
    video videos footage post posts tweet tweets statement statements release announcement book
    excerpt excerpts audio tape tapes bericht studie dokument unterlagen zahlen daten rapport
    rapports étude document documents chiffres données informe informes estudio documento
    documentos datos cifras rapporto studio documenti dati
    """.split()
)
