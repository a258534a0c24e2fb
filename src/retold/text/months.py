"""Names of months and weekdays as pages of twelve languages write them, lower case."""


def _table(rows: str) -> dict[str, int]:
    """Month numbers by name; one line of `rows` a month."""
    lines = enumerate(rows.strip().splitlines(), start=1)
    return {name: number for number, line in lines for name in line.split()}


# English, German, French, Spanish, Italian: the languages whose texts are read in full, and whose
# months tell a story's days (`stories.sketch`).
MONTHS = _table("""
january jan januar jänner janvier janv enero ene gennaio gen
february feb februar febr février févr febrero febbraio
march mar märz mrz mars marzo
april apr avril avr abril abr aprile
may mai mayo maggio mag
june jun juni juin junio giugno giu
july jul juli juillet juil julio luglio lug
august aug août agosto ago
september sep sept septembre septiembre settembre set
october oct oktober okt octobre octubre ottobre ott
november nov novembre noviembre
december dec dezember dez décembre déc diciembre dic dicembre
""")
# Further languages, for the dates of pages alone: Portuguese, Dutch, the Scandinavian ones,
# Icelandic, Polish, Turkish, Russian, Ukrainian.
MORE_MONTHS = _table("""
janeiro januari janúar stycznia ocak января янв січня
fevereiro februari febrúar lutego şubat февраля фев лютого
março maart marts mars marca mart марта мар березня
april apríl kwietnia nisan апреля апр квітня
maio mei maj maí maja mayıs мая травня
junho juni júní czerwca haziran июня июн червня
julho juli júlí lipca temmuz июля июл липня
augusti augustus ágúst sierpnia ağustos августа авг серпня
setembro september września eylül сентября сен вересня
outubro oktober október października ekim октября окт жовтня
novembro november nóvember listopada kasım ноября ноя листопада
dezembro december desember grudnia aralık декабря дек грудня
""")
WEEKDAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur "
    "thurs fri sat sun "
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so "
    "lundi mardi mercredi jeudi vendredi samedi dimanche "
    "lunes martes miércoles jueves viernes sábado domingo "
    "lunedì martedì mercoledì giovedì venerdì sabato domenica".split()
)
