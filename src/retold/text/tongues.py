"""The languages in which a speaker is looked for.

Beyond English the lists of verbs are short: those that stand beside words in quotation marks.
"""

from collections.abc import Mapping
from types import MappingProxyType

from retold.text.germanic import DANISH, DUTCH, GERMAN, SWEDISH
from retold.text.offices import OFFICES
from retold.text.polish import POLISH
from retold.text.reporting import VERBS, Stance, regular
from retold.text.romance import FRENCH, ITALIAN, PORTUGUESE, SPANISH
from retold.text.tongue import Tongue, words

# Verbs that say that somebody spoke only beside words in quotation marks.
BESIDE_MARKS = (
    "bark chuckle coo deadpan echo fire gasp groan grumble gush huff intone interject laugh marvel "
    "muse react roar scoff sigh snap/snapped/snapping snarl sneer thunder wail warble yelp"
)
ENGLISH = Tongue(
    MappingProxyType(
        {form: Stance.NEUTRAL for verb in BESIDE_MARKS.split() for form in regular(verb)}
        | dict(VERBS)
    ),
    words("he she they i we"),
    words("the a an another one his her their its our"),
    words(
        "in on at after before when as during while for with to by from since if although "
        "though following asked speaking despite according unlike like under over until "
        "once because earlier responding citing referring noting recalling"
    ),
    words("but and so then later still yet meanwhile also indeed"),
    words(
        "has have had is was also later then once often again reportedly allegedly further "
        "now still recently repeatedly previously apparently simply quickly would will "
        "could"
    ),
    offices=OFFICES,
)
TONGUES: Mapping[str, Tongue] = MappingProxyType(
    {
        "en": ENGLISH,
        "de": GERMAN,
        "nl": DUTCH,
        "sv": SWEDISH,
        "da": DANISH,
        "no": DANISH,
        "nb": DANISH,
        "fr": FRENCH,
        "es": SPANISH,
        "it": ITALIAN,
        "pt": PORTUGUESE,
        "pl": POLISH,
    }
)
