/** On which days each key result is reported on. */
import type { WrittenDraft, WrittenKeyResult } from "../okrs/write.ts";
import type { WorldPlan } from "../plan.ts";
import { createRandom } from "../random.ts";
import type { Random } from "../random.ts";
import type { WorldKeyResult } from "../types.ts";
import { annualInterval, checkInDays } from "./schedule.ts";
import { temperOf } from "./temper.ts";
import type { Temper } from "./temper.ts";

/** A key result, and the days since 1970 of its check-ins, in order. */
export interface Reporting {
  readonly written: WrittenDraft;
  readonly known: WrittenKeyResult;
  readonly temper: Temper;
  readonly days: readonly number[];
}

const WEEK = 7;

/** What some people do instead of reporting weekly, in days between two check-ins: twice a week, every working day. */
const DENSER = [3, 1];

/** Of the streams of chance behind the history of a key result. */
export const historyName = (seed: string, { key }: WorldKeyResult): string => `${seed}/history/${key}`;

const daysAt = (seed: string, today: string, { written, known, temper }: Reporting, interval: number) => {
  const random = createRandom(historyName(seed, known.keyResult)).fork("days");
  return checkInDays(written.draft.slot.cycle, today, temper.habit, interval, random);
};

/** Weekly within a quarter; over a year as often as the plan says. */
const usualReportings = (
  seed: string,
  written: readonly WrittenDraft[],
  plan: WorldPlan,
  today: string,
): readonly Reporting[] =>
  written
    .filter(({ draft }) => draft.slot.role !== "next")
    .flatMap((item) => {
      const { role, cycle } = item.draft.slot;
      const interval = role === "annual" ? annualInterval(cycle, today, plan.annualCheckIns) : WEEK;
      return item.details.map((known): Reporting => {
        const reporting = { written: item, known, temper: temperOf(seed, known.keyResult), days: [] };
        return { ...reporting, days: daysAt(seed, today, reporting, interval) };
      });
    });

const countOf = (reportings: readonly Reporting[]): number =>
  reportings.reduce((sum, { days }) => sum + days.length, 0);

/** Lets one objective after the other report more often, until there are as many check-ins as wanted. */
const denser = (
  reportings: readonly Reporting[],
  missing: number,
  daysOf: (reporting: Reporting) => readonly number[],
  random: Random,
): readonly Reporting[] => {
  const objectives = new Set(reportings.map(({ written }) => written));
  const rank = new Map(random.sample([...objectives], objectives.size).map((written, index) => [written, index]));
  const inTurn = reportings.toSorted((one, other) => (rank.get(one.written) ?? 0) - (rank.get(other.written) ?? 0));
  const changed = new Map<WrittenKeyResult, readonly number[]>();
  let left = missing;
  for (const reporting of inTurn) {
    if (left === 0) break;
    const days = daysOf(reporting);
    const most = reporting.days.length + left;
    const kept = days.length > most ? random.sample(days, most).toSorted((one, other) => one - other) : days;
    if (kept.length <= reporting.days.length) continue;
    changed.set(reporting.known, kept);
    left -= kept.length - reporting.days.length;
  }
  return reportings.map((reporting) => ({ ...reporting, days: changed.get(reporting.known) ?? reporting.days }));
};

/** Everybody's days of reporting up to the day before `today`. Nothing is reported on in a cycle that is still to come. */
export const reportingsOf = (
  seed: string,
  written: readonly WrittenDraft[],
  plan: WorldPlan,
  today: string,
): readonly Reporting[] => {
  const wanted = plan.totals?.checkIns ?? 0;
  return DENSER.reduce(
    (reportings, interval) =>
      denser(
        reportings,
        Math.max(0, wanted - countOf(reportings)),
        (reporting) => daysAt(seed, today, reporting, interval),
        createRandom(`${seed}/rhythm/${interval}`),
      ),
    usualReportings(seed, written, plan, today),
  );
};
