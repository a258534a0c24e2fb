"""Places and peoples that a reader knows by name: countries, states, cities, and their adjectives.

General knowledge, as far as the news needs it: a place that stands in no list is known by the words
beside it ("the port of X", "in X").
"""

from functools import cache

# One country a line: its name | other names of it | its people and their adjective.
COUNTRIES = """
Afghanistan||Afghan Afghans
Albania||Albanian Albanians
Algeria||Algerian Algerians
Angola||Angolan Angolans
Argentina||Argentine Argentinian Argentines Argentinians
Armenia||Armenian Armenians
Australia||Australian Australians Aussie
Austria||Austrian Austrians
Azerbaijan||Azerbaijani Azerbaijanis Azeri
Bahrain||Bahraini Bahrainis
Bangladesh||Bangladeshi Bangladeshis
Belarus||Belarusian Belarusians Belarussian
Belgium||Belgian Belgians
Bolivia||Bolivian Bolivians
Bosnia|Bosnia and Herzegovina|Bosnian Bosnians
Botswana||
Brazil||Brazilian Brazilians
Britain|United Kingdom;UK;U.K.;Great Britain|British Briton Britons Brit Brits
Bulgaria||Bulgarian Bulgarians
Burma|Myanmar|Burmese
Cambodia||Cambodian Cambodians
Cameroon||Cameroonian
Canada||Canadian Canadians
Chad||Chadian
Chile||Chilean Chileans
China|People's Republic of China|Chinese
Colombia||Colombian Colombians
Congo|Democratic Republic of Congo;DRC|Congolese
Croatia||Croatian Croatians Croat Croats
Cuba||Cuban Cubans
Cyprus||Cypriot Cypriots
Czechia|Czech Republic|Czech Czechs
Denmark||Danish Dane Danes
Ecuador||Ecuadorian Ecuadorean
Egypt||Egyptian Egyptians
England||English Englishman
Eritrea||Eritrean
Estonia||Estonian Estonians
Ethiopia||Ethiopian Ethiopians
Finland||Finnish Finn Finns
France||French Frenchman
Georgia||Georgian Georgians
Germany||German Germans
Ghana||Ghanaian Ghanaians
Greece||Greek Greeks
Greenland||Greenlandic
Guatemala||Guatemalan Guatemalans
Haiti||Haitian Haitians
Honduras||Honduran Hondurans
Hungary||Hungarian Hungarians
Iceland||Icelandic
India||Indian Indians
Indonesia||Indonesian Indonesians
Iran||Iranian Iranians
Iraq||Iraqi Iraqis
Ireland||Irish Irishman
Israel||Israeli Israelis
Italy||Italian Italians
Jamaica||Jamaican Jamaicans
Japan||Japanese
Jordan||Jordanian Jordanians
Kazakhstan||Kazakh Kazakhs
Kenya||Kenyan Kenyans
Kosovo||Kosovan Kosovar
Kuwait||Kuwaiti Kuwaitis
Kyrgyzstan||Kyrgyz
Laos||Laotian
Latvia||Latvian Latvians
Lebanon||Lebanese
Liberia||Liberian
Libya||Libyan Libyans
Lithuania||Lithuanian Lithuanians
Luxembourg||
Madagascar||Malagasy
Malawi||Malawian
Malaysia||Malaysian Malaysians
Mali||Malian
Malta||Maltese
Mexico||Mexican Mexicans
Moldova||Moldovan Moldovans
Mongolia||Mongolian
Montenegro||Montenegrin
Morocco||Moroccan Moroccans
Mozambique||Mozambican
Namibia||Namibian
Nepal||Nepalese Nepali
Netherlands|Holland|Dutch Dutchman
New Zealand||New Zealander
Nicaragua||Nicaraguan
Niger||
Nigeria||Nigerian Nigerians
North Korea||North Korean
North Macedonia|Macedonia|Macedonian
Norway||Norwegian Norwegians
Oman||Omani
Pakistan||Pakistani Pakistanis
Palestine||Palestinian Palestinians
Panama||Panamanian
Paraguay||Paraguayan
Peru||Peruvian Peruvians
Philippines||Filipino Filipinos Philippine
Poland||Polish Pole Poles
Portugal||Portuguese
Puerto Rico||Puerto Rican
Qatar||Qatari
Romania||Romanian Romanians
Russia|Russian Federation|Russian Russians
Rwanda||Rwandan
Saudi Arabia||Saudi Saudis
Scotland||Scottish Scot Scots
Senegal||Senegalese
Serbia||Serbian Serb Serbs
Sierra Leone||
Singapore||Singaporean
Slovakia||Slovak Slovaks
Slovenia||Slovenian Slovene
Somalia||Somali Somalis
South Africa||South African
South Korea||South Korean
South Sudan||South Sudanese
Soviet Union|USSR|Soviet Soviets
Spain||Spanish Spaniard Spaniards
Sri Lanka||Sri Lankan
Sudan||Sudanese
Sweden||Swedish Swede Swedes
Switzerland||Swiss
Syria||Syrian Syrians
Taiwan||Taiwanese
Tajikistan||Tajik
Tanzania||Tanzanian
Thailand||Thai Thais
Tibet||Tibetan Tibetans
Tunisia||Tunisian
Turkey|Türkiye|Turkish Turk Turks
Turkmenistan||Turkmen
Uganda||Ugandan
Ukraine||Ukrainian Ukrainians
United Arab Emirates|UAE|Emirati
United States|US;U.S.;USA;U.S.A.;United States of America;America|American Americans
Uruguay||Uruguayan
Uzbekistan||Uzbek
Venezuela||Venezuelan Venezuelans
Vietnam||Vietnamese
Wales||Welsh Welshman
Yemen||Yemeni Yemenis
Zambia||Zambian
Zimbabwe||Zimbabwean
Europe|European Union;EU;E.U.|European Europeans
Africa||African Africans
Asia||Asian Asians
Middle East||
Latin America||Latin American
South America||South American
North America||North American
"""
# Separated by semicolons; states of the US first.
OTHER_PLACES = """
Alabama; Alaska; Arizona; Arkansas; California; Colorado; Connecticut; Delaware; Florida; Hawaii;
Idaho; Illinois; Indiana; Iowa; Kansas; Kentucky; Louisiana; Maine; Maryland; Massachusetts;
Michigan; Minnesota; Mississippi; Missouri; Montana; Nebraska; Nevada; New Hampshire; New Jersey;
New Mexico; New York; North Carolina; North Dakota; Ohio; Oklahoma; Oregon; Pennsylvania; Rhode
Island; South Carolina; South Dakota; Tennessee; Texas; Utah; Vermont; Virginia; Wisconsin; West
Virginia; Wyoming; Guam; Manhattan; Brooklyn; Queens; Bronx; Harlem; Chicago; Houston; Phoenix;
Philadelphia; San Antonio; San Diego; Dallas; Austin; San Francisco; Seattle; Denver; Washington
DC; Boston; Detroit; Portland; Las Vegas; Memphis; Louisville; Baltimore; Milwaukee; Albuquerque;
Atlanta; Miami; Oakland; Minneapolis; New Orleans; Cleveland; Tampa; Honolulu; Pittsburgh;
Cincinnati; St. Louis; Orlando; Los Angeles; Hollywood; Benghazi; Washington; New York City;
Ottawa; Toronto; Vancouver; Montreal; Calgary; Quebec; Ontario; Alberta; Mexico City; Havana;
Bogota; Caracas; Lima; Santiago; Buenos Aires; Montevideo; Rio de Janeiro; Sao Paulo; Brasilia;
London; Manchester; Birmingham; Liverpool; Leeds; Bristol; Sheffield; Newcastle; Nottingham;
Leicester; Brighton; Oxford; Cambridge; Edinburgh; Glasgow; Aberdeen; Cardiff; Swansea; Belfast;
Dublin; Cork; Northern Ireland; Cornwall; Kent; Essex; Sussex; Surrey; Yorkshire; Lancashire;
Norfolk; Suffolk; Devon; Dorset; Somerset; Merseyside; Hampshire; Paris; Lyon; Marseille; Brussels;
Antwerp; Amsterdam; Rotterdam; The Hague; Berlin; Hamburg; Munich; Frankfurt; Cologne; Vienna;
Salzburg; Zurich; Geneva; Bern; Rome; Milan; Naples; Turin; Venice; Madrid; Barcelona; Seville;
Lisbon; Porto; Athens; Ankara; Istanbul; Copenhagen; Oslo; Stockholm; Helsinki; Tallinn; Riga;
Vilnius; Warsaw; Krakow; Gdansk; Prague; Bratislava; Budapest; Bucharest; Sofia; Belgrade; Zagreb;
Sarajevo; Kyiv; Kiev; Kharkiv; Kharkov; Lviv; Odesa; Odessa; Mariupol; Donetsk; Luhansk; Kherson;
Crimea; Donbas; Minsk; Moscow; St Petersburg; Chechnya; Tbilisi; Yerevan; Baku; Chisinau; Cairo;
Alexandria; Tripoli; Tunis; Algiers; Rabat; Casablanca; Lagos; Abuja; Accra; Nairobi; Mombasa;
Kampala; Addis Ababa; Khartoum; Darfur; Mogadishu; Johannesburg; Cape Town; Pretoria; Durban;
Harare; Lusaka; Dakar; Jerusalem; Tel Aviv; Gaza; Gaza Strip; West Bank; Ramallah; Beirut;
Damascus; Aleppo; Homs; Baghdad; Mosul; Basra; Fallujah; Tehran; Riyadh; Jeddah; Mecca; Doha;
Dubai; Abu Dhabi; Sanaa; Aden; Kabul; Kandahar; Islamabad; Karachi; Lahore; Peshawar; New Delhi;
Delhi; Mumbai; Kolkata; Chennai; Bangalore; Kashmir; Dhaka; Colombo; Kathmandu; Bangkok; Hanoi; Ho
Chi Minh City; Phnom Penh; Kuala Lumpur; Jakarta; Bali; Manila; Beijing; Shanghai; Hong Kong;
Guangzhou; Shenzhen; Wuhan; Xinjiang; Taipei; Tokyo; Osaka; Kyoto; Fukushima; Hiroshima; Seoul;
Pyongyang; Sydney; Melbourne; Brisbane; Perth; Canberra; Adelaide; Queensland; New South Wales;
Auckland; Wellington; Christchurch; Atlantic; Pacific; Arctic; Antarctica; Mediterranean; Baltic;
Black Sea; Balkans; Caucasus; Siberia; Scandinavia; Caribbean; Bavaria; Saxony; Catalonia;
Andalusia; Brittany; Normandy; Sicily; Tuscany; Lombardy; Sardinia
"""
# A capital or a seat of government, in whose place the news writes the country.
CAPITALS = """
kyiv kiev=ukraine; moscow kremlin=russia; washington=united-states; london westminster=britain;
paris=france; berlin=germany; rome=italy; madrid=spain; lisbon=portugal; beijing peking=china;
tokyo=japan; seoul=south-korea; pyongyang=north-korea; tehran=iran; baghdad=iraq; kabul=afghanistan;
islamabad=pakistan; delhi=india; ankara=turkey; athens=greece; cairo=egypt; damascus=syria;
jerusalem=israel; riyadh=saudi-arabia; warsaw=poland; budapest=hungary; vienna=austria;
brussels=europe; ottawa=canada; canberra=australia; havana=cuba; caracas=venezuela; minsk=belarus;
tbilisi=georgia; belgrade=serbia; dublin=ireland; edinburgh=scotland; cardiff=wales; taipei=taiwan
"""
# Faiths, parties and quarters of the sky, written large and no names of one thing.
GROUPS = """
islamic muslim muslims christian christians jewish jew jews hindu hindus buddhist buddhists sikh
sikhs catholic catholics protestant protestants orthodox sunni sunnis shiite shiites shia hispanic
hispanics latino latinos latina democratic western eastern northern southern conservative liberal
arab arabs kurdish kurd kurds roma communist socialist presidential congressional internet
"""
# The last word of a place's name tells that it is one; "Mount X" and "Lake X" by their first.
HEADS = frozenset(
    """
    airport avenue bay beach boulevard bridge canal cape city coast county creek desert district
    forest gulf harbour harbor heights highway hill hills island islands isles lake lane mountain
    mountains ocean park peninsula pier plaza point port prison province quay ridge river road sea
    shire sound square station strait street terrace valley village
    """.split()
)
FIRSTS = frozenset("mount lake cape fort port san santa saint gulf mt isle".split())
# Before a name that no list has: it is where something happened.
BEFORE = frozenset("in near outside at around across throughout inside off towards into".split())


@cache
def demonyms() -> dict[str, str]:
    """The country of each adjective and people, both in lower case; a group is its own."""
    return {group: group for group in GROUPS.split()} | {
        people.lower(): name.lower()
        for name, _, peoples in _countries()
        for people in _peoples(peoples)
    }


@cache
def places() -> dict[str, str]:
    """The places by lower-cased name; a country's other names lead to its first."""
    found = {" ".join(one.split()).lower(): " ".join(one.split()).lower() for one in _others()}
    for name, others, _ in _countries():
        for other in (name, *filter(None, others.split(";"))):
            found[other.lower()] = name.lower()
    return found


@cache
def countries_of_capitals() -> dict[str, str]:
    """The country that a capital stands for, both in lower case."""
    rows = (row.split("=") for row in CAPITALS.replace("\n", " ").split(";"))
    named = places()
    return {
        city: named.get(country.strip().replace("-", " "), country.strip())
        for cities, country in rows
        for city in cities.split()
    }


def _countries() -> list[tuple[str, str, str]]:
    rows = (line.split("|") for line in COUNTRIES.strip().splitlines())
    return [(name, others, peoples) for name, others, peoples in rows]


def _peoples(row: str) -> list[str]:
    """The words of a row; of a country with two words ("North Korean") they are one."""
    return (
        [row]
        if row.count(" ") == 1
        and row.split()[0] in {"North", "South", "New", "Puerto", "Sri", "Latin"}
        else row.split()
    )


def _others() -> list[str]:
    return [one for one in OTHER_PLACES.replace("\n", " ").split(";") if one.strip()]
