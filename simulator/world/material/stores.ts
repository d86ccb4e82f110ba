/** More of what happens in stores, at stands and in classrooms. */
export const stores = `
# seasonal-displays | merch promo
= Have the festive displays standing before the first shopper asks
= Build Ramadan, Diwali and Christmas displays on the agreed day
= Be ready for the feast before the shoppers are
? Every year the first festive weekend is sold from pallets.
+ Festive displays standing on the agreed day from {from}% to {to}% | % | 70..77 | 95..97
- Displays dismantled late | displays | 110..180 | 15..25
+ Sell-through of seasonal lines, from {from}% to {to}% | % | 73..79 | 91..94
% Festive layouts agreed with the store managers | 100

# shelf-share | merch sales
= Win shelf space with facts
= Turn sales share into shelf share
= Argue for space with sales, not with friendship
+ Share of shelf against share of sales from {from} to {to} | index | 82..89 | 100..104
+ Space proposals accepted by retailers | proposals | 14..24 | 85..105
- Facings lost at range reviews, from {from} to {to} | facings | 420..640 | 90..140
! Space proposals based on till data for the five largest categories | Presented to the retailers' buyers

# merchandiser-skills | merch training
= Make every merchandiser a small shopkeeper
= Teach merchandisers to sell an idea to a store manager
= Let merchandisers negotiate where the decision is made
+ Extra facings agreed on the spot per hundred visits from {from} to {to} | facings | 9..15 | 34..40
+ Merchandisers who passed the store talk exercise | people | 80..140 | 620..760
+ Store managers who ask for the same person again, from {from}% to {to}% | % | 36..45 | 70..76

# pharmacy-shelf | merch audit
= Bring order to the pharmacy shelf without disturbing the counter
= Earn the pharmacist's trust for our shelf work
= Become the shelf partner pharmacists recommend to each other
+ Pharmacies that let us work at the shelf from {from} to {to} | pharmacies | 140..240 | 900..1150
- Minutes per pharmacy visit | minutes | 34..43 | 19..22
+ Correct neighbourhood of sun care, from {from}% to {to}% | % | 55..64 | 88..92
< Complaints by pharmacists stay below {limit} a month | complaints | 3..6

# chilled-visits | merch route
= Be at the chilled shelf before the lunch crowd
= Fit chilled and frozen visits into cold hours
= Respect the cold chain on every chilled visit
+ Chilled visits finished before eleven from {from}% to {to}% | % | 38..49 | 86..90
- Minutes products spend outside the cold chain, from {from} to {to} | minutes | 21..29 | 7..9
- Complaints about thawed goods | complaints | 17..26 | 2..4
% Field people equipped with a temperature probe | 100

# shrink-hotspots | audit esg
= Find out where goods disappear between pallet and till
= Lower shrinkage where it hurts our clients most
= Protect products without locking out buyers
- Unexplained losses of protected lines from {from}% to {to}% | % | 3.1..4.2 | 1.5..1.8
+ Hotspot stores with an agreed protection plan, from {from} to {to} | stores | 12..24 | 120..150
- Products locked away from honest shoppers | products | 64..90 | 25..32

# recall-speed | audit ops
= Take a recalled product off every shelf before the evening news
= Make recalls something clients trust us with
= Get back a faulty product faster than the rumour spreads
- Hours to empty the shelves of a recalled lot from {from} to {to} | hours | 52..70 | 10..12
+ Stores confirmed by photo within a day, from {from}% to {to}% | % | 46..57 | 97..99
! Rehearse a recall with two clients and the authority | Exercise report accepted by both clients
- Lots that cannot be traced to a store | lots | 9..14 | 0..1

# stock-count | audit finance
= Count stock once and have everybody believe it
= Bring inventories to the stores that close for nothing else
= Give retailers a count they can book without a second look
+ Counting accuracy in the re-count from {from}% to {to}% | % | 94.5..96 | 99.2..99.6
- Hours a store is closed for counting, from {from} to {to} | hours | 6..8 | 0..1
+ Articles counted per hour | articles | 640..780 | 1100..1250
- Counts repeated | % | 7..10 | 1..2

# accessibility-audit | audit esg
= Check stores with the eyes and wheels of those who struggle most
= Offer retailers an accessibility check that leads to ramps, not to reports
= Make stores usable for everybody who shops there
+ Stores checked together with disabled testers from {from} to {to} | stores | 15..35 | 300..360
+ Barriers removed within three months, from {from}% to {to}% | % | 12..20 | 55..62
+ Testers with a disability on our payroll | people | 3..6 | 26..32
! Train auditors together with two disability organisations | Course run twice, feedback of testers on file

# menu-sampling | promo sales
= Bring new products into canteens and cafés
= Let people taste at lunch what they will buy in the evening
= Meet office workers where they are hungry
+ Canteens hosting a tasting week from {from} to {to} | canteens | 9..18 | 90..115
+ Tasters who bought within two weeks | % | 5..8 | 15..18
- Cost per taster, from {from} to {to} EUR | EUR | 1.9..2.7 | 0.9..1.1
+ Canteens that list the tasted product afterwards | canteens | 2..5 | 38..46

# campus-ambassadors | promo marketing
= Build a network of student ambassadors that runs itself
= Be present where first flats are furnished
= Let students recruit students for our clients' brands
+ Active ambassadors from {from} to {to} | students | 35..60 | 280..340
+ Events organised by ambassadors without our help | events | 4..9 | 85..110
- Ambassadors who stop within a term, from {from}% to {to}% | % | 44..55 | 18..22
~ Ambassadors per campus | students | 4 .. 8

# promoter-scripts | promo training
= Replace the learnt-by-heart speech by a conversation
= Let promoters ask before they talk
= Teach promoters to listen first
+ Conversations longer than thirty seconds from {from}% to {to}% | % | 21..29 | 50..56
+ Promoters coached at the stand this quarter, from {from} to {to} | promoters | 30..60 | 340..410
+ Mystery shoppers who felt advised | % | 46..54 | 78..83
% Product stories rewritten with promoters | 100

# stand-logistics | promo procurement
= Get the stand to the store complete, clean and on the right day
= Pack stands so that one person can build them
= Send stands out in the state we would like to receive them
- Stands incomplete on arrival from {from}% to {to}% | % | 13..19 | 2..3
- Minutes to build a standard stand, from {from} to {to} | minutes | 48..65 | 15..18
+ Stands repaired instead of replaced | % | 22..33 | 72..78
% Stand inventory labelled and photographed | 100

# proof-of-execution | promo data
= Prove every promoter hour with something better than a signature
= Make activation hours as checkable as a parcel
= Make the promoter's day visible to the client
+ Promoter shifts confirmed by location and photo from {from}% to {to}% | % | 36..48 | 96..98
- Hours disputed by clients, from {from} to {to} a month | hours | 420..640 | 30..60
- Days until a finished campaign is billed | days | 21..29 | 4..6

# learning-languages | training people
= Teach store work in the language people dream in
= Give colleagues from abroad the words they need on the shop floor
= Speak shelf: give newcomers the language of the store
+ Colleagues who passed the shop-floor language test from {from} to {to} | people | 25..55 | 360..430
+ Lessons with spoken text in the ten largest home languages | lessons | 8..15 | 110..130
- Mistakes in orders caused by misunderstanding, from {from} to {to} a month | mistakes | 56..80 | 14..18

# trainer-network | training ops
= Have a good trainer within an hour of every field team
= Build a network of trainers who still work in stores
= Turn experienced colleagues into part-time trainers
+ Certified part-time trainers from {from} to {to} | trainers | 24..38 | 180..220
- Kilometres a trainee travels to a class | km | 85..130 | 28..34
+ Classes rated very good, from {from}% to {to}% | % | 45..54 | 76..80

# supervisor-pipeline | staffing training
= Grow the supervisors of next year among the temps of this year
= Offer hourly staff a way up that they can see
= Promote from the shelf
+ Supervisors who began as hourly staff from {from}% to {to}% | % | 26..34 | 55..60
+ Hourly people in the preparation course | people | 20..45 | 260..310
- Supervisor posts filled from outside | posts | 38..54 | 12..16
% Preparation course run in every city with more than one team | 100

# shift-fairness | staffing people
= Publish rotas early enough for people to have a life
= Share weekends and good stores fairly
= Plan shifts with people, not around them
+ Rotas published three weeks ahead from {from}% to {to}% | % | 31..43 | 92..95
- Rota changes per person and month, from {from} to {to} | changes | 4.6..6.2 | 1.5..1.8
+ People who call the rota fair | % | 40..48 | 70..75

# older-workers | staffing esg
= Win people over fifty for the stores they know best
= Offer retirees the short shifts that students do not want
= Make field work attractive for people with grey hair and good eyes
+ New hires over fifty from {from} to {to} | people | 60..110 | 520..640
> Their retention after a year stays above {limit}% | % | 80..85
+ Short shifts of up to four hours, from {from}% to {to}% of all | % | 8..13 | 30..34
! Ergonomic check of the ten most common tasks | Report accepted by the safety committee
`;
