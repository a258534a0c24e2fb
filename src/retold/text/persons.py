"""Whom an English pronoun points at: the speaker, those around them, a man, a woman."""

# By folded pronoun. "They" may be one person and "it" anything: neither is listed, nor is a short
# form that folds to another word ("we're", "he'd").
PERSONS = {
    **dict.fromkeys("i me my mine myself im ive".split(), "I"),
    **dict.fromkeys("we us our ours ourselves weve".split(), "we"),
    **dict.fromkeys("he him his himself hes".split(), "he"),
    **dict.fromkeys("she her hers herself shes".split(), "she"),
}
# The two of one pair change places only where somebody else is meant.
EXCHANGED = frozenset({frozenset({"I", "we"}), frozenset({"he", "she"})})
# Nouns and forms of address that tell of a man or a woman where no pronoun does.
TOLD_OF = {
    "he": frozenset(
        "mr sir lord man men boy boys father dad son sons brother husband king prince gentleman "
        "male uncle grandfather grandson businessman actor".split()
    ),
    "she": frozenset(
        "mrs ms miss lady dame woman women girl girls mother mum mom daughter daughters sister "
        "wife queen princess female aunt grandmother granddaughter businesswoman actress".split()
    ),
}
