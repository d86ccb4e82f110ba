/** Efforts that somebody in another branch undoes: every one exists in two directions. */
export const contrary = `
# visit-frequency:more | merch sales route
= See our most important stores more often
? Stores that we visit three times a week sell visibly more.
+ Visits per top store and week from {from} to {to} | visits | 1.6..1.9 | 2.8..3
+ Stores on the daily visit list | stores | 140..220 | 600..720
+ Sales of our clients in daily stores against the others | index | 102..105 | 112..115

# visit-frequency:less | route finance merch
= Visit stores less often and achieve the same
? Every third visit finds nothing to do.
- Visits per store and week from {from} to {to} | visits | 1.7..2 | 1.1..1.2
- Visits with less than ten minutes of useful work | % | 26..34 | 9..11
> Availability in stores with fewer visits stays above {limit}% | % | 93..95

# back-room-stock:more | merch client
= Keep more of our clients' stock in the store, near the shelf
+ Days of cover in back rooms from {from} to {to} | days | 4.5..5.5 | 8..9
+ Back-room space reserved for our clients | stores | 60..110 | 420..500
- Emergency orders | orders | 130..190 | 30..45

# back-room-stock:less | finance ops merch
= Free store rooms of stock that waits for nothing
- Days of cover in back rooms from {from} to {to} | days | 8..10 | 4..5
- Capital bound in store stock of consigned lines | EUR thousand | 900..1300 | 420..520
+ Stores delivered three times a week | stores | 90..150 | 520..640

# promoter-hours:more | promo client sales
= Put more promoter hours into stores at weekends
+ Promoter hours per weekend from {from} to {to} | hours | 2600..3400 | 5200..5800
+ Stores with a promoter every Saturday | stores | 110..170 | 420..480
+ Basket share of promoted lines | % | 3.1..3.8 | 5.5..6

# promoter-hours:less | finance promo
= Get by with fewer promoter hours without losing sales
- Promoter hours per campaign from {from} to {to} | hours | 340..420 | 210..240
+ Campaigns run with self-service tasting | campaigns | 2..6 | 45..55
> Conversion in self-service campaigns stays above {limit}% | % | 12..14

# payment-terms:longer | finance procurement
= Pay suppliers later to keep cash for growth
+ Average payment term with suppliers from {from} to {to} days | days | 31..36 | 60..65
+ Suppliers moved to the standard term | % | 28..37 | 84..88
> Suppliers who renew under the new term stay above {limit}% | % | 90..94

# payment-terms:shorter | procurement staffing
= Pay small staffing partners within two weeks so that they pay their people
- Days until a small partner is paid from {from} to {to} | days | 38..47 | 13..14
+ Partners under the prompt payment promise | partners | 5..12 | 70..85
- Complaints by partners' workers about late wages | complaints | 24..38 | 2..4

# checklist-length:longer | audit data
= Ask more in every store visit to learn what drives sales
+ Questions per standard audit from {from} to {to} | questions | 38..44 | 80..90
+ Drivers of sales covered by at least one question | drivers | 9..13 | 30..34
+ Clients buying the extended audit | clients | 0..2 | 14..18

# checklist-length:shorter | audit ops
= Halve the number of questions in store audits
- Questions per standard audit from {from} to {to} | questions | 62..74 | 28..32
- Minutes per audit | minutes | 48..60 | 24..27
- Answers that are always "yes", from {from}% to {to}% | % | 31..40 | 5..7

# decision-rights:central | ops finance people
= Decide prices, hiring and tools in one place for all countries
+ Decision types taken at group level from {from} to {to} | decision types | 6..9 | 24..28
- Country exceptions to group policies | exceptions | 160..240 | 20..35
+ Countries on the group price list, from {from}% to {to}% | % | 35..45 | 92..95

# decision-rights:local | client people staffing
= Let countries decide what they answer for
+ Decision types taken in the country from {from} to {to} | decision types | 11..15 | 26..30
- Days a country waits for an approval from headquarters | days | 12..18 | 2..3
+ Country managers with full authority over hiring | % | 22..34 | 90..95

# agency-share:more | staffing promo
= Move seasonal work to agencies
+ Seasonal hours worked through agencies from {from}% to {to}% | % | 22..28 | 60..66
- Seasonal contracts of our own | contracts | 900..1300 | 250..350
+ Agencies with a service level for no-shows | agencies | 2..5 | 20..24

# agency-share:less | people staffing finance
= Bring agency work back in-house
- Hours worked through agencies from {from}% to {to}% | % | 46..55 | 18..22
+ Agency workers taken over as employees | people | 20..60 | 420..520
- Agency cost per hour above our own | EUR | 4.2..5.6 | 1.5..2

# assortment-width:wider | client sales ecom
= List more of our clients' lines in more stores
+ Lines listed per store from {from} to {to} | lines | 42..50 | 70..76
+ Stores carrying the full range | stores | 130..210 | 560..640
+ First orders of newly listed lines that are repeated, from {from}% to {to}% | % | 44..53 | 75..80

# assortment-width:narrower | merch client
= Sell fewer lines and keep those on the shelf
- Lines listed per store from {from} to {to} | lines | 66..78 | 44..48
- Lines that sell less than one piece a week | lines | 16..24 | 2..4
+ Availability of the remaining lines | % | 90..92 | 97..98
`;
