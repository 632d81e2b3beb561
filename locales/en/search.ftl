# Search from anywhere.
search-title = Search
search-for = Found for “{ $words }”
search-people = People
search-dwellings = Homes
search-applications = Applications
search-cases = Cases
search-invoices = Invoices
search-tenancies = Tenancies
search-none = Nothing found
search-none-text = Try the beginning of a name or a street, a dwelling number such as H0204, the home’s number, a cadastre number such as 18/1, an application or case number such as 2026/00417-2, an invoice number, or a whole identity number.
search-more = Shows the first { $count }. Type more to find fewer.
search-person = Person
search-home = Home
search-application = Application
search-case = Case
search-invoice = Invoice
search-tenancy = Tenancy
