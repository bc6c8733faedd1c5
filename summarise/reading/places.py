"""Places and agencies that datelines name.

A dateline in ordinary letters and without an agency ("Sydney, Australia - Police
said ...") looks like the start of many a sentence. It is only taken for one when
it names a place from this list, or a date. The list is short on purpose: capitals,
the cities that news agencies let stand alone, countries, and the regions they
write after a town's name. Places printed in capitals need no list.
"""

_COUNTRIES = """
Afghanistan|Albania|Algeria|Andorra|Angola|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahamas|Bahrain
Bangladesh|Barbados|Belarus|Belgium|Belize|Benin|Bhutan|Bolivia|Bosnia|Bosnia and Herzegovina
Bosnia-Herzegovina|Botswana|Brazil|Britain|Brunei|Bulgaria|Burkina Faso|Burundi|Cambodia|Cameroon|Canada
Cape Verde|Central African Republic|Chad|Chile|China|Colombia|Congo|Costa Rica|Croatia|Cuba|Cyprus
Czech Republic|Czechia|Democratic Republic of Congo|Denmark|Djibouti|Dominican Republic|East Timor|Ecuador
Egypt|El Salvador|England|Equatorial Guinea|Eritrea|Estonia|Eswatini|Ethiopia|Fiji|Finland|France|Gabon
Gambia|Georgia|Germany|Ghana|Greece|Greenland|Guatemala|Guinea|Guinea-Bissau|Guyana|Haiti|Honduras|Hungary
Iceland|India|Indonesia|Iran|Iraq|Ireland|Israel|Italy|Ivory Coast|Jamaica|Japan|Jordan|Kazakhstan|Kenya
Kosovo|Kuwait|Kyrgyzstan|Laos|Latvia|Lebanon|Lesotho|Liberia|Libya|Liechtenstein|Lithuania|Luxembourg
Madagascar|Malawi|Malaysia|Maldives|Mali|Malta|Mauritania|Mauritius|Mexico|Moldova|Monaco|Mongolia
Montenegro|Morocco|Mozambique|Myanmar|Namibia|Nepal|Netherlands|The Netherlands|New Zealand|Nicaragua|Niger
Nigeria|North Korea|North Macedonia|Northern Ireland|Norway|Oman|Pakistan|Panama|Papua New Guinea|Paraguay
Peru|Philippines|Poland|Portugal|Puerto Rico|Qatar|Romania|Russia|Rwanda|Samoa|Saudi Arabia|Scotland|Senegal
Serbia|Sierra Leone|Singapore|Slovakia|Slovenia|Solomon Islands|Somalia|South Africa|South Korea|South Sudan
Spain|Sri Lanka|Sudan|Suriname|Sweden|Switzerland|Syria|Taiwan|Tajikistan|Tanzania|Thailand|Togo|Tonga
Trinidad and Tobago|Tunisia|Turkey|Turkmenistan|Uganda|Ukraine|United Arab Emirates|United Kingdom
United States|Uruguay|Uzbekistan|Vanuatu|Vatican City|Venezuela|Vietnam|Wales|West Bank|Yemen|Zambia
Zimbabwe|UK|U.K.|US|U.S.|USA|UAE
"""

_REGIONS = """
Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho|Illinois
Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri
Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|North Carolina|North Dakota|Ohio|Oklahoma|Oregon
Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington state
West Virginia|Wisconsin|Wyoming|D.C.|Ala.|Ariz.|Ark.|Calif.|Colo.|Conn.|Del.|Fla.|Ga.|Ill.|Ind.|Kan.|Ky.|La.
Md.|Mass.|Mich.|Minn.|Miss.|Mo.|Mont.|Neb.|Nev.|N.H.|N.J.|N.M.|N.Y.|N.C.|N.D.|Okla.|Ore.|Pa.|R.I.|S.C.|S.D.
Tenn.|Vt.|Va.|Wash.|W.Va.|Wis.|Wyo.|Alberta|British Columbia|Manitoba|New Brunswick|Newfoundland|Nova Scotia
Ontario|Quebec|Saskatchewan|Ont.|Alta.|B.C.|New South Wales|Queensland|Tasmania|Victoria|Western Australia
Crimea|Gaza Strip
"""

_CITIES = """
Abidjan|Abu Dhabi|Abuja|Accra|Addis Ababa|Adelaide|Aleppo|Algiers|Almaty|Amman|Amsterdam|Anchorage|Ankara
Antwerp|Astana|Asuncion|Athens|Atlanta|Auckland|Baghdad|Baku|Baltimore|Bamako|Bangkok|Barcelona|Basra
Beijing|Beirut|Belfast|Belgrade|Berlin|Bern|Bethlehem|Birmingham|Bogota|Bogotá|Bonn|Boston|Brasilia
Bratislava|Brisbane|Bristol|Brussels|Bucharest|Budapest|Buenos Aires|Cairo|Calgary|Canberra|Cape Town
Caracas|Cardiff|Casablanca|Chennai|Chicago|Chisinau|Christchurch|Cincinnati|Cleveland|Colombo|Conakry
Copenhagen|Dakar|Dallas|Damascus|Dar es Salaam|Delhi|Denver|Detroit|Dhaka|Djibouti|Dnipro|Doha|Donetsk|Dubai
Dublin|Dusseldorf|Düsseldorf|Edinburgh|Frankfurt|Freetown|Gaza|Gaza City|Geneva|Glasgow|Guatemala City|Hague
The Hague|Hamburg|Hanoi|Harare|Havana|Helsinki|Ho Chi Minh City|Hobart|Hong Kong|Honolulu|Houston|Hyderabad
Indianapolis|Irbil|Erbil|Islamabad|Istanbul|Jakarta|Jerusalem|Jeddah|Johannesburg|Juba|Kabul|Kampala|Kano
Karachi|Kathmandu|Kharkiv|Kherson|Khartoum|Kiev|Kigali|Kinshasa|Kolkata|Kuala Lumpur|Kuwait City|Kyiv|Kyoto
Lagos|Lahore|Las Vegas|Lausanne|Leeds|Lima|Lisbon|Liverpool|London|Los Angeles|Luanda|Lusaka|Luxembourg|Lviv
Macau|Madrid|Managua|Manchester|Manila|Maputo|Marseille|Mecca|Melbourne|Mexico City|Miami|Milan|Milwaukee
Minneapolis|Minsk|Mogadishu|Monrovia|Montevideo|Montreal|Moscow|Mosul|Mumbai|Munich|Nairobi|Naples|Nassau
New Delhi|New Orleans|New York|Nicosia|Odesa|Odessa|Osaka|Oslo|Ottawa|Ouagadougou|Panama City|Paris|Perth
Peshawar|Philadelphia|Phnom Penh|Phoenix|Pittsburgh|Port-au-Prince|Port Moresby|Prague|Pretoria|Pyongyang
Quebec City|Quito|Rabat|Ramallah|Reykjavik|Riga|Rio de Janeiro|Riyadh|Rome|Rotterdam|Salt Lake City
San Antonio|San Diego|San Francisco|San Jose|San Juan|San Salvador|Sanaa|Santiago|Santo Domingo|Sao Paulo
São Paulo|Sarajevo|Seattle|Seoul|Shanghai|Sheffield|Skopje|Sofia|Srinagar|St. Louis|St. Petersburg|Stockholm
Strasbourg|Suva|Sydney|Taipei|Tallinn|Tashkent|Tbilisi|Tegucigalpa|Tehran|Tel Aviv|Tirana|Tokyo|Toronto
Tripoli|Tunis|Turin|Ulaanbaatar|United Nations|Valencia|Vancouver|Venice|Vienna|Vientiane|Vilnius|Warsaw
Washington|Wellington|Windhoek|Winnipeg|Yangon|Yaounde|Yaoundé|Yerevan|Zagreb|Zaporizhzhia|Zurich
"""

_AGENCIES = """
AAP|ABC|ABC News|AFP|AFPRelaxnews|AKI|Al Jazeera|Anadolu|Anadolu Agency|ANI|ANSA|AP|AP Sports
Agence France-Presse|Agencies|Agency|Associated Press|The Associated Press|BBC|BBC News|BBC Sport|Bloomberg
Bloomberg News|BNO News|Business Wire|BUSINESS WIRE|Canadian Press|The Canadian Press|CBC|CBC News|CBS
CBS News|CNA|CNBC|CNN|CNN Business|CNN Español|CNN Money|CNNMoney|CNN Student News|Dow Jones|dpa|DPA|dpa-AFX
EFE|EPA|Forbes|Fox News|GLOBE NEWSWIRE|GlobeNewswire|HLN|IANS|Interfax|InSight|IRNA|ITAR-TASS|ITV News|Kyodo
Kyodo News|MarketWatch|Mashable|NBC|NBC News|News Agency|NPA|NPR|PA|PA Media|Press Association|Politico
PR Newswire|PRNewswire|PTI|RFE/RL|RIA|RIA Novosti|Reuters|Reuters Breakingviews|Reuters Health|Reuters Life!
RNS|SANA|SID|Sky News|Sky Sports|TASS|The Conversation|The Daily Beast|The Guardian|The Hollywood Reporter
The New York Times|The Washington Post|TNS|Thomson Reuters Foundation|UNI|UPI|United Press International|VOA
WAM|Wired|WSJ|Xinhua|Yonhap|Yonhap News|ZUMA
"""


def _entries(block: str) -> frozenset[str]:
    return frozenset(entry for line in block.split("\n") for entry in line.split("|") if entry)


_KNOWN_AREAS = frozenset(name.casefold() for name in _entries(_COUNTRIES) | _entries(_REGIONS))
_KNOWN_PLACES = _KNOWN_AREAS | frozenset(name.casefold() for name in _entries(_CITIES))
_KNOWN_AGENCIES = frozenset(name.casefold() for name in _entries(_AGENCIES))


def is_known_place(place: str) -> bool:
    """True for a listed city, region or country, and for a town with a listed region or country after it."""
    parts = [part.strip().casefold() for part in place.split(",")]
    if len(parts) == 1:
        return all(part.strip() in _KNOWN_PLACES for part in parts[0].split("/"))
    return parts[-1] in _KNOWN_AREAS


def is_known_agency(name: str) -> bool:
    """True for a listed news agency or broadcaster; "AP/Reuters" counts when both are listed."""
    folded = name.strip().casefold()
    return folded in _KNOWN_AGENCIES or all(part.strip() in _KNOWN_AGENCIES for part in folded.split("/"))
