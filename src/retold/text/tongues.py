"""The words by which a sentence of a language says who speaks: verbs of saying, pronouns, articles.

Beyond English the list of verbs is short: those that stand beside words in quotation marks.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from retold.text.reporting import VERBS, Stance


@dataclass(frozen=True, slots=True)
class Tongue:
    """The little words of one language, in lower case.

    Attributes:
        verbs: of saying, with their stance.
        pronouns: that can speak.
        determiners: that begin a description of a person.
        leads: that begin a phrase before the sentence's subject, up to a comma.
        fillers: that may stand before the subject without a comma.
        between: that may stand between a name and its verb.
    """

    verbs: Mapping[str, Stance]
    pronouns: frozenset[str]
    determiners: frozenset[str]
    leads: frozenset[str]
    fillers: frozenset[str]
    between: frozenset[str]


def _verbs(rows: dict[Stance, str]) -> Mapping[str, Stance]:
    return MappingProxyType({form: stance for stance, row in rows.items() for form in row.split()})


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


TONGUES: Mapping[str, Tongue] = MappingProxyType(
    {
        "en": Tongue(
            VERBS,
            _set("he she they i we"),
            _set("the a an another one his her their its our"),
            _set(
                "in on at after before when as during while for with to by from since if although "
                "though following asked speaking despite according unlike like under over until "
                "once because earlier responding citing referring noting recalling"
            ),
            _set("but and so then later still yet meanwhile also indeed"),
            _set(
                "has have had is was also later then once often again reportedly allegedly further "
                "now still recently repeatedly previously apparently simply quickly would will "
                "could"
            ),
        ),
        "de": Tongue(
            _verbs(
                {
                    Stance.NEUTRAL: "sagt sagte sagten gesagt erklärt erklärte erklärten "
                    "erläuterte berichtet berichtete schreibt schrieb schrieben meint "
                    "meinte meinten "
                    "ergänzt ergänzte fügte antwortet antwortete rief ruft erzählt erzählte "
                    "spricht sprach "
                    "so teilte teilten äußerte betont betonte unterstrich zitiert heißt hieß laut",
                    Stance.CLAIM: "behauptet behauptete behaupteten",
                    Stance.INSIST: "beharrt beharrte beteuert beteuerte versichert versicherte",
                    Stance.ADMIT: "räumt räumte gesteht gestand gibt gab",
                    Stance.CONFIRM: "bestätigt bestätigte",
                    Stance.DENY: "bestreitet bestritt dementiert dementierte widerspricht "
                    "widersprach",
                    Stance.ATTACK: "kritisiert kritisierte klagt klagte wirft warf",
                    Stance.PRAISE: "lobt lobte begrüßt begrüßte",
                    Stance.WARN: "warnt warnte mahnt mahnte",
                    Stance.ASK: "fragt fragte fragten",
                    Stance.URGE: "fordert forderte forderten bittet bat rät riet",
                    Stance.PROMISE: "verspricht versprach kündigt kündigte",
                }
            ),
            _set("er sie ich wir"),
            _set("der die das ein eine einer sein seine ihr ihre"),
            _set("in im am an auf nach vor während bei mit wenn als weil obwohl seit zu zum zur"),
            _set("aber und doch dann später auch"),
            _set("hat hatte haben dann später auch weiter noch zudem ferner dazu am"),
        ),
        "fr": Tongue(
            _verbs(
                {
                    Stance.NEUTRAL: "dit disait disent déclare déclaré déclarait explique expliqué "
                    "expliquait indique indiqué précise précisé ajoute ajouté raconte raconté "
                    "écrit répond répondu souligne souligné rapporte rapporté poursuit poursuivi "
                    "lance lancé note noté conclut observe selon",
                    Stance.CLAIM: "prétend prétendu affirme affirmé affirmait allègue",
                    Stance.INSIST: "insiste insisté assure assuré martèle martelé soutient soutenu",
                    Stance.ADMIT: "admet admis reconnaît reconnu concède concédé avoue avoué",
                    Stance.CONFIRM: "confirme confirmé révèle révélé",
                    Stance.DENY: "dément démenti nie nié réfute réfuté",
                    Stance.ATTACK: "accuse accusé dénonce dénoncé critique critiqué regrette",
                    Stance.PRAISE: "salue salué félicite félicité",
                    Stance.WARN: "avertit averti prévient prévenu",
                    Stance.ASK: "demande demandé interroge",
                    Stance.URGE: "exige exigé réclame réclamé appelle appelé",
                    Stance.PROMISE: "promet promis annonce annoncé",
                }
            ),
            _set("il elle ils elles je nous on"),
            _set("le la les l un une son sa ses leur ce cette"),
            _set("dans en après avant pendant lors à au avec pour si quand comme alors depuis"),
            _set("mais et puis aussi ensuite"),
            _set("a ont avait t aussi encore ensuite également s est"),
        ),
        "es": Tongue(
            _verbs(
                {
                    Stance.NEUTRAL: "dice dijo dijeron decía declaró declara explicó explica "
                    "señaló señala indicó indica añadió añade agregó agrega contó cuenta escribió "
                    "escribe respondió responde comentó comenta manifestó expresó precisó "
                    "destacó subrayó "
                    "recordó concluyó según",
                    Stance.CLAIM: "afirmó afirma asegura aseguró alegó",
                    Stance.INSIST: "insistió insiste sostuvo sostiene reiteró",
                    Stance.ADMIT: "admitió admite reconoció reconoce confesó",
                    Stance.CONFIRM: "confirmó confirma reveló",
                    Stance.DENY: "negó niega desmintió rechazó",
                    Stance.ATTACK: "acusó denunció criticó lamentó",
                    Stance.PRAISE: "elogió celebró",
                    Stance.WARN: "advirtió advierte alertó",
                    Stance.ASK: "preguntó pregunta",
                    Stance.URGE: "pidió exigió instó reclamó",
                    Stance.PROMISE: "prometió anunció",
                }
            ),
            _set("él ella ellos ellas yo nosotros"),
            _set("el la los las un una su sus"),
            _set("en tras después antes durante con para si cuando como desde al"),
            _set("pero y luego también"),
            _set("ha han había también luego se lo le"),
        ),
        "it": Tongue(
            _verbs(
                {
                    Stance.NEUTRAL: "dice disse detto dichiara dichiarò dichiarato spiega spiegò "
                    "spiegato aggiunge aggiunse aggiunto racconta raccontò raccontato scrive "
                    "scrisse scritto risponde rispose risposto osserva osservò sottolinea "
                    "sottolineato precisa precisato ricorda ricordato conclude secondo",
                    Stance.CLAIM: "sostiene sostenne sostenuto afferma affermò affermato",
                    Stance.INSIST: "insiste ribadisce ribadito assicura assicurato",
                    Stance.ADMIT: "ammette ammise ammesso riconosce",
                    Stance.CONFIRM: "conferma confermò confermato rivela rivelato",
                    Stance.DENY: "nega negò negato smentisce smentito",
                    Stance.ATTACK: "accusa accusò accusato denuncia critica attacca",
                    Stance.PRAISE: "elogia saluta",
                    Stance.WARN: "avverte avvertito ammonisce",
                    Stance.ASK: "chiede chiese chiesto domanda",
                    Stance.URGE: "esorta sollecita invita",
                    Stance.PROMISE: "promette promesso annuncia annunciato",
                }
            ),
            _set("lui lei egli ella loro io noi"),
            _set("il lo la i gli le l un una uno suo sua"),
            _set("in nel dopo prima durante con per se quando come da al"),
            _set("ma e poi anche"),
            _set("ha hanno aveva anche poi ancora"),
        ),
    }
)
