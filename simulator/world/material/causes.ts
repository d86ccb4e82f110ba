/** Reasons that people of the trade give, by family of themes: under `+` for good news, under `-` for bad. */
export const causes = `
[any +]
The pilot is finished, the others follow next week.
Joined forces with another country that had the same problem.
The weekly fifteen minutes in front of the board help.
We dropped two side projects, and that shows.
New colleague took over the follow-up, nothing gets lost any more.
Management asks about it in every meeting, which helps.
The first teams do it without being reminded.
Training of the leads is through.
[any -]
Two people on sick leave, one position still empty.
Public holidays cost us most of a week.
We wait for an answer from headquarters.
Figures of one team are missing, so this is too low.
The people we need are busy with the peak.
Budget release took three weeks longer.
Three meetings were cancelled by the other side.
The first attempt did not work, we change the approach.
[merch +]
The double visits in the ten worst stores paid off.
Store managers now order with us on Mondays.
The new planogram sheets fit on one phone screen, people use them.
Night crew finished two resets in one shift.
Retailer gave us access to back-room stock.
Photo scoring finds drift the same day now.
[merch -]
Two distribution centres delivered late, shelves were empty before we came.
The retailer moved the category without telling us.
Half of the display material arrived damaged.
New store staff took our displays down on the weekend.
Planogram version in the app was the old one for nine days.
Promotion volumes were forecast far too low.
[audit +]
Blind re-audits agree with us almost everywhere now.
The shorter checklist saves eleven minutes a store.
Reports go out the same evening since the template changed.
Auditors in {place} share photos of doubtful cases every morning.
Objections from retailers went down to a handful.
[audit -]
Three auditors on sick leave, re-audits came first.
The retailer changed its bay numbers and our checklist did not follow.
Quality control sent back a whole batch from one city.
Price files arrived after the visits.
Access to nine stores was refused because of stocktaking.
[promo +]
Tasting tables near the entrance convert twice as well.
Promoters from last season came back with friends.
Paying on Fridays made a bigger difference than the bonus.
The weekend in {city} was the best one so far.
Stands arrive complete since we pack them ourselves.
[promo -]
Three stands had no samples on Saturday, customs again.
Rain closed the outdoor events for two weekends.
A competitor pays more per shift in {city}.
Health cards of eight promoters expired on the same day.
The store gave our spot to another brand.
[client +]
The client's own dashboard now shows the same numbers as ours.
Quarterly talk with the two biggest clients went well.
One contract extended without a tender.
Complaints are answered the same day, and clients notice.
[client -]
The client's buying director left, all talks start again.
Service credits from spring still hurt the mood.
We found out about the tender from a newspaper.
Two clients merged and bring one price list.
[sales +]
Two offers accepted without a discount.
The joint pitch with the data team convinced a new client.
Pipeline meetings are shorter and about facts now.
[sales -]
Decision moved to next year by the client.
Lost on price against a local agency.
Three offers wait for legal review.
[staffing +]
Applicants get an answer the same day, and they stay.
Referral bonus paid out quickly, the word spread.
Open day in {city} brought forty good applicants.
Shift swaps in the app replaced most of the calls.
[staffing -]
A warehouse opened next door and pays more per hour.
Background checks take three weeks at the moment.
Holiday season: one in five planned shifts needed cover.
Two agencies could not deliver the people they promised.
[training +]
Short lessons before the visit work better than the class did.
Managers now plan the hour for learning into the rota.
Quiz results are up after we rewrote the unclear questions.
[training -]
Store peaks ate the training hours.
Translations arrived late, two languages are still missing.
Course platform was down for three days.
[route +]
The new route plan starts from home addresses, less driving.
Clusters in {city} work, people finish on time.
Traffic data in the planner saves about twenty minutes a day.
[route -]
Road works around {city} cost every route half an hour.
Fuel cards were blocked for two days.
Planner still sends people to stores that closed.
Snow and floods, routes were cut short for a week.
[ops +]
Visiting the best country for two days taught us more than the audit.
The standard is now one page, and it is read.
Fewer hand-overs, fewer errors.
[ops -]
Every country still defends its own version.
Process owner changed in the middle of the pilot.
The tool works, the habit is not there yet.
[loyalty +]
Members who redeemed once come back, the welcome voucher works.
Partner stores advertise the programme on their own now.
Points show up at the till immediately since the update.
[loyalty -]
Till software in one chain rejects the vouchers.
Mail campaign landed in the spam folder of the largest provider.
Too many members without a valid contact.
[ecom +]
New pictures are live for all top sellers.
Retailer accepted our content feed without manual checks.
Ratings went up after the size chart was corrected.
[ecom -]
The retailer's portal changed its template again.
Photos wait for samples from the factory.
Search ranking dropped after the platform's update.
[finance +]
The largest debtor paid two old invoices.
Invoices leave the day after the visits are approved.
Close went a day faster, accruals come from the system now.
[finance -]
One global client holds back invoices over a purchase order number.
Exchange rate moved against us.
Two entities still send their figures by mail.
Auditors asked for a new sample, the team was busy with that.
[people +]
Exit talks show fewer complaints about pay.
The pulse survey had the highest participation so far.
Line managers hold the talks now without being asked.
[people -]
Two resignations in one team, both to the same competitor.
Works council wants to see the concept first.
Survey fatigue, hardly anybody answered.
[tech +]
Release went out without a rollback.
The old interface is switched off at last.
Offline mode solved most of the tickets.
[tech -]
Supplier postponed the interface again.
Old phones in the field cannot run the new version.
Security review found two points that we must fix first.
[data +]
Two sources now agree, the mapping table did it.
Stewards in the countries answer within a day.
Duplicates dropped after the merge of store lists.
[data -]
One retailer sends shop numbers in three formats.
History for the small countries is thinner than we thought.
The model confuses two new package designs.
[legal +]
Template contract accepted without changes by three clients.
Regulator answered, no objections.
[legal -]
Counsel in two countries reads the law differently.
Signature waits for a power of attorney.
[procurement +]
The joint tender brought four regions to one table.
Supplier accepted the longer price guarantee.
[procurement -]
Only one bidder met the requirements.
Prices for vans went up again before we could sign.
[esg +]
Electric vans in {city} run without problems.
Near misses are reported openly now, which is what we wanted.
Leftover displays go to a recycler on the way back.
[esg -]
Charging points at people's homes take months.
One accident with a ladder, investigation runs.
Data from agencies is missing again.
[marketing +]
Stories from stores are read twice as often as news from headquarters.
The trade press picked up the case from {city}.
[marketing -]
Approval of the client's logo took six weeks.
Translations slowed everything down.
[company +]
The three weakest countries moved most, after the visits of the programme team.
Regions now compare their numbers without being asked.
[company -]
The average hides that two regions went backwards.
Growth came from low-margin work again.
`;
