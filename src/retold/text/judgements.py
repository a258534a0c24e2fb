"""English words by which a writer judges or heightens what is told."""

# Folded words. Adjectives and adverbs that say what to think of a thing, and such as make it larger
# than it was told; words of size, time and kind are none. After the evaluative markers of Martin
# and White, *The Language of Evaluation* (2005), cut to what newspapers write.
JUDGING = frozenset(
    """
    absurd alarming alarmingly amazing amazingly appalling arduous astonishing astonishingly
    astounding atrocious awful bizarre blatant blatantly bold boldly brave bravely brazen
    breathtaking brilliant brilliantly brutal brutally callous callously catastrophic charming
    chilling compelling controversial controversially courageous cowardly crucial crucially cruel
    cruelly cynical damning daring dazzling deadly decisive decisively deplorable despicable
    devastating devastatingly dire disastrous disgraceful disgusting dismal distressing disturbing
    disturbingly dramatic dramatically drastic drastically dreadful dubious eagerly egregious
    embarrassing embarrassingly enormously esteemed even excellent exceptional exceptionally
    exciting extraordinarily extraordinary extremely fantastic fascinating fierce fiercely flawed
    flawless formidable fortunate fortunately frantic frantically frightening fruitless furious
    furiously ghastly glorious graceful grave gravely great greatly grim grisly groundbreaking
    groundless grueling gruelling gruesome harrowing harsh harshly heartbreaking heartfelt
    heartless heartwarming heinous heroic heroically hilarious historic hopelessly horrendous
    horrible horribly horrific horrifying huge hugely iconic ignominious immense immensely
    impressive impressively incredible incredibly indomitable inexcusable inexplicably infamous
    insidious inspiring intense intensely intriguing invaluable ironically irresponsible just
    lamentable lavish legendary lovely lucky ludicrous magnificent masterful meager meagre merely
    meticulous meticulously miraculous miraculously modest mysterious mysteriously needless
    needlessly notorious notoriously ominous ominously only outrageous outstanding overwhelming
    overwhelmingly painful painfully passionate passionately pathetic perfect perfectly perilous
    phenomenal pioneering pivotal poignant predictably prestigious pristine profound profoundly
    prominent proud proudly questionable reckless recklessly refreshing regrettable regrettably
    relentless relentlessly remarkable remarkably renowned reprehensible resilient resolute
    resolutely revolutionary ridiculous rightly robust ruthless ruthlessly sadly savage savagely
    scandalous scathing sensational senseless serious seriously severely shameful shamefully
    sharply shocking shockingly significant significantly simply sinister skilful skilled skillful
    spectacular spectacularly staggering stark striking strikingly strong strongly stunning
    stunningly superb surprising surprisingly suspicious suspiciously swift swiftly tense terrible
    terribly terrifying thankfully thrilling tireless tirelessly touching tough tragic tragically
    transformative treacherous tremendous tremendously troubled troubling true truly undeniable
    undeniably unfair unfairly unfortunate unfortunately unique unjust unjustly unnecessarily
    unnecessary unprecedented unwavering utter utterly valiant valuable vast vibrant vicious
    viciously vital vivid welcome wonderful wonderfully worrying worryingly worthy wrongly
    """.split()
)
# A word of two parts that judges: "much-needed", "long-awaited", "record-breaking".
JUDGING_PARTS = frozenset("needed awaited breaking defining shattering winning edge class".split())
