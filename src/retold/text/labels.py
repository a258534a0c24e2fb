"""Words over, under and beside lists of other texts, by language. Regular expressions, lower
case.
"""

from retold.text.cues import cues

# A line of its own above a list of other texts, or the list's end matter.
SECTIONS: dict[str, tuple[str, ...]] = {
    "en": cues(
        r"""
(?:the )?(?:latest|top|more|related|recommended|popular|trending|other|recent|
    breaking|featured|suggested|similar|local|national|world|sponsored|promoted|
    further)(?: (?:on|in|from|for|our|the|this|you|news|world|us))* (?:stories|story|
    articles?|news|posts?|headlines|reads?|reading|coverage|content|links?|topics?|
    videos?|updates|tags|searches|picks|reports|items)
(?:latest|trending|related|recommended|popular|sponsored|topics?|tags|categories|
    keywords|filed under|comments|advertisement|related to this story)(?: now| today|
    \ topics| posts| this week)?
(?:most|best)[ -](?:read|viewed|popular|shared|watched|commented|recent|discussed|
    emailed)(?: .{0,30})?
(?:hot|popular|trending|new|best|big) (?:this week|today|now|right now|this month)
(?:you )?(?:may|might|could)(?: also)? (?:like|be interested in|enjoy|
    want to read)(?: .{0,20})?
you(?:'|’)ll (?:also )?(?:like|love|enjoy)(?: .{0,20})?
(?:more|also|elsewhere|next|further)(?: (?:from|on|in|about|by)) .{2,50}
(?:read|see|watch|up|what(?:'|’)s) next
(?:read|see) (?:also|more)
also (?:read|see|in the news|on .{2,30})
(?:editor(?:'|’)?s(?:'|’)?|staff|our) (?:picks?|choice|favou?rites)
don(?:'|’)t miss(?: .{0,25})?
in (?:other|case you missed|today(?:'|’)s) .{2,20}
(?:around|from (?:across|around)) the (?:web|site|network)
from our (?:partners|sponsors|network|archive)
paid (?:content|partner .{3,20})
what (?:do|did) you think(?: .{0,30})?
(?:leave|post|write|add) a (?:reply|comment)
(?:join|start) the (?:conversation|discussion)
share (?:this|on|via)(?: .{2,25})?
follow us(?: .{2,25})?
about the author
what to read next
what others are reading
(?:our )?newsletters?
stay (?:connected|informed|up to date)
(?:quick|useful|site) links?
more to (?:explore|read)
keep reading
explore more
(?:more|further|additional|useful) information
(?:recent|latest|reader) comments|archives?|blogroll|our (?:services|partners)
(?:press|media) contacts?
        """
    ),
    "de": cues(
        r"""
mehr (?:zum thema|zu diesem thema|zu|aus|von|über|artikel|nachrichten|news|
    lesen)(?: .{0,40})?
(?:lesen|lies|sehen|sieh|hören) (?:sie )?(?:auch|mehr|dazu|hierzu)(?: .{0,25})?
auch interessant
das (?:könnte|dürfte) (?:sie|dich|euch)(?: auch)? (?:auch )?(?:interessieren|
    gefallen)
(?:weitere|ähnliche|verwandte|aktuelle|neueste|neue|empfohlene|passende|beliebte|
    top)[ -]?(?:artikel|themen|beiträge|meldungen|nachrichten|news|inhalte|links?|
    storys?|texte|videos)(?: .{0,40})?
(?:meistgelesen|meist gelesen|am meisten gelesen|beliebt|empfehlungen|
    empfohlen)(?: .{0,25})?
(?:die )?(?:meistgelesenen?|neuesten?|wichtigsten?|beliebtesten?|
    aktuellsten?)(?: .{2,30})?
(?:themen|schlagwörter|stichwörter|schlagworte|kommentare|anzeige|werbung|
    aus dem ressort .{2,20}|teilen|artikel teilen|newsletter|zum thema|themenseiten?|
    mehr|ressorts?|nachrichtenticker|newsticker|unsere .{3,20})
nicht verpassen
redaktionsempfehlung(?:en)?
folgen sie uns(?: .{2,25})?
über (?:den autor|die autorin)
kommentar(?:e)? (?:schreiben|verfassen|lesen)
zur (?:startseite|übersicht)
aus unserem archiv
(?:weitere|weiterführende|zusätzliche|nützliche|allgemeine) (?:informationen|infos|hinweise|
    quellen|angebote)
mehr (?:informationen|infos)|verbraucherinformation(?:en)?
(?:lese|buch|link|veranstaltungs|tv)-?tipps?|tipps der redaktion
(?:zum weiterlesen|auch lesenswert|lesenswert(?:es)?|verwandtes|passend dazu|dazu passend)
(?:neueste|letzte|aktuelle) (?:kommentare|beiträge|artikel|meldungen)|aktuelles
(?:archive?|kategorien|blogroll|schlagwortwolke|partnerangebote?|services?)
(?:ihr(?:e)? )?(?:ansprech|kontakt)partner(?:in(?:nen)?)?|pressekontakt|für rückfragen
(?:schreibe?|hinterlasse?|verfasse?)n? (?:sie )?(?:eine[nm]? )?(?:kommentar|antwort)
\d+ (?:kommentare?|antworten|gedanken zu .{2,80})
(?:ihre|deine|eure) meinung(?: .{0,25})?|diskutieren sie mit
        """
    ),
    "fr": cues(
        r"""
(?:à|a) lire (?:aussi|également|ensuite)(?: .{0,25})?
lire (?:aussi|également)
(?:voir|écouter) aussi
(?:sur le même (?:sujet|thème)|articles? (?:liés?|similaires?|recommandés?|
    associés?|les plus lus))
(?:les )?(?:plus (?:lus|populaires|partagés)|dernières (?:actualités|nouvelles|
    infos)|plus lus)(?: .{0,25})?
(?:vous aimerez (?:aussi|peut-être)|cela pourrait vous intéresser|
    recommandé(?:s)? pour vous)
(?:dans la même rubrique|nos (?:derniers|autres) articles|à la une|à ne pas manquer|
    thèmes|publicité|commentaires|partager|mots-clés|tendances|newsletters?)
        """
    ),
    "es": cues(
        r"""
(?:lea|lee|ver|vea|leer) (?:también|además|más)(?: .{0,25})?
te puede (?:también )?interesar
(?:también )?(?:te|le) (?:puede|podría)(?: también)? interesar
(?:más|lo más) (?:leídos?|vistos?|popular(?:es)?)(?: .{0,25})?
(?:noticias|artículos|contenidos?|temas) (?:relacionad[oa]s?|recomendad[oa]s?|
    similares)
(?:últimas noticias|más noticias|lo último|más sobre .{2,30}|más información|
    etiquetas|temas|publicidad|comentarios|compartir|no te pierdas|boletines|tendencias)
        """
    ),
    "it": cues(
        r"""
(?:leggi|vedi|guarda) anche(?: .{0,25})?
(?:potrebbe|potrebbero) interessarti(?: anche)?
(?:articoli|notizie|contenuti) (?:correlat[ie]|collegat[ie]|consigliat[ie]|simili)
(?:i )?più (?:letti|visti|popolari)(?: .{0,25})?
(?:ultime notizie|ultim'ora|in evidenza|tag|argomenti|pubblicità|commenti|condividi|
    da non perdere|altre notizie|tendenze|consigliati per te)
        """
    ),
}
# Ends a teaser, or stands alone under one.
MORE: dict[str, tuple[str, ...]] = {
    "en": cues(
        r"""
read (?:more|on|full (?:story|article)|the full (?:story|article)|it here)
continue reading
full story
learn more
see more
show more
view (?:all|more)
click here(?: to .{3,40})?
find out more
        """
    ),
    "de": cues(
        r"""
weiterlesen
mehr (?:lesen|erfahren|dazu|anzeigen)
(?:hier )?weiter(?:lesen)?
zum artikel
jetzt lesen
mehr
alle anzeigen
zum beitrag
        """
    ),
    "fr": cues(
        r"""
lire la suite
en savoir plus
lire plus
voir (?:plus|tout)
lire l['’]article
        """
    ),
    "es": cues(
        r"""
leer más
seguir leyendo
ver más
sigue leyendo
leer (?:la )?nota completa
        """
    ),
    "it": cues(
        r"""
leggi tutto
continua a leggere
leggi (?:di più|l['’]articolo)
scopri di più
vedi tutti
        """
    ),
}
# A time told from the reader's now.
AGO: dict[str, tuple[str, ...]] = {
    "en": cues(
        r"""
(?:about |over |an? |\d+ ?)(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|
    days?|w|wks?|weeks?|mos?|months?|years?)(?: ago)?
just now
moments ago
yesterday
today(?:,? (?:at )?\d\d?:\d\d.{0,5})?
        """
    ),
    "de": cues(
        r"""
vor (?:etwa |\d+ |einer |einem )(?:sek(?:unden)?|min(?:uten?)?|std|stunden?|
    tag(?:en)?|wochen?|monat(?:en)?|jahr(?:en)?)\.?
(?:gerade eben|gestern|heute)(?:,? (?:um )?\d\d?[:.]\d\d(?: uhr)?)?
        """
    ),
    "fr": cues(
        r"""
il y a (?:\d+|une?|environ \d+) ?(?:s|min(?:utes?)?|h|heures?|j(?:ours?)?|semaines?|
    mois|ans?)
hier
à l['’]instant
        """
    ),
    "es": cues(
        r"""
hace (?:\d+|una?|unos \d+) ?(?:s|segundos?|min(?:utos?)?|h|horas?|d[ií]as?|semanas?|
    mes(?:es)?|años?)
ayer
        """
    ),
    "it": cues(
        r"""
(?:\d+|un['’]?|una) ?(?:min(?:uti|uto)?|or[ae]|h|giorn[oi]|settiman[ae]|mes[ei]|
    ann[oi]) fa
ieri
        """
    ),
}
