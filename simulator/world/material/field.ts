/** Routes, promoters, sampling, staffing and training: the people who go to the stores. */
export const field = `
# route-efficiency | route ops
= Spend the day in stores instead of on the road
= Plan routes so that field people work where it matters
= Give every merchandiser an hour a day back from the windscreen
? Fuel and driving time grew twice as fast as the number of visits.
- Kilometres per store visit from {from} to {to} | km | 17..24 | 10..13
+ Share of working time inside stores, from {from}% to {to}% | % | 51..58 | 68..74
+ Visits per person and day from {from} to {to} | visits | 5.1..6.2 | 7.2..8.1
- Routes re-planned by hand every week | routes | 75..130 | 10..25
> Punctual arrival at fixed appointments stays above {limit}% | % | 92..95

# co2-per-visit | route esg
= Visit every store and leave less behind
= Take the petrol out of field work
= Bring the carbon footprint of our field force down to what clients ask of suppliers
= Plan field work that a climate auditor would applaud
? Four tenders this year carry a weight for emissions per visit.
- CO2 per visit from {from} to {to} kg | kg | 3.1..4.2 | 1.7..2.2
+ Electric or hybrid cars in the fleet, from {from}% to {to}% | % | 12..22 | 45..60
+ City routes done by cargo bike, scooter or public transport | routes | 6..14 | 40..60
- Empty kilometres between the last store and home | km | 26..38 | 12..18
0 Measure the emissions of visits by agencies that work for us | kg | 2.4..4.1

# visit-reliability | route merch
= Go to every store on the day we promised
= Make a planned visit a kept visit
= Let clients set their watch by our visits
? A missed visit is the first line in every client's monthly review.
+ Planned visits carried out as planned from {from}% to {to}% | % | 86..91 | 97..98.5
- Visits cancelled on the same day | visits | 95..160 | 25..40
- Stores not seen for more than 28 days, from {from} to {to} | stores | 60..110 | 5..15
+ Absences covered within four hours | % | 48..60 | 85..90

# last-mile-rural | route sales
= Reach the villages our clients' lorries do not reach
= Bring small shops outside the cities into regular coverage
= Build a network for the last twenty kilometres
? Two of three new shops opened outside the cities where we have routes.
+ Rural outlets visited at least monthly | outlets | 420..760 | 1900..2600
- Cost per rural visit from {from} to {to} EUR | EUR | 9.5..13 | 6..7.5
+ Outlets ordering through a local micro-distributor from {from} to {to} | outlets | 110..190 | 640..850
+ Active village agents | agents | 18..30 | 75..110
- Stock-outs of the five basic lines in rural outlets | % | 31..40 | 14..18

# field-app-adoption | tech route
= Make the field app the only place where a visit is written down
= Retire paper and chat messages from visit reporting
= Record a visit once, in the app, on the spot
? Every visit reported twice is fifteen minutes that nobody pays for.
+ Visits reported in the app on the same day from {from}% to {to}% | % | 64..73 | 96..98
- Paper forms still in use | forms | 26..44 | 0..2
- Minutes to report a standard visit, from {from} to {to} | minutes | 13..18 | 5..7
+ App rating by field people | of 5 | 2.8..3.3 | 4.2..4.5
- Visits lost when the phone had no signal | visits | 70..130 | 0..5

# territory-balance | route people
= Share the stores out so that a fair day's work is the same in every territory
= Redraw territories around shops as they are now, not as they were in the year we started
= Balance workloads before people leave because of them
- Difference between the fullest and the emptiest territory, from {from}% to {to}% | % | 55..80 | 15..22
- Overtime in the ten heaviest territories from {from} to {to} hours a month | hours | 170..260 | 60..90
+ Territories reviewed with the person who works in them | % | 20..35 | 100..100
0 Find the real time a visit takes, by store type | minutes | 28..55
% Territory maps agreed with all field people concerned | 100

# promoter-turnover | promo people
= Be the agency promoters come back to
= Keep good promoters beyond their first season
= Stop losing trained promoters in the weeks before the high season
? Replacing one promoter costs as much as eleven shifts, and we replace every second one.
- Promoter turnover per year from {from}% to {to}% | % | 74..96 | 45..55
+ Promoters who come back for a second campaign, from {from}% to {to}% | % | 37..46 | 62..70
- Days until the first pay reaches a new promoter | days | 24..35 | 7..10
+ Promoters who would recommend us to a friend | % | 41..50 | 66..75
- Shifts cancelled by promoters within 24 hours | % | 8..12 | 3..4

# sampling-conversion | promo
= Turn people who taste into people who buy
= Make every sample earn its place in the basket
= Make tasting sell today, not only please today
? Cost per contact is low and cost per buyer is not; clients have begun to calculate the second one.
+ Sampling conversion at the shelf from {from}% to {to}% | % | 13..18 | 24..30
- Cost per converted shopper from {from} to {to} EUR | EUR | 5.4..7.8 | 3..3.8
+ Samples handed out with a conversation, not in passing | % | 34..45 | 70..78
- Samples thrown away at the end of the day | % | 11..17 | 3..5
0 Measure how many tasters buy again within four weeks | % | 6..14

# sampling-hygiene | promo esg
= Serve food at the stand as safely as in a kitchen
= Pass every food inspection at the tasting table on the first visit
= Let no tasting table be closed by an inspector again
- Hygiene remarks per 100 stands | remarks | 15..24 | 3..5
+ Promoters with a valid food handler's card from {from}% to {to}% | % | 63..75 | 99..100
+ Cold chain logged without a gap | % | 70..79 | 97..99
! Put allergen cards in the language of the store on every stand | Photo check of one full weekend shows no stand without a card

# event-activation | promo marketing
= Bring brands to where people celebrate, and leave with names that may be contacted
= Make live activations pay beyond the day
= Turn festival crowds into contacts we are allowed to call
? Sponsors want more than a photo of a full stand.
+ Contacts with valid consent per activation day from {from} to {to} | contacts | 120..190 | 380..480
- Cost per contact with consent | EUR | 7..11 | 3..4
+ Activations rated good or better by the sponsor, from {from}% to {to}% | % | 68..76 | 90..94
- Days from the event to the client's report | days | 12..18 | 3..4
+ Stand material used at least three times | % | 25..35 | 65..75

# demo-electronics | promo training
= Let shoppers try the device before they compare the price
= Give electronics promoters the product knowledge a shopper expects
= Turn demonstration tables into advice tables
+ Demonstrations per shift from {from} to {to} | demonstrations | 14..19 | 26..32
+ Attach rate of accessories sold with a device, from {from}% to {to}% | % | 18..24 | 32..38
- Demo units out of order | % | 9..14 | 2..4
+ Promoters certified on the current product range | promoters | 60..110 | 240..320
% Demo tables refitted with theft-proof live devices | 100

# promoter-booking | promo staffing tech
= Fill a promoter shift in an hour, not in a week
= Let promoters pick their own shifts
= Replace the phone chain behind every promoter shift
? The booking still runs through eleven chat groups and one very patient coordinator.
- Hours to fill a released shift, from {from} to {to} | hours | 52..80 | 6..12
+ Shifts booked by promoters themselves from {from}% to {to}% | % | 8..19 | 70..80
- Double bookings per month | bookings | 30..48 | 2..5
- Calls to the coordination desk per 100 shifts | calls | 62..88 | 15..22
~ Overbooking as insurance against no-shows, share of shifts | % | 3 .. 6

# seasonal-peak | staffing promo
= Enter the high season fully staffed and trained
= Have the people for the peak before the peak
= Never again open the year-end season with empty stands
? Last season every ninth stand stayed empty in its first weekend.
+ Peak shifts filled two weeks ahead from {from}% to {to}% | % | 66..75 | 95..98
+ Seasonal people who finished their training before the first shift | % | 58..70 | 96..99
- No-shows in the peak weeks, from {from}% to {to}% | % | 7..10 | 2..3
+ Returning seasonal workers | people | 240..420 | 700..950
- Agency hours bought at a premium | hours | 2600..3900 | 700..1100

# time-to-hire | staffing people
= Get field people from application to first visit before they take another job
= Hire for the field at the speed of the labour market
= Stop losing applicants while we decide
? Half of the candidates we lose were hired by somebody who answered the same day.
- Days from application to first shift from {from} to {to} | days | 23..34 | 8..12
+ Applicants who receive an answer within a day, from {from}% to {to}% | % | 27..40 | 90..95
- Cost per hire from {from} to {to} EUR | EUR | 340..520 | 190..240
+ Offers accepted | % | 61..69 | 82..88
- Hires who leave within their first 30 days | % | 19..27 | 8..11

# referral-hiring | staffing people
= Let our own people bring the next colleagues
= Make recommending a friend the most natural way to us
= Hire the friends of our best people
+ Hires through recommendations from {from}% to {to}% | % | 11..17 | 32..40
+ Colleagues who recommended somebody at least once | people | 130..210 | 520..700
- Days until the referral bonus is paid | days | 60..90 | 10..14
> Half-year retention of recommended hires stays above {limit}% | % | 72..78
% Referral rules explained in every team meeting | 100

# backfill-absence | staffing ops
= Cover sickness without asking the same three people every time
= Build a floating pool that keeps stores served on bad days
= Have a substitute ready before the shelf notices
- Uncovered absence hours from {from} to {to} a month | hours | 820..1300 | 250..380
+ People in the floating pool trained for two clients or more | people | 15..28 | 70..95
- Share of cover shifts carried by the ten most willing people, from {from}% to {to}% | % | 55..68 | 25..32
< Sick leave stays below {limit}% | % | 4.5..6

# outsourcing-staff | staffing client
= Run the client's store team as if it were our own
= Make outsourced sales staff the reason a client renews
= Give clients an outsourced team that they forget is outsourced
+ Sales per hour of outsourced staff from {from} to {to} EUR | EUR | 88..120 | 130..160
- Vacant positions at client stores, from {from}% to {to}% | % | 9..13 | 3..4
+ Client store managers satisfied with our staff | % | 69..77 | 88..93
- Staff taken over by competitors | people | 22..36 | 8..12
~ Staff rotation between client stores per quarter | moves | 1 .. 3

# onboarding-first-weeks | training people
= Help new field people feel useful in their first week
= Make the first thirty days the reason to stay
= Turn the first shift from an ordeal into a welcome
- Days until a new merchandiser works alone, from {from} to {to} | days | 17..24 | 8..11
+ New joiners with a named buddy from day one | % | 32..48 | 95..100
+ New joiners who rate their first month good or better from {from}% to {to}% | % | 55..64 | 82..88
- Leavers within the first 90 days | % | 28..36 | 15..18

# training-completion | training
= Make sure nobody stands in a store without knowing the product
= Bring everybody's training up to date and keep it there
= Have every field colleague certified before the client asks
? A client's regional manager quizzed our team in a store, and it did not go well.
+ Mandatory training completed on time from {from}% to {to}% | % | 68..78 | 96..98
- Average delay of overdue courses | days | 21..33 | 3..6
+ Product quiz passed at the first try, from {from}% to {to}% | % | 59..68 | 84..90
+ Courses available in the language people speak at home | courses | 14..24 | 60..80
- People who work with an expired certificate | people | 85..150 | 0..5

# micro-learning | training tech
= Put learning into the two minutes before a visit
= Replace half-day classes by lessons that fit between two stores
= Let people learn while they wait for the store manager
+ Lessons opened on the phone per person and month, from {from} to {to} | lessons | 1.5..2.6 | 7..9
- Hours in classrooms per person and quarter | hours | 11..16 | 4..5
+ Knowledge kept after four weeks, share of the quiz answered right | % | 47..55 | 72..78
% Classroom content rebuilt as short lessons | 100
0 Find out whether lessons before a visit change the visit's score | points | 1..4

# team-lead-coaching | training people
= Turn our best merchandisers into team leads who coach
= Give every field team a lead who has time for people
= Take paperwork off team leads and give them back their teams
? We promote the best at shelves and then give them a spreadsheet.
+ Joint store visits per lead and month from {from} to {to} | visits | 2.1..3.4 | 7..9
+ Leads who finished the coaching programme, from {from} to {to} | leads | 10..24 | 70..95
+ Field people who had a one-to-one talk in the last month | % | 36..47 | 82..90
- Administrative hours per lead and week | hours | 17..22 | 9..11

# academy-accreditation | training client
= Give field work a certificate that counts outside our company
= Win official recognition for our retail academy
= Make our merchandiser certificate worth framing
! Obtain accreditation of the merchandiser certificate | Letter of the national vocational body on file
+ Graduates of the accredited course | people | 0..15 | 180..260
+ Clients who ask for certified people in their contracts, from {from} to {to} | clients | 1..2 | 9..12
> Pass rate stays above {limit}% | % | 80..86
% Curriculum aligned with the national vocational standard | 100

# agency-partners | staffing procurement
= Work with fewer staffing partners, and better ones
= Know who really employs the people who work for our clients
= Put order into the chain of staffing subcontractors
? An inspection found promoters without papers at a subcontractor's subcontractor.
- Staffing partners in use from {from} to {to} | partners | 38..60 | 12..18
+ Partners who passed the employment audit, from {from}% to {to}% | % | 45..60 | 100..100
- Price difference for the same shift between partners | % | 24..36 | 8..11
+ Shifts worked by people with checked papers | % | 88..93 | 99.5..100

# pay-on-time | finance people promo
= Pay field people the right amount on the right day
= Make the payslip the one thing nobody has to ask about
= Earn the trust of hourly staff with pay they can check themselves
? One wrong payslip costs us a good promoter and a Saturday.
+ Payroll accuracy at the first run from {from}% to {to}% | % | 95.5..97 | 99.3..99.7
- Payroll questions per 100 people and month | questions | 16..25 | 4..7
- Manual payments outside the payroll run, from {from} to {to} a month | payments | 60..120 | 10..18
+ Hours approved in the app before cut-off | % | 71..80 | 96..98
! Show people their hours and expected pay every day | Live in the app for all hourly staff

# field-safety | esg route people
= Bring everybody home unhurt from every route
= Take the accidents out of driving, lifting and climbing
= Make safe work the normal way to finish a visit
? Ladders and reversing cars cause two thirds of our injuries, and both can be trained.
- Lost-time injuries per million hours from {from} to {to} | injuries | 4.8..7.2 | 2..2.8
+ Near misses reported per month, from {from} to {to} | reports | 18..32 | 90..130
- Car damage per 100 vehicles | claims | 21..29 | 9..13
+ Field people trained in lifting and ladders | % | 52..66 | 96..99
`;
