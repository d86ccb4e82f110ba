/** Technology, data and law. */
export const systems = `
# system-availability | tech
= Keep systems running when stores are open
= Make Saturday mornings boring for the service desk
= Plan changes so that stores never feel them
? The outage before the last holiday weekend cost eleven thousand visits.
+ Availability of field systems in store hours from {from}% to {to}% | % | 98.6..99.1 | 99.8..99.9
- Minutes to restore after a severe incident, from {from} to {to} | minutes | 130..190 | 35..45
- Incidents caused by our own changes | incidents | 11..16 | 3..4
+ Services with a tested restore | services | 8..13 | 38..42

# retire-legacy | tech finance
= Switch off the systems we only keep because nobody dares
= Leave the old country systems behind
= Bring the last local tools into retirement
- Legacy applications in use from {from} to {to} | applications | 64..88 | 26..32
- Yearly cost of legacy licences | EUR thousand | 1900..2700 | 700..900
+ Countries fully on the common platform, from {from} to {to} | countries | 26..37 | 68..74
! Archive the old visit database so that auditors can still read it | Restore test witnessed by internal audit

# device-lifecycle | tech procurement
= Put a phone into every hand that survives a working day
= Stop visits failing because of the device
= Equip field people with phones that do not embarrass us
- Visits interrupted by a device problem, per thousand, from {from} to {to} | visits | 17..25 | 5..6
+ Devices not older than three years from {from}% to {to}% | % | 51..60 | 92..95
- Days until a broken phone is replaced | days | 8..12 | 1..2
+ Old devices refurbished or recycled with a certificate | % | 40..52 | 98..100

# identity-access | tech legal
= Give people access on their first day and take it away on their last
= Know at any time who can see which client's data
= Close the doors behind people who left
- Accounts of people who left, from {from} to {to} | accounts | 280..430 | 0..15
+ New joiners with all access on day one from {from}% to {to}% | % | 52..63 | 95..97
- Accounts without a second factor | accounts | 2100..3400 | 0..40
+ Client data areas with an owner who reviews access each quarter | areas | 20..34 | 118..126

# phishing | tech training
= Teach everybody to doubt a friendly mail
= Make attackers give up on our people
= Make reporting a strange mail as easy as deleting it
- People who click in simulated attacks from {from}% to {to}% | % | 15..21 | 4..5
+ Suspicious mails reported within ten minutes, from {from}% to {to}% | % | 12..19 | 50..58
+ Field people who took the two-minute lesson | % | 30..44 | 96..98
- Hours to contain a compromised account | hours | 8..13 | 1..2

# service-desk | tech
= Solve it on the first call, in the caller's language
= Turn the service desk from a queue into a helper
= Speak the field's language at the help desk
+ First-contact resolution from {from}% to {to}% | % | 54..61 | 78..82
- Minutes in the queue at peak, from {from} to {to} | minutes | 11..16 | 2..3
+ Languages answered during local store hours | languages | 7..9 | 19..22
- Tickets reopened | % | 11..15 | 4..5
> Satisfaction after a solved ticket stays above {limit} of 5 | of 5 | 4.2..4.4

# integration-speed | tech client
= Connect a client's data in days
= Make interfaces something we have, not something we build each time
= Make the first data exchange with a client an afternoon's work
- Working days to connect a client's order data from {from} to {to} | days | 38..54 | 9..12
+ Clients on the standard interface, from {from} to {to} | clients | 9..16 | 64..75
- Failed nightly transfers | transfers | 44..70 | 4..8
- Interfaces maintained by one single person | interfaces | 19..27 | 2..3
% Interface documentation published for clients | 100

# release-rhythm | tech
= Ship small improvements every week without fear
= Let field people see their feedback in the app within a month
= Deliver less at a time, and more often
+ Releases per month from {from} to {to} | releases | 1..2 | 8..10
- Days from merged change to field phones, from {from} to {to} | days | 24..36 | 4..6
- Releases rolled back | % | 13..19 | 2..3
+ Field suggestions delivered | suggestions | 6..12 | 60..75
+ Journeys covered by automatic tests | % | 28..37 | 78..84

# cloud-cost | tech finance
= Pay for the computing we use and not for what we forgot
= Bend the cloud bill down while visits go up
= Make every team see what its computing costs
- Cloud cost per thousand visits from {from} to {to} EUR | EUR | 21..28 | 12..14
- Idle resources from {from}% to {to}% | % | 24..33 | 6..8
+ Spending with an owner | % | 49..60 | 96..98
! Close the second data centre contract | Termination confirmed by the provider, data moved

# office-automation | tech ops
= Give the offices their Friday afternoon back
= Let software do the copying
= Leave routine to machines and judgement to people
+ Working hours saved by automation per month from {from} to {to} | hours | 180..320 | 1900..2400
+ Processes automated by the people who know them | processes | 6..11 | 50..65
- Spreadsheets with macros in critical processes, from {from} to {to} | spreadsheets | 85..130 | 15..25
0 Measure how many hours teams spend on moving data by hand | hours | 900..2200

# store-master-data | data
= Have one address for one store
= Know every store once, and only once
= Clean the list of stores that everything else depends on
? The same supermarket exists in our systems up to six times.
- Duplicate stores from {from}% to {to}% | % | 8.5..12 | 1..1.5
+ Stores with verified coordinates and opening hours, from {from}% to {to}% | % | 59..68 | 96..98
- Visits sent to closed stores | visits | 130..210 | 10..20
- Days until a new store is known everywhere | days | 13..20 | 2..3
% Countries' store lists reconciled with the retailers' lists | 100

# data-quality | data
= Let people trust a figure without calling its author
= Find errors in our data before the client does
= Make one figure mean one thing
+ Data sets passing all quality checks from {from}% to {to}% | % | 64..72 | 95..97
- Data corrections reported by clients | corrections | 46..70 | 6..10
- Hours until a broken feed is noticed, from {from} to {to} | hours | 17..26 | 1..2
+ Key figures with one written definition | figures | 18..27 | 88..95
% Critical feeds with an alert and an owner | 100

# sales-data-access | data client
= See what was sold where we were yesterday
= Bring till data and visit data together
= Put yesterday's sales next to today's visit
+ Stores with daily sales data from {from} to {to} | thousand stores | 6.5..9.5 | 24..29
- Age of sales data when it reaches us | days | 9..14 | 1..2
+ Visit plans built on sales gaps, from {from}% to {to}% | % | 7..13 | 55..62
! Sign data sharing agreements with the six largest retailers | Signed contracts, first file received from each

# image-recognition | data tech
= Let the camera count facings, and people fix shelves
= Recognise a shelf faster than a person can
= Let software do the counting at the shelf
+ Recognition accuracy for known products from {from}% to {to}% | % | 86..89.5 | 96..97
- Days to teach the model a new package, from {from} to {to} | days | 12..18 | 1..2
- Pictures that need a human check | % | 31..40 | 9..11
+ Product groups covered | groups | 11..16 | 40..46
< Cost per recognised picture stays below {limit} cents | cents | 2..3

# self-service-analytics | data
= Let country teams answer their own questions
= End the queue for reports
= Teach teams to fish in their own data
- Days a report request waits from {from} to {to} | days | 12..17 | 2..3
+ Colleagues building their own analyses every month | people | 35..60 | 280..340
- Reports nobody opened for a quarter, from {from} to {to} | reports | 410..590 | 40..70
+ Questions answered by the data catalogue | % | 14..22 | 58..65
% Report catalogue cleaned of duplicates | 100

# demand-signals | data sales
= Send people to the store that needs them today
= Predict the empty shelf
= Let the data decide which store is visited next
+ Out-of-stocks predicted a day ahead from {from}% to {to}% | % | 0..18 | 55..62
- False alarms per hundred alerts, from {from} to {to} | alarms | 46..60 | 16..20
+ Visits triggered by a signal | % | 3..7 | 26..32
0 Establish the sales saved per signalled visit | EUR | 18..44

# privacy-by-design | legal data
= Collect only what we need and delete it when we said we would
= Pass a privacy inspection on any day of the year
= Handle shoppers' and promoters' data as if it were our own
- Personal records past their deletion date from {from} to {to} thousand | thousand records | 310..480 | 0..10
+ Processing activities with a current record, from {from}% to {to}% | % | 55..66 | 98..100
- Days to answer a request for information | days | 22..28 | 7..9
+ Photos blurred before storage | % | 61..74 | 99..99.9
% Deletion rules implemented in all systems with personal data | 100

# contract-cycle | legal sales
= Sign contracts while both sides still remember why
= Take contracts out of the drawer and into a system
= Make signing the quickest part of a deal
- Days from agreed terms to signature from {from} to {to} | days | 31..44 | 10..13
+ Contracts on our own template, from {from}% to {to}% | % | 37..46 | 72..78
- Contracts that renewed without anybody noticing | contracts | 18..29 | 0..1
+ Contracts searchable in the register | % | 42..55 | 98..100
! Launch electronic signature in all countries that allow it | First hundred contracts signed electronically

# anti-bribery | legal people
= Say no to the envelope, and be able to prove it
= Make the speak-up line a place people trust
= Make clean business the easy way in every country
+ Country teams trained on gifts and favours from {from}% to {to}% | % | 56..67 | 98..100
- Days to a first answer for people who speak up, from {from} to {to} | days | 13..20 | 2..3
+ Third parties screened before the first payment | % | 48..59 | 98..100
- Cash payments | payments | 260..400 | 0..20

# licence-permits | legal ops
= Have every permit before the stand is built
= Stop paying fines for missing papers
= Know the rules of every city before the stand arrives
- Activations stopped by authorities from {from} to {to} | activations | 14..21 | 0..2
- Fines | EUR thousand | 22..37 | 1..3
+ Cities with a permit guide that promoters can use, from {from} to {to} | cities | 15..26 | 120..150
% Permit calendar shared with all activation planners | 100
`;
