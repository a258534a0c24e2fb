"""Names of months and weekdays in five languages, lower case."""


def _table(rows: str) -> dict[str, int]:
    """Month numbers by name; one line of `rows` a month."""
    lines = enumerate(rows.strip().splitlines(), start=1)
    return {name: number for number, line in lines for name in line.split()}


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
WEEKDAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur "
    "thurs fri sat sun "
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so "
    "lundi mardi mercredi jeudi vendredi samedi dimanche "
    "lunes martes miércoles jueves viernes sábado domingo "
    "lunedì martedì mercoledì giovedì venerdì sabato domenica".split()
)
