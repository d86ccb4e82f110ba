import { describe, expect, it } from "@jest/globals";
import { historyOf, type RecordVersion } from "#shared/domain/audit/history.ts";
import { logEntryId, type LogEntry } from "#shared/domain/audit/logEntry.ts";
import { personId } from "#shared/domain/okr/ids.ts";
import type { KeyResult } from "#shared/domain/okr/keyResult.ts";
import type { Objective } from "#shared/domain/okr/objective.ts";
import { aKeyResult, anObjective, instant, lena } from "#tests/support/okrs.ts";

const moment = (minute: number) => instant(`2026-02-03T10:${String(minute).padStart(2, "0")}:00.000Z`);
const farid = { id: personId("a0000000-0000-4000-8000-000000000002"), name: "Farid Haddad" };

const version = (minute: number, record: Objective, by = lena): RecordVersion => ({
  kind: "objective",
  record,
  at: moment(minute),
  by,
});
const ofKeyResult = (minute: number, record: KeyResult, by = lena): RecordVersion => ({
  kind: "keyResult",
  record,
  at: moment(minute),
  by,
});

const logged = (minute: number, action: LogEntry["action"], agreed?: LogEntry["agreed"]): LogEntry => ({
  id: logEntryId(`00000000-0000-4000-8000-0000000000${String(minute).padStart(2, "0")}`),
  at: moment(minute),
  author: farid,
  action,
  reason: "",
  ...(agreed ? { agreed } : {}),
});

describe("the history of an objective", () => {
  it("[HI1] tells who made a record and who changed which property from what to what, the latest first", () => {
    const before = anObjective(1, { title: "Fewer returns", owner: lena });
    const { owner: _owner, ...after } = { ...before, title: "Half the returns", why: "They cost us 4 m a year" };
    expect(historyOf([[version(1, before), version(5, after, farid)]], [])).toEqual([
      {
        type: "changed",
        at: moment(5),
        by: farid,
        subject: { kind: "objective", id: before.id, title: "Half the returns" },
        fields: [
          { field: "title", before: "Fewer returns", after: "Half the returns" },
          { field: "why", before: "", after: "They cost us 4 m a year" },
          { field: "owner", before: lena },
        ],
      },
      { type: "made", at: moment(1), by: lena, subject: { kind: "objective", id: before.id, title: "Fewer returns" } },
    ]);
  });

  it("[HI2] passes over versions in which nothing that means something changed", () => {
    const one = anObjective(1, { owner: lena });
    const renamed = { ...one, owner: { ...lena, name: "Lena Krueger" } };
    expect(historyOf([[version(1, one), version(2, one), version(3, renamed)]], []).map(({ type }) => type)).toEqual([
      "made",
    ]);
  });

  it("[HI3] puts rows and log in one order; of the same moment what happened later comes first", () => {
    const events = historyOf(
      [
        [
          version(1, anObjective(1)),
          version(4, anObjective(1, { title: "b" })),
          version(4, anObjective(1, { title: "c" })),
        ],
        [ofKeyResult(2, aKeyResult(1, 1)), ofKeyResult(5, aKeyResult(1, 1, { weight: 40 }))],
      ],
      [logged(3, "closeCycle")],
    );
    expect(events.map(({ at, type }) => [Number(at.slice(14, 16)), type])).toEqual([
      [5, "changed"],
      [4, "changed"],
      [4, "changed"],
      [3, "logged"],
      [2, "made"],
      [1, "made"],
    ]);
    expect(events[1]).toMatchObject({ fields: [{ before: "b", after: "c" }] });
  });

  it("[HI4] goes on over publishing and unlocking, where SharePoint's own versions end", () => {
    const drafted = anObjective(1, { title: "Fewer returns" });
    const [kept, dropped, added] = [aKeyResult(1, 1), aKeyResult(2, 1), aKeyResult(3, 1)];
    const published = logged(10, "publish", { objective: drafted, keyResults: [kept, dropped] });
    const unlocked = logged(20, "unlock", { objective: drafted, keyResults: [kept, dropped] });
    const again = logged(30, "publish", {
      objective: { ...drafted, title: "Half the returns" },
      keyResults: [{ ...kept, weight: 50 }, added],
    });
    const events = historyOf(
      [[version(30, { ...drafted, title: "Half the returns" })], [ofKeyResult(40, aKeyResult(4, 1))]],
      [again, published, unlocked],
    );
    expect(events).toMatchObject([
      { type: "made", subject: { id: aKeyResult(4, 1).id } },
      {
        type: "logged",
        entry: again,
        changes: [
          { subject: { kind: "objective" }, change: "changed", fields: [{ field: "title", before: "Fewer returns" }] },
          { subject: { id: kept.id }, change: "changed", fields: [{ field: "weight", after: 50 }] },
          { subject: { id: added.id }, change: "made", fields: [] },
          { subject: { id: dropped.id }, change: "removed", fields: [] },
        ],
      },
      { type: "logged", entry: unlocked, changes: [] },
      { type: "logged", entry: published, changes: [] },
    ]);
  });
});
