/** Operations, buying, sustainability and communication, and what the field teams do besides. */
export const wider = `
# best-practice-exchange | ops
= Let one country's discovery become everybody's routine
= Stop inventing the same thing eighty times
? At the breakaway we found nine teams building nine versions of the same checklist.
+ Practices adopted by three countries or more from {from} to {to} | practices | 2..5 | 24..30
- Projects started although a similar one existed, from {from} to {to} | projects | 17..25 | 2..4
+ Country leads who visited another country's stores | people | 6..12 | 52..60
- Weeks until a proven practice reaches its third country | weeks | 26..38 | 8..10

# standard-procedures | ops
= Write down how we work, on one page each
= Give every country the same playbook, short enough to be used
+ Core procedures on one page, in use in all countries from {from} to {to} | procedures | 3..6 | 22..26
- Local deviations without a reason | deviations | 140..210 | 20..35
+ New supervisors who find the right procedure within a minute, from {from}% to {to}% | % | 27..38 | 85..90
! Retire the old operations manual | Old manual removed from all sites, redirects in place

# country-benchmark | ops data
= Learn from the best country in every discipline
= Compare countries fairly, and then do something about it
+ Disciplines with a benchmark that all countries accept, from {from} to {to} | disciplines | 2..3 | 11..13
- Distance between the median and the best country | points | 17..23 | 9..10
+ Countries with a twin from the top quarter | countries | 4..9 | 38..44
0 Find out how much of the difference is explained by store size | % | 20..55

# crisis-readiness | ops esg
= Keep serving stores when the city stands still
= Be ready for the flood, the strike and the blackout
+ Countries that passed a crisis exercise from {from} to {to} | countries | 9..16 | 58..66
- Hours until all field people have confirmed that they are safe, from {from} to {to} | hours | 22..34 | 3..4
+ Critical clients with an agreed emergency service | clients | 5..11 | 34..40

# handover-errors | ops client
= Lose nothing between sales, planning and the field
= Make hand-overs between departments invisible to the client
- Orders planned with wrong store lists from {from} to {to} a month | orders | 34..52 | 4..7
+ Briefings complete at the first attempt, from {from}% to {to}% | % | 51..60 | 90..93
- Questions from the field about a running order | questions | 310..470 | 60..90
- Days between order and plan | days | 6..9 | 2..2

# stock-room-logistics | ops merch
= Bring displays and samples to the right store in the right week
= Stop sending material on holiday
+ Material deliveries complete and on time from {from}% to {to}% | % | 67..75 | 94..96
- Material written off, from {from} to {to} EUR thousand a quarter | EUR thousand | 85..130 | 18..28
- Storage space for old displays | pallets | 640..900 | 180..240
+ Deliveries confirmed by scan in the store | % | 29..40 | 92..95

# fleet-cost | procurement route
= Drive fewer, cleaner and cheaper kilometres
= Buy mobility, not cars
- Fleet cost per kilometre from {from} to {to} cents | cents | 41..49 | 30..33
- Cars that stand still on three days a week | cars | 150..230 | 25..40
+ Field people using pool cars, trains or allowances, from {from}% to {to}% | % | 9..15 | 32..38
+ Countries under the frame contract for leasing | countries | 11..18 | 54..60

# uniform-supply | procurement promo
= Dress everybody properly on the first day
= Order uniforms once a year instead of once a week
- Days until a new colleague has a uniform that fits from {from} to {to} | days | 16..23 | 2..3
- Cost per outfit | EUR | 64..82 | 42..46
+ Outfits returned and used again, from {from}% to {to}% | % | 18..27 | 66..72
! Test the fabric made from recycled bottles in a hot and in a cold country | Feedback of forty wearers in each country documented

# supplier-consolidation | procurement
= Buy together what eighty countries buy alone
= Turn our size into better prices
+ Spend under group contracts from {from}% to {to}% | % | 24..33 | 62..68
- Suppliers with less than ten thousand euros a year | suppliers | 3100..4200 | 1100..1400
+ Savings confirmed by finance, from {from} to {to} EUR thousand | EUR thousand | 180..320 | 2100..2600
- Days from request to order | days | 9..13 | 2..3

# print-and-displays | procurement marketing
= Print shelf material near the store and only as much as it needs
= End the flood of posters that nobody hangs up
- Printed material thrown away unused from {from}% to {to}% | % | 31..42 | 8..11
- Days from artwork to store | days | 15..21 | 5..6
- Cost of shelf material per store and month, from {from} to {to} EUR | EUR | 14..20 | 8..9
+ Material from certified or recycled paper | % | 44..56 | 96..98

# travel-spend | procurement finance
= Travel when it matters and meet online when it does not
= Make the train the easy choice
- Flights under 600 km from {from} to {to} a quarter | flights | 420..590 | 90..130
+ Trips booked in the travel tool, from {from}% to {to}% | % | 55..65 | 94..96
- Average price of a trip booked within three days of departure | EUR | 480..610 | 310..340

# display-waste | esg merch
= Give displays a second life
= Leave no cardboard behind the store
+ Displays reused or recycled with proof from {from}% to {to}% | % | 33..43 | 85..90
- Waste left at stores, from {from} to {to} kg per reset | kg | 18..26 | 3..5
+ Clients ordering reusable displays | clients | 2..5 | 20..26
- Plastic parts per standard display | parts | 14..19 | 2..3

# living-wage | esg people
= Pay wages that people can live on, at partners too
= Know what everybody who works in our name takes home
+ Countries with a verified living-wage comparison from {from} to {to} | countries | 5..10 | 44..52
- People paid below the benchmark, subcontractors included | people | 1900..2900 | 250..400
+ Subcontractors disclosing wages, from {from}% to {to}% | % | 12..21 | 80..86

# carbon-reporting | esg data
= Report our footprint with numbers an auditor would sign
= Replace estimates by measurements in the climate report
+ Emissions based on measured data from {from}% to {to}% | % | 29..38 | 80..85
+ Countries reporting energy and fuel each month, from {from} to {to} | countries | 12..20 | 70..76
- Days to produce the quarterly report | days | 38..52 | 10..12
! Limited assurance by the external auditor | Signed statement published with the report

# food-donation | esg merch
= Bring food that cannot be sold to people who can eat it
= Get short-dated goods from the shelf to the food bank in one day
+ Stores with a donation routine from {from} to {to} | stores | 70..130 | 620..780
+ Meals donated, from {from} to {to} thousand a quarter | thousand meals | 12..20 | 110..140
- Donations refused because of date or temperature | % | 14..20 | 3..4

# cold-heat-work | esg staffing
= Protect people who work outdoors from the heat
= Plan summer work around the sun
- Heat incidents from {from} to {to} a season | incidents | 19..30 | 2..4
+ Outdoor shifts moved to mornings or evenings, from {from}% to {to}% | % | 24..35 | 88..93
+ Stands with shade, water and a place to sit | % | 41..52 | 98..100

# store-stories | marketing people
= Let the people in the stores tell our story
= Show clients the faces behind the visits
+ Stories by field people published per month from {from} to {to} | stories | 2..4 | 22..28
+ Applicants who mention a story | % | 2..4 | 16..20
+ Read-through rate, from {from}% to {to}% | % | 19..26 | 48..54
- Hours of headquarters work per story | hours | 9..13 | 2..3

# thought-leadership | marketing sales
= Be quoted when the trade talks about the last metre
= Earn a voice in the trade press
+ Quotes in trade media per quarter from {from} to {to} | quotes | 5..9 | 32..38
+ Qualified contacts from our own studies | contacts | 18..32 | 160..200
+ Write four studies with figures from our own visits | studies | 0..1 | 4..4
0 Find out which study brought a meeting with a decision maker | meetings | 4..17

# intranet-reach | marketing tech
= Reach the colleague who never opens a laptop
= Bring company news to phones, in the language people read
+ Field people reached within a day from {from}% to {to}% | % | 22..31 | 76..82
+ Languages of the weekly message, from {from} to {to} | languages | 5..8 | 26..30
- Mails to everybody per month | mails | 17..24 | 3..4
+ Questions from the field answered publicly | questions | 10..20 | 130..160

# brand-consistency | marketing legal
= Look like one company from Oslo to Durban
= Put the old logo to rest
- Places where the old brand is still visible from {from} to {to} | places | 340..480 | 10..25
+ Country sites on the common design, from {from} to {to} | sites | 14..22 | 72..78
- Design requests answered by an outside agency | % | 60..72 | 18..24

# seasonal-displays | merch promo
= Have the festive displays standing before the first shopper asks
= Build Ramadan, Diwali and Christmas displays on the agreed day
? Every year the first festive weekend is sold from pallets.
+ Festive displays standing on the agreed day from {from}% to {to}% | % | 70..77 | 95..97
- Displays dismantled late | displays | 110..180 | 15..25
+ Sell-through of seasonal lines, from {from}% to {to}% | % | 73..79 | 91..94

# shelf-share | merch sales
= Win shelf space with facts
= Turn sales share into shelf share
+ Share of shelf against share of sales from {from} to {to} | index | 82..89 | 100..104
+ Space proposals accepted by retailers | proposals | 14..24 | 85..105
- Facings lost at range reviews, from {from} to {to} | facings | 420..640 | 90..140

# merchandiser-skills | merch training
= Make every merchandiser a small shopkeeper
= Teach merchandisers to sell an idea to a store manager
+ Extra facings agreed on the spot per hundred visits from {from} to {to} | facings | 9..15 | 34..40
+ Merchandisers who passed the store talk exercise | people | 80..140 | 620..760
+ Store managers who ask for the same person again, from {from}% to {to}% | % | 36..45 | 70..76

# pharmacy-shelf | merch audit
= Bring order to the pharmacy shelf without disturbing the counter
= Earn the pharmacist's trust for our shelf work
+ Pharmacies that let us work at the shelf from {from} to {to} | pharmacies | 140..240 | 900..1150
- Minutes per pharmacy visit | minutes | 34..43 | 19..22
+ Correct neighbourhood of sun care, from {from}% to {to}% | % | 55..64 | 88..92
< Complaints by pharmacists stay below {limit} a month | complaints | 3..6

# chilled-visits | merch route
= Be at the chilled shelf before the lunch crowd
= Fit chilled and frozen visits into cold hours
+ Chilled visits finished before eleven from {from}% to {to}% | % | 38..49 | 86..90
- Minutes products spend outside the cold chain, from {from} to {to} | minutes | 21..29 | 7..9
- Complaints about thawed goods | complaints | 17..26 | 2..4

# opening-crews | ops staffing merch
= Open new stores on the promised morning with full shelves
= Turn store openings into a product that retailers order again
+ Openings with shelves finished the evening before from {from}% to {to}% | % | 64..73 | 96..98
- Hours of crew time per opened metre | hours | 3.4..4.3 | 2..2.3
+ Openings ordered by retailers, from {from} to {to} | openings | 14..22 | 60..72

# shrink-hotspots | audit esg
= Find out where goods disappear between pallet and till
= Lower shrinkage where it hurts our clients most
- Unexplained losses of protected lines from {from}% to {to}% | % | 3.1..4.2 | 1.5..1.8
+ Hotspot stores with an agreed protection plan, from {from} to {to} | stores | 12..24 | 120..150
- Products locked away from honest shoppers | products | 64..90 | 25..32

# recall-speed | audit ops
= Take a recalled product off every shelf before the evening news
= Make recalls something clients trust us with
- Hours to empty the shelves of a recalled lot from {from} to {to} | hours | 52..70 | 10..12
+ Stores confirmed by photo within a day, from {from}% to {to}% | % | 46..57 | 97..99
! Rehearse a recall with two clients and the authority | Exercise report accepted by both clients

# stock-count | audit finance
= Count stock once and have everybody believe it
= Bring inventories to the stores that close for nothing else
+ Counting accuracy in the re-count from {from}% to {to}% | % | 94.5..96 | 99.2..99.6
- Hours a store is closed for counting, from {from} to {to} | hours | 6..8 | 0..1
+ Articles counted per hour | articles | 640..780 | 1100..1250
- Counts repeated | % | 7..10 | 1..2

# accessibility-audit | audit esg
= Check stores with the eyes and wheels of those who struggle most
= Offer retailers an accessibility check that leads to ramps, not to reports
+ Stores checked together with disabled testers from {from} to {to} | stores | 15..35 | 300..360
+ Barriers removed within three months, from {from}% to {to}% | % | 12..20 | 55..62
+ Testers with a disability on our payroll | people | 3..6 | 26..32

# menu-sampling | promo sales
= Bring new products into canteens and cafés
= Let people taste at lunch what they will buy in the evening
+ Canteens hosting a tasting week from {from} to {to} | canteens | 9..18 | 90..115
+ Tasters who bought within two weeks | % | 5..8 | 15..18
- Cost per taster, from {from} to {to} EUR | EUR | 1.9..2.7 | 0.9..1.1

# campus-ambassadors | promo marketing
= Build a network of student ambassadors that runs itself
= Be present where first flats are furnished
+ Active ambassadors from {from} to {to} | students | 35..60 | 280..340
+ Events organised by ambassadors without our help | events | 4..9 | 85..110
- Ambassadors who stop within a term, from {from}% to {to}% | % | 44..55 | 18..22

# promoter-scripts | promo training
= Replace the learnt-by-heart speech by a conversation
= Let promoters ask before they talk
+ Conversations longer than thirty seconds from {from}% to {to}% | % | 21..29 | 50..56
+ Promoters coached at the stand this quarter, from {from} to {to} | promoters | 30..60 | 340..410
+ Mystery shoppers who felt advised | % | 46..54 | 78..83

# stand-logistics | promo procurement
= Get the stand to the store complete, clean and on the right day
= Pack stands so that one person can build them
- Stands incomplete on arrival from {from}% to {to}% | % | 13..19 | 2..3
- Minutes to build a standard stand, from {from} to {to} | minutes | 48..65 | 15..18
+ Stands repaired instead of replaced | % | 22..33 | 72..78

# proof-of-execution | promo data
= Prove every promoter hour with something better than a signature
= Make activation hours as checkable as a parcel
+ Promoter shifts confirmed by location and photo from {from}% to {to}% | % | 36..48 | 96..98
- Hours disputed by clients, from {from} to {to} a month | hours | 420..640 | 30..60
- Days until a finished campaign is billed | days | 21..29 | 4..6

# learning-languages | training people
= Teach store work in the language people dream in
= Give colleagues from abroad the words they need on the shop floor
+ Colleagues who passed the shop-floor language test from {from} to {to} | people | 25..55 | 360..430
+ Lessons with spoken text in the ten largest home languages | lessons | 8..15 | 110..130
- Mistakes in orders caused by misunderstanding, from {from} to {to} a month | mistakes | 56..80 | 14..18

# trainer-network | training ops
= Have a good trainer within an hour of every field team
= Build a network of trainers who still work in stores
+ Certified part-time trainers from {from} to {to} | trainers | 24..38 | 180..220
- Kilometres a trainee travels to a class | km | 85..130 | 28..34
+ Classes rated very good, from {from}% to {to}% | % | 45..54 | 76..80

# supervisor-pipeline | staffing training
= Grow the supervisors of next year among the temps of this year
= Offer hourly staff a way up that they can see
+ Supervisors who began as hourly staff from {from}% to {to}% | % | 26..34 | 55..60
+ Hourly people in the preparation course | people | 20..45 | 260..310
- Supervisor posts filled from outside | posts | 38..54 | 12..16

# shift-fairness | staffing people
= Publish rotas early enough for people to have a life
= Share weekends and good stores fairly
+ Rotas published three weeks ahead from {from}% to {to}% | % | 31..43 | 92..95
- Rota changes per person and month, from {from} to {to} | changes | 4.6..6.2 | 1.5..1.8
+ People who call the rota fair | % | 40..48 | 70..75

# older-workers | staffing esg
= Win people over fifty for the stores they know best
= Offer retirees the short shifts that students do not want
+ New hires over fifty from {from} to {to} | people | 60..110 | 520..640
> Their retention after a year stays above {limit}% | % | 80..85
+ Short shifts of up to four hours, from {from}% to {to}% of all | % | 8..13 | 30..34
`;
