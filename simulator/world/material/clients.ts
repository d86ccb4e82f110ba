/** Clients and new business. */
export const clients = `
# client-retention | client
= Give every large client a reason to extend before the contract asks
= Keep the clients we have, and know early who is about to leave
= Stop losing accounts that never complained
? It costs four times as much to win a client as to keep one, and we have been winning a lot.
+ Contracts extended ahead of their end date from {from}% to {to}% | % | 32..44 | 65..75
- Accounts rated red for more than two months | accounts | 11..18 | 2..4
+ Clients who had a meeting with one of our directors this quarter | % | 38..50 | 85..92
- Revenue in contracts without an agreed next step, from {from} to {to} EUR thousand | EUR thousand | 5200..8400 | 900..1600
! Hold a lessons-learnt talk with every client lost in the last year | Notes of each talk shared with the account leads

# client-reporting | client data
= Tell clients what to do next, not what happened last month
= Turn our monthly reports into decisions
= Write the report the client forwards to his own boss
? The average report has forty-one pages and one reader.
- Pages in the standard monthly report from {from} to {to} | pages | 36..44 | 6..8
+ Reports that end with a recommendation the client acted on, from {from}% to {to}% | % | 9..16 | 45..55
- Days after month end until the report is out | days | 9..13 | 2..3
+ Client readers who open the report in its first week | % | 22..33 | 65..75

# service-levels | client ops
= Keep the promises we sign
= Have no more service credits to explain
= Know a missed service level before the client does
? Credits ate the margin of two good contracts.
+ Service levels met across all contracts from {from}% to {to}% | % | 88..92 | 98..99
- Service credits paid from {from} to {to} EUR thousand a quarter | EUR thousand | 110..190 | 10..30
+ Contracts whose service levels are measured automatically | contracts | 18..30 | 85..110
- Service levels nobody can measure | clauses | 40..66 | 0..5
% Service level clauses rewritten with a unit and a source | 100

# complaint-handling | client
= Answer every complaint on the day it arrives and solve it in the same week
= Make a complaint the beginning of a better relationship
= Let no client tell the same trouble twice
- Hours until a client's complaint gets a personal answer, from {from} to {to} | hours | 30..46 | 3..6
+ Complaints solved within five working days | % | 42..55 | 88..93
- Complaints that come back | % | 18..26 | 4..7
+ Root causes removed, of the ten most frequent | causes | 0..2 | 8..9

# account-plans | client sales
= Know where every key account wants to be in three years
= Write account plans that the client would sign
= Plan growth with the client instead of for the client
+ Key accounts with a plan discussed with the client, from {from} to {to} | accounts | 6..14 | 48..60
+ Growth projects started out of account plans | projects | 3..7 | 28..36
+ Contacts known per account outside the buying department from {from} to {to} | contacts | 2.4..3.2 | 7..8
- Accounts where only one of us knows the client | accounts | 22..34 | 3..6
% Key account leads trained in joint planning | 100

# client-onboarding | client ops
= Get a new client live without the bumpy first month
= Shorten the road from signature to first visit
= Make the first invoice and the first visit equally right
? The first thirty days decide how the next three years are talked about.
- Days from signature to first store visit from {from} to {to} | days | 44..62 | 18..24
- Corrections in the first month's invoice | corrections | 14..22 | 1..3
+ New clients satisfied after their first quarter, from {from}% to {to}% | % | 61..70 | 90..94
+ Onboardings that follow the standard checklist to its end | % | 35..48 | 95..98

# client-portal | client tech
= Make our portal the first page a brand manager opens in the morning
= Move client communication out of mail and into one place
= Put stores, pictures and figures on one client page
+ Active client users per week from {from} to {to} | users | 180..310 | 950..1300
- Status questions by mail, per client and month | mails | 24..36 | 6..9
+ Rating of the portal by its users | of 5 | 2.9..3.3 | 4.3..4.6
- Page waits of more than three seconds, from {from}% to {to}% | % | 19..28 | 2..4
% Client portal offered in the languages of its users | 100

# insight-workshops | client data
= Bring clients an idea a month that nobody asked for
= Be invited to the client's planning table
= Sell ideas along with hours
+ Unprompted recommendations presented per month | recommendations | 4..8 | 24..30
+ Recommendations taken into the client's annual plan, from {from} to {to} | recommendations | 2..5 | 18..24
+ Hold insight sessions with brand teams | sessions | 5..9 | 30..40
0 Measure the sales effect of the recommendations that were carried out | EUR thousand | 280..640

# win-rate | sales
= Win more of the tenders we choose to enter
= Bid less, win more
? Our teams wrote ninety offers last year and sleep was the only thing they lost more of.
+ Win rate in tenders from {from}% to {to}% | % | 19..25 | 36..42
- Offers written without a go decision | offers | 24..36 | 0..2
- Working hours per offer, from {from} to {to} | hours | 110..160 | 55..70
+ Lost tenders with feedback from the buyer | % | 25..37 | 80..88
! Publish the go / no-go test and use it in every region | Test is mandatory in the sales system

# cross-sell | sales client
= Let clients who buy one service discover the second
= Grow inside the accounts that already trust us
= Introduce our services to each other's clients
+ Clients with three services or more from {from} to {to} | clients | 28..41 | 75..90
+ Revenue from services new to the client | EUR thousand | 640..980 | 2200..2900
+ Account managers trained on services outside their own, from {from}% to {to}% | % | 20..33 | 85..92
- Introductions between account teams that go unanswered | % | 38..52 | 8..12
! Publish one price sheet for combined services | Approved by finance and used in the first five offers

# price-discipline | sales finance
= Sell our work at what it is worth
= Bring discounts back under control
= Know our floor price and stay above it
? One discount in three was given after the client had already said yes.
- Average discount from {from}% to {to}% | % | 11.5..14 | 6..7.5
+ Contracts with indexed prices, from {from}% to {to}% | % | 34..46 | 80..88
- Discounts without approval | discounts | 28..44 | 0..3
+ Margin on renewed contracts | % | 16..18.5 | 21..23

# new-sectors | sales
= Win our first references outside groceries
= Find the next sector before groceries stop growing
= Carry what we learnt at the supermarket shelf into other shops
+ Pilot clients in pharmacy, building supplies and fashion, from {from} to {to} | clients | 0..2 | 9..12
+ Qualified opportunities outside grocery | EUR thousand | 350..600 | 2600..3400
- Weeks from first talk to pilot decision | weeks | 17..23 | 8..10
0 Find out what a store visit is worth to a pharmacy chain | EUR | 14..32

# pipeline-quality | sales data
= Make the sales forecast a number that finance believes
= Clean the pipeline of wishes
= Make every opportunity in the system one that somebody works on
- Forecast error for the next quarter from {from}% to {to}% | % | 28..39 | 9..12
- Opportunities untouched for 60 days | opportunities | 140..220 | 15..30
+ Opportunities with a named decision maker, from {from}% to {to}% | % | 41..52 | 90..94
- Deals that slip more than one quarter | % | 36..45 | 14..18
% Sales people certified on the stage definitions | 100

# local-brands | sales client
= Become affordable for local brands
= Build an offer for clients with one brand and no department
= Make room for small brands with big local followings
+ Local brands served in {place} | clients | 6..14 | 42..60
- Hours of administration per small client and month | hours | 8..12 | 2..3
+ Small clients who book without talking to sales, from {from}% to {to}% | % | 0..5 | 40..50
> Contribution margin of small clients stays above {limit}% | % | 17..20

# retailer-partnership | sales client
= Work with retailers, not only inside their stores
= Sign partnerships with retailers that open doors for all our clients
= Be welcome at the back door of every chain
+ Retailers with a signed partnership from {from} to {to} | retailers | 3..6 | 14..18
+ Stores in which our people have their own access badge | stores | 320..560 | 1900..2500
- Visits refused at the door | visits | 60..95 | 10..15
+ Joint projects paid by the retailer | projects | 0..2 | 7..9
`;
