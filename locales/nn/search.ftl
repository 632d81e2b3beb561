# Search from anywhere.
search-title = Søk
search-for = Treff på «{ $words }»
search-people = Personar
search-dwellings = Bustader
search-applications = Søknader
search-cases = Saker
search-invoices = Fakturaer
search-tenancies = Leigeforhold
search-none = Ingen treff
search-none-text = Prøv byrjinga av eit namn eller ei gate, eit brukseiningsnummer som H0204, nummeret til bustaden, gards- og bruksnummer som 18/1, eit søknads- eller saksnummer som 2026/00417-2, eit fakturanummer, eller eit heilt fødselsnummer.
search-more = Viser dei første { $count }. Skriv meir for å finne færre.
search-person = Person
search-home = Bustad
search-application = Søknad
search-case = Sak
search-invoice = Faktura
search-tenancy = Leigeforhold
