"""English words by which a writer judges or heightens what is told."""

# Folded words. Adjectives and adverbs that say what to think of a thing, and such as make it larger
# than it was told; words of size, time and kind are none. After the evaluative markers of Martin
# and White, *The Language of Evaluation* (2005), cut to what newspapers write.
JUDGING = frozenset(
    """
    absurd alarming alarmingly amazing amazingly appalling arduous astonishing astonishingly
    astounding atrocious awful bizarre blatant blatantly bold boldly brave bravely brazen
    breathtaking brilliant brilliantly brutal brutally callous callously catastrophic charming
    chilling compelling controversial controversially courageous cowardly cruel cruelly cynical
    damning daring dazzling deadly deplorable despicable devastating devastatingly dire disastrous
    disgraceful disgusting dismal distressing disturbing disturbingly dramatic dramatically
    drastic drastically dreadful dubious egregious embarrassing embarrassingly esteemed
    exceptional exceptionally extraordinarily extraordinary fantastic fascinating fierce fiercely
    flawed flawless formidable fortunate fortunately frantic frantically frightening fruitless
    furious furiously ghastly glorious graceful grim grisly groundbreaking groundless grueling
    gruelling gruesome harrowing harsh harshly heartbreaking heartfelt heartless heartwarming
    heinous heroic heroically hilarious hopelessly horrendous horrible horribly horrific
    horrifying iconic ignominious impressive impressively incredible incredibly indomitable
    inexcusable inexplicably infamous insidious inspiring intriguing invaluable ironically
    irresponsible lamentable lavish legendary ludicrous magnificent masterful meager meagre
    meticulous meticulously miraculous miraculously mysterious mysteriously needless needlessly
    notorious notoriously ominous ominously outrageous outstanding overwhelming overwhelmingly
    painful painfully passionate passionately pathetic perilous phenomenal poignant predictably
    prestigious pristine questionable reckless recklessly refreshing regrettable regrettably
    relentless relentlessly remarkable remarkably renowned reprehensible resilient resolute
    resolutely revolutionary ridiculous rightly ruthless ruthlessly sadly savage savagely
    scandalous scathing sensational senseless shameful shamefully shocking shockingly sinister
    spectacular spectacularly staggering striking strikingly stunning stunningly superb surprising
    surprisingly suspicious suspiciously terrible terribly terrifying thankfully thrilling
    tireless tirelessly tragic tragically transformative treacherous tremendous tremendously
    troubled troubling undeniable undeniably unfair unfairly unfortunate unfortunately unjust
    unjustly unnecessarily unnecessary unprecedented unwavering utter utterly valiant vicious
    viciously wonderful wonderfully worrying worryingly wrongly
    """.split()
)
# Words that heighten or belittle, and as often only measure.
HEIGHTENING = frozenset(
    """
    crucial crucially decisive decisively eagerly enormously even excellent exciting extremely
    grave gravely great greatly historic huge hugely immense immensely intense intensely just
    lovely lucky merely modest only perfect perfectly pioneering pivotal profound profoundly
    prominent proud proudly robust serious seriously severely sharply significant significantly
    simply skilful skilled skillful stark strong strongly swift swiftly tense touching tough true
    truly unique valuable vast vibrant vital vivid welcome worthy
    """.split()
)
# A word of two parts that judges: "much-needed", "long-awaited", "record-breaking".
JUDGING_PARTS = frozenset("needed awaited breaking defining shattering winning edge class".split())
