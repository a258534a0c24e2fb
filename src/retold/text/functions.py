"""The little words that make prose of a line: frequent, short, in every sentence; five
languages.
"""

FUNCTION_WORDS = frozenset(
    "the a an of in to and that for on with as at by from it is was were are be been has "
    "have had he she they his her "
    "its their this but not or who which will would said after before than when if about "
    "into out up no we you i "
    "der die das den dem des ein eine einen einem einer und oder in im am an auf aus bei "
    "mit nach von vor zu zum zur "
    "für über unter durch gegen um dass ist sind war waren hat haben hatte wird werden "
    "wurde wurden nicht auch als wie "
    "er sie es sich so aber noch nur wenn weil ich wir "
    "le la les un une des du de et à au aux dans en pour par sur avec sans est sont été a "
    "ont qui que ne pas plus ce "
    "cette il elle ils se son sa ses mais ou l d qu n s c "
    "el los las una unos y al del por con para es son fue ha han que no se su sus lo como "
    "más pero o "
    "il lo gli uno di da e ed nel nella dei della delle degli con per su sono stato ha "
    "hanno che non si suo sua come più ma "
    "det som och att är på av för til ikke og het een van dat niet voor met".split()
)
