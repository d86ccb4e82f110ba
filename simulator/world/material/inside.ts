/** Finance, people, technology and data: what the group works on behind the stores. */
export const inside = `
# days-sales-outstanding | finance client
= Turn finished work into cash while it is still fresh
= Get paid on time for visits we made on time
= Stop financing our clients' working capital
? Every day of outstanding invoices ties up as much money as the yearly training budget of a region.
- Days sales outstanding from {from} to {to} | days | 66..79 | 46..52
- Invoices overdue by more than 60 days, from {from} to {to} EUR thousand | EUR thousand | 900..1600 | 200..350
+ Invoices paid without a reminder | % | 48..57 | 76..82
- Invoices held back for a missing order number | invoices | 120..190 | 10..25

# billing-accuracy | finance client
= Send invoices that clients can pay without a call
= Bill every visit once, at the right price, right away
? Credit notes were four per cent of revenue last year; most corrected our own typing.
- Credit notes in percent of revenue from {from} to {to} | % | 3.4..4.5 | 1..1.3
- Days from end of month to the last invoice, from {from} to {to} | days | 11..15 | 3..4
+ Invoices created from visit data without manual entry from {from}% to {to}% | % | 36..49 | 88..93
- Visits done and never billed | visits | 380..620 | 20..60

# month-end-close | finance
= Close the month before the month is forgotten
= Know how a month went while it can still be changed
- Working days to close from {from} to {to} | days | 9..11 | 4..5
- Manual journal entries per close | entries | 680..940 | 180..240
+ Entities closing in the common calendar, from {from} to {to} | entities | 24..35 | 80..80
- Corrections after closing | corrections | 38..56 | 5..8
% Balance sheet reconciliations moved into the close tool | 100

# forecast-accuracy | finance sales
= Forecast margin well enough to act on it
= Replace the yearly budget ritual by a rolling view
- Error of the three-month margin forecast from {from} to {to} points | points | 2.6..3.4 | 0.9..1.2
+ Countries forecasting with drivers instead of last year's figures | countries | 8..15 | 55..65
- Working days spent per forecast round, from {from} to {to} | days | 8..11 | 3..3
+ Decisions in the monthly review based on the forecast | decisions | 2..4 | 9..12

# visit-profitability | finance ops
= Know what a visit earns before we promise the next hundred
= Stop serving stores that nobody pays for
0 Establish the full cost of a visit by store type | EUR | 14..38
- Visits below cost from {from}% to {to}% | % | 22..30 | 8..11
+ Contracts recalculated with real visit times, from {from} to {to} | contracts | 5..12 | 70..90
+ Margin of the twenty weakest contracts | % | 4..6.5 | 12..14

# cash-visibility | finance tech
= See every account of the group on one page in the morning
= Bring idle cash home from eighty countries
- Bank accounts from {from} to {to} | accounts | 310..390 | 150..170
+ Cash visible on the same day, from {from}% to {to}% | % | 54..66 | 96..98
- Cash lying idle outside the pool | EUR thousand | 8500..12500 | 2400..3200
! Sign the cash-pool agreement for the euro countries | Signed by all entities and the bank

# expense-claims | finance people
= Pay back what people laid out before the card bill arrives
= Make travel expenses a matter of two minutes
- Days until an expense claim is paid from {from} to {to} | days | 19..27 | 4..6
+ Claims filed by phone with a photo, from {from}% to {to}% | % | 25..38 | 88..93
- Claims sent back | % | 17..24 | 5..6
- Working hours in accounts payable for claims | hours | 420..610 | 130..170

# tax-registration | finance legal
= Have the right tax number before the first promoter works
= Be clean with payroll taxes in every place where our people stand
- Late filings from {from} to {to} a quarter | filings | 14..22 | 0..1
- Penalties and interest | EUR thousand | 38..64 | 2..6
+ Countries with an owner and a calendar for every filing, from {from} to {to} | countries | 33..46 | 80..80
! Close the open wage-tax audits of earlier years | Closing letters of the authorities on file

# audit-readiness | finance legal
= Let auditors find nothing that we did not tell them
= Make internal controls part of the work instead of the week before the audit
- Open audit findings older than 90 days from {from} to {to} | findings | 31..48 | 3..6
+ Key controls with evidence in the system, from {from}% to {to}% | % | 46..58 | 95..97
- Hours spent on audit requests | hours | 760..1100 | 300..380
> Controls tested without failure stay above {limit}% | % | 94..96

# invoice-intake | finance procurement
= Let supplier invoices find their own way to payment
= Take paper out of accounts payable
+ Supplier invoices processed without a touch from {from}% to {to}% | % | 18..27 | 66..74
- Cost per supplier invoice, from {from} to {to} EUR | EUR | 7.8..10.5 | 2.5..3.2
- Invoices without an order | % | 41..53 | 12..15
- Duplicate payments found | payments | 12..19 | 0..1

# voluntary-turnover | people
= Be a place that experienced people do not leave
= Listen before the resignation letter
? We lost eleven country specialists to the same three competitors.
- Voluntary turnover in offices from {from}% to {to}% | % | 17..22 | 10..12
+ Stay interviews held with key people, from {from} to {to} | talks | 10..25 | 160..200
- Vacancies in key positions open for more than 90 days | vacancies | 22..31 | 5..7
+ Leavers who would come back | % | 34..43 | 60..66

# manager-quality | people training
= Give everybody a manager worth working for
= Train managers in the three talks they avoid
+ Employees who had a useful talk about their work in the last month, from {from}% to {to}% | % | 44..52 | 75..80
+ Managers rated good or better by their teams | % | 57..64 | 80..84
- Teams with no feedback for two surveys | teams | 28..40 | 3..6
% Managers who finished the programme on difficult talks | 100

# internal-moves | people
= Fill the next job from inside
= Open careers across countries and functions
+ Vacancies filled internally from {from}% to {to}% | % | 21..28 | 42..48
+ Field people who moved into an office or lead role | people | 14..26 | 85..110
- Days until an internal applicant has an answer, from {from} to {to} | days | 24..33 | 5..7
+ Moves between countries | moves | 4..8 | 26..34

# inclusion-leads | people esg
= Let leadership look like the people in our stores
= Remove what keeps women out of country management
+ Women in country management from {from}% to {to}% | % | 24..30 | 38..42
+ Shortlists with at least one candidate from each gender, from {from}% to {to}% | % | 48..60 | 95..100
- Unexplained pay difference for the same work | % | 5.4..7.2 | 1.5..2
+ Sites with a usable prayer, nursing or quiet room | sites | 14..22 | 60..70

# works-council | people legal
= Agree changes with employee representatives before they become conflicts
= Rebuild trust with the works councils
+ Agreements reached without arbitration from {from}% to {to}% | % | 58..68 | 92..95
- Weeks from proposal to agreement | weeks | 15..22 | 6..8
- Labour court cases, from {from} to {to} | cases | 17..26 | 5..7
! Conclude a frame agreement on digital time recording | Signed by all councils concerned

# hr-service | people tech
= Answer a people question in one day and one place
= Stop sending people from form to form
- Days to answer an employee's question from {from} to {to} | days | 5..8 | 1..1.5
+ Questions solved without a hand-over, from {from}% to {to}% | % | 49..58 | 82..87
- Paper forms in use | forms | 46..72 | 3..6
+ Satisfaction with the people service (of 5) | points | 3..3.4 | 4.3..4.5

# wellbeing-field | people esg
= Make field work healthy enough to do until retirement
= Take the weight off backs, knees and weekends
- Sick days per field person and year from {from} to {to} | days | 14..19 | 9..10.5
+ Teams with guaranteed free weekends, from {from}% to {to}% | % | 30..41 | 80..86
+ Merchandisers with a lifting aid in the car | people | 90..160 | 900..1200
- Shifts planned with less than eleven hours of rest | shifts | 140..230 | 0..10

# succession | people
= Have somebody ready for every chair that matters
= Never again search a country manager for nine months
+ Key positions with a successor ready within a year from {from}% to {to}% | % | 33..42 | 75..80
+ Successors with an agreed development step | people | 12..20 | 70..85
- Days a key position stays empty, from {from} to {to} | days | 120..170 | 45..55

# gig-status | people legal
= Employ people in a form that stands up in court
= Settle the status of freelancers before a judge does
- Freelancers working more than 80% for us, from {from} to {to} | people | 420..640 | 40..80
+ Contract types reviewed by local counsel | countries | 12..20 | 75..80
- Open claims for employee status | claims | 15..24 | 3..5

# system-availability | tech
= Keep systems running when stores are open
= Make Saturday mornings boring for the service desk
? The outage before the last holiday weekend cost eleven thousand visits.
+ Availability of field systems in store hours from {from}% to {to}% | % | 98.6..99.1 | 99.8..99.9
- Minutes to restore after a severe incident, from {from} to {to} | minutes | 130..190 | 35..45
- Incidents caused by our own changes | incidents | 11..16 | 3..4
+ Services with a tested restore | services | 8..13 | 38..42

# retire-legacy | tech finance
= Switch off the systems we only keep because nobody dares
= Leave the old country systems behind
- Legacy applications in use from {from} to {to} | applications | 64..88 | 26..32
- Yearly cost of legacy licences | EUR thousand | 1900..2700 | 700..900
+ Countries fully on the common platform, from {from} to {to} | countries | 26..37 | 68..74
! Archive the old visit database so that auditors can still read it | Restore test witnessed by internal audit

# device-lifecycle | tech procurement
= Put a phone into every hand that survives a working day
= Stop visits failing because of the device
- Visits interrupted by a device problem, per thousand, from {from} to {to} | visits | 17..25 | 5..6
+ Devices not older than three years from {from}% to {to}% | % | 51..60 | 92..95
- Days until a broken phone is replaced | days | 8..12 | 1..2
+ Old devices refurbished or recycled with a certificate | % | 40..52 | 98..100

# identity-access | tech legal
= Give people access on their first day and take it away on their last
= Know at any time who can see which client's data
- Accounts of people who left, from {from} to {to} | accounts | 280..430 | 0..15
+ New joiners with all access on day one from {from}% to {to}% | % | 52..63 | 95..97
- Accounts without a second factor | accounts | 2100..3400 | 0..40
+ Client data areas with an owner who reviews access each quarter | areas | 20..34 | 118..126

# phishing | tech training
= Teach everybody to doubt a friendly mail
= Make attackers give up on our people
- People who click in simulated attacks from {from}% to {to}% | % | 15..21 | 4..5
+ Suspicious mails reported within ten minutes, from {from}% to {to}% | % | 12..19 | 50..58
+ Field people who took the two-minute lesson | % | 30..44 | 96..98
- Hours to contain a compromised account | hours | 8..13 | 1..2

# service-desk | tech
= Solve it on the first call, in the caller's language
= Turn the service desk from a queue into a helper
+ First-contact resolution from {from}% to {to}% | % | 54..61 | 78..82
- Minutes in the queue at peak, from {from} to {to} | minutes | 11..16 | 2..3
+ Languages answered during local store hours | languages | 7..9 | 19..22
- Tickets reopened | % | 11..15 | 4..5
> Satisfaction after a solved ticket stays above {limit} of 5 | points | 4.2..4.4

# integration-speed | tech client
= Connect a client's data in days
= Make interfaces something we have, not something we build each time
- Working days to connect a client's order data from {from} to {to} | days | 38..54 | 9..12
+ Clients on the standard interface, from {from} to {to} | clients | 9..16 | 64..75
- Failed nightly transfers | transfers | 44..70 | 4..8
- Interfaces maintained by one single person | interfaces | 19..27 | 2..3

# release-rhythm | tech
= Ship small improvements every week without fear
= Let field people see their feedback in the app within a month
+ Releases per month from {from} to {to} | releases | 1..2 | 8..10
- Days from merged change to field phones, from {from} to {to} | days | 24..36 | 4..6
- Releases rolled back | % | 13..19 | 2..3
+ Field suggestions delivered | suggestions | 6..12 | 60..75
+ Journeys covered by automatic tests | % | 28..37 | 78..84

# cloud-cost | tech finance
= Pay for the computing we use and not for what we forgot
= Bend the cloud bill down while visits go up
- Cloud cost per thousand visits from {from} to {to} EUR | EUR | 21..28 | 12..14
- Idle resources from {from}% to {to}% | % | 24..33 | 6..8
+ Spending with an owner | % | 49..60 | 96..98

# office-automation | tech ops
= Give the offices their Friday afternoon back
= Let software do the copying
+ Working hours saved by automation per month from {from} to {to} | hours | 180..320 | 1900..2400
+ Processes automated by the people who know them | processes | 6..11 | 50..65
- Spreadsheets with macros in critical processes, from {from} to {to} | spreadsheets | 85..130 | 15..25
0 Measure how many hours teams spend on moving data by hand | hours | 900..2200

# store-master-data | data
= Have one address for one store
= Know every store once, and only once
? The same supermarket exists in our systems up to six times.
- Duplicate stores from {from}% to {to}% | % | 8.5..12 | 1..1.5
+ Stores with verified coordinates and opening hours, from {from}% to {to}% | % | 59..68 | 96..98
- Visits sent to closed stores | visits | 130..210 | 10..20
- Days until a new store is known everywhere | days | 13..20 | 2..3

# data-quality | data
= Let people trust a figure without calling its author
= Find errors in our data before the client does
+ Data sets passing all quality checks from {from}% to {to}% | % | 64..72 | 95..97
- Data corrections reported by clients | corrections | 46..70 | 6..10
- Hours until a broken feed is noticed, from {from} to {to} | hours | 17..26 | 1..2
+ Key figures with one written definition | figures | 18..27 | 88..95

# sales-data-access | data client
= See what was sold where we were yesterday
= Bring till data and visit data together
+ Stores with daily sales data from {from} to {to} | thousand stores | 6.5..9.5 | 24..29
- Age of sales data when it reaches us | days | 9..14 | 1..2
+ Visit plans built on sales gaps, from {from}% to {to}% | % | 7..13 | 55..62
! Sign data sharing agreements with the six largest retailers | Signed contracts, first file received from each

# image-recognition | data tech
= Let the camera count facings, and people fix shelves
= Recognise a shelf faster than a person can
+ Recognition accuracy for known products from {from}% to {to}% | % | 86..89.5 | 96..97
- Days to teach the model a new package, from {from} to {to} | days | 12..18 | 1..2
- Pictures that need a human check | % | 31..40 | 9..11
+ Product groups covered | groups | 11..16 | 40..46
< Cost per recognised picture stays below {limit} cents | cents | 2..3

# self-service-analytics | data
= Let country teams answer their own questions
= End the queue for reports
- Days a report request waits from {from} to {to} | days | 12..17 | 2..3
+ Colleagues building their own analyses every month | people | 35..60 | 280..340
- Reports nobody opened for a quarter, from {from} to {to} | reports | 410..590 | 40..70
+ Questions answered by the data catalogue | % | 14..22 | 58..65

# demand-signals | data sales
= Send people to the store that needs them today
= Predict the empty shelf
+ Out-of-stocks predicted a day ahead from {from}% to {to}% | % | 0..18 | 55..62
- False alarms per hundred alerts, from {from} to {to} | alarms | 46..60 | 16..20
+ Visits triggered by a signal | % | 3..7 | 26..32
0 Establish the sales saved per signalled visit | EUR | 18..44

# privacy-by-design | legal data
= Collect only what we need and delete it when we said we would
= Pass a privacy inspection on any day of the year
- Personal records past their deletion date from {from} to {to} thousand | thousand records | 310..480 | 0..10
+ Processing activities with a current record, from {from}% to {to}% | % | 55..66 | 98..100
- Days to answer a request for information | days | 22..28 | 7..9
+ Photos blurred before storage | % | 61..74 | 99..99.9

# contract-cycle | legal sales
= Sign contracts while both sides still remember why
= Take contracts out of the drawer and into a system
- Days from agreed terms to signature from {from} to {to} | days | 31..44 | 10..13
+ Contracts on our own template, from {from}% to {to}% | % | 37..46 | 72..78
- Contracts that renewed without anybody noticing | contracts | 18..29 | 0..1
+ Contracts searchable in the register | % | 42..55 | 98..100

# anti-bribery | legal people
= Say no to the envelope, and be able to prove it
= Make the speak-up line a place people trust
+ Country teams trained on gifts and favours from {from}% to {to}% | % | 56..67 | 98..100
- Days to a first answer for people who speak up, from {from} to {to} | days | 13..20 | 2..3
+ Third parties screened before the first payment | % | 48..59 | 98..100
- Cash payments | payments | 260..400 | 0..20

# licence-permits | legal ops
= Have every permit before the stand is built
= Stop paying fines for missing papers
- Activations stopped by authorities from {from} to {to} | activations | 14..21 | 0..2
- Fines | EUR thousand | 22..37 | 1..3
+ Cities with a permit guide that promoters can use, from {from} to {to} | cities | 15..26 | 120..150
`;
