/** Finance and people: what the group works on behind the stores. */
export const office = `
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
= Get figures while the decisions are still open
- Working days to close from {from} to {to} | days | 9..11 | 4..5
- Manual journal entries per close | entries | 680..940 | 180..240
+ Entities closing in the common calendar, from {from} to {to} | entities | 24..35 | 80..80
- Corrections after closing | corrections | 38..56 | 5..8
% Balance sheet reconciliations moved into the close tool | 100

# forecast-accuracy | finance sales
= Forecast margin well enough to act on it
= Replace the yearly budget ritual by a rolling view
= Let the forecast move when the business moves
- Error of the three-month margin forecast from {from} to {to} points | points | 2.6..3.4 | 0.9..1.2
+ Countries forecasting with drivers instead of last year's figures | countries | 8..15 | 55..65
- Working days spent per forecast round, from {from} to {to} | days | 8..11 | 3..3
+ Decisions in the monthly review based on the forecast | decisions | 2..4 | 9..12

# visit-profitability | finance ops
= Know what a visit earns before we promise the next hundred
= Stop serving stores that nobody pays for
= Give every contract an honest cost sheet
0 Establish the full cost of a visit by store type | EUR | 14..38
- Visits below cost from {from}% to {to}% | % | 22..30 | 8..11
+ Contracts recalculated with real visit times, from {from} to {to} | contracts | 5..12 | 70..90
+ Margin of the twenty weakest contracts | % | 4..6.5 | 12..14
~ Cost allocated by key instead of measured, share of total | % | 5 .. 12

# cash-visibility | finance tech
= See every account of the group on one page in the morning
= Bring idle cash home from eighty countries
= Know by nine o'clock what we own
- Bank accounts from {from} to {to} | accounts | 310..390 | 150..170
+ Cash visible on the same day, from {from}% to {to}% | % | 54..66 | 96..98
- Cash lying idle outside the pool | EUR thousand | 8500..12500 | 2400..3200
! Sign the cash-pool agreement for the euro countries | Signed by all entities and the bank

# expense-claims | finance people
= Pay back what people laid out before the card bill arrives
= Make travel expenses a matter of two minutes
= Spare field people the wait for their own money
- Days until an expense claim is paid from {from} to {to} | days | 19..27 | 4..6
+ Claims filed by phone with a photo, from {from}% to {to}% | % | 25..38 | 88..93
- Claims sent back | % | 17..24 | 5..6
- Working hours in accounts payable for claims | hours | 420..610 | 130..170
% Expense policy published as a one-page card in all languages | 100

# tax-registration | finance legal
= Have the right tax number before the first promoter works
= Be clean with payroll taxes in every place where our people stand
= File on time in every country we send people to
- Late filings from {from} to {to} a quarter | filings | 14..22 | 0..1
- Penalties and interest | EUR thousand | 38..64 | 2..6
+ Countries with an owner and a calendar for every filing, from {from} to {to} | countries | 33..46 | 80..80
! Close the open wage-tax audits of earlier years | Closing letters of the authorities on file

# audit-readiness | finance legal
= Let auditors find nothing that we did not tell them
= Make internal controls part of the work instead of the week before the audit
= Carry out controls when they matter, not when they are asked for
- Open audit findings older than 90 days from {from} to {to} | findings | 31..48 | 3..6
+ Key controls with evidence in the system, from {from}% to {to}% | % | 46..58 | 95..97
- Hours spent on audit requests | hours | 760..1100 | 300..380
> Controls tested without failure stay above {limit}% | % | 94..96

# invoice-intake | finance procurement
= Let supplier invoices find their own way to payment
= Take paper out of accounts payable
= Let accounts payable handle exceptions only
+ Supplier invoices processed without a touch from {from}% to {to}% | % | 18..27 | 66..74
- Cost per supplier invoice, from {from} to {to} EUR | EUR | 7.8..10.5 | 2.5..3.2
- Invoices without an order | % | 41..53 | 12..15
- Duplicate payments found | payments | 12..19 | 0..1
% Main suppliers sending structured invoices | 80

# voluntary-turnover | people
= Be a place that experienced people do not leave
= Listen before the resignation letter
= Give specialists reasons to build a career here
? We lost eleven country specialists to the same three competitors.
- Voluntary turnover in offices from {from}% to {to}% | % | 17..22 | 10..12
+ Stay interviews held with key people, from {from} to {to} | talks | 10..25 | 160..200
- Vacancies in key positions open for more than 90 days | vacancies | 22..31 | 5..7
+ Leavers who would come back | % | 34..43 | 60..66
~ Salary position against the local market | index | 97 .. 105

# manager-quality | people training
= Give everybody a manager worth working for
= Train managers in the three talks they avoid
= Help managers to spend time on people
+ Employees who had a useful talk about their work in the last month, from {from}% to {to}% | % | 44..52 | 75..80
+ Managers rated good or better by their teams | % | 57..64 | 80..84
- Teams with no feedback for two surveys | teams | 28..40 | 3..6
% Managers who finished the programme on difficult talks | 100

# internal-moves | people
= Fill the next job from inside
= Open careers across countries and functions
= Make the next step visible from every position
+ Vacancies filled internally from {from}% to {to}% | % | 21..28 | 42..48
+ Field people who moved into an office or lead role | people | 14..26 | 85..110
- Days until an internal applicant has an answer, from {from} to {to} | days | 24..33 | 5..7
+ Moves between countries | moves | 4..8 | 26..34
% Job families described with their next steps | 100

# inclusion-leads | people esg
= Let leadership look like the people in our stores
= Remove what keeps women out of country management
= Open the path to country leadership for women
+ Women in country management from {from}% to {to}% | % | 24..30 | 38..42
+ Shortlists with at least one candidate from each gender, from {from}% to {to}% | % | 48..60 | 95..100
- Unexplained pay difference for the same work | % | 5.4..7.2 | 1.5..2
+ Sites with a usable prayer, nursing or quiet room | sites | 14..22 | 60..70

# works-council | people legal
= Agree changes with employee representatives before they become conflicts
= Rebuild trust with the works councils
= Work with employee representatives on the draft, not on the dispute
+ Agreements reached without arbitration from {from}% to {to}% | % | 58..68 | 92..95
- Weeks from proposal to agreement | weeks | 15..22 | 6..8
- Labour court cases, from {from} to {to} | cases | 17..26 | 5..7
! Conclude a frame agreement on digital time recording | Signed by all councils concerned

# hr-service | people tech
= Answer a people question in one day and one place
= Stop sending people from form to form
= Make people services as easy as the shops we serve
- Days to answer an employee's question from {from} to {to} | days | 5..8 | 1..1.5
+ Questions solved without a hand-over, from {from}% to {to}% | % | 49..58 | 82..87
- Paper forms in use | forms | 46..72 | 3..6
+ Satisfaction with the people service | of 5 | 3..3.4 | 4.3..4.5

# wellbeing-field | people esg
= Make field work healthy enough to do until retirement
= Take the weight off backs, knees and weekends
= Plan rotas that bodies can keep up with
- Sick days per field person and year from {from} to {to} | days | 14..19 | 9..10.5
+ Teams with guaranteed free weekends, from {from}% to {to}% | % | 30..41 | 80..86
+ Merchandisers with a lifting aid in the car | people | 90..160 | 900..1200
- Shifts planned with less than eleven hours of rest | shifts | 140..230 | 0..10

# succession | people
= Have somebody ready for every chair that matters
= Never again search a country manager for nine months
= Grow the next country managers ourselves
+ Key positions with a successor ready within a year from {from}% to {to}% | % | 33..42 | 75..80
+ Successors with an agreed development step | people | 12..20 | 70..85
- Days a key position stays empty, from {from} to {to} | days | 120..170 | 45..55
% Development talks held with all named successors | 100

# gig-status | people legal
= Employ people in a form that stands up in court
= Settle the status of freelancers before a judge does
= Replace grey contracts by clean ones
- Freelancers working more than 80% for us, from {from} to {to} | people | 420..640 | 40..80
+ Contract types reviewed by local counsel | countries | 12..20 | 75..80
- Open claims for employee status | claims | 15..24 | 3..5
! Employment model for promoters approved in every country of the region | Counsel's opinion and board minute filed
`;
