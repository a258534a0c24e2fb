"""Who speaks, by which words, in German, Dutch, Swedish, Danish and Norwegian."""

from retold.text.reporting import Stance
from retold.text.tongue import Tongue, verbs, words

GERMAN = Tongue(
    verbs(
        {
            Stance.NEUTRAL: "sagt sagte sagten gesagt erklärt erklärte erklärten "
            "erläuterte berichtet berichtete schreibt schrieb schrieben meint "
            "meinte meinten "
            "ergänzt ergänzte fügte antwortet antwortete rief ruft erzählt erzählte "
            "spricht sprach so teilte teilten äußerte betont betonte unterstrich zitiert heißt "
            "hieß erklären sagen",
            Stance.CLAIM: "behauptet behauptete behaupteten",
            Stance.INSIST: "beharrt beharrte beteuert beteuerte versichert versicherte",
            Stance.ADMIT: "räumt räumte gesteht gestand gibt gab",
            Stance.CONFIRM: "bestätigt bestätigte",
            Stance.DENY: "bestreitet bestritt dementiert dementierte widerspricht widersprach",
            Stance.ATTACK: "kritisiert kritisierte nannte nennt bezeichnet bezeichnete klagt "
            "klagte wirft warf",
            Stance.PRAISE: "lobt lobte begrüßt begrüßte",
            Stance.WARN: "warnt warnte mahnt mahnte",
            Stance.ASK: "fragt fragte fragten",
            Stance.URGE: "fordert forderte forderten bittet bat rät riet",
            Stance.PROMISE: "verspricht versprach kündigt kündigte",
        }
    ),
    words("er sie ich wir"),
    words("der die das ein eine einer sein seine ihr ihre"),
    words("in im am an auf nach vor während bei mit wenn als weil obwohl seit zu zum zur"),
    words("aber und doch dann später auch"),
    words("hat hatte haben dann später auch weiter noch zudem ferner dazu am"),
    according=words("laut zufolge nach"),
    offices=words(
        "bürgermeister bürgermeisterin ministerin minister sprecher sprecherin präsident "
        "präsidentin kanzler kanzlerin direktor direktorin chef chefin leiter leiterin richter "
        "richterin anwalt anwältin polizei regierung behörde staatsanwaltschaft vorsitzende "
        "vorsitzender trainer zeuge zeugin experte expertin"
    ),
)
DUTCH = Tongue(
    verbs(
        {
            Stance.NEUTRAL: "zegt zei zeiden zeggen gezegd vertelt vertelde verteld verklaart "
            "verklaarde meldt meldde schrijft schreef antwoordt antwoordde reageert reageerde "
            "noemt noemde legt legde vervolgt vervolgde voegt voegde vindt vond stelt stelde "
            "benadrukt benadrukte aldus spreekt sprak",
            Stance.CLAIM: "beweert beweerde",
            Stance.INSIST: "houdt hield verzekert verzekerde",
            Stance.ADMIT: "erkent erkende geeft gaf",
            Stance.CONFIRM: "bevestigt bevestigde onthult onthulde",
            Stance.DENY: "ontkent ontkende weerspreekt weersprak",
            Stance.ATTACK: "bekritiseert bekritiseerde klaagt klaagde hekelt hekelde",
            Stance.PRAISE: "prijst prees looft",
            Stance.WARN: "waarschuwt waarschuwde",
            Stance.ASK: "vraagt vroeg",
            Stance.URGE: "eist eiste roept riep pleit pleitte",
            Stance.PROMISE: "belooft beloofde kondigt kondigde",
        }
    ),
    words("hij zij ze ik wij we"),
    words("de het een zijn haar hun"),
    words("in na voor tijdens bij met als toen omdat sinds op aan"),
    words("maar en toen later ook"),
    words("heeft had hebben toen later ook verder daarop eraan"),
    according=words("volgens aldus"),
    offices=words(
        "burgemeester minister minister-president premier woordvoerder woordvoerster voorzitter "
        "voorzitster directeur directrice president wethouder advocaat rechter officier hoogleraar "
        "trainer staatssecretaris commissaris getuige politie kabinet gemeente"
    ),
)
SWEDISH = Tongue(
    verbs(
        {
            Stance.NEUTRAL: "säger sade sa sagt berättar berättade förklarar förklarade skriver "
            "skrev svarar svarade tillägger tillade konstaterar konstaterade uppger uppgav menar "
            "menade anser ansåg kallar kallade fortsätter fortsatte betonar betonade talade",
            Stance.CLAIM: "hävdar hävdade påstår påstod",
            Stance.INSIST: "försäkrar försäkrade",
            Stance.ADMIT: "medger medgav erkänner erkände",
            Stance.CONFIRM: "bekräftar bekräftade avslöjar avslöjade",
            Stance.DENY: "förnekar förnekade dementerar dementerade",
            Stance.ATTACK: "kritiserar kritiserade anklagar anklagade klagar klagade",
            Stance.PRAISE: "berömmer berömde hyllar hyllade",
            Stance.WARN: "varnar varnade",
            Stance.ASK: "frågar frågade undrar undrade",
            Stance.URGE: "kräver krävde uppmanar uppmanade",
            Stance.PROMISE: "lovar lovade",
        }
    ),
    words("han hon de jag vi hen"),
    words("den det en ett sin hans hennes"),
    words("i på efter före under vid med när om som eftersom sedan"),
    words("men och då senare också"),
    words("har hade också sedan senare vidare"),
    according=words("enligt"),
    offices=words(
        "borgmästaren borgmästare ministern minister statsministern statsminister talespersonen "
        "talesperson pressekreterare chefen chef direktören direktör vd ordföranden ordförande "
        "presidenten president advokaten advokat åklagaren åklagare domaren professorn professor "
        "polisen regeringen tränaren vittnet"
    ),
    bare=True,
    dash=True,
)
DANISH = Tongue(
    verbs(
        {
            Stance.NEUTRAL: "siger sagde sier sa sagt fortæller fortalte forteller forklarer "
            "forklarede forklarte skriver skrev svarer svarede svarte tilføjer tilføjede oplyser "
            "oplyste opplyser mener mente kalder kaldte kaller lyder lød fortsætter fortsatte",
            Stance.CLAIM: "hævder hævdede hevder hevdet påstår påstod",
            Stance.INSIST: "fastholder fastholdt understreger understregede",
            Stance.ADMIT: "indrømmer indrømmede erkender erkendte innrømmer",
            Stance.CONFIRM: "bekræfter bekræftede bekrefter bekreftet",
            Stance.DENY: "afviser afviste benægter benægtede avviser avviste nekter",
            Stance.ATTACK: "kritiserer kritiserede beskylder kritiserte",
            Stance.PRAISE: "roser roste",
            Stance.WARN: "advarer advarede advarte",
            Stance.ASK: "spørger spurgte spør",
            Stance.URGE: "kræver krævede opfordrer krever",
            Stance.PROMISE: "lover lovede lovte",
        }
    ),
    words("han hun de jeg vi"),
    words("den det en et sin hans hendes"),
    words("i på efter før under ved med når om som fordi siden"),
    words("men og da senere også"),
    words("har havde hadde også siden senere videre"),
    according=words("ifølge ifølgje"),
    offices=words(
        "borgmester borgmesteren ordfører ordføreren minister ministeren statsminister "
        "statsministeren talsmand talsperson talskvinde chef chefen direktør direktøren formand "
        "formanden leder lederen præsident præsidenten advokat advokaten dommer dommeren professor "
        "politiet regeringen træner træneren"
    ),
    bare=True,
    dash=True,
)
