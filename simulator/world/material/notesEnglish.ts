/** What people write beside a number, by how the number stands. One sentence a line, under the situation in brackets. */
export const notesEnglish = `
[done]
Target reached, we keep measuring until the end of the cycle.
There. Thanks to everybody who stayed late for this.
Reached earlier than planned, now making sure it holds.
Done, evidence is in the channel.
We are at the target; the next step is to keep it there without the extra calls.
Goal met. I would like to discuss a harder one for next cycle.
Target held for the second report in a row.
Closed from our side.
[ahead]
Ahead of plan, mostly because the first stores were the easy ones.
Better than expected, the new routine works.
Running ahead, I keep the target as it is for now.
Good weeks behind us; I do not expect the same pace in the next ones.
Above the line. We could lend two people to another team.
Faster than planned. Not sure yet how much of it is the season.
Nice progress, and the team can see it on the board.
We are early, the difficult half is still to come.
[onTrack]
Right where we wanted to be at this point.
Good pace, no drama.
The usual ups and downs, on average on plan.
Everyone knows what to do next week, and that is half of it.
On plan.
As planned, nothing to add.
Moving in the right direction.
Steady, next figures on Friday.
Going to plan; the next weeks decide.
Right on the line, with some help from the calendar.
Small steps, but every week.
On course. I looked at the raw data myself this time.
No surprises this week.
Progress as agreed in the last review.
Figures confirmed with finance.
Numbers come from the weekly report, no manual corrections.
Fine so far.
In line with the plan we made in the lock-down talk.
[behind]
Below the line. Two quick repairs are under way, one slow one as well.
Progress, but less than we promised each other.
We are late by about two weeks of work.
A little behind, we know why and work on it.
Behind plan, but the measures from last week start to show.
Slower than planned.
Not where we should be. I asked for a slot in the next review.
We lost a week and have not caught up yet.
Still behind; I would rather say so now than in the last week.
Half a step behind the plan. No help needed yet.
Behind because two of us are on other work until the end of the month.
The trend is right, the level is not.
We need a decision on priorities before this can speed up.
[atRisk]
We are busy and it does not show in the number.
I would stop this and put the people on the other key result.
Too far away for optimism. I ask for a talk with the sponsor.
I do not see how we reach the target at this pace.
Far behind. We should talk about what to stop.
At risk: the plan assumed people whom we do not have.
Not on track. The lever we counted on does not work.
Needs attention from above, I have run out of options inside the team.
Honestly: this will not be reached unless something changes this month.
The gap grows every week.
Big gap. Proposal for a smaller scope is in the channel.
We started too late, that is the whole story.
Red. I will bring three options to the next check-in.
[optimist]
All good, fully on track.
Team is fired up, target is a formality.
Everything green from our side.
Very confident, big step expected next week.
Everything is prepared, the numbers will follow.
On track, no help needed.
Great energy in the team. We will get there.
No concerns at all.
Good meetings this week, target is safe.
The pipeline looks fantastic.
Will catch up easily in the last weeks.
Looking good!
Do not worry about the figure, it lags.
[still]
No change.
Same as last time.
Nothing moved, waiting for the other side.
Flat again.
Unchanged, the figure comes only once a month.
No progress this week, everybody was in the peak.
Plateau. What we did so far has run its course.
Stuck at this level.
[worse]
Small step back, I think it is noise.
Down since last time, checking the data first.
Worse than last time.
A setback; one big account explains most of it.
We lost some of what we had won.
Dropped again. Looking into it with the team on Thursday.
[better]
Better than last time.
Visible improvement since the last check-in.
First real step forward.
Catching up.
The dip of last month is over.
[first]
First value. The system shows it every Monday from now on.
Start is measured; nothing to interpret yet.
Initial reading taken by hand, will come from the system later.
First number is in. The team knows where it stands.
Baseline reproduced within a rounding error.
Opening value, agreed with the controller.
We begin a little better than last year at this time.
First look. Two sites had to be left out because of missing data.
Start as expected. The first actions begin on Monday.
The first reading comes from half of the stores, the other half follows.
Starting position is clear, roles are clear, calendar is set.
Beginning is made. More to say next time.
First reading, method agreed with the data team.
Starting point confirmed.
First figure, still with a small sample.
Kick-off done; from now on weekly.
First measurement. Slightly different from what we assumed when we wrote the target.
[unmeasured]
No figure this week, the source was late.
Report not available, will follow.
Still setting up the measurement.
The sample is too small to publish a number.
Waiting for the first complete month.
No number yet; the method is agreed, the data is not.
[found]
We have a figure, and a source that we trust.
First reliable number. It is worse than the guesses.
Baseline established and signed off by the controller.
Figure confirmed by a second sample.
[pending]
Not done yet, date stands.
In work, two approvals are missing.
Draft is with the reviewers.
On the agenda of the next committee.
Waiting for the signature.
Pilot runs, decision follows.
Open. The date is tight but possible.
[overdue]
Date missed, new one to be agreed.
Overdue; the approval hangs with another department.
Later than promised. I underestimated the number of people to ask.
Still open after the due date. We are working around it.
[passed]
Done and documented.
Completed, acceptance is on file.
Finished on time.
Done. Small party in the kitchen.
Closed, link in the channel.
[inOrder]
Within the limit.
Holding.
Inside the limit, no action.
Stable.
Still in order; I watch it because of the peak.
[broken]
Outside the limit this time.
Limit broken, causes below in the channel.
Just outside. One store chain explains it.
Out of bounds again, we treat it as an incident.
[closedWell]
Final figure. Scored with the team, lessons are in the retrospective.
Closing value. We keep the routine next quarter.
End of the quarter: reached, and it did not cost us anything elsewhere.
Closed. For next quarter I propose a harder target.
Final. Good quarter.
[closedBadly]
Final figure. Not reached, the reasons are in the closing note.
Closing value; we take the unfinished part into next quarter.
End of the quarter: missed. We set the target without asking the field.
Closed below commit. Lesson: start in week one, not in week five.
Final. We did too many things at once.
`;
