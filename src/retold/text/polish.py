"""Who speaks, by which words, in Polish."""

from retold.text.reporting import Stance
from retold.text.tongue import Tongue, verbs, words

POLISH = Tongue(
    verbs(
        {
            Stance.NEUTRAL: "mówi mówił mówiła powiedział powiedziała powiedzieli dodaje dodał "
            "dodała wyjaśnia wyjaśnił wyjaśniła pisze napisał napisała odpowiada odpowiedział "
            "odpowiedziała informuje poinformował poinformowała oświadczył oświadczyła stwierdził "
            "stwierdziła zaznaczył zaznaczyła podkreśla podkreślił podkreśliła relacjonuje "
            "opowiada komentuje skomentował skomentowała nazywa nazwał nazwała ocenia ocenił "
            "oceniła tłumaczy tłumaczył tłumaczyła przekazał przekazała",
            Stance.CLAIM: "twierdzi twierdził twierdziła utrzymuje utrzymywał",
            Stance.INSIST: "zapewnia zapewnił zapewniła przekonuje przekonywał",
            Stance.ADMIT: "przyznaje przyznał przyznała",
            Stance.CONFIRM: "potwierdza potwierdził potwierdziła ujawnił ujawniła",
            Stance.DENY: "zaprzecza zaprzeczył zaprzeczyła dementuje",
            Stance.ATTACK: "krytykuje skrytykował skrytykowała oskarżył oskarżyła zarzucił",
            Stance.PRAISE: "chwali pochwalił pochwaliła",
            Stance.WARN: "ostrzega ostrzegł ostrzegła",
            Stance.ASK: "pyta pytał zapytał zapytała",
            Stance.URGE: "apeluje zaapelował zaapelowała domaga wzywa wezwał",
            Stance.PROMISE: "obiecał obiecała zapowiada zapowiedział zapowiedziała",
        }
    ),
    words("on ona oni one ja my"),
    words("ten ta ci jego jej ich"),
    words("w we na po przed podczas z ze gdy kiedy jeśli ponieważ od do"),
    words("ale i a potem też"),
    words("też także potem następnie dalej się"),
    according=words("według zdaniem"),
    offices=words(
        "burmistrz prezydent minister premier rzecznik rzeczniczka dyrektor dyrektorka prezes "
        "szef szefowa wójt poseł posłanka senator przewodniczący przewodnicząca sędzia adwokat "
        "prokurator profesor trener policja rząd świadek"
    ),
    bare=True,
    dash=True,
)
