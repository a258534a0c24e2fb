"""Words with a full stop that ends no sentence, and words that begin one, by language."""

# Never the last word of a sentence: a name or a number follows. Lower case, without the stop.
TITLES: dict[str, frozenset[str]] = {
    "en": frozenset(
        "mr mrs ms mx dr prof messrs lt gen col maj capt cpl sgt pvt cmdr adm rep sen gov "
        "pres rev hon st mt "
        "supt det insp fr sr. vs cf eg ie viz ft assoc asst atty sec treas dist amb brig rear ald "
        "lt.gov lt.gen maj.gen brig.gen lt.col sgt.maj reps sens govs profs drs gens nos pp "
        "vol ed eds fig".split()
    ),
    "de": frozenset(
        "dr prof hr fr st nr bzw ca evtl ggf inkl max min mind sog vgl z.b u.a d.h i.d.r "
        "o.ä abs art ing dipl mag "
        "str tel vs hrsg jr jhd geb gest bd s gem zzgl exkl einschl lt univ phil med jur "
        "rer nat priv doz allg bes "
        "bspw dgl urspr gen maj hptm".split()
    ),
    "fr": frozenset(
        "m mm mme mlle mgr dr pr me st ste cf p pp vol av bd env ex éd fig gén cdt col lt".split()
    ),
    "es": frozenset(
        "sr sra srta sres dr dra d dña don prof gral cnel tte cap ing lic mons ud uds vd "
        "art pág págs núm nº "
        "av avda cf ej fig vol st sto sta".split()
    ),
    "it": frozenset(
        "sig sigg dott dott.ssa dr prof prof.ssa avv ing arch on sen mons rag geom gen col "
        "cap ten s ss art pag pagg "
        "vol cfr es fig n nr ecc.mo sig.ra sig.na v p".split()
    ),
}
# May end a sentence; taken for an end only where the next word begins one.
EITHER: dict[str, frozenset[str]] = {
    "en": frozenset(
        "inc corp co ltd llc plc bros jr sr esq etc al jan feb mar apr jun jul aug sept sep "
        "oct nov dec ave blvd rd "
        "hwy dept univ est approx no ala ariz ark calif colo conn del fla ga ill ind kan ky "
        "la mass md mich minn "
        "miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo ph.d mon tue tues wed "
        "thu thurs fri sat sun "
        "min hr hrs mph lbs oz kg km".split()
    ),
    "de": frozenset(
        "usw etc co inc jan febr feb mär apr jun jul aug sept sep okt nov dez mio mrd tsd "
        "std uvm".split()
    ),
    "fr": frozenset("etc co inc janv févr avr juil sept oct nov déc apr env".split()),
    "es": frozenset("etc cía ee.uu ee.uu. inc s.a ene feb abr ago sept oct nov dic".split()),
    "it": frozenset(
        "ecc etc s.p.a spa inc gen feb mar apr mag giu lug ago set ott nov dic".split()
    ),
}
# Capitalised words that open a sentence after an abbreviation that could have gone on. Lower case.
STARTERS: dict[str, frozenset[str]] = {
    "en": frozenset(
        "the a an he she it they we you i this that these those there his her its their our "
        "my but and or so yet in "
        "on at for from to with by as of after before when while if although though since "
        "because however meanwhile "
        "then now both some many most all no not what who how why where which one two is "
        "are was were has had have "
        "will would could should may might can did do does said according asked also still "
        "even only just more "
        "during under over about against between among last next earlier later another "
        "other each every several "
        "today yesterday instead despite once until here let nor such than thus".split()
    ),
    "de": frozenset(
        "der die das den dem des ein eine einen einem einer er sie es wir ihr ich man und "
        "aber oder doch denn so "
        "auch im in am an auf aus bei mit nach seit von vor zu zum zur über unter für gegen "
        "durch um wenn als weil "
        "dass da dies diese dieser dieses dabei damit danach dazu hier dort nun jetzt dann "
        "noch nur schon was wer "
        "wie wo warum kein keine nicht viele alle mehr laut trotz während bis zudem "
        "außerdem allerdings".split()
    ),
    "fr": frozenset(
        "le la les un une des l il elle ils elles on nous vous je ce cet cette ces c son sa "
        "ses leur leurs mais et ou "
        "donc or ni car dans en à au aux de du d pour par sur sous avec sans selon après "
        "avant quand si comme que qui "
        "où alors aussi depuis pendant plus pas tout tous toute".split()
    ),
    "es": frozenset(
        "el la los las un una unos unas él ella ellos ellas se su sus lo le les esto este "
        "esta estos estas ese esa "
        "pero y o en a al de del para por con sin según tras después antes cuando si como "
        "que quien donde entonces "
        "también desde durante más no todo todos además sin".split()
    ),
    "it": frozenset(
        "il lo la i gli le l un uno una egli lei loro si ci questo questa questi queste "
        "quel quella ma e ed o in a "
        "al alla ai di del della dei da dal per con su sul secondo dopo prima quando se "
        "come che chi dove allora "
        "anche dal durante più non tutto tutti è inoltre".split()
    ),
}
