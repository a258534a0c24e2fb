"""Invented prose and foreign pages to put around it, for the laws of labelling."""

from hypothesis import strategies as st

BODY = (
    "The harbour council of Lowmere voted on Tuesday to close the eastern pier until the spring.",
    "“We cannot ask the crews to land there in the dark,” said Ada Lund of the council.",
    "The pier has lost eleven of its forty piles since the storm, according to the harbour master.",
    "Two of the three ferry lines will stop at the old fish market instead, the council added.",
    "Repairs are to begin in March and will cost about 2.4 million crowns, the council said.",
)
KOERPER = (
    "Der Hafenrat von Lohmeer hat beschlossen, den Anleger bis zum Frühjahr zu sperren.",
    "„Wir können die Fähren dort nicht im Dunkeln anlegen lassen“, sagte Ada Lund.",
    "Seit dem Sturm fehlen dem Anleger elf von vierzig Pfählen, wie der Hafenmeister mitteilte.",
    "Zwei der drei Fährlinien sollen nun am alten Fischmarkt halten, teilte der Rat weiter mit.",
)
HEADS = (
    (),
    ("Lowmere Tide", "News Sport Weather", "12.4 °C", "Pier at Lowmere closed until the spring"),
    ("Monday, 3 March 2031", "Skip to content", "Pier closed after storm damage", "By Nils Abeck"),
    (
        "Menü",
        "Startseite",
        "Anmelden",
        "Anleger bleibt bis zum Frühjahr gesperrt",
        "Lesezeit: 3 Minuten",
    ),
    (
        "We use cookies to improve our site. Our cookie policy and privacy policy tell you more.",
        "Accept all",
        "Council closes eastern pier",
    ),
)
FEET = (
    (),
    (
        "You may also like",
        "Baker wins prize for the flattest loaf in the county",
        "Three swans hold up the morning tram",
        "School choir to sing on the lighthouse",
    ),
    (
        "Mehr zum Thema",
        "Möwen stehlen Brötchen vor dem Rathaus",
        "vor 2 Stunden",
        "Leuchtturm bekommt neuen Anstrich",
        "vor 3 Stunden",
        "Newsletter",
        "Teilen",
    ),
    (
        "Recent posts",
        "Swans hold up the tram",
        "Three swans held up the tram at the old bridge on Monday. Continue reading",
        "Flat loaf wins",
        "A baker from the upper town has won the prize with his loaf. Continue reading",
    ),
    ("Share", "Facebook | WhatsApp | Email", "© 2031 Lowmere Tide. All rights reserved."),
    ("Support our journalism: become a member today and get our newsletter in your inbox.",),
)


def foreign_pages() -> st.SearchStrategy[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Lines to put before and after a body."""
    return st.tuples(st.sampled_from(HEADS), st.sampled_from(FEET))
