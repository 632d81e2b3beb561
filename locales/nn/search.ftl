# Search from anywhere.
search-title = Søk
search-for = Treff på «{ $words }»
search-people = Personar
search-dwellings = Bustader
search-applications = Søknader
search-tenancies = Leigeforhold
search-none = Ingen treff
search-none-text = Prøv starten av eit namn eller ei gate, eit brukseiningsnummer som H0204, nummeret til bustaden, eit søknadsnummer som 2026/00417, eller eit heilt fødselsnummer.
search-more = Viser dei første { $count }. Skriv meir for å finne færre.
search-person = Person
search-home = Bustad
search-application = Søknad
search-tenancy = Leigeforhold
