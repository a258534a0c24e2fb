"""What people are called beside their names: forms of address, offices, trades."""

import re

# Forms of address, with or without a stop: they tell that a person follows, not who.
ADDRESS = frozenset(
    """
    mr mrs ms miss mister dr prof professor sir dame lord lady baron baroness rev reverend father
    sister brother st fr capt captain col colonel cpl gen general lt lieutenant maj major sgt
    sergeant adm admiral cmdr commander pvt private king queen prince princess pope imam rabbi
    sheikh ayatollah sen senator rep representative gov governor president vice-president judge
    justice chancellor premier mayor ambassador secretary minister congressman congresswoman
    councillor attorney inspector constable superintendent detective officer marshal cardinal
    archbishop bishop comrade chief chairman chairwoman chairperson chair speaker coach
    """.split()
)
# Those of them, and more words, by which a person may be meant in lower case.
OFFICES = frozenset(
    """
    activist actor actress adviser advisor agent aide ally ambassador analyst archbishop artist
    assistant astronaut attorney author banker billionaire bishop boss candidate captain cardinal
    ceo chair chairman chairperson chairwoman chancellor chaplain chief clerk coach columnist
    commander commissioner comedian congressman congresswoman constable consultant coordinator
    coroner correspondent councillor counsel counselor daughter deputy detective diplomat director
    doctor driver economist editor engineer envoy executive expert farmer father fisherman founder
    general governor guard head historian husband inspector investigator journalist judge justice
    king lawmaker lawyer leader lecturer lieutenant major manager marshal master mayor member
    minister mother mp nurse officer official operator opponent owner partner pastor physician
    pilot player politician pope premier president priest prime prince princess principal producer
    professor prosecutor publisher queen reporter representative republican democrat researcher
    scientist secretary senator sergeant sheriff singer skipper solicitor son speaker spokesman
    spokesperson spokeswoman strategist student superintendent surgeon teacher technician treasurer
    undersecretary veteran wife worker writer
    """.split()
)
# Offices that the news calls by either name, by their first.
SAME_OFFICE = {
    word: group.split()[0]
    for group in (
        "adviser advisor aide consultant",
        "chairman chair chairwoman chairperson head boss chief leader ceo executive director owner",
        "spokesman spokesperson spokeswoman",
        "lawyer attorney counsel solicitor",
        "councillor counselor",
        "physician doctor surgeon dr",
        "congressman congresswoman representative lawmaker rep",
        "senator sen",
        "governor gov",
        "premier prime",
        "journalist reporter correspondent",
        "scientist researcher expert professor prof",
        "officer official constable",
        "general gen",
        "colonel col",
        "captain capt skipper",
        "lieutenant lt",
        "sergeant sgt",
        "superintendent supt",
        "inspector insp",
    )
    for word in group.split()
}
# Offices of which one person has one at a time, by walk of life, by their first names above.
LADDERS = tuple(
    frozenset(SAME_OFFICE.get(word, word) for word in row.split())
    for row in (
        "president vice-president prime minister secretary chancellor governor mayor senator "
        "congressman mp councillor ambassador king queen speaker",
        "constable sergeant inspector superintendent commissioner detective sheriff",
        "general colonel major captain lieutenant sergeant admiral commander private",
        "manager coach player captain referee",
        "judge prosecutor lawyer defendant clerk",
        "pope cardinal archbishop bishop priest pastor",
        "doctor nurse patient",
        "daughter wife mother sister",
        "son husband father brother",
    )
)
# Words for "former".
FORMERLY = dict.fromkeys("ex previous previously formerly onetime once retired".split(), "former")
# Between a name and what it is said to be: "Ada Lund, the harbour's chief engineer".
AFTER = re.compile(
    r",[ \u00a0](?P<role>(?:[^\s,.;:()\"“”]+[ \u00a0]){0,9}?[^\s,.;:()\"“”]+)(?=[,.;)]|$)"
)
# Words that qualify an office and do not change whose it is.
LITTLE = frozenset(
    "the a an his her its their our s of for to in at on and then now former ex us u.s. uk "
    "longtime new".split()
)
# These do change it, small as they are.
TELLING = frozenset("former ex then acting deputy interim vice junior assistant".split())
