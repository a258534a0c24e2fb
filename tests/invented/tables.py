"""The phrases that invented stories are grown from: a wording and another for each."""


def _pairs(lines: str) -> tuple[tuple[str, str], ...]:
    found = []
    for line in lines.strip().splitlines():
        left, _, right = line.partition("|")
        found.append((left.strip(), right.strip() or left.strip()))
    return tuple(found)


SYLLABLES = tuple(
    "ash beck brook combe dale den ear fen field ford gar had ham hol kel lang ley lin mar mere "
    "mill nor ock pen rad row sand shaw stan stow sut thorn ton wal wen west whit wick win wood "
    "worth wy".split()
)

FIRST_NAMES = tuple(
    "Ada Martin Rose Peter Helen George Alice Simon Grace Walter Ruth Henry Clara Thomas Jane "
    "Oliver Susan Frank Emily Arthur".split()
)

BODIES = _pairs(
    """
    Harbour Board
    Water Trust
    Tram Company
    Parish Council
    Grain Exchange
    Forest Office
    Lighthouse Service
    Teachers' Union
    Weather Institute
    Museum Society
    Brewers' Guild
    Rowing Club
    Hospital Group
    Cable Works
    Fisheries Bureau
    Orchard League
    """
)

HEADLINES = _pairs(
    """
    counts the cost after a night of water
    argues over who keeps the keys
    loses its oldest workshop to rot
    weighs an offer nobody expected
    waits for an answer on the tunnel
    shuts its market for the season
    """
)

OPENERS = _pairs(
    """
    Early on Monday | at daybreak on Monday
    Late last winter | towards the end of last winter
    Two days before the hearing | with the hearing two days off
    During a closed session | behind closed doors
    At a crowded assembly | before a full hall
    While engineers looked on | under the eyes of technicians
    Without any warning | out of the blue
    After months of quarrels | following months of dispute
    Under an older contract | by terms of an earlier agreement
    Just before midnight | shortly ahead of midnight
    On the eve of the festival | the day ahead of the celebrations
    In a letter to residents | by writing to householders
    As rain set in | when the wet weather began
    Over the long weekend | across the extended holiday
    Once the scaffolding came down | with the scaffold removed
    Despite a formal protest | in the face of official complaint
    Against the advice of clerks | ignoring what officials recommended
    To general surprise | astonishing most people
    At the request of insurers | because underwriters asked
    Following a brief inspection | once a quick check was done
    Throughout the spring | all spring long
    Within a single afternoon | inside one afternoon
    By order of the magistrate | as the judge commanded
    With the ferry delayed | since the boat was late
    """
)

VERBS = _pairs(
    """
    repaired | mended
    sold off | disposed of
    hid | concealed
    ordered | commissioned
    counted | tallied
    lost | mislaid
    replaced | swapped out
    borrowed | took on loan
    inspected | looked over
    rejected | turned down
    painted over | covered with paint
    promised to fund | pledged money for
    quietly withdrew | silently pulled back
    moved by barge | shipped by river
    photographed | took pictures of
    refused to insure | would not underwrite
    bought up | acquired
    tore down | demolished
    auctioned | put under the hammer
    numbered | gave numbers to
    buried | put underground
    returned | handed back
    measured | took the dimensions of
    locked away | kept under key
    doubled its stock of | had twice as many
    flooded | put under water
    catalogued | made a list of
    abandoned | left behind
    rented out | leased
    mislabelled | wrongly tagged
    guarded | kept watch over
    exported | sent abroad
    """
)

THINGS = _pairs(
    """
    copper boilers | kettles made of copper
    rowing boats | skiffs
    oak doors | doors of oak
    unpaid invoices | bills left open
    glass lanterns | lamps of glass
    sacks of barley | bags of grain
    cracked bells | bells with fissures
    school desks | pupils' tables
    brass valves | taps of brass
    weather balloons | sounding balloons
    crates of herring | boxes of fish
    railway sleepers | track timbers
    signal flags | pennants for signalling
    beehives | colonies of bees
    printing plates | plates for the press
    stone steps | stairs cut from rock
    hospital beds | places for patients
    fishing permits | licences to fish
    faulty meters | gauges that fail
    plum trees | fruit trees
    canal barges | flat river craft
    theatre costumes | stage dress
    mooring posts | bollards
    fire hoses | pipes for fire crews
    tax notices | letters of assessment
    sheep pens | folds for livestock
    iron bridges | spans of iron
    roof tiles | slates
    wartime maps | charts from the war
    pump handles | levers for pumps
    pilgrims' badges | tokens of pilgrims
    cellar keys | keys to vaults
    """
)

LOOKS = _pairs(
    """
    rusty | corroded
    spare | extra
    crooked | bent
    half-finished | incomplete
    borrowed | loaned
    antique | very old
    oversized | huge
    nameless | anonymous
    dented | battered
    smuggled | contraband
    soot-black | sooty
    newly varnished | freshly lacquered
    waterlogged | soaked
    unclaimed | ownerless
    slender | narrow
    gilded | golden
    mouldy | rotten
    patched | mended
    foreign-built | imported
    scarlet | red
    hollow | empty
    stackable | piled
    donated | given
    splintered | broken
    priceless | costly
    winterproof | frostproof
    untaxed | duty-free
    miniature | tiny
    """
)

TAILS = _pairs(
    """
    to settle an old debt | so that former dues were met
    because the mortar had failed | since the joints were crumbling
    for less than their value | at under the true price
    before auditors arrived | ahead of the accountants' visit
    on behalf of a rival firm | acting for some competitor
    as the tide turned | at the change of tide
    from a disused chapel | out of an empty church
    near the northern lock | close by the upper sluice
    although nobody had asked | unasked by anyone
    at the expense of tenants | with renters paying
    under a borrowed name | using another's identity
    behind the customs shed | in the rear of the toll house
    for the third year running | again, as in both years before
    with money from a lottery | financed by a raffle
    until the permit lapsed | up to the end of the licence
    in exchange for silence | as the price of saying nothing
    along the eastern quay | beside the wharf to the east
    within sight of the school | where pupils could see
    against a clear instruction | contrary to what was ordered
    by means of a forged seal | thanks to a faked stamp
    so that trams could pass | letting the streetcars through
    out of pure habit | merely by custom
    while prices were falling | during the slump
    rather than wait for parts | instead of biding time for spares
    to the delight of shopkeepers | which pleased the traders
    beneath the clock tower | under the belfry
    in return for timber | against a load of wood
    beyond the parish boundary | outside the limits of the commune
    with help from sailors | assisted by mariners
    on the strength of a rumour | going by hearsay
    despite the frost | in freezing conditions
    to spare the orchard | sparing the fruit garden
    """
)

REMARKS = _pairs(
    """
    we never saw a receipt for any of it
    the water came in faster than we could bail
    somebody must have left the gate open on purpose
    my grandfather would have wept at the sight
    nothing about this was done in daylight
    you cannot mend a roof with promises
    they asked us to sign first and read later
    the whole street smelt of tar for a week
    I would rather lose the boat than the crew
    our books are open to whoever wants them
    that bell has cracked twice and will crack again
    it is cheaper to build a new one, believe me
    nobody told the night watch about the keys
    there is a hole where the archive used to be
    every child in this town knows that staircase
    ask the clerk, he wrote the number himself
    """
)

HEARSAY = _pairs(
    """
    the vicar says | in the words of the parson
    or so the baker heard | if the breadmaker heard it right
    as every child knows | which each boy and girl has learned
    according to the almanac | by what the yearbook has
    if the ledger is right | should the books be correct
    say those who were there | eyewitnesses report
    records show | from the files it appears
    a nurse remembers | going by a nurse's memory
    to judge by photographs | pictures suggest
    neighbours believe | people next door are convinced
    the minutes reveal | the record of the sitting discloses
    one ferryman swears | on the oath of a boatman
    her diary tells us | we have it from her journal
    as far as anyone can tell | to the best of all knowledge
    in the clerk's own count | as reckoned by the official
    an old map implies | so a worn chart hints
    nobody disputes it | without contradiction from anyone
    and the stamps prove it | postmarks being the evidence
    his brother maintained | such was the claim of a brother
    what is certain is the date | only the day being sure
    """
)
