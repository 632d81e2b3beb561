# Import of the office's own files

# What a file or a sheet is
import-kind-dwellings = Homes
import-kind-applications = Applications
import-kind-arrears = Arrears

# Why a file cannot be read
import-refused-empty = The file is empty.
import-refused-too-large = The file is too large. Split it, or take out pictures and sheets that are not needed.
import-refused-swollen = The file unpacks to far more than a list of homes or applicants. It has not been read.
import-refused-too-many-cells = The file has more cells than we accept. Take out sheets and columns that are not needed.
import-refused-encrypted = The file is locked with a password. Save a copy without one and try again.
import-refused-not-a-spreadsheet = This is not a spreadsheet. Husrom reads xlsx, ods and csv.
import-refused-damaged = The file is damaged. Open it in your spreadsheet program, save it anew and try again.
import-refused-one-column = The file has one column only. The separator must be a semicolon, comma, tab or vertical bar.
import-refused-nothing-in-it = There is nothing in the file.

# Why a sheet is set aside
import-aside-empty = The sheet is empty.
import-aside-not-counted = The name or title says that the sheet does not count.
import-aside-by-mapping = You have decided that the sheet is not to be read.
import-aside-no-headings = We found no row of headings, and the values do not show what they are.
import-aside-one-column = The sheet has one column only.
import-aside-no-rows = The sheet has headings but no rows below them.
import-aside-not-understood = The columns look neither like homes, nor applications, nor arrears.

# What is wrong in a row, and what would be right
import-error-amount-unreadable = “{ $found }” is not an amount. Write for example 7850 or 7 850,00.
import-error-date-unreadable = “{ $found }” is not a date. Write for example 01.03.2026.
import-error-date-not-in-calendar = “{ $found }” is not in the calendar. Write the day as for example 28.02.2025.
import-error-rooms-unreadable = “{ $found }” is not a number of rooms. Write for example 2-roms or hybel.
import-error-floor-area-unreadable = “{ $found }” is not an area in m². Write for example 54,5.
import-error-yes-no-unreadable = “{ $found }” is neither yes nor no. Write Ja or Nei.
import-error-household-unreadable = “{ $found }” does not show adults and children. Write for example 2+3 or 2 voksne 3 barn.
import-error-number-unreadable = “{ $found }” is not a whole number.
import-error-identity-too-few-digits = The identity number has too few digits. It has 11.
import-error-identity-too-many-digits = The identity number has too many digits. It has 11.
import-error-identity-not-digits = The identity number has digits only.
import-error-identity-check-digits = The check digits of the identity number do not match. Look for two digits that have changed places.
import-error-identity-no-such-day = The first six digits of the identity number are not a day of birth.
import-error-dwelling-number-malformed = “{ $found }” is not a dwelling number. It is a letter and four digits, for example H0204.
import-error-cadastre-malformed = “{ $found }” is not a cadastre number. Write for example 31/847.
import-error-cell-error = The formula in the cell has failed. Write the value.
import-error-formula-without-value = The formula has no value. Open and save the file in Excel, or write the value.
import-error-address-missing = The address is missing.
import-error-name-missing = The name is missing.
import-error-received-missing = The day the application was received is missing. Write for example 01.03.2026.
import-error-amount-missing = The amount is missing. Write for example 7850.
import-error-invoice-number-missing = The invoice has neither number nor due date to know it by.
import-error-tenancy-ends-before-start = The tenancy ends { $until }, before it starts { $from }. Correct one of the days.
import-error-decided-before-received = The decision of { $decided } is older than the application of { $received }. Correct one of the days.
import-error-day-in-future = { $day } lies in the future.
import-error-day-out-of-reason = { $day } cannot be right. The day must be between { $earliest } and { $latest }.
import-error-amount-negative = “{ $found }” is less than nothing. Rent and income are 0 or more.
import-error-number-out-of-reason = “{ $found }” cannot be right. The largest we believe is { $largest }.
import-error-year-out-of-reason = “{ $found }” is not a year between { $earliest } and { $latest }.
import-error-status-unknown = We do not know the status “{ $found }”. Write for example Utleid or Ledig for a home, Ny or Avslag for an application.
import-error-kind-unknown = We do not know the kind of home “{ $found }”. Write for example Omsorgsbolig 2-roms or Hybel.
import-error-vacant-with-tenant = The home is said to be vacant but has a tenant. Correct the status or take the tenant out.
import-error-other-tenant = The home stands in row { $row } too, with another tenant. Keep the row that is right.
import-error-homes-not-told-apart = The address stands in row { $row } too, as another home. Give each home its dwelling number, for example H0204.
import-error-other-invoice = The invoice stands in row { $row } too, with another amount. Keep the row that is right.

# What a column can mean
import-field-address = Address
import-field-street = Street
import-field-house-number = House number
import-field-dwelling-number = Dwelling number (H0204)
import-field-postcode = Postcode
import-field-place = Postal place
import-field-postcode-place = Postcode and place
import-field-external-number = The office’s own number
import-field-cadastre = Cadastre number
import-field-gnr = Cadastre: gnr
import-field-bnr = Cadastre: bnr
import-field-section = Section
import-field-area = Area
import-field-kind = Kind of home
import-field-care-home = Care home
import-field-rooms = Rooms
import-field-bedrooms = Bedrooms
import-field-floor-area = Floor area
import-field-built-year = Year built
import-field-floor = Floor
import-field-lift = Lift
import-field-step-free = Step-free
import-field-wheelchair = Wheelchair
import-field-owner = Owner
import-field-disposal = Form of disposal
import-field-rent = Rent per month
import-field-status = Status
import-field-status-since = Status since
import-field-name = Name
import-field-given-name = Given name
import-field-family-name = Family name
import-field-identity = Identity number
import-field-born = Date of birth
import-field-telephone = Telephone
import-field-email = E-mail
import-field-protection = Address protection
import-field-lease-from = Lease from
import-field-lease-until = Lease until
import-field-lease-kind = Kind of lease
import-field-moved-out = Moved out
import-field-received = Received
import-field-household = Household (adults + children)
import-field-adults = Adults
import-field-children = Children
import-field-persons = Persons
import-field-situation = Housing situation
import-field-target-group = Target group
import-field-wished-area = Wished area
import-field-income = Net income per month
import-field-decided = Decided
import-field-officer = Officer
import-field-customer-number = Customer number
import-field-invoice-number = Invoice number
import-field-kid = KID
import-field-due = Due
import-field-amount = Amount
import-field-outstanding = Outstanding
import-field-collection-step = Collection step
import-field-note = Note
import-field-ignored = Not used

# The sheet of rejected rows
import-what-is-wrong = What is wrong
