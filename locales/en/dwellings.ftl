# Homes: the list, a home's page, the forms.
dwellings-title = Homes
dwellings-new = New home
dwellings-search = Address, dwelling number or number
dwellings-as-of = As it was on
dwellings-on = As it was on { $day }
dwellings-in-stock = In the stock (all but those disposed of)
dwellings-counts-as-vacant = Standing empty (nobody lives there)
dwellings-ordinary = All but care homes
dwellings-with-wheelchair = Adapted for a wheelchair
dwellings-without-wheelchair = Not adapted for a wheelchair
dwellings-none = No homes yet
dwellings-none-text = Import the list of homes the municipality has, or enter the first home by hand.
dwellings-none-match = No homes match
dwellings-none-match-text = Remove something the list is narrowed to, or see them all.
dwellings-show-all = Show all homes
export-xlsx = Download as spreadsheet
export-csv = Download as CSV
dwelling-address = Address
dwelling-address-hint = Street and house number, for example Granlia 7
dwelling-unit = Dwelling number
dwelling-unit-hint = For example H0204. Leave it empty when the address has one home only.
dwelling-postcode = Postcode
dwelling-place = Postal place
dwelling-postal = Postal place
dwelling-cadastre = Cadastre number
dwelling-cadastre-hint = Farm and property number, for example 12/345
dwelling-area = Area
dwelling-area-hint = The part of the municipality, as you divide it
dwelling-category = Category
dwelling-rooms = Rooms
dwelling-rooms-hint = For example 2 or hybel. A two-room home has one bedroom.
dwelling-rooms-exact = { $rooms } rooms
dwelling-floor-area = Floor area
dwelling-built-year = Built
dwelling-floor = Floor
dwelling-lift = Lift
dwelling-step-free = Step-free
dwelling-wheelchair = Wheelchair
dwelling-owner = Owner
dwelling-disposal = Held by
dwelling-rent = Rent
dwelling-rent-hint = Kroner a month
dwelling-rent-from = New rent holds from
dwelling-rent-from-hint = Used only when the rent is changed
dwelling-status = Status
dwelling-status-since = Status from day
dwelling-status-since-hint = Leave it empty when the day is not known
dwelling-days-vacant = Days empty
dwelling-external-number = The municipality’s own number
dwelling-note = Note
dwelling-note-hint = About the home. Never write about people here.
dwelling-yes = Yes
dwelling-no = No
dwelling-unknown = Not known
dwelling-choose = Choose a status
dwelling-days = { $days ->
    [one] 1 day
   *[other] { $days } days
  }
dwelling-days-at-least = { $days ->
    [one] at least 1 day
   *[other] at least { $days } days
  }
dwelling-held-days = { $days ->
    [one] lasted 1 day
   *[other] lasted { $days } days
  }
dwelling-held-so-far = { $days ->
    [one] has lasted 1 day
   *[other] has lasted { $days } days
  }
dwelling-held-before = Held before this day too. Nobody knows since when.
dwelling-held-from-then = Holds from this day on; nobody needs to do anything.
dwelling-let = New tenancy
dwelling-edit = Change
dwelling-edit-title = Change home
dwelling-save = Save the home
dwelling-facts = About the home
dwelling-tenants = Who lives here
dwelling-occupied-restricted = Let – restricted
dwelling-lives-here-since = tenant from { $day }
dwelling-moves-in = moves in { $day }
dwelling-lease-until = The lease runs to { $day }
dwelling-lease-open = The lease is open-ended
dwelling-nobody-registered = No tenant is registered now.
dwelling-earlier-tenants = Have lived here
dwelling-arrears = Arrears on the home
dwelling-no-arrears = No open invoices.
dwelling-owed = { $amount } outstanding in all.
dwelling-invoice = Invoice
dwelling-invoice-due = Due
dwelling-invoice-outstanding = Outstanding
dwelling-invoice-credit = credit
dwelling-building = Other homes at the address
dwelling-whole-building = Show all homes at the address
dwelling-change-status = New status
dwelling-change-status-save = Save new status
dwelling-from-day = Holds from
dwelling-statuses = Status by day
dwelling-rents = Rent
dwelling-since-day = From { $day }
dwelling-group-where = Where the home is
dwelling-group-what = What kind of home it is
dwelling-group-rent = Rent and ownership
dwelling-group-more = More
dwelling-open-other = Open { $address }
dwelling-problem-no-street = Write the home’s street address.
dwelling-problem-negative-rent = The rent is { $rent }. It cannot be below zero.
dwelling-problem-unbelievable-rent = The rent is { $rent } a month. Write the rent of one month, not of a year.
dwelling-problem-impossible-area = No home has a floor area of { $area }.
dwelling-problem-impossible-rooms = No home has { $rooms } rooms.
dwelling-problem-impossible-year = No home was built in { $year }.
dwelling-problem-impossible-floor = No home is on floor { $floor }.
dwelling-problem-there-already = { $address } is on the register already.
dwelling-problem-day-to-come = The day has not come yet. Register it when it is here.
dwelling-problem-day-needed = Choose the day it holds from.
dwelling-problem-status-needed = Choose a status.
dwelling-problem-lived-in = Somebody lives in the home. Register the move-out first.
dwelling-problem-postcode = { $found } is not a postcode. It has four digits, for example 2815.
dwelling-problem-unit = { $found } is not a dwelling number. Write for example H0204.
dwelling-problem-cadastre = { $found } is not a cadastre number. Write for example 12/345.
dwelling-problem-category = Choose a category.
dwelling-problem-rooms = { $found } is not a number of rooms. Write for example 2-roms or hybel.
dwelling-problem-floor-area = { $found } is not a floor area. Write for example 54,5.
dwelling-problem-number = { $found } is not a whole number.
dwelling-problem-amount = { $found } is not an amount. Write for example 7850 or 7 850,00.
dwelling-problem-day = { $found } is not a day in the calendar. Write for example 01.03.2026.
history-title = Changes
history-none = No changes were made by hand.
history-create = Registered
history-import = Imported
history-change = Changed
