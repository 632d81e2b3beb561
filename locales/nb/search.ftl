# Search from anywhere.
search-title = Søk
search-for = Treff på «{ $words }»
search-people = Personer
search-dwellings = Boliger
search-applications = Søknader
search-cases = Saker
search-invoices = Fakturaer
search-tenancies = Leieforhold
search-none = Ingen treff
search-none-text = Prøv begynnelsen av et navn eller en gate, et bruksenhetsnummer som H0204, boligens nummer, gårds- og bruksnummer som 18/1, et søknads- eller saksnummer som 2026/00417-2, et fakturanummer, eller et helt fødselsnummer.
search-more = Viser de første { $count }. Skriv mer for å finne færre.
search-person = Person
search-home = Bolig
search-application = Søknad
search-case = Sak
search-invoice = Faktura
search-tenancy = Leieforhold
