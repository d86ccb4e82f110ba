/** What the group's people want to achieve in stores: shelves, displays, prices and audits. The notation is explained in parse.ts. */
export const execution = `
# on-shelf-availability | merch
= Have our clients' products on the shelf whenever a shopper reaches for them
= Close the gaps on shelf that send our clients' shoppers to a competitor
= Win back the sales our clients lose to empty shelves
? Every empty facing is a sale our client pays us to protect, and last year's contract reviews opened with this number.
? Retailers have started to publish availability by supplier; the client will know before we do.
+ [Raise/Lift] on-shelf availability in audited stores from {from}% to {to}% | % | 87..91 | 94..97
- Bring the share of visits with at least one out-of-stock down from {from}% to {to}% | % | 22..31 | 9..14
- Shorten the time from gap seen to shelf refilled from {from} to {to} hours | hours | 36..60 | 12..20
+ Stores where back-room stock is checked at every visit | stores | 140..260 | 420..620
> Keep availability of the top 20 lines above {limit}% | % | 95..97
! Agree refill rights in writing with every retailer we serve | Signed letter from each retailer is in the contract folder

# promo-availability | merch client
= Make sure promoted lines are never missing while the promotion runs
= Be in stock on the first morning of every promotion
= Match stock to the leaflet, store by store
? A promotion without stock is advertising for the shelf next to it.
+ Promoted lines in stock on day one, audited sample | % | 76..83 | 93..97
- Reduce emergency deliveries during promotions from {from} to {to} a month | deliveries | 38..60 | 12..20
+ Stores with promotion stock confirmed 72 hours ahead from {from}% to {to}% | % | 41..55 | 85..92
- Cut lost promotion sales reported by clients | EUR thousand | 210..380 | 90..140
% Promotion calendar of next period agreed with the retailers' planners | 100
~ Promotion stock at mid-period, days of cover | days | 2 .. 5

# planogram-compliance | merch audit
= Put the agreed shelf layout into practice in every store we visit
= Let the shelf look the way client and retailer signed for it
= Stop planograms from drifting between two visits
? Half of the drift happens in the ten days after a reset, when nobody looks.
+ [Raise/Bring up] planogram compliance from {from}% to {to}% on photo-scored visits | % | 71..79 | 90..94
- Facings found in the wrong bay, per store visit | facings | 9..14 | 3..5
+ Share of planogram changes executed within five working days from {from}% to {to}% | % | 48..60 | 85..92
- Disputes with retailers about the valid planogram version | disputes | 18..30 | 4..8
> Photo coverage of reset stores stays above {limit}% | % | 92..96
0 Establish how long a reset shelf stays compliant without a visit | days | 9..16
% Store staff of the fifty largest stores briefed on the new layout | 100

# second-placement | merch sales
= Earn and hold second placements that pay for themselves
= Turn bought display space into displays that actually stand
= Make every display our clients rent visible, filled and sold
? Clients pay for space that is not there one time in four.
+ Bought displays found standing at the mid-period check, from {from}% to {to}% | % | 68..76 | 90..95
+ Incremental units sold per display and week | units | 34..48 | 60..80
- Days until a delivered display is built, from {from} to {to} | days | 5..8 | 2..2
+ Displays with photo proof uploaded the same day | % | 52..66 | 90..95
~ Keep displays per store within the retailer's limit | displays | 2 .. 5

# reset-speed | merch ops
= Carry out category resets without the store noticing that we were there
= Finish shelf relays overnight and hand back a store that can trade
= Give the retailer his shop floor back before sunrise
? Two retailers have asked for night resets only; the one who can do it keeps the category.
+ Resets finished in one night shift from {from}% to {to}% | % | 57..68 | 88..94
- Complaints by store managers per 100 resets | complaints | 11..16 | 3..5
- Overtime hours per reset | hours | 6.5..9 | 3..4
+ Crews qualified for night work | crews | 8..14 | 26..34
! Night-shift safety concept released by the safety committee | Signed version in the safety folder, trained with all crew leads

# price-tag-accuracy | audit merch
= Give shoppers the price at the shelf that they pay at the till
= End the argument about prices at the checkout for the stores we serve
= Get price labels right before the doors open
? The consumer authority fined two of our retail partners, and they now ask us for proof.
+ Price-tag accuracy from {from}% to {to}% in sampled bays | % | 91..94 | 98..99
- [Cut/Reduce] missing labels per 1,000 facings from {from} to {to} | labels | 28..41 | 8..12
- Hours between a price change and the new label, from {from} to {to} | hours | 20..30 | 4..8
+ Stores with electronic shelf labels audited monthly | stores | 60..110 | 240..320
< Wrong promotional prices stay below {limit} per 100 promotions | prices | 2..4

# freshness-rotation | merch
= Take short-dated stock off our clients' shelves before the shopper finds it
= Rotate first-in first-out so that nothing of ours is thrown away
= Keep dates under control on chilled and dry shelves
? Write-offs are shared with the client from this year; both sides now have a reason to look at dates.
- Expired items found per 100 store visits | items | 16..24 | 4..7
- Lower write-offs of [dairy and chilled/chilled and short-life] lines from {from} to {to} EUR thousand a month | EUR thousand | 46..80 | 20..32
+ Visits with a completed date check, from {from}% to {to}% | % | 61..72 | 94..98
+ Stock sold through markdown instead of written off | % | 22..30 | 50..60

# new-line-launch | merch client
= Get new products to the shelf while the advertising is still running
= Shorten the way of a launch from listing to first facing
= Make the first four weeks of a launch count
? Our fastest country needs nine days, the slowest forty-one, for the same launch kit.
- Days from listing to first facing in 90% of the stores, from {from} to {to} | days | 24..38 | 10..14
+ Launch stores with all launch lines on shelf in week two | % | 54..66 | 88..93
+ Launch kits delivered complete | % | 78..86 | 97..99
0 Measure what share of launch facings is still there after eight weeks | % | 55..74
! Hold a review of the three slowest launches with the clients concerned | Minutes with causes and owners filed

# cooler-execution | merch audit
= Keep our clients' coolers full, clean and cold
= Get more out of the coolers that clients already own
= Make coolers sell, not only hum
? A cooler stands for some eighteen hundred euros of the client's money, and one in six is used for something else.
+ Cooler purity (own products only) from {from}% to {to}% | % | 66..75 | 88..93
+ Coolers found switched on and below eight degrees | % | 84..89 | 96..98
- Days until a broken cooler is repaired | days | 11..17 | 4..6
+ Coolers with a readable asset tag, from {from}% to {to}% | % | 58..70 | 95..98
- Coolers that cannot be found | coolers | 190..340 | 40..70

# checkout-zone | merch sales
= Win the checkout zone back for impulse lines
= Bring impulse products to the tills where the baskets changed
= Give self-checkout shoppers something to reach for
? Self-checkouts removed a third of the old impulse shelves without anything taking their place.
+ Stores with a working impulse unit at self-checkouts from {from} to {to} | stores | 90..160 | 420..560
+ Impulse sales per thousand baskets | EUR | 14..19 | 24..30
- Units removed again by the store within a month, from {from}% to {to}% | % | 24..33 | 8..12
! Agree a standard unit with the three largest retail partners | Drawing signed by all three
+ Impulse units refilled at every visit | % | 55..66 | 92..95

# shelf-photo-proof | audit data
= Show every client the shelf as it was today, not as it was reported
= Replace reports about shelves by pictures of shelves
= Let the client look over the merchandiser's shoulder
? Three clients now sample our reports with their own auditors; pictures end that discussion.
+ Visits with usable photos (sharp, whole bay) from {from}% to {to}% | % | 69..77 | 94..97
- Minutes from the visit to the picture in the client portal | minutes | 240..420 | 20..40
+ Facings recognised without a human check | % | 63..72 | 88..92
- Complaints about faces of shoppers visible in photos | complaints | 9..14 | 0..1
+ Client users opening the photo view every week | users | 40..75 | 180..260

# audit-cycle-time | audit
= Deliver audit findings while the store can still act on them
= Get from store check to client decision in days instead of weeks
= Make store audits fast enough to be news
? A finding that arrives after the period closes is history, and clients have begun to say so.
- Audit cycle time from visit to report, from {from} to {to} days | days | 9..14 | 2..4
- Reports returned by quality control, from {from}% to {to}% | % | 14..21 | 4..6
+ Findings with an action started within 48 hours | % | 31..42 | 70..80
+ Audits per auditor and day from {from} to {to} | audits | 4.2..5.1 | 6.4..7.2
% Report templates of old clients moved to the short format | 100

# audit-quality | audit
= Let two auditors find the same things in the same store
= Make our audit scores worth arguing with
= Train auditors until their judgement is interchangeable
? The blind re-audit of spring showed differences nobody could explain.
+ Agreement between audit and blind re-audit from {from}% to {to}% | % | 78..84 | 93..96
+ Auditors recertified on the current standard | % | 45..60 | 98..100
- Questions in the checklist that auditors read differently | questions | 23..34 | 3..6
- Audit results withdrawn after a client's objection, from {from} to {to} a month | results | 12..19 | 2..4
> Re-audits stay above {limit}% of all visits | % | 3..5
% Checklist questions rewritten with a photo example each | 100

# mystery-shopping | audit
= Tell retailers what their service feels like from the other side of the counter
= Rebuild mystery shopping as a service people renew
= Make mystery shopping useful to the person behind the counter
? Renewals fell for two years because the reports read like exam papers.
+ Mystery shopping contracts renewed, from {from}% to {to}% | % | 58..67 | 82..88
- Days from shop visit to coached store manager | days | 16..24 | 5..7
+ Active shoppers in the panel under 30 or over 60 | shoppers | 120..210 | 480..650
- Visits recognised by the staff | % | 7..11 | 2..3
0 Find out which three questions explain most of the repeat visits | questions | 3..3

# retail-safety-audit | audit esg
= Find hazards in the stock room before somebody falls over them
= Make store safety checks a habit that retailers buy
= Bring fire doors, ladders and pallets into every store check
+ Safety checks carried out as part of a normal visit | checks | 300..520 | 1500..2100
- Blocked emergency exits per 100 checks, from {from} to {to} | exits | 6..9 | 1..2
+ Hazards closed within seven days from {from}% to {to}% | % | 44..56 | 85..92
+ Retail partners paying for the safety check | partners | 1..2 | 6..9
! Safety module accepted by the two largest insurers of our retailers | Acceptance letters on file

# price-intelligence | audit data
= Give clients competitor prices before their next pricing meeting
= Become the price observatory that category managers open first
= Watch competitor prices daily instead of monthly
? Clients buy late prices from three sources today and trust none of them.
- Age of competitor prices at delivery, from {from} to {to} days | days | 6..9 | 1..2
+ Price points collected per week | thousand | 38..60 | 140..190
- Wrong product matches, from {from}% to {to}% | % | 5..8 | 1..1.5
+ Category managers using the price report weekly | people | 22..41 | 110..150
~ Price collection visits per store and week | visits | 1 .. 3

# tobacco-age-checks | audit legal
= Help retailers refuse under-age sales without losing the customer
= Take the risk of an under-age sale out of the stores we look after
= Make asking for proof of age a reflex at the till
? One penalty costs a store its licence; the test purchase programme is the cheapest insurance it can buy.
+ Test purchases refused correctly from {from}% to {to}% | % | 74..82 | 94..97
+ Cashiers trained in the stores that failed | cashiers | 260..410 | 1200..1700
- Days until a failed store is visited again | days | 32..45 | 10..14
! Test purchase protocol approved by counsel in the country | Written opinion on file, younger testers' consent form included

# returns-and-empties | merch esg
= Make handing back empties easy for stores and shoppers
= Get deposit returns to work from the first week of the new law
= Turn the deposit law into a service retailers buy from us
? The deposit law comes into force this year, and every retailer will look for somebody who has done it before.
+ Stores with a working return point from {from} to {to} | stores | 40..90 | 380..520
+ Containers returned of those sold, from {from}% to {to}% | % | 38..47 | 68..78
- Queue at the return machine at peak | minutes | 9..13 | 3..5
- Return machines out of order | % | 12..17 | 3..5
% Store staff instructed on the return machines | 100

# category-captain | client sales
= Advise retailers on the whole category, not on our clients' share of it
= Be asked first when a retailer redraws a category
= Earn the neutral chair in category reviews
+ Category reviews led by us from {from} to {to} | reviews | 4..7 | 16..22
+ Recommendations put on the shelf, share of those made | % | 29..38 | 60..70
+ Category growth in advised stores ahead of the market | points | 0.3..0.8 | 2..3
! Publish a code of conduct for category advice | Reviewed by competition counsel and on the public site
`;
