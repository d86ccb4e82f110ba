/** The company's own set: four objectives, written by the sponsors. */
export const company = `
# one-standard | company
= Deliver the same flawless store execution in every country, in order to win work as one group instead of eighty
? Global clients compare our countries with each other, and the spread between best and worst is what they negotiate about.
+ Raise the execution score (availability, layout, price) across all audited stores from {from} to {to} | points | 76..78 | 88..88
- Reduce the spread between the best and the weakest ten countries from {from} to {to} points | points | 31..33 | 15..15
+ Global clients served under one service standard from {from} to {to} | clients | 7..8 | 20..20
- Complaints by clients about execution, per thousand visits | complaints | 4.6..4.9 | 2..2

# clients-grow | company
= Become the partner whose results make clients extend before the contract asks them to, in order to grow with those who know us
? Two of our ten largest contracts came back to tender last year although nobody had complained.
+ Client retention by revenue from {from}% to {to}% | % | 88.4..89.1 | 95..95
+ Net promoter score of the 100 largest clients from {from} to {to} | points | 23..25 | 40..40
+ Revenue from services a client did not buy two years ago, from {from} to {to} EUR million | EUR million | 38..41 | 70..70

# best-field-employer | company
= Become the employer that field people choose and stay with, in order to have experience in the store instead of vacancies
? Every second field colleague leaves within a year, and clients see a new face every season.
- Field turnover per year from {from}% to {to}% | % | 51..53 | 35..35
+ Field people who would recommend us as an employer from {from}% to {to}% | % | 47..49 | 65..65
- Lost-time injuries per million hours worked from {from} to {to} | injuries | 4.9..5.2 | 3..3
> Payroll accuracy at the first run stays above {limit}% | % | 99..99

# healthy-growth | company
= Turn growth into healthy earnings with a lighter footprint, in order to invest in the stores of the next ten years
? We grew for three years and earned the same; clients and banks now also ask what a visit costs the climate.
+ Gross margin from {from}% to {to}% | % | 21.3..21.7 | 24..24
- Days sales outstanding from {from} to {to} | days | 71..73 | 58..58
- CO2 per store visit from {from} to {to} kg | kg | 3.2..3.3 | 2.4..2.4
! Close the last country ledger outside the common finance system | All entities post in the common system, old ledgers are read-only
`;
