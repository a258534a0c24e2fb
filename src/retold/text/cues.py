"""Words by which a page speaks of itself, by language: labels of lists, appeals, credits, clocks.

Tables only; `furniture.py` and `captions.py` read them. Each entry is a regular expression in lower
case. They are a help to the rules of structure in `blocks.py`, not their ground: a page whose words
stand in none of these tables has still its short lines before and after its prose.
"""

# A line of its own above a list of other texts, or the list's end matter.
SECTIONS: dict[str, tuple[str, ...]] = {
    "en": (
        r"(?:the )?(?:latest|top|more|related|recommended|popular|trending|other|recent|breaking|featured|suggested|"
        r"similar|local|national|world|sponsored|promoted|further)"
        r"(?: (?:on|in|from|for|our|the|this|you|news|world|us))*"
        r" (?:stories|story|articles?|news|posts?|headlines|reads?|reading|coverage|content|links?|topics?|videos?|"
        r"updates|tags|searches|picks|reports|items)",
        r"(?:latest|trending|related|recommended|popular|sponsored|topics?|tags|categories|keywords|filed under|"
        r"comments|advertisement|related to this story)(?: now| today| topics| posts| this week)?",
        r"(?:most|best)[ -](?:read|viewed|popular|shared|watched|commented|recent|discussed|emailed)(?: .{0,30})?",
        r"(?:hot|popular|trending|new|best|big) (?:this week|today|now|right now|this month)",
        r"(?:you )?(?:may|might|could)(?: also)? (?:like|be interested in|enjoy|want to read)(?: .{0,20})?",
        r"you(?:'|’)ll (?:also )?(?:like|love|enjoy)(?: .{0,20})?",
        r"(?:more|also|elsewhere|next|further)(?: (?:from|on|in|about|by)) .{2,50}",
        r"(?:read|see|watch|up|what(?:'|’)s) next",
        r"(?:read|see) (?:also|more)",
        r"also (?:read|see|in the news|on .{2,30})",
        r"(?:editor(?:'|’)?s(?:'|’)?|staff|our) (?:picks?|choice|favou?rites)",
        r"don(?:'|’)t miss(?: .{0,25})?",
        r"in (?:other|case you missed|today(?:'|’)s) .{2,20}",
        r"(?:around|from (?:across|around)) the (?:web|site|network)",
        r"from our (?:partners|sponsors|network|archive)",
        r"paid (?:content|partner .{3,20})",
        r"(?:leave|post|write|add) a (?:reply|comment)",
        r"(?:join|start) the (?:conversation|discussion)",
        r"share (?:this|on|via)(?: .{2,25})?",
        r"follow us(?: .{2,25})?",
        r"about the author",
        r"what to read next",
        r"what others are reading",
        r"(?:our )?newsletters?",
        r"stay (?:connected|informed|up to date)",
        r"(?:quick|useful|site) links?",
        r"more to (?:explore|read)",
        r"keep reading",
        r"explore more",
    ),
    "de": (
        r"mehr (?:zum thema|zu diesem thema|zu|aus|von|über|artikel|nachrichten|news|lesen)(?: .{0,40})?",
        r"(?:lesen|lies|sehen|sieh|hören) (?:sie )?(?:auch|mehr|dazu|hierzu)(?: .{0,25})?",
        r"auch interessant",
        r"das (?:könnte|dürfte) (?:sie|dich|euch)(?: auch)? (?:auch )?(?:interessieren|gefallen)",
        r"(?:weitere|ähnliche|verwandte|aktuelle|neueste|neue|empfohlene|passende|beliebte|top)[ -]?"
        r"(?:artikel|themen|beiträge|meldungen|nachrichten|news|inhalte|links?|storys?|texte|videos)(?: .{0,40})?",
        r"(?:meistgelesen|meist gelesen|am meisten gelesen|beliebt|empfehlungen|empfohlen)(?: .{0,25})?",
        r"(?:die )?(?:meistgelesenen?|neuesten?|wichtigsten?|beliebtesten?|aktuellsten?)(?: .{2,30})?",
        r"(?:themen|schlagwörter|stichwörter|schlagworte|kommentare|anzeige|werbung|aus dem ressort .{2,20}|teilen|"
        r"artikel teilen|newsletter|zum thema|themenseiten?|mehr|ressorts?|nachrichtenticker|newsticker|unsere .{3,20})",
        r"nicht verpassen",
        r"redaktionsempfehlung(?:en)?",
        r"folgen sie uns(?: .{2,25})?",
        r"über (?:den autor|die autorin)",
        r"kommentar(?:e)? (?:schreiben|verfassen|lesen)",
        r"zur (?:startseite|übersicht)",
        r"aus unserem archiv",
    ),
    "fr": (
        r"(?:à|a) lire (?:aussi|également|ensuite)(?: .{0,25})?",
        r"lire (?:aussi|également)",
        r"(?:voir|écouter) aussi",
        r"(?:sur le même (?:sujet|thème)|articles? (?:liés?|similaires?|recommandés?|associés?|les plus lus))",
        r"(?:les )?(?:plus (?:lus|populaires|partagés)|dernières (?:actualités|nouvelles|infos)|plus lus)(?: .{0,25})?",
        r"(?:vous aimerez (?:aussi|peut-être)|cela pourrait vous intéresser|recommandé(?:s)? pour vous)",
        r"(?:dans la même rubrique|nos (?:derniers|autres) articles|à la une|à ne pas manquer|thèmes|publicité|"
        r"commentaires|partager|mots-clés|tendances|newsletters?)",
    ),
    "es": (
        r"(?:lea|lee|ver|vea|leer) (?:también|además|más)(?: .{0,25})?",
        r"te puede (?:también )?interesar",
        r"(?:también )?(?:te|le) (?:puede|podría)(?: también)? interesar",
        r"(?:más|lo más) (?:leídos?|vistos?|popular(?:es)?)(?: .{0,25})?",
        r"(?:noticias|artículos|contenidos?|temas) (?:relacionad[oa]s?|recomendad[oa]s?|similares)",
        r"(?:últimas noticias|más noticias|lo último|más sobre .{2,30}|más información|etiquetas|temas|publicidad|"
        r"comentarios|compartir|no te pierdas|boletines|tendencias)",
    ),
    "it": (
        r"(?:leggi|vedi|guarda) anche(?: .{0,25})?",
        r"(?:potrebbe|potrebbero) interessarti(?: anche)?",
        r"(?:articoli|notizie|contenuti) (?:correlat[ie]|collegat[ie]|consigliat[ie]|simili)",
        r"(?:i )?più (?:letti|visti|popolari)(?: .{0,25})?",
        r"(?:ultime notizie|ultim'ora|in evidenza|tag|argomenti|pubblicità|commenti|condividi|da non perdere|"
        r"altre notizie|tendenze|consigliati per te)",
    ),
}
# Ends a teaser, or stands alone under one.
MORE: dict[str, tuple[str, ...]] = {
    "en": (
        r"read (?:more|on|full (?:story|article)|the full (?:story|article)|it here)",
        r"continue reading",
        r"full story",
        r"learn more",
        r"see more",
        r"show more",
        r"view (?:all|more)",
        r"click here(?: to .{3,40})?",
        r"find out more",
    ),
    "de": (
        r"weiterlesen",
        r"mehr (?:lesen|erfahren|dazu|anzeigen)",
        r"(?:hier )?weiter(?:lesen)?",
        r"zum artikel",
        r"jetzt lesen",
        r"mehr",
        r"alle anzeigen",
        r"zum beitrag",
    ),
    "fr": (
        r"lire la suite",
        r"en savoir plus",
        r"lire plus",
        r"voir (?:plus|tout)",
        r"lire l['’]article",
    ),
    "es": (
        r"leer más",
        r"seguir leyendo",
        r"ver más",
        r"sigue leyendo",
        r"leer (?:la )?nota completa",
    ),
    "it": (
        r"leggi tutto",
        r"continua a leggere",
        r"leggi (?:di più|l['’]articolo)",
        r"scopri di più",
        r"vedi tutti",
    ),
}
# A time told from the reader's now.
AGO: dict[str, tuple[str, ...]] = {
    "en": (
        r"(?:about |over |an? |\d+ ?)(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?|mos?|months?|years?)(?: ago)?",
        r"just now",
        r"moments ago",
        r"yesterday",
        r"today(?:,? (?:at )?\d\d?:\d\d.{0,5})?",
    ),
    "de": (
        r"vor (?:etwa |\d+ |einer |einem )(?:sek(?:unden)?|min(?:uten?)?|std|stunden?|tag(?:en)?|wochen?|monat(?:en)?|jahr(?:en)?)\.?",
        r"(?:gerade eben|gestern|heute)(?:,? (?:um )?\d\d?[:.]\d\d(?: uhr)?)?",
    ),
    "fr": (
        r"il y a (?:\d+|une?|environ \d+) ?(?:s|min(?:utes?)?|h|heures?|j(?:ours?)?|semaines?|mois|ans?)",
        r"hier",
        r"à l['’]instant",
    ),
    "es": (
        r"hace (?:\d+|una?|unos \d+) ?(?:s|segundos?|min(?:utos?)?|h|horas?|d[ií]as?|semanas?|mes(?:es)?|años?)",
        r"ayer",
    ),
    "it": (
        r"(?:\d+|un['’]?|una) ?(?:min(?:uti|uto)?|or[ae]|h|giorn[oi]|settiman[ae]|mes[ei]|ann[oi]) fa",
        r"ieri",
    ),
}
# Lines of controls: one of these, or several side by side.
CONTROLS: dict[str, tuple[str, ...]] = {
    "en": tuple(
        "home|menu|search|log ?in|log ?out|sign (?:in|up|out)|register|subscribe(?: now| today)?|support (?:us|now)|donate(?: now)?|share|"
        "save|print|email|e-mail|copy link|link copied|comments?|reply|follow|like|tweet|facebook|twitter|x|whatsapp|"
        "telegram|linkedin|reddit|pinterest|instagram|youtube|tiktok|threads|bluesky|messenger|rss|newsletters?|contact(?: us)?|about(?: us)?|"
        "advertise(?: with us)?|privacy(?: policy| notice)?|terms(?: of (?:use|service)| and conditions| & conditions)?|cookies?(?: policy| settings)?|accept(?: all)?|"
        "decline|reject(?: all)?|manage (?:preferences|cookies|options)|close|next|previous|prev|back(?: to top)?|more|skip to (?:main )?content|skip (?:ad|navigation)|"
        "advertisement|advertising|sponsored|live|video|videos|photos|gallery|news|sports?|politics|business|opinion|culture|weather|"
        "world|tech|technology|health|science|entertainment|lifestyle|travel|podcasts?|e-?paper|jobs|careers|help|faq|sitemap|archive|"
        "my account|account|english|edition|play|pause|mute|listen|go to source|source|source link|read full article|view original|"
        "original article|breaking news|exclusive|updated|premium|get the app|download the app|download app|\\d+ (?:shares?|comments?|views?|likes?|min(?:ute)?s? read)".split(
            "|"
        )
    ),
    "de": tuple(
        "startseite|menü|suche|suchen|anmelden|abmelden|registrieren|einloggen|login|abo|abonnieren|jetzt abonnieren|teilen|merken|drucken|"
        "mailen|kommentare?|kommentieren|folgen|merkzettel|schließen|weiter|zurück|nach oben|zum inhalt(?: springen)?|anzeige|werbung|datenschutz(?:erklärung)?|"
        "impressum|kontakt|agb|über uns|mediadaten|hilfe|nachrichten|politik|wirtschaft|kultur|sport|wetter|wissen|gesundheit|panorama|"
        "reise|digital|lokales|regionales|meinung|netzwelt|unterhaltung|gesellschaft|e-paper|epaper|alle akzeptieren|ablehnen|akzeptieren|einstellungen|cookie-einstellungen|"
        "zur quelle|zum original|quelle|vorlesen|artikel (?:vorlesen|anhören|merken|drucken|teilen)|anhören|link kopieren|live|video|"
        "\\d+ (?:kommentare?|min\\.?|minuten?)(?: lesezeit)?|lesezeit:? ?\\d+ min(?:uten?)?\\.?".split(
            "|"
        )
    ),
    "fr": tuple(
        "accueil|menu|rechercher|recherche|connexion|se connecter|s['’]inscrire|s['’]abonner|abonnez-vous|partager|imprimer|commenter|"
        "commentaires?|suivre|fermer|suivant|précédent|retour|publicité|contact|mentions légales|confidentialité|politique|économie|"
        "culture|sports?|monde|société|météo|écouter(?: l['’]article)?|tout accepter|refuser|paramétrer|lien copié|source".split(
            "|"
        )
    ),
    "es": tuple(
        "inicio|menú|buscar|iniciar sesión|registrarse|suscríbete|suscribirse|compartir|imprimir|comentar|comentarios?|seguir|cerrar|"
        "siguiente|anterior|volver|publicidad|contacto|aviso legal|privacidad|política|economía|cultura|deportes?|mundo|sociedad|"
        "escuchar|aceptar(?: todo)?|rechazar|configurar|fuente".split("|")
    ),
    "it": tuple(
        "home|menu|cerca|accedi|registrati|abbonati|condividi|stampa|commenta|commenti|segui|chiudi|avanti|indietro|torna su|"
        "pubblicità|contatti|note legali|privacy|politica|economia|cultura|sport|mondo|cronaca|meteo|ascolta|accetta(?: tutto)?|rifiuta|fonte".split(
            "|"
        )
    ),
}
# An appeal to the reader; what `you` and `us` do in it. Counted: one alone says little.
APPEALS: dict[str, tuple[str, ...]] = {
    "en": (
        r"your (?:support|donation|contribution|subscription|inbox|email|e-mail|consent|browser|ad ?blocker|privacy)",
        r"(?:support|fund|help us|rely on|sustain|back) (?:our |independent |quality |local |the |free )*(?:journalism|journalists|reporting|newsroom|work)",
        r"our (?:journalism|newsletters?|reporting|newsroom|readers|partners|privacy policy|cookie policy|app|journalists|supporters|members|whatsapp channel|telegram channel)",
        r"(?:donate (?:now|today|here|to us)|subscribe (?:to|now|today|for|here)|sign up|(?:sign|log) in (?:to|or|here)|register (?:now|here|for free)|become a (?:member|subscriber|supporter)|join us|follow us|click here|download (?:the|our) app)",
        r"we (?:use|store|and our partners use) (?:cookies|information)",
        r"cookies?\b",
        r"paywalls?\b",
        r"unsubscribe|opt out",
        r"newsletters?\b",
        r"(?:get|receive) (?:the|our|all) .{0,40}(?:inbox|email|alerts|updates|newsletter)",
        r"(?:paid for|funded) by (?:readers|those|people)",
        r"read more|support now",
        r"terms of (?:use|service)",
        r"personali[sz]ed? (?:ads|content)",
        r"free trial|per month|cancel any ?time|special offer",
        r"delivered (?:straight |directly )?to your",
        r"for as little as",
    ),
    "de": (
        r"ihre? (?:unterstützung|spende|e-mail(?:-adresse)?|einwilligung|zustimmung|daten|postfach|abo|beitrag)",
        r"(?:unterstützen|spenden) sie",
        r"unser(?:e|en|em|er)? (?:newsletter|journalismus|redaktion|partner|datenschutz\w*|arbeit|angebot|app|whatsapp-kanal|kanal|leser\w*)",
        r"(?:melden sie sich|jetzt) .{0,30}(?:an\b|anmelden|abonnieren|bestellen|testen|registrieren|spenden)",
        r"abonnieren sie",
        r"newsletter\w*",
        r"cookies?\b",
        r"wir (?:verwenden|nutzen|setzen) .{0,30}(?:cookies|technologien)",
        r"(?:jederzeit )?(?:kündbar|abbestellen|widerrufen)",
        r"unabhängigen journalismus",
        r"kostenlos(?:en)?\b",
        r"folgen sie uns",
        r"pro monat|probeabo|digitalabo",
        r"datenschutz\w*",
        r"klicken sie hier",
        r"werden sie (?:mitglied|abonnent\w*|unterstützer\w*)",
    ),
    "fr": (
        r"votre (?:soutien|don|adresse|e-mail|consentement|boîte|abonnement|inbox)",
        r"(?:soutenez|abonnez|inscrivez)[- ]",
        r"nos (?:newsletters?|journalistes|partenaires|lecteurs|abonnés)",
        r"notre (?:newsletter|journalisme|rédaction|politique)",
        r"cookies?\b",
        r"faites un don",
        r"désabonner|désinscrire",
        r"par mois|sans engagement",
        r"newsletters?\b",
        r"cliquez ici",
    ),
    "es": (
        r"(?:tu|su) (?:apoyo|donación|correo|consentimiento|suscripción)",
        r"(?:suscríb[ae]\w*|regístr[ae]\w*|apoya|dona|hazte soci[oa])",
        r"nuestr[oa]s? (?:boletín|boletines|periodismo|redacción|socios|lectores|newsletter)",
        r"cookies?\b",
        r"(?:al|por) mes\b",
        r"newsletters?|boletín",
        r"cancela\w* cuando",
        r"haga? clic aquí",
    ),
    "it": (
        r"(?:il tuo|la tua|il vostro) (?:sostegno|donazione|indirizzo|email|consenso|abbonamento|contributo)",
        r"(?:abbonati|iscriviti|sostieni|dona ora|registrati)",
        r"(?:nostr[aei]|nostro) (?:newsletter|giornalismo|redazione|partner|lettori)",
        r"cookies?\b",
        r"al mese\b",
        r"newsletters?\b",
        r"clicca qui",
    ),
}
# What a player, a mast, a weather box or a legal line says; matched at the begin of a short line.
PAGE: tuple[str, ...] = (
    r"audio (?:by|version|article)",
    r"listen to (?:this|the|our|article)",
    r"(?:this|hear this) (?:article|story|audio)(?: is| was)? (?:read|narrated|voiced|generated)",
    r"your browser does(?: not|n't) support",
    r"(?:please )?enable javascript",
    r"(?:diesen )?artikel (?:an)?hören",
    r"écoutez? (?:cet|l['’])",
    r"escucha(?:r)? (?:este|la|el)",
    r"ascolta (?:l['’]|questo)",
    r"(?:copyright|\(c\)|©|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos|tutti i diritti|riproduzione riservata)",
    r"-?\d{1,3}(?:[.,]\d)? ?°? ?[cf]\b",
    r"\d+ ?(?:min(?:ute)?s?|minuten) (?:read|lesezeit|lesedauer)",
    r"(?:reading time|lesezeit|lesedauer|temps de lecture|tiempo de lectura|tempo di lettura)\b",
    r"(?:e-?paper|today(?:'|’)s paper|live tv|watch live|live ?blog|jetzt live|en direct|en vivo)\b",
    r"(?:first|originally) (?:published|appeared) (?:on|in|at)",
    r"(?:this (?:article|story|post) (?:first |originally )?(?:was |is )?(?:first |originally )?(?:published|appeared))",
    r"the post .{5,150} (?:first )?appeared first on",
    r"(?:google|follow|add) .{0,30}(?:preferred source|on google)",
    r"(?:click|tap) (?:here|to)\b",
    r"scroll (?:down|to)",
    r"(?:story|article) continues below",
    r"loading\b",
    r"(?:der )?artikel wird (?:nach|unter)",
    r"(?:tags?|topics?|filed under|themen|schlagw[oö]rter|stichworte|mots[- ]clés|etiquetas|argomenti) ?:",
    r"(?:also read|read also|read more|see also|related|more|watch|recommended|lesen sie auch|lies auch|mehr zum thema|mehr dazu|siehe auch|à lire aussi|lire aussi|lea también|lee también|ver también|leggi anche) ?[:|»>-]",
)
# Agencies and stocks that stand in picture credits.
AGENCIES = (
    r"getty(?: images)?|reuters|afp|ap(?: photo)?|associated press|epa(?:-efe)?|pa(?: wire| media| images)?|dpa|ap images|alamy|shutterstock|istock|"
    r"imago(?: images)?|picture alliance|keystone|apa|ansa|efe|lapresse|tass|xinhua|afp photo|upi|zuma(?: press)?|sipa|wirestock|unsplash|pixabay|"
    r"flickr|wikimedia(?: commons)?|bloomberg|handout|pool|file|courtesy|ddp|rex(?: features)?|nur ?photo|anadolu|belga|ritzau|ntb|tt|stock\.adobe\.com|adobe stock|depositphotos"
)
# Begins a caption or stands in front of a credit.
PICTURE = (
    r"open image in gallery|view (?:image|photo|gallery)(?: in fullscreen)?|image (?:source|caption|credit|copyright)|(?:file )?photo(?:graph)?s?(?: credit| by)?|images?|picture(?:d)?|"
    r"illustration|graphic|screen ?(?:shot|grab)|video|watch|foto|bild(?:er|unterschrift|quelle)?|grafik|quelle|crédits?(?: photo)?|légende|crédito|fotografía|imagen|immagine|credits?|caption|"
    r"enlarge (?:this )?image|toggle caption|hide caption"
)
BYLINES = r"by|reported by|written by|reporting by|words by|story by|from our|von|ein bericht von|text|autor(?:in)?|par|propos recueillis par|por|escrito por|di|a cura di"
