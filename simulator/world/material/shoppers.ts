/** Loyalty programmes and digital shelves. */
export const shoppers = `
# member-activity | loyalty
= Wake up the members who have a card and never use it
= Turn sleeping card holders into regular shoppers
= Make the second visit of a new member happen
? Of every ten cards handed out, six were used once.
+ Active members from {from}% to {to}% of all cards | % | 31..39 | 52..58
+ Members who redeemed at least one reward this quarter | thousand | 42..70 | 150..190
- Cost per reactivated member from {from} to {to} EUR | EUR | 4.8..6.6 | 2..2.6
- Unsubscriptions per campaign | % | 1.6..2.3 | 0.6..0.8

# reward-relevance | loyalty data
= Offer rewards that people would have bought
= Replace one coupon for everybody by the right coupon for some
= Know what a member likes before printing the coupon
+ Coupon redemption from {from}% to {to}% | % | 2.4..3.6 | 8..10
- Printed coupons per redeemed coupon | coupons | 28..42 | 10..13
+ Members who receive individual offers, from {from}% to {to}% | % | 0..12 | 70..80
+ Incremental basket value with a redeemed coupon | EUR | 2.1..3 | 5..6
< Offers that members call creepy in the survey stay below {limit}% | % | 2..3

# points-at-till | loyalty tech
= Show points the moment they are earned
= Take the friction out of collecting at the till
= Make collecting faster than looking for the card
- Seconds added to a till transaction by the programme, from {from} to {to} | seconds | 6..9 | 1..2
+ Transactions with points booked at once from {from}% to {to}% | % | 72..81 | 98..99.5
- Calls about missing points | calls | 620..980 | 120..180
+ Stores that read the card from the phone | stores | 150..260 | 900..1200
% Till software of partner chains upgraded | 100

# shopkeeper-loyalty | loyalty sales
= Reward the shopkeeper who stocks and recommends
= Build a loyalty club for small shops that pays off in orders
= Be the supplier club a corner shop talks about
+ Shops in the club ordering every month from {from} to {to} | shops | 640..1100 | 3200..4200
+ Lines per order in club shops, against shops outside | lines | 0.4..0.9 | 2..3
- Reward claims that wait longer than two weeks | claims | 210..330 | 10..30
+ Shopkeepers who know their points balance, from {from}% to {to}% | % | 29..38 | 75..82

# loyalty-fraud | loyalty legal
= Keep points for the people who earned them
= Close the loopholes in the bonus programme
= Make cheating the programme not worth the effort
- Points booked by staff cards, from {from} to {to} thousand a month | thousand points | 340..520 | 20..50
+ Suspicious accounts checked within three days | % | 31..45 | 95..98
- Losses through fraudulent vouchers | EUR thousand | 24..39 | 3..5
! Introduce two-step confirmation for redemptions of high value | Live in all partner stores, tested by internal audit
~ Accounts blocked by mistake, per ten thousand | accounts | 0 .. 3

# programme-economics | loyalty finance
= Prove what the loyalty programme earns after its rewards
= Make the bonus programme pay for itself in every partner chain
= Settle with finance what a loyal shopper is worth
0 Establish the incremental margin per active member with a control group | EUR | 3..9
- Reward cost per euro of incremental sales from {from} to {to} cents | cents | 11..15 | 6..7
+ Partner chains that accept the joint calculation | chains | 1..2 | 7..8
- Unredeemed points on the balance sheet older than two years | EUR thousand | 480..720 | 150..220

# family-accounts | loyalty marketing
= Let households collect together
= Make the card a family matter
= Connect the cards that lie in one kitchen drawer
+ Households with a shared account | thousand | 0..4 | 55..75
+ Visits per month of shared accounts from {from} to {to} | visits | 3.1..3.6 | 4.6..5.2
- Support cases per thousand shared accounts | cases | 22..30 | 6..8
! Settle consent for accounts of minors with the data protection authority | Written answer on file

# partner-network | loyalty sales
= Bring fuel, pharmacies and cinemas into the programme
= Let members collect where they spend the other half of their money
= Find the partners our members already visit
+ Partners outside groceries from {from} to {to} | partners | 2..4 | 14..18
+ Members who collect with two partners or more, from {from}% to {to}% | % | 8..13 | 30..36
- Weeks to connect a new partner | weeks | 15..21 | 5..6
> Partner satisfaction stays above {limit} of 5 | of 5 | 4..4.2
% Partner contracts moved to the common data clause | 100

# product-content | ecom
= Give every product a page that answers the shopper's question
= Bring product pages on retailers' sites to the standard of the best ten
= Bring the shelf edge knowledge onto the product page
? One in five returns starts with a picture that promised something else.
+ Product pages with complete content from {from}% to {to}% | % | 46..58 | 92..96
- Days from new product to live content on all retailer sites, from {from} to {to} | days | 19..27 | 4..6
+ Pages with pictures from all sides and one in use | % | 33..44 | 85..90
- Returns for the reason "not as described" | % | 6.4..8.5 | 3..4

# digital-shelf-search | ecom
= Be found on the first page when shoppers search for the category, not for the brand
= Climb in the search results of online supermarkets
= Help shoppers find what they do not know the name of
+ Category searches with our client on the first page from {from}% to {to}% | % | 27..35 | 55..62
+ Products with reviewed search terms | products | 620..980 | 3800..4600
+ Clicks per thousand impressions, from {from} to {to} | clicks | 14..19 | 27..32
- Products listed in the wrong category | products | 180..290 | 10..30
% Search terms reviewed with the brand teams | 100

# ratings-reviews | ecom
= Give hesitant shoppers the voice of those who bought
= Earn honest reviews, and answer the bad ones
= Learn from reviews before the category manager does
+ Products with at least twenty reviews from {from}% to {to}% | % | 21..30 | 60..68
+ Average rating of supported products | of 5 | 3.7..3.9 | 4.3..4.4
- Days until a review with one star is answered, from {from} to {to} | days | 12..20 | 1..2
- Reviews removed as suspicious | reviews | 45..80 | 5..10

# online-availability | ecom merch
= Never let a product page say "currently unavailable" while the shelf is full
= Bring online stock and real stock together
= Trust the stock figure behind the buy button
- Product days offline although in stock, from {from} to {to} a month | product days | 1900..2900 | 400..600
+ Availability on retailers' sites from {from}% to {to}% | % | 84..88 | 95..97
- Hours until a wrong stock flag is corrected | hours | 60..90 | 10..14
- Picking substitutions for our clients' products | % | 7..10 | 3..4

# retail-media | ecom marketing
= Spend clients' media money where it moves baskets
= Turn retail media from an experiment into a service line
= Connect shelf and screen in one client budget
+ Return on advertising spend from {from} to {to} | EUR per EUR | 2.1..2.7 | 4.2..4.8
+ Campaigns run by us on retailers' sites | campaigns | 8..14 | 52..64
- Budget spent on shoppers who would have bought anyway, from {from}% to {to}% | % | 38..47 | 18..22
+ Clients with a yearly media plan | clients | 3..5 | 18..22
! Agree one attribution method with the three largest retailers | Method note signed by all three

# quick-commerce | ecom route
= Make our clients visible where groceries arrive in fifteen minutes
= Learn to sell through delivery apps before the others do
= Stock the dark store for the Friday night basket
+ Dark stores with the agreed assortment from {from}% to {to}% | % | 47..56 | 88..92
- Out-of-stocks in delivery apps on Friday evenings | % | 21..30 | 7..9
+ Delivery apps with direct content access, from {from} to {to} | apps | 1..2 | 6..7
0 Find out which pack sizes sell in delivery apps and nowhere else | products | 12..30
% Pack shots redrawn for small screens | 100

# content-translation | ecom marketing
= Publish product texts in the shopper's language on the day of the launch
= Stop translating the same product sheet in every country
= Write once, publish in thirty languages
? Nine countries pay nine agencies for the same forty words.
- Cost per translated product page from {from} to {to} EUR | EUR | 38..56 | 11..15
- Duplicate translation orders for the same product | orders | 300..460 | 20..40
+ Languages in which launches go live on day one, from {from} to {to} | languages | 6..9 | 22..26
- Corrections by retailers per hundred pages | corrections | 13..19 | 4..5

# marketplace-hygiene | ecom legal
= Clear our clients' marketplace pages of strangers
= Take grey imports and fakes off the first page
= Protect our clients' listings on open marketplaces
- Unauthorised sellers on the fifty main products from {from} to {to} | sellers | 110..170 | 25..35
+ Reported listings taken down within a week, from {from}% to {to}% | % | 34..48 | 85..90
+ Buy box share of authorised sellers | % | 61..70 | 90..93
! Sign the brand registry mandate with every client concerned | Mandates of all clients in the registry

# pack-photography | ecom procurement
= Photograph a product once and use the picture everywhere
= Bring product photography home
= Build a picture library that all countries draw from
- Cost per finished product picture from {from} to {to} EUR | EUR | 31..44 | 12..15
- Days from sample to picture | days | 11..16 | 2..3
+ Pictures reused by a second country from {from}% to {to}% | % | 12..20 | 65..75
% Studio set up and accepted by the two largest clients | 100
`;
