/** Operations, buying, sustainability and communication. */
export const support = `
# best-practice-exchange | ops
= Let one country's discovery become everybody's routine
= Stop inventing the same thing eighty times
= Copy with pride
? At the breakaway we found nine teams building nine versions of the same checklist.
+ Practices adopted by three countries or more from {from} to {to} | practices | 2..5 | 24..30
- Projects started although a similar one existed, from {from} to {to} | projects | 17..25 | 2..4
+ Country leads who visited another country's stores | people | 6..12 | 52..60
- Weeks until a proven practice reaches its third country | weeks | 26..38 | 8..10

# standard-procedures | ops
= Write down how we work, on one page each
= Give every country the same playbook, short enough to be used
= Replace the manual nobody reads
+ Core procedures on one page, in use in all countries from {from} to {to} | procedures | 3..6 | 22..26
- Local deviations without a reason | deviations | 140..210 | 20..35
+ New supervisors who find the right procedure within a minute, from {from}% to {to}% | % | 27..38 | 85..90
! Retire the old operations manual | Old manual removed from all sites, redirects in place

# country-benchmark | ops data
= Learn from the best country in every discipline
= Compare countries fairly, and then do something about it
= Let numbers start conversations between countries
+ Disciplines with a benchmark that all countries accept, from {from} to {to} | disciplines | 2..3 | 11..13
- Distance between the median and the best country | points | 17..23 | 9..10
+ Countries with a twin from the top quarter | countries | 4..9 | 38..44
0 Find out how much of the difference is explained by store size | % | 20..55

# crisis-readiness | ops esg
= Keep serving stores when the city stands still
= Be ready for the flood, the strike and the blackout
= Practise the bad day
+ Countries that passed a crisis exercise from {from} to {to} | countries | 9..16 | 58..66
- Hours until all field people have confirmed that they are safe, from {from} to {to} | hours | 22..34 | 3..4
+ Critical clients with an agreed emergency service | clients | 5..11 | 34..40

# handover-errors | ops client
= Lose nothing between sales, planning and the field
= Make hand-overs between departments invisible to the client
= Brief once, completely, in one place
- Orders planned with wrong store lists from {from} to {to} a month | orders | 34..52 | 4..7
+ Briefings complete at the first attempt, from {from}% to {to}% | % | 51..60 | 90..93
- Questions from the field about a running order | questions | 310..470 | 60..90
- Days between order and plan | days | 6..9 | 2..2

# stock-room-logistics | ops merch
= Bring displays and samples to the right store in the right week
= Stop sending material on holiday
= Know where every display and every sample is
+ Material deliveries complete and on time from {from}% to {to}% | % | 67..75 | 94..96
- Material written off, from {from} to {to} EUR thousand a quarter | EUR thousand | 85..130 | 18..28
- Storage space for old displays | pallets | 640..900 | 180..240
+ Deliveries confirmed by scan in the store | % | 29..40 | 92..95

# fleet-cost | procurement route
= Drive fewer, cleaner and cheaper kilometres
= Buy mobility, not cars
= Rethink the company car
- Fleet cost per kilometre from {from} to {to} cents | cents | 41..49 | 30..33
- Cars that stand still on three days a week | cars | 150..230 | 25..40
+ Field people using pool cars, trains or allowances, from {from}% to {to}% | % | 9..15 | 32..38
+ Countries under the frame contract for leasing | countries | 11..18 | 54..60
! Decide the mobility policy for field people | Policy signed by people, finance and the works councils

# uniform-supply | procurement promo
= Dress everybody properly on the first day
= Order uniforms once a year instead of once a week
= Make the uniform something people like to wear
- Days until a new colleague has a uniform that fits from {from} to {to} | days | 16..23 | 2..3
- Cost per outfit | EUR | 64..82 | 42..46
+ Outfits returned and used again, from {from}% to {to}% | % | 18..27 | 66..72
! Test the fabric made from recycled bottles in a hot and in a cold country | Feedback of forty wearers in each country documented

# supplier-consolidation | procurement
= Buy together what eighty countries buy alone
= Turn our size into better prices
= Negotiate once, for all
+ Spend under group contracts from {from}% to {to}% | % | 24..33 | 62..68
- Suppliers with less than ten thousand euros a year | suppliers | 3100..4200 | 1100..1400
+ Savings confirmed by finance, from {from} to {to} EUR thousand | EUR thousand | 180..320 | 2100..2600
- Days from request to order | days | 9..13 | 2..3
! Start the joint tender for printing and uniforms | Tender documents released to bidders

# print-and-displays | procurement marketing
= Print shelf material near the store and only as much as it needs
= End the flood of posters that nobody hangs up
= Order shelf material by store, not by the truckload
- Printed material thrown away unused from {from}% to {to}% | % | 31..42 | 8..11
- Days from artwork to store | days | 15..21 | 5..6
- Cost of shelf material per store and month, from {from} to {to} EUR | EUR | 14..20 | 8..9
+ Material from certified or recycled paper | % | 44..56 | 96..98

# travel-spend | procurement finance
= Travel when it matters and meet online when it does not
= Make the train the easy choice
= Save the trips that a good call replaces
- Flights under 600 km from {from} to {to} a quarter | flights | 420..590 | 90..130
+ Trips booked in the travel tool, from {from}% to {to}% | % | 55..65 | 94..96
- Average price of a trip booked within three days of departure | EUR | 480..610 | 310..340
! Move all countries to one travel agency | Last local agency contract ended

# display-waste | esg merch
= Give displays a second life
= Leave no cardboard behind the store
= Close the loop for shelf material
+ Displays reused or recycled with proof from {from}% to {to}% | % | 33..43 | 85..90
- Waste left at stores, from {from} to {to} kg per reset | kg | 18..26 | 3..5
+ Clients ordering reusable displays | clients | 2..5 | 20..26
- Plastic parts per standard display | parts | 14..19 | 2..3

# living-wage | esg people
= Pay wages that people can live on, at partners too
= Know what everybody who works in our name takes home
= Look behind the invoice of every staffing partner
+ Countries with a verified living-wage comparison from {from} to {to} | countries | 5..10 | 44..52
- People paid below the benchmark, subcontractors included | people | 1900..2900 | 250..400
+ Subcontractors disclosing wages, from {from}% to {to}% | % | 12..21 | 80..86
! Publish the living-wage method with an independent institute | Report on the public site

# carbon-reporting | esg data
= Report our footprint with numbers an auditor would sign
= Replace estimates by measurements in the climate report
= Know our emissions like we know our revenue
+ Emissions based on measured data from {from}% to {to}% | % | 29..38 | 80..85
+ Countries reporting energy and fuel each month, from {from} to {to} | countries | 12..20 | 70..76
- Days to produce the quarterly report | days | 38..52 | 10..12
! Limited assurance by the external auditor | Signed statement published with the report

# food-donation | esg merch
= Bring food that cannot be sold to people who can eat it
= Get short-dated goods from the shelf to the food bank in one day
= Make donating easier than throwing away
+ Stores with a donation routine from {from} to {to} | stores | 70..130 | 620..780
+ Meals donated, from {from} to {to} thousand a quarter | thousand meals | 12..20 | 110..140
- Donations refused because of date or temperature | % | 14..20 | 3..4
% Food banks connected in all cities with more than ten stores | 100

# cold-heat-work | esg staffing
= Protect people who work outdoors from the heat
= Plan summer work around the sun
= Keep outdoor teams safe in forty degrees
- Heat incidents from {from} to {to} a season | incidents | 19..30 | 2..4
+ Outdoor shifts moved to mornings or evenings, from {from}% to {to}% | % | 24..35 | 88..93
+ Stands with shade, water and a place to sit | % | 41..52 | 98..100
! Agree heat rules with clients for outdoor promotions | Rules are an annex of every activation contract

# store-stories | marketing people
= Let the people in the stores tell our story
= Show clients the faces behind the visits
= Make field people the heroes of our channels
+ Stories by field people published per month from {from} to {to} | stories | 2..4 | 22..28
+ Applicants who mention a story | % | 2..4 | 16..20
+ Read-through rate, from {from}% to {to}% | % | 19..26 | 48..54
- Hours of headquarters work per story | hours | 9..13 | 2..3

# thought-leadership | marketing sales
= Be quoted when the trade talks about the last metre
= Earn a voice in the trade press
= Give journalists the figures they cannot get elsewhere
+ Quotes in trade media per quarter from {from} to {to} | quotes | 5..9 | 32..38
+ Qualified contacts from our own studies | contacts | 18..32 | 160..200
+ Write four studies with figures from our own visits | studies | 0..1 | 4..4
0 Find out which study brought a meeting with a decision maker | meetings | 4..17

# intranet-reach | marketing tech
= Reach the colleague who never opens a laptop
= Bring company news to phones, in the language people read
= Speak to the field in its own languages
+ Field people reached within a day from {from}% to {to}% | % | 22..31 | 76..82
+ Languages of the weekly message, from {from} to {to} | languages | 5..8 | 26..30
- Mails to everybody per month | mails | 17..24 | 3..4
+ Questions from the field answered publicly | questions | 10..20 | 130..160

# brand-consistency | marketing legal
= Look like one company from Oslo to Durban
= Put the old logo to rest
= Give eighty countries one face
- Places where the old brand is still visible from {from} to {to} | places | 340..480 | 10..25
+ Country sites on the common design, from {from} to {to} | sites | 14..22 | 72..78
- Design requests answered by an outside agency | % | 60..72 | 18..24
! Publish the brand kit with templates for stores, cars and shirts | All country teams have ordered from it

# opening-crews | ops staffing merch
= Open new stores on the promised morning with full shelves
= Turn store openings into a product that retailers order again
= Make day one of a new store look like day one hundred
+ Openings with shelves finished the evening before from {from}% to {to}% | % | 64..73 | 96..98
- Hours of crew time per opened metre | hours | 3.4..4.3 | 2..2.3
+ Openings ordered by retailers, from {from} to {to} | openings | 14..22 | 60..72
~ Crew size per opening | people | 8 .. 14
`;
