"""What a page says when it asks its reader for something, by language; lower case."""

from retold.text.cues import cues

# What `you` and `us` do in an appeal. Counted: one alone says little.
APPEALS: dict[str, tuple[str, ...]] = {
    "en": cues(
        r"""
your gift|give (?:now|today|monthly)|keep (?:local|independent|our) (?:news|journalism)
pays? for (?:reporters|reporting|journalis[tm]s?)
your (?:support|donation|contribution|subscription|inbox|email|e-mail|consent|
    browser|ad ?blocker|privacy)
(?:support|fund|help us|rely on|sustain|back) (?:our |independent |quality |local |
    the |free )*(?:journalism|journalists|reporting|newsroom|work)
our (?:journalism|newsletters?|reporting|newsroom|readers|partners|privacy policy|
    cookie policy|app|journalists|supporters|members|whatsapp channel|telegram channel)
(?:donate (?:now|today|here|to us)|subscribe (?:to|now|today|for|here)|sign up|
    (?:sign|log) in (?:to|or|here)|register (?:now|here|for free)|become a (?:member|
    subscriber|supporter)|join us|follow us|click here|download (?:the|our) app)
we (?:use|store|and our partners use) (?:cookies|information)
cookies?\b
paywalls?\b
unsubscribe|opt out
newsletters?\b
(?:get|receive) (?:the|our|all) .{0,40}(?:inbox|email|alerts|updates|newsletter)
(?:paid for|funded) by (?:readers|those|people)
read more|support now
terms of (?:use|service)
personali[sz]ed? (?:ads|content)
free trial|per month|cancel any ?time|special offer
delivered (?:straight |directly )?to your
for as little as
enjoy(?:ed|ing)? (?:this|our|the) (?:article|story|briefing|piece|reporting|newsletter)
if you (?:value|like|enjoy(?:ed)?|care about)
(?:journalism|reporting|stories|work) like this
join (?:over |more than |the |our )*[\d][\d,.]*
(?:become|be) a (?:friend|patron|backer|donor)
(?:readers|people|supporters) like you
consider (?:a donation|donating|supporting|subscribing|becoming|making)
(?:a|per|each) (?:month|week|year)\b
(?:got|have|seen) (?:a|any|some) (?:story|news|tip|photo|question)s?
do you (?:know|have) (?:more|anything|information|a story)
(?:e-?mail|contact|write to|speak to|talk to|tell|message|call) (?:us|our|the) (?:newsroom|
    newsdesk|news desk|editors?|team|reporters?)?
send us|tell us|in confidence
(?:at )?any ?time\b|no charge|free of charge
        """
    ),
    "de": cues(
        r"""
ihre? (?:unterstützung|spende|e-mail(?:-adresse)?|einwilligung|zustimmung|daten|
    postfach|abo|beitrag)
(?:unterstützen|spenden) sie
unser(?:e|en|em|er)? (?:newsletter|journalismus|redaktion|partner|datenschutz\w*|
    arbeit|angebot|app|whatsapp-kanal|kanal|leser\w*)
(?:melden sie sich|jetzt) .{0,30}(?:an\b|anmelden|abonnieren|bestellen|testen|
    registrieren|spenden)
abonnieren sie
newsletter\w*
cookies?\b
wir (?:verwenden|nutzen|setzen) .{0,30}(?:cookies|technologien)
(?:jederzeit )?(?:kündbar|abbestellen|widerrufen)
unabhängigen journalismus
kostenlos(?:en)?\b
folgen sie uns
pro monat|probeabo|digitalabo
datenschutz\w*
klicken sie hier
werden sie (?:mitglied|abonnent\w*|unterstützer\w*)
(?:besuchen|kontaktieren) sie uns|(?:rufen|sprechen) sie uns an|schreiben sie uns
(?:haben|hast) (?:sie|du) (?:noch )?fragen|bei fragen
wir freuen uns (?:auf|über) (?:ihre|deine|eure)
ihre (?:anfrage|fragen|anregungen|meinung|nachricht)
bleiben sie (?:auf dem laufenden|informiert)
(?:erfahren|lesen) sie (?:mehr|hier)|entdecken sie|informieren sie sich|finden sie (?:hier|unter)
müssen sie (?:sich )?(?:eingeloggt|angemeldet|registriert|einloggen|anmelden|registrieren)
kommentieren zu können
(?:in den warenkorb|versandkosten\w*|unverbindlich|gewinnspiel|passwort)\b
        """
    ),
    "fr": cues(
        r"""
votre (?:soutien|don|adresse|e-mail|consentement|boîte|abonnement|inbox)
(?:soutenez|abonnez|inscrivez)[- ]
nos (?:newsletters?|journalistes|partenaires|lecteurs|abonnés)
notre (?:newsletter|journalisme|rédaction|politique)
cookies?\b
faites un don
désabonner|désinscrire
par mois|sans engagement
newsletters?\b
cliquez ici
        """
    ),
    "es": cues(
        r"""
(?:tu|su) (?:apoyo|donación|correo|consentimiento|suscripción)
(?:suscríb[ae]\w*|regístr[ae]\w*|apoya|dona|hazte soci[oa])
nuestr[oa]s? (?:boletín|boletines|periodismo|redacción|socios|lectores|newsletter)
cookies?\b
(?:al|por) mes\b
newsletters?|boletín
cancela\w* cuando
haga? clic aquí
        """
    ),
    "it": cues(
        r"""
(?:il tuo|la tua|il vostro) (?:sostegno|donazione|indirizzo|email|consenso|
    abbonamento|contributo)
(?:abbonati|iscriviti|sostieni|dona ora|registrati)
(?:nostr[aei]|nostro) (?:newsletter|giornalismo|redazione|partner|lettori)
cookies?\b
al mese\b
newsletters?\b
clicca qui
        """
    ),
}
