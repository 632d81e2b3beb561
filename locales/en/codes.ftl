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
appeal-defect-fullmakt-mangler = Authority is missing

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

## Exceptions from age

age-exception-omsorg-barn = Has daily care of a child
age-exception-ettervern = After-care from child welfare
age-exception-saerlig-grunn = Another particular reason

## Exceptions from time lived here

time-exception-flyktning = Refugee settled by agreement
time-exception-tilknytning = Another tie to the municipality
time-exception-vold = Moved here because of violence or threats
time-exception-institusjon = Was away in an institution or prison

## Stay in Norway

stay-basis-norsk = Norwegian citizen
stay-basis-nordisk = Nordic citizen
stay-basis-eos = EEA citizen with a right of residence
stay-basis-permanent = Permanent residence permit
stay-basis-beskyttelse = Protection (refugee)
stay-basis-midlertidig = Temporary residence permit
stay-basis-sokt = Applied, not decided
stay-basis-ingen = No permit

## Kind of income

income-basis-brutto = Before tax
income-basis-netto = After tax

## Buying a home

purchase-ikke-mulig = Cannot buy now
purchase-mulig = Can buy with a start loan or grant

## Grounds

ground-alder = Age
ground-botid = Time lived in the municipality
ground-opphold = Lawful stay
ground-egnet = Without a suitable home
ground-inntekt = Income
ground-formue = Wealth
ground-mislighold = Owes the municipality nothing
ground-karantene = Not in quarantine
ground-startlan = Cannot buy instead
ground-maalgr = In the target group
ground-egeninnsats = Own effort

## Answer of a ground

answer-oppfylt = Met
answer-ikke-oppfylt = Not met
answer-skjonn = Judgement needed
answer-mangler = Information missing

## Facts of a ground

fact-alder = Age
fact-minste-alder = Age limit
fact-unntak-alder = Exception from the age limit
fact-bodd-siden = Lived in the municipality since
fact-minste-botid = Time asked for
fact-unntak-botid = Exception from time lived here
fact-opphold = Basis of stay
fact-opphold-til = Stay until
fact-situasjon = Housing situation
fact-leiekontrakt-til = Lease until
fact-kontrakt-rest = Counts as without a home when the lease has less left than
fact-husstand = Household (adults+children)
fact-inntekt = Income a year
fact-inntekt-art = Income as the rule counts it
fact-inntektsgrense = Limit for the household
fact-formue = Wealth
fact-formuesgrense = Limit of wealth
fact-skyldig-lan = Overdue loan from the municipality
fact-skyldig-husleie = Overdue rent
fact-skyldig-annet = Other overdue claims
fact-utkastet = Latest eviction
fact-karantene-til = Quarantine is over
fact-kjop = Buying with a start loan or grant

## What the grounds say together

reading-kan-innvilges = May be granted by the rules
reading-vilkar-mangler = A ground stands in the way
reading-skjonn = Judgement needed
reading-opplysninger-mangler = Information missing

## Level of follow-up

follow-up-level-0 = None
follow-up-level-1 = Advice on request
follow-up-level-2 = Light, weekly
follow-up-level-3 = Medium, several times a week
follow-up-level-4 = Close, daily
follow-up-level-5 = Staffed round the clock

## Living skills

skill-domain-ok = Money and rent
skill-domain-ren = Cleaning and order
skill-domain-ved = Use and upkeep of the home
skill-domain-mat = Food and shopping
skill-domain-hel = Health and medicines
skill-domain-rus = Substances and the tenancy
skill-domain-bes = Handling visitors
skill-domain-nab = Neighbours and house rules
skill-domain-sos = Network and isolation
skill-domain-dog = Daily rhythm and activity
skill-domain-kom = Contact with services
skill-domain-bar = Care of children at home

## Scale of living skills

skill-rating-1 = 1 Manages alone
skill-rating-2 = 2 Needs reminding
skill-rating-3 = 3 Needs some help
skill-rating-4 = 4 Needs much help
skill-rating-5 = 5 Needs full help
skill-rating-9 = 9 Not rated

## Housing history

stay-kind-eid = Owned
stay-kind-priv = Private rental
stay-kind-kom = Municipal home
stay-kind-foreldre = With parents
stay-kind-inst = Institution or treatment
stay-kind-fengsel = Prison
stay-kind-midl = Temporary or emergency
stay-kind-bostedslos = Without a home
stay-kind-mottak = Reception centre
stay-kind-barnevern = Child welfare measure

## How it ended

stay-ending-frivillig = Moved by choice
stay-ending-utlop = The lease ended
stay-ending-oppsagt = Given notice by the landlord
stay-ending-utkast = Evicted
stay-ending-forlatt = Abandoned the home
stay-ending-institusjon = Admitted or imprisoned
stay-ending-dod = Died
stay-ending-ukjent = Not known

## Access

access-rullestol = Accessible by wheelchair
access-uu = Universal design
access-heis = Lift
access-bakke = Ground floor
access-terskel = No thresholds
access-bad = Adapted bathroom
access-skjermet = Secluded, no near neighbours
access-basenaer = Near staff
access-sentrum = Central
access-robust = Robust
access-dyr = Pets allowed

## Need

need-kind-skaffe-leid-kom = Municipal home
need-kind-skaffe-leid-priv = Help to rent privately
need-kind-kjope = Help to buy
need-kind-leie-for-eie = Rent before buying
need-kind-omsorgsbolig = Care home
need-kind-bofellesskap = Shared house
need-kind-hybelhus = Rooming house
need-kind-smaahus = Small robust house
need-kind-avklaring = Clarifying home
need-kind-akuttbolig = Emergency or temporary
need-kind-barnebolig = Children’s home
need-kind-tilpasning = Adapting the present home
need-kind-beholde = Help to keep the home
need-kind-bytte = Exchange of municipal home
need-kind-oppfolging = Follow-up only

## Ground of priority

priority-ground-utkast-barn = To be evicted, with children
priority-ground-barn = Family without a suitable home
priority-ground-bostedslos = Homeless
priority-ground-vold = Violence, lives at a crisis centre
priority-ground-utskriv = Released or discharged
priority-ground-bosett = Settlement of a refugee
priority-ground-helse = Health demands another home
priority-ground-ung = Young and disadvantaged

## What settled the place

settled-by-flyttet = Moved by hand
settled-by-prioritet = Ground of priority
settled-by-poeng = Points
settled-by-situasjon = Housing situation
settled-by-barn = Children
settled-by-tid = Waiting time
settled-by-nummer = Otherwise alike: case number

## Points for

points-for-prioritet = Ground of priority
points-for-barn = Children
points-for-tid = Waiting time
waits-for-applicant = The applicant
waits-for-unit = Another unit of the municipality
waits-for-partner = Somebody outside the municipality
waits-for-wish = The applicant asked us to wait
work-group-late = Overdue
work-group-promise = Promised answer soon
work-group-answer = Answer soon
work-group-hold-ends = Look at again
work-group-unassigned = Not assigned
work-group-new = New
work-group-on-hold = On hold
channel-papir = On paper
channel-muntlig = Spoken
channel-digital = Digital
contact-way-brev = Letter
contact-way-telefon = Telephone
contact-way-sms = Text message
contact-way-epost = Email
notice-by-utleier = The landlord
notice-by-soker = The applicant
need-reason-utkast = Evicted or about to be
need-reason-kontrakt = The lease ends
need-reason-samliv = Separation
need-reason-vold = Violence in close relations
need-reason-utskriv = Discharge
need-reason-loslat = Release
need-reason-bosett = Settlement of a refugee
need-reason-famgjen = Family reunion
need-reason-helse = Health makes the home unsuitable
need-reason-trangt = Too small
need-reason-okonomi = Too expensive
need-reason-bomiljo = The neighbourhood
need-reason-unglos = Young person leaving care or parents
need-reason-brann = Fire or damage
need-reason-annet = Other
income-source-arbeid = Work
income-source-pensjon = Pension
income-source-andrev = Other welfare
income-source-soshj = Social assistance
income-source-bostotte = Housing allowance
income-source-bidrag = Child maintenance and benefit
income-source-studie = Student loan
income-source-ingen = Nothing
income-source-ukjent = Not known
leaves-place-fengsel = Prison
leaves-place-sykehus = Hospital
leaves-place-institusjon = Institution
leaves-place-mottak = Reception centre
leaves-place-barnevern = Child welfare
enclosure-legitim = Proof of identity
enclosure-lonn = Income
enclosure-skatt = Tax return
enclosure-opphor = Notice or end of lease
enclosure-kontrakt = Lease
enclosure-opphold = Residence permit
enclosure-separasjon = Separation or divorce
enclosure-samvaer = Contact agreement
enclosure-helse = Health
enclosure-fullmakt = Authority or guardianship
enclosure-gjeld = Overview of loans
enclosure-annet = Other
consent-to-folkereg = The population register
consent-to-skatt = The tax administration
consent-to-nav = Nav
consent-to-helse = The health service
asked-in-words-akutt = Somewhere to be tonight
asked-in-words-bolig = A municipal home
asked-in-words-startlaan = A start loan
asked-in-words-tilskudd = A grant
representative-role-guardian = Guardian
representative-role-authorised = Authorised
representative-role-lawyer = Lawyer
guardian-mandate-personlig = Personal affairs
guardian-mandate-okonomisk = Economic affairs
guardian-mandate-begge = Personal and economic affairs
missing-identity = Identity number
missing-birth = Birth
missing-household = How many are in the household
missing-situation = Housing situation
missing-member-birth = Date of birth of everybody in the household
missing-stay = Right to stay
missing-here-since = Since when they live here
missing-housing-costs = Rent or other housing costs
missing-income-source = What the applicant lives on
missing-income = Income
missing-income-shown = Papers on income
missing-lease-end-shown = Papers on the end of the lease
missing-permit-shown = Residence permit
missing-health-shown = Papers on health
missing-custody-shown = Agreement on shared residence or contact
missing-authority-shown = Authority or guardianship
missing-guardian = Guardian: the applicant is under eighteen
missing-mandate = What the guardian’s mandate is for
missing-signature = Signature

# Grounds of refusal.
refusal-ground-alder = Under 18 without an exception
refusal-ground-botid = Has not lived here long enough, no exception
refusal-ground-opphold = No lawful or lasting stay
refusal-ground-egnet = Has a suitable home
refusal-ground-okonomi = Income or wealth is enough to find a home
refusal-ground-mislighold = Loan, rent or repayment not kept up
refusal-ground-karantene = Quarantine after an eviction
refusal-ground-startlan = Can buy with a start loan or grant
refusal-ground-kapasitet = No suitable home to offer
refusal-ground-maalgr = Outside the target group
refusal-ground-opplyst = Has not helped to clarify the case
refusal-ground-omsorg = To be handled as a care home (forwarded, not refused)
refusal-ground-annet = Other

# What is written in a decision.
written-form-nb = Bokmål
written-form-nn = Nynorsk
follow-up-choice-innvilget = Granted
follow-up-choice-avslatt = Refused
follow-up-choice-ikke-behov = Not needed
home-access-bakke = Ground floor or few stairs
home-access-heis = Lift
home-access-rullestol = Wheelchair
home-access-ingen = No particular needs

# Where an offer of a home stands
offer-step-utkast = Not sent
offer-step-sendt = Awaiting answer
offer-step-sett = Viewed, awaiting answer
offer-step-ja = Accepted
offer-step-kontrakt = Tenancy agreed
offer-step-nei = Declined
offer-step-bortfalt = Lapsed
offer-step-trukket = Withdrawn

# Why a household declines
decline-reason-for-liten = Too small
decline-reason-trapper = Stairs or other access
decline-reason-helse = Health
decline-reason-utrygt = Not safe for the household
decline-reason-avstand = Too far from work, school or help
decline-reason-husleie = The rent is too high
decline-reason-annen-bolig = Has found another home
decline-reason-omrade = Wants another area
decline-reason-standard = The standard of the home
decline-reason-naboer = The neighbourhood
decline-reason-husdyr = Pets are not allowed
decline-reason-tidspunkt = Cannot move now
decline-reason-ombestemt = Changed their mind
decline-reason-ikke-oppgitt = Not stated

# Why the municipality withdraws an offer
withdraw-reason-boligen-kan-ikke-brukes = The home cannot be used
withdraw-reason-vedtaket-gjelder-ikke = The decision no longer holds
withdraw-reason-endrede-forhold = The household's circumstances have changed
withdraw-reason-skjerming = Protection of address
withdraw-reason-kjeden-brast = A move that the offer depended on came to nothing
withdraw-reason-feil = The offer was made by mistake
withdraw-reason-annet = Other
dismissal-ground-for-sent = Too late
dismissal-ground-ikke-rettet = Not mended
dismissal-ground-ikke-klagerett = Has no right to appeal
dismissal-ground-kan-ikke-paklages = Cannot be appealed
