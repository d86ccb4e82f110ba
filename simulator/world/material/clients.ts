/** Clients, new business, loyalty programmes and digital shelves. */
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
? The average report has forty-one pages and one reader.
- Pages in the standard monthly report from {from} to {to} | pages | 36..44 | 6..8
+ Reports that end with a recommendation the client acted on, from {from}% to {to}% | % | 9..16 | 45..55
- Days after month end until the report is out | days | 9..13 | 2..3
+ Client readers who open the report in its first week | % | 22..33 | 65..75

# service-levels | client ops
= Keep the promises we sign
= Have no more service credits to explain
? Credits ate the margin of two good contracts.
+ Service levels met across all contracts from {from}% to {to}% | % | 88..92 | 98..99
- Service credits paid from {from} to {to} EUR thousand a quarter | EUR thousand | 110..190 | 10..30
+ Contracts whose service levels are measured automatically | contracts | 18..30 | 85..110
- Service levels nobody can measure | clauses | 40..66 | 0..5

# complaint-handling | client
= Answer every complaint on the day it arrives and solve it in the same week
= Make a complaint the beginning of a better relationship
- Hours until a client's complaint gets a personal answer, from {from} to {to} | hours | 30..46 | 3..6
+ Complaints solved within five working days | % | 42..55 | 88..93
- Complaints that come back | % | 18..26 | 4..7
+ Root causes removed, of the ten most frequent | causes | 0..2 | 8..9

# account-plans | client sales
= Know where every key account wants to be in three years
= Write account plans that the client would sign
+ Key accounts with a plan discussed with the client, from {from} to {to} | accounts | 6..14 | 48..60
+ Growth projects started out of account plans | projects | 3..7 | 28..36
+ Contacts known per account outside the buying department from {from} to {to} | contacts | 2.4..3.2 | 7..8
- Accounts where only one of us knows the client | accounts | 22..34 | 3..6

# client-onboarding | client ops
= Get a new client live without the bumpy first month
= Shorten the road from signature to first visit
? The first thirty days decide how the next three years are talked about.
- Days from signature to first store visit from {from} to {to} | days | 44..62 | 18..24
- Corrections in the first month's invoice | corrections | 14..22 | 1..3
+ New clients satisfied after their first quarter, from {from}% to {to}% | % | 61..70 | 90..94
+ Onboardings that follow the standard checklist to its end | % | 35..48 | 95..98

# client-portal | client tech
= Make our portal the first page a brand manager opens in the morning
= Move client communication out of mail and into one place
+ Active client users per week from {from} to {to} | users | 180..310 | 950..1300
- Status questions by mail, per client and month | mails | 24..36 | 6..9
+ Rating of the portal by its users (of 5) | points | 2.9..3.3 | 4.3..4.6
- Page waits of more than three seconds, from {from}% to {to}% | % | 19..28 | 2..4

# insight-workshops | client data
= Bring clients an idea a month that nobody asked for
= Be invited to the client's planning table
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
+ Clients with three services or more from {from} to {to} | clients | 28..41 | 75..90
+ Revenue from services new to the client | EUR thousand | 640..980 | 2200..2900
+ Account managers trained on services outside their own, from {from}% to {to}% | % | 20..33 | 85..92
- Introductions between account teams that go unanswered | % | 38..52 | 8..12

# price-discipline | sales finance
= Sell our work at what it is worth
= Bring discounts back under control
? One discount in three was given after the client had already said yes.
- Average discount from {from}% to {to}% | % | 11.5..14 | 6..7.5
+ Contracts with indexed prices, from {from}% to {to}% | % | 34..46 | 80..88
- Discounts without approval | discounts | 28..44 | 0..3
+ Margin on renewed contracts | % | 16..18.5 | 21..23

# new-sectors | sales
= Win our first references outside groceries
= Find the next sector before groceries stop growing
+ Pilot clients in pharmacy, building supplies and fashion, from {from} to {to} | clients | 0..2 | 9..12
+ Qualified opportunities outside grocery | EUR thousand | 350..600 | 2600..3400
- Weeks from first talk to pilot decision | weeks | 17..23 | 8..10
0 Find out what a store visit is worth to a pharmacy chain | EUR | 14..32

# pipeline-quality | sales data
= Make the sales forecast a number that finance believes
= Clean the pipeline of wishes
- Forecast error for the next quarter from {from}% to {to}% | % | 28..39 | 9..12
- Opportunities untouched for 60 days | opportunities | 140..220 | 15..30
+ Opportunities with a named decision maker, from {from}% to {to}% | % | 41..52 | 90..94
- Deals that slip more than one quarter | % | 36..45 | 14..18

# local-brands | sales client
= Become affordable for local brands
= Build an offer for clients with one brand and no department
+ Local brands served in {place} | clients | 6..14 | 42..60
- Hours of administration per small client and month | hours | 8..12 | 2..3
+ Small clients who book without talking to sales, from {from}% to {to}% | % | 0..5 | 40..50
> Contribution margin of small clients stays above {limit}% | % | 17..20

# retailer-partnership | sales client
= Work with retailers, not only inside their stores
= Sign partnerships with retailers that open doors for all our clients
+ Retailers with a signed partnership from {from} to {to} | retailers | 3..6 | 14..18
+ Stores in which our people have their own access badge | stores | 320..560 | 1900..2500
- Visits refused at the door | visits | 60..95 | 10..15
+ Joint projects paid by the retailer | projects | 0..2 | 7..9

# member-activity | loyalty
= Wake up the members who have a card and never use it
= Turn sleeping card holders into regular shoppers
? Of every ten cards handed out, six were used once.
+ Active members from {from}% to {to}% of all cards | % | 31..39 | 52..58
+ Members who redeemed at least one reward this quarter | thousand | 42..70 | 150..190
- Cost per reactivated member from {from} to {to} EUR | EUR | 4.8..6.6 | 2..2.6
- Unsubscriptions per campaign | % | 1.6..2.3 | 0.6..0.8

# reward-relevance | loyalty data
= Offer rewards that people would have bought
= Replace one coupon for everybody by the right coupon for some
+ Coupon redemption from {from}% to {to}% | % | 2.4..3.6 | 8..10
- Printed coupons per redeemed coupon | coupons | 28..42 | 10..13
+ Members who receive individual offers, from {from}% to {to}% | % | 0..12 | 70..80
+ Incremental basket value with a redeemed coupon | EUR | 2.1..3 | 5..6
< Offers that members call creepy in the survey stay below {limit}% | % | 2..3

# points-at-till | loyalty tech
= Show points the moment they are earned
= Take the friction out of collecting at the till
- Seconds added to a till transaction by the programme, from {from} to {to} | seconds | 6..9 | 1..2
+ Transactions with points booked at once from {from}% to {to}% | % | 72..81 | 98..99.5
- Calls about missing points | calls | 620..980 | 120..180
+ Stores that read the card from the phone | stores | 150..260 | 900..1200

# shopkeeper-loyalty | loyalty sales
= Reward the shopkeeper who stocks and recommends
= Build a loyalty club for small shops that pays off in orders
+ Shops in the club ordering every month from {from} to {to} | shops | 640..1100 | 3200..4200
+ Lines per order in club shops, against shops outside | lines | 0.4..0.9 | 2..3
- Reward claims that wait longer than two weeks | claims | 210..330 | 10..30
+ Shopkeepers who know their points balance, from {from}% to {to}% | % | 29..38 | 75..82

# loyalty-fraud | loyalty legal
= Keep points for the people who earned them
= Close the loopholes in the bonus programme
- Points booked by staff cards, from {from} to {to} thousand a month | thousand points | 340..520 | 20..50
+ Suspicious accounts checked within three days | % | 31..45 | 95..98
- Losses through fraudulent vouchers | EUR thousand | 24..39 | 3..5
! Introduce two-step confirmation for redemptions of high value | Live in all partner stores, tested by internal audit

# programme-economics | loyalty finance
= Prove what the loyalty programme earns after its rewards
= Make the bonus programme pay for itself in every partner chain
0 Establish the incremental margin per active member with a control group | EUR | 3..9
- Reward cost per euro of incremental sales from {from} to {to} cents | cents | 11..15 | 6..7
+ Partner chains that accept the joint calculation | chains | 1..2 | 7..8
- Unredeemed points on the balance sheet older than two years | EUR thousand | 480..720 | 150..220

# family-accounts | loyalty marketing
= Let households collect together
= Make the card a family matter
+ Households with a shared account | thousand | 0..4 | 55..75
+ Visits per month of shared accounts from {from} to {to} | visits | 3.1..3.6 | 4.6..5.2
- Support cases per thousand shared accounts | cases | 22..30 | 6..8
! Settle consent for accounts of minors with the data protection authority | Written answer on file

# partner-network | loyalty sales
= Bring fuel, pharmacies and cinemas into the programme
= Let members collect where they spend the other half of their money
+ Partners outside groceries from {from} to {to} | partners | 2..4 | 14..18
+ Members who collect with two partners or more, from {from}% to {to}% | % | 8..13 | 30..36
- Weeks to connect a new partner | weeks | 15..21 | 5..6
> Partner satisfaction stays above {limit} of 5 | points | 4..4.2

# product-content | ecom
= Give every product a page that answers the shopper's question
= Bring product pages on retailers' sites to the standard of the best ten
? One in five returns starts with a picture that promised something else.
+ Product pages with complete content from {from}% to {to}% | % | 46..58 | 92..96
- Days from new product to live content on all retailer sites, from {from} to {to} | days | 19..27 | 4..6
+ Pages with pictures from all sides and one in use | % | 33..44 | 85..90
- Returns for the reason "not as described" | % | 6.4..8.5 | 3..4

# digital-shelf-search | ecom
= Be found on the first page when shoppers search for the category, not for the brand
= Climb in the search results of online supermarkets
+ Category searches with our client on the first page from {from}% to {to}% | % | 27..35 | 55..62
+ Products with reviewed search terms | products | 620..980 | 3800..4600
+ Clicks per thousand impressions, from {from} to {to} | clicks | 14..19 | 27..32
- Products listed in the wrong category | products | 180..290 | 10..30

# ratings-reviews | ecom
= Give hesitant shoppers the voice of those who bought
= Earn honest reviews, and answer the bad ones
+ Products with at least twenty reviews from {from}% to {to}% | % | 21..30 | 60..68
+ Average rating of supported products | points | 3.7..3.9 | 4.3..4.4
- Days until a review with one star is answered, from {from} to {to} | days | 12..20 | 1..2
- Reviews removed as suspicious | reviews | 45..80 | 5..10

# online-availability | ecom merch
= Never let a product page say "currently unavailable" while the shelf is full
= Bring online stock and real stock together
- Product days offline although in stock, from {from} to {to} a month | product days | 1900..2900 | 400..600
+ Availability on retailers' sites from {from}% to {to}% | % | 84..88 | 95..97
- Hours until a wrong stock flag is corrected | hours | 60..90 | 10..14
- Picking substitutions for our clients' products | % | 7..10 | 3..4

# retail-media | ecom marketing
= Spend clients' media money where it moves baskets
= Turn retail media from an experiment into a service line
+ Return on advertising spend from {from} to {to} | EUR per EUR | 2.1..2.7 | 4.2..4.8
+ Campaigns run by us on retailers' sites | campaigns | 8..14 | 52..64
- Budget spent on shoppers who would have bought anyway, from {from}% to {to}% | % | 38..47 | 18..22
+ Clients with a yearly media plan | clients | 3..5 | 18..22

# quick-commerce | ecom route
= Make our clients visible where groceries arrive in fifteen minutes
= Learn to sell through delivery apps before the others do
+ Dark stores with the agreed assortment from {from}% to {to}% | % | 47..56 | 88..92
- Out-of-stocks in delivery apps on Friday evenings | % | 21..30 | 7..9
+ Delivery apps with direct content access, from {from} to {to} | apps | 1..2 | 6..7
0 Find out which pack sizes sell in delivery apps and nowhere else | products | 12..30

# content-translation | ecom marketing
= Publish product texts in the shopper's language on the day of the launch
= Stop translating the same product sheet in every country
? Nine countries pay nine agencies for the same forty words.
- Cost per translated product page from {from} to {to} EUR | EUR | 38..56 | 11..15
- Duplicate translation orders for the same product | orders | 300..460 | 20..40
+ Languages in which launches go live on day one, from {from} to {to} | languages | 6..9 | 22..26
- Corrections by retailers per hundred pages | corrections | 13..19 | 4..5

# marketplace-hygiene | ecom legal
= Clear our clients' marketplace pages of strangers
= Take grey imports and fakes off the first page
- Unauthorised sellers on the fifty main products from {from} to {to} | sellers | 110..170 | 25..35
+ Reported listings taken down within a week, from {from}% to {to}% | % | 34..48 | 85..90
+ Buy box share of authorised sellers | % | 61..70 | 90..93
! Sign the brand registry mandate with every client concerned | Mandates of all clients in the registry

# pack-photography | ecom procurement
= Photograph a product once and use the picture everywhere
= Bring product photography home
- Cost per finished product picture from {from} to {to} EUR | EUR | 31..44 | 12..15
- Days from sample to picture | days | 11..16 | 2..3
+ Pictures reused by a second country from {from}% to {to}% | % | 12..20 | 65..75
% Studio set up and accepted by the two largest clients | 100
`;
