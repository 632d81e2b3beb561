# Names of the codes in the register. The key is the name of the list and the code, as `text_key` writes it.

## Kind of home

category-ord = Ordinary rented home
category-oms = Care home
category-bof = Shared housing
category-fly = Home for refugees
category-sma = Small sturdy house
category-avk = Clarification home
category-aku = Emergency home
category-gje = Transition home
category-try = Pensioners’ home
category-per = Staff home

## Status of a home

dwelling-status-utleid = Let
dwelling-status-oppsagt = Notice given
dwelling-status-klargjores = Being prepared for the next tenant
dwelling-status-ledig = Vacant
dwelling-status-reservert = Reserved
dwelling-status-rehab = Under rehabilitation, out of use
dwelling-status-salg = To be sold
dwelling-status-sperret = Blocked
dwelling-status-avhendet = Sold, demolished or gone

## By what right the municipality decides over the home

disposal-eid = Owned by the municipality
disposal-innleid = Rented in and sublet
disposal-tildeling = Privately owned, the municipality allocates
disposal-brukereid = Owned by the user, the municipality decides who may buy
disposal-tilvisning = Referral agreement
disposal-stiftelse = Housing foundation or company

## Rooms

rooms-0 = Bed-sitter
rooms-1 = 1 room
rooms-2 = 2 rooms
rooms-3 = 3 rooms
rooms-4 = 4 rooms
rooms-5 = 5 rooms or more

## Kind of application

application-kind-ny = New application
application-kind-bytte = Exchange of home
application-kind-forl = Renewal
application-kind-opptak = New household member
application-kind-oms = Care home
application-kind-bosl = Help under the Social Housing Act

## Where an application stands

application-status-mottatt = Received
application-status-mangler = Awaiting documents
application-status-videresendt = Forwarded to the right unit
application-status-kartlegges = In progress
application-status-tilteam = With the allocation team
application-status-vedtatt-ja = Granted
application-status-vedtatt-nei = Refused
application-status-avvist = Dismissed
application-status-venteliste = Granted, waiting for a home
application-status-tilbud = Offered a home
application-status-takketnei = Declined the offer
application-status-kontrakt = Housed
application-status-trukket = Withdrawn
application-status-bortfalt = The decision has lapsed
application-status-klage = Appeal in progress

## How the applicant lives today

situation-ute = Nowhere to sleep tonight
situation-akuttov = Emergency overnight shelter
situation-midl = Temporary accommodation
situation-krise = Crisis centre
situation-fengsel2 = Leaves prison within two months without a home
situation-inst2 = Leaves an institution within two months without a home
situation-venner = Stays with friends or relatives for now
situation-mottak = Reception centre, not settled in time
situation-begjaert = Eviction or forced sale requested
situation-ugyldig = Without a valid lease
situation-utlop = The lease is running out
situation-boutgift = Housing costs too high
situation-darlig = Poor standard
situation-utilpasset = The home is not adapted
situation-trangt = Too little space
situation-foreldre = Lives with parents and does not want to
situation-belastet = Strained neighbourhood
situation-kommunal = Lives in a municipal home
situation-privleie = Rents privately, satisfactory
situation-eier = Owns, satisfactory
situation-parorende = Lives with close family for good

## Target group

target-group-okon = Economic difficulty
target-group-flykt = Refugee
target-group-fysisk = Physical disability
target-group-utvh = Intellectual disability
target-group-psyk = Mental illness
target-group-rus = Substance dependency
target-group-rop = Substance dependency and mental illness
target-group-sosial = Social difficulty
target-group-annenf = Other disability
target-group-eldre = Elderly with reduced function
target-group-ung = Young with complex needs
target-group-akutt = Acute housing need
target-group-ingen = No group registered

## Role in the household

member-role-hoved = Main person
member-role-partner = Partner
member-role-barn = Child
member-role-samvaer = Child who visits
member-role-voksen = Other adult

## Protected address

protection-ugradert = Not protected
protection-fortrolig = Confidential address (code 7)
protection-strengt = Strictly confidential address (code 6)
protection-strengt-utland = Strictly confidential address, abroad

## Kind of lease

lease-kind-tidsb = Fixed term
lease-kind-tidsu = Open-ended
lease-kind-midl = Temporary accommodation
lease-kind-prove = Clarification, short lease
lease-kind-framleie = Sublet of a rented-in home
lease-kind-leietileie = Rent to own
lease-kind-spesial = Special terms, Tenancy Act section 11-1

## When the lease runs out

lease-window-m3 = Runs out within 3 months
lease-window-m6 = Runs out in 3–6 months
lease-window-m9 = Runs out in 6–9 months
lease-window-m12 = Runs out in 9–12 months

## Why a household moved out

move-out-reason-eie = Bought a home
move-out-reason-eie-kom = Bought a municipal home
move-out-reason-leie = Rents privately
move-out-reason-bytte = Exchanged municipal home
move-out-reason-omsorg = Moved to a care home or institution
move-out-reason-flyttet = Left the municipality
move-out-reason-samboer = Moved in with others
move-out-reason-ikkeforl = The lease was not renewed
move-out-reason-utkast = Eviction
move-out-reason-fengsel = Prison
move-out-reason-dod = Died
move-out-reason-ukjent = Unknown

## Collection

collection-step-0 = Not reminded
collection-step-1 = First reminder
collection-step-2 = Second reminder
collection-step-ink = Debt collection

## Age of arrears

arrears-age-ikke-forfalt = Not due
arrears-age-til-30 = 1–30 days
arrears-age-til-60 = 31–60 days
arrears-age-til-90 = 61–90 days
arrears-age-over-90 = Over 90 days

## Length of vacancy

vacancy-length-til-30 = Up to 30 days
vacancy-length-til-90 = 31–90 days
vacancy-length-til-180 = 91–180 days
vacancy-length-til-365 = 181–365 days
vacancy-length-over-365 = More than a year

## Kind of decision

decision-kind-bsl-bistand = Help under the Housing Social Act
decision-kind-komm-bolig = Municipal home
decision-kind-komm-bolig-forlengelse = Renewal of a municipal tenancy
decision-kind-tilbud-konkret = Offer of one particular home
decision-kind-nav-midl-botilbud = Temporary accommodation
decision-kind-nav-raad = Advice and guidance
decision-kind-heldogn-omsorg = Nursing home or home with 24-hour care
decision-kind-startlaan = Start loan
decision-kind-boligtilskudd = Housing grant
decision-kind-bostotte = Housing allowance
decision-kind-partsinnsyn-avslag = Refusal of a party’s access to documents
decision-kind-offl-innsyn-avslag = Refusal of public access to documents
decision-kind-klage-avvist-komm = Dismissal of an appeal
decision-kind-sakskostnader = Costs of the case

## Outcome of a decision

decision-outcome-innvilget = Granted
decision-outcome-avslag = Refused
decision-outcome-delvis = Granted in part
decision-outcome-forlenget = Extended
decision-outcome-avvist = Dismissed
decision-outcome-trukket = Withdrawn
decision-outcome-omgjort = Reversed

## Appeal body

appeal-body-statsforvalter = County Governor
appeal-body-klagenemnd = The municipality’s appeal board
appeal-body-husbanken = Husbanken’s appeal scheme
appeal-body-som-hovedvedtaket = The same appeal body as the main decision

## Whether the decision can be appealed

appealable-ja = Can be appealed
appealable-uegnet = Can be appealed when the offer is plainly unsuitable
appealable-loven = Can be appealed where the act allows it

## Kind of follow-up

follow-up-kind-okveil = Money advice
follow-up-kind-boinorge = Living in Norway
follow-up-kind-renhold = Cleaning
follow-up-kind-vedl = Upkeep
follow-up-kind-ern = Nutrition
follow-up-kind-sykmest = Coping with illness
follow-up-kind-vedtakoppf = Following up the decision
follow-up-kind-koord = Coordination of help
follow-up-kind-syssel = Occupation
follow-up-kind-motiv = Motivation
follow-up-kind-botrening = Practice in living on one’s own
follow-up-kind-sostren = Social practice
follow-up-kind-nettv = Building a network
follow-up-kind-matplan = Shopping, menus and weekly plan
follow-up-kind-nabo = Work with neighbours

## What a decision letter must hold

letter-block-decision = The decision
letter-block-reasons = The reasons
letter-block-benefit-terms = What is given, from when, how long and on which terms
letter-block-main-content = The main content of the help
letter-block-right-to-appeal = The right to appeal
letter-block-appeal-deadline = The last day to appeal
letter-block-appeal-body = The appeal body
letter-block-appeal-procedure = How to appeal
letter-block-access-to-documents = The right to see the documents
letter-block-deferred-implementation = The right to ask for deferred implementation
letter-block-advice-and-court = Legal aid, guidance, costs and court
letter-block-contact = How to reach us
letter-block-case-handler = The case handler’s name
letter-block-responsible-person = The name of the one responsible
letter-block-automated-decision = Automated decision and review by a person
letter-block-lapses-if-facts-change = That it lapses if the facts change

## What an appeal lacks

appeal-defect-ikke-signert = Not signed
appeal-defect-vedtak-ikke-nevnt = Does not name the decision
appeal-defect-endring-ikke-nevnt = Does not say what should be changed

## Why a late appeal is taken up

late-ground-kan-ikke-lastes = Cannot be blamed for the delay
late-ground-sarlige-grunner = Special reasons make it reasonable

## The unit’s second look at its decision

reconsideration-medhold = Granted
reconsideration-delvis-medhold = Granted in part
reconsideration-opprettholdt = The decision is kept

## What the appeal body decided

appeal-result-stadfestet = Upheld
appeal-result-endret = Changed
appeal-result-endret-til-skade = Changed to the appellant’s harm
appeal-result-opphevet = Set aside
appeal-result-avvist = Dismissed
