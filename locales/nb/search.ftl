# Search from anywhere.
search-title = Søk
search-for = Treff på «{ $words }»
search-people = Personer
search-dwellings = Boliger
search-applications = Søknader
search-tenancies = Leieforhold
search-none = Ingen treff
search-none-text = Prøv begynnelsen av et navn eller en gate, et bruksenhetsnummer som H0204, boligens nummer, et søknadsnummer som 2026/00417, eller et helt fødselsnummer.
search-more = Viser de første { $count }. Skriv mer for å finne færre.
search-person = Person
search-home = Bolig
search-application = Søknad
search-tenancy = Leieforhold
