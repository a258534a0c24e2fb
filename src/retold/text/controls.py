"""Words of a page's controls, players, masts and legal lines, by language; lower case."""

from retold.text.cues import cues

# Lines of controls: one of these, or several side by side.
CONTROLS: dict[str, tuple[str, ...]] = {
    "en": cues(
        r"""
home|menu|search|log ?in|log ?out|sign (?:in|up|out)|register
subscribe(?: now| today)?|support (?:us|now)|donate(?: now)?|share|save|print|email
e-mail|copy link|link copied|comments?|reply|follow|like|tweet|facebook|twitter|x
whatsapp|telegram|linkedin|reddit|pinterest|instagram|youtube|tiktok|threads|bluesky
messenger|rss|newsletters?|contact(?: us)?|about(?: us)?|advertise(?: with us)?
privacy(?: policy| notice)?
terms(?: of (?:use|service)| and conditions| & conditions)?
cookies?(?: policy| settings)?|accept(?: all)?|decline|reject(?: all)?
manage (?:preferences|cookies|options)|close|next|previous|prev|back(?: to top)?
more|skip to (?:main )?content|skip (?:ad|navigation)|advertisement|advertising
sponsored|live|video|videos|photos|gallery|news|sports?|politics|business|opinion
culture|weather|world|tech|technology|health|science|entertainment|lifestyle|travel
podcasts?|e-?paper|jobs|careers|help|faq|sitemap|archive|my account|account|english
edition|play|pause|mute|listen|go to source|source link|source|read full article
view original|original article|breaking news|exclusive|updated|premium|get the app
download the app|download app
\d+ (?:shares?|comments?|views?|likes?|min(?:ute)?s? read)
        """
    ),
    "de": cues(
        r"""
startseite|menü|suche|suchen|anmelden|abmelden|registrieren|einloggen|login|abo
abonnieren|jetzt abonnieren|teilen|merken|drucken|mailen|kommentare?|kommentieren
folgen|merkzettel|schließen|weiter|zurück|nach oben|zum inhalt(?: springen)?|anzeige
werbung|datenschutz(?:erklärung)?|impressum|kontakt|agb|über uns|mediadaten|hilfe
nachrichten|politik|wirtschaft|kultur|sport|wetter|wissen|gesundheit|panorama|reise
digital|lokales|regionales|meinung|netzwelt|unterhaltung|gesellschaft|e-paper|epaper
alle akzeptieren|ablehnen|akzeptieren|einstellungen|cookie-einstellungen|zur quelle
zum original|quelle|vorlesen|artikel (?:vorlesen|anhören|merken|drucken|teilen)
anhören|link kopieren|live|video|\d+ (?:kommentare?|min\.?|minuten?)(?: lesezeit)?
lesezeit:? ?\d+ min(?:uten?)?\.?
passwort vergessen\??|mein konto|warenkorb|merkliste|wunschliste|kasse|öffnungszeiten
anfahrt|presse|karriere|stellenangebote|leichte sprache|gebärdensprache|barrierefreiheit
(?:mehr|weniger|alle) anzeigen|(?:aus|ein)klappen|fotostrecke|bildergalerie|galerie
(?:vorheriger|nächster) (?:artikel|beitrag)|zum (?:nächsten|vorherigen) (?:\w+ wechseln|bild)
jetzt (?:mitmachen|spenden|bestellen|registrieren|anmelden|kaufen|buchen|testen)
suche nach|alle rechte vorbehalten|diesen inhalt laden
        """
    ),
    "fr": cues(
        r"""
accueil|menu|rechercher|recherche|connexion|se connecter|s['’]inscrire|s['’]abonner
abonnez-vous|partager|imprimer|commenter|commentaires?|suivre|fermer|suivant
précédent|retour|publicité|contact|mentions légales|confidentialité|politique
économie|culture|sports?|monde|société|météo|écouter(?: l['’]article)?|tout accepter
refuser|paramétrer|lien copié|source
        """
    ),
    "es": cues(
        r"""
inicio|menú|buscar|iniciar sesión|registrarse|suscríbete|suscribirse|compartir
imprimir|comentar|comentarios?|seguir|cerrar|siguiente|anterior|volver|publicidad
contacto|aviso legal|privacidad|política|economía|cultura|deportes?|mundo|sociedad
escuchar|aceptar(?: todo)?|rechazar|configurar|fuente
        """
    ),
    "it": cues(
        r"""
home|menu|cerca|accedi|registrati|abbonati|condividi|stampa|commenta|commenti|segui
chiudi|avanti|indietro|torna su|pubblicità|contatti|note legali|privacy|politica
economia|cultura|sport|mondo|cronaca|meteo|ascolta|accetta(?: tutto)?|rifiuta|fonte
        """
    ),
}
# What a player, a mast, a weather box or a legal line says; at the begin of a short line.
PAGE = cues(
    r"""
audio (?:by|version|article)
listen to (?:this|the|our|article)
(?:this|hear this) (?:article|story|audio)(?: is| was)? (?:read|narrated|voiced|
    generated)
your browser does(?: not|n't) support
(?:please )?enable javascript
(?:diesen )?artikel (?:an)?hören
écoutez? (?:cet|l['’])
escucha(?:r)? (?:este|la|el)
ascolta (?:l['’]|questo)
(?:copyright|\(c\)|©|all rights reserved|alle rechte vorbehalten|
    tous droits réservés|todos los derechos|tutti i diritti|riproduzione riservata)
-?\d{1,3}(?:[.,]\d)? ?°? ?[cf]\b
\d+ ?(?:min(?:ute)?s?|minuten) (?:read|lesezeit|lesedauer)
(?:reading time|lesezeit|lesedauer|temps de lecture|tiempo de lectura|
    tempo di lettura)\b
(?:e-?paper|today(?:'|’)s paper|live tv|watch live|live ?blog|jetzt live|en direct|
    en vivo)\b
(?:first|originally) (?:published|appeared) (?:on|in|at)
(?:this (?:article|story|post) (?:first |originally )?(?:was |is )?(?:first |
    originally )?(?:published|appeared))
the post .{5,150} (?:first )?appeared first on
(?:google|follow|add) .{0,30}(?:preferred source|on google)
(?:click|tap) (?:here|to)\b
scroll (?:down|to)
(?:read|see|view|continue to) (?:the )?(?:full|whole|complete|original|rest of the) (?:story|
    article|text|report|post|piece)
write to (?:us|the editor)|letters to the editor|contact the (?:editor|newsroom|newsdesk)
(?:story|article) continues below
loading\b
(?:der )?artikel wird (?:nach|unter)
(?:tags?|topics?|filed under|themen|schlagw[oö]rter|stichworte|mots[- ]clés|
    etiquetas|argomenti) ?:
(?:also read|read also|read more|see also|related|more|watch|recommended|
    lesen sie auch|lies auch|mehr zum thema|mehr dazu|siehe auch|à lire aussi|
    lire aussi|lea también|lee también|ver también|leggi anche) ?[:|»>-]
    """
)
# Prose in which the site and not the author speaks: rights, corrections, notes; at its begin.
NOTES = cues(
    r"""
(?:copyright|\(c\)|©|all rights reserved|alle rechte vorbehalten|tous droits réservés|
    todos los derechos|tutti i diritti)
(?:correction|clarification|editor(?:'|’)s note|korrektur|anmerkung der redaktion|
    hinweis der redaktion|correctif|rectificatif|note de la rédaction|corrección|
    nota de la redacción|rettifica|nota della redazione)s? ?(?:\([^)]{1,40}\) ?)?[:|–—-]
(?:an earlier|a previous) version of this (?:article|story|report)
this (?:article|story|report|post|piece) (?:was|has been) (?:updated|amended|corrected|edited)
dieser (?:artikel|beitrag|text) wurde (?:aktualisiert|korrigiert|überarbeitet)
(?:reproduction|republication) (?:\w+ ){0,4}(?:prohibited|forbidden|permission)
(?:texte|inhalte|bilder) auf dieser (?:web)?seite (?:stehen|sind)
(?:dieses werk|dieser inhalt|dieser text|this work|this content|this article) (?:is|ist|steht) (?:
    licensed|published|lizenziert|unter) (?:under|unter|einer|a|der)\b
    """
)
# Where a paper points to another of its pages.
POINTERS = cues(
    r"""
(?:see |on )?(?:pages? \d{1,3}|back page|seite \d{1,3}|page \d{1,3}|página \d{1,3}|
    pagina \d{1,3})
    """
)
