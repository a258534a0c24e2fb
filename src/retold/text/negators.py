"""Words that deny what they stand with, folded, in five languages.

Short forms ("isn't") are told by their end; "no" and its kin count wherever they stand, since a
quotation that loses one says something else.
"""

NEGATORS = frozenset(
    "not no never nor neither none nobody nothing nowhere noone cannot without hardly scarcely "
    "barely unable aint "
    "nicht kein keine keinen keinem keiner keines nie niemals niemand nichts nirgends weder ohne "
    "pas jamais aucun aucune personne rien ni sans "
    "nunca jamas nadie nada ningun ninguna ninguno tampoco sin "
    "non mai nessun nessuno nessuna niente nulla neanche senza".split()
)
# The short forms as they are left once the apostrophe is gone.
SHORT = frozenset(
    "isnt arent wasnt werent dont doesnt didnt hasnt havent hadnt wont wouldnt cant couldnt "
    "shouldnt mustnt neednt mightnt shant darent oughtnt".split()
)


def negates(key: str) -> bool:
    """Whether a folded word, its apostrophe kept or not, denies."""
    return key in NEGATORS or key.replace("'", "") in SHORT
