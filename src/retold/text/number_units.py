"""Currencies and measures by the words and signs they are written with."""


def _table(rows: str) -> dict[str, str]:
    """Names by every way to write them; one line of `rows` a name, which comes first."""
    return {form: row[0] for row in map(str.split, rows.strip().splitlines()) for form in row[1:]}


SIGNS = {
    "£": "GBP",
    "Â£": "GBP",
    "$": "USD",
    "US$": "USD",
    "A$": "AUD",
    "AU$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "R$": "BRL",
    "€": "EUR",
    "Â€": "EUR",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "GBP": "GBP",
    "USD": "USD",
    "EUR": "EUR",
}
CURRENCIES = _table("""
GBP pound pounds quid sterling gbp
USD dollar dollars usd buck bucks
EUR euro euros eur
JPY yen
CNY yuan renminbi
RUB rouble roubles ruble rubles
INR rupee rupees
CHF franc francs
KRONE krone kroner krona kronor crowns
CENT cent cents
PENNY pence penny p
""")
UNITS = _table("""
second seconds secs sec
minute minute minutes mins min
hour hour hours hrs hr
day day days
night night nights
week week weeks
fortnight fortnight
month month months
year year years
decade decade decades
century century centuries
mile mile miles mi
km kilometre kilometres kilometer kilometers km kms
m metre metres meter meters m
cm centimetre centimetres centimeter centimeters cm
foot foot feet ft
inch inch inches
yard yard yards
kg kilogram kilograms kilo kilos kg kgs
g gram grams g
pound lb lbs
stone stone
tonne tonne tonnes ton tons
litre litre litres liter liters
acre acre acres
hectare hectare hectares ha
degree degree degrees °c °f °
mph mph
kmh km/h kmh kph
times times fold
""")
