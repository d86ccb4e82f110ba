import { describe, expect, it } from "@jest/globals";
import { fc } from "#tests/support/properties.ts";
import { shifted } from "#shared/domain/bulk/days.ts";
import { patternOf } from "#shared/domain/bulk/changing.ts";
import { previewBulk, rowsAfter } from "#shared/domain/bulk/planBulk.ts";
import { TEXT_FIELDS, type BulkOperation } from "#shared/domain/bulk/operation.ts";
import { cycleKey } from "#shared/domain/okr/ids.ts";
import { isReady } from "#shared/domain/sheet/planTypes.ts";
import { EDITABLE_FIELDS, type Cells } from "#shared/domain/sheet/fields.ts";
import { bulk, bulkSheet, checkedAfter } from "#tests/support/bulk.ts";
import { day, guid, lena } from "#tests/support/okrs.ts";
import { codes, editedRows, plan, plannedRow, pulledRows } from "#tests/support/sheets.ts";

const shelves = guid("0", 1);
const kenya = guid("0", 3);
const availability = guid("1", 1);
const refill = guid("1", 2);
const handbook = guid("1", 3);
const nairobi = guid("1", 4);

const at = (id: string): number => pulledRows().findIndex(({ cells }) => cells.key === id);
const only = (...ids: readonly string[]): ReadonlySet<number> => new Set(ids.map(at));
const edited = (id: string, cells: Cells) => bulkSheet(editedRows(id, cells));

const q2: BulkOperation = { kind: "moveCycle", cycle: cycleKey("2026-q2"), moveDays: true };
const toLena: BulkOperation = { kind: "setOwner", owner: { person: lena, text: lena.name } };
const replace = (more: Partial<Extract<BulkOperation, { kind: "replace" }>>): BulkOperation => ({
  kind: "replace",
  find: "",
  replacement: "",
  wholeWord: false,
  matchCase: false,
  fields: TEXT_FIELDS,
  ...more,
});
const rescale = (more: Partial<Extract<BulkOperation, { kind: "rescale" }>>): BulkOperation => ({
  kind: "rescale",
  factor: 2,
  starts: false,
  currents: false,
  ...more,
});

const OPERATIONS: fc.Arbitrary<BulkOperation> = fc.oneof(
  fc.record({
    kind: fc.constant("moveCycle" as const),
    cycle: fc.constant(cycleKey("2026-q2")),
    moveDays: fc.boolean(),
  }),
  fc.constantFrom(toLena, { kind: "setOwner" } as const),
  fc.record({
    kind: fc.constant("shiftDays" as const),
    by: fc.integer({ min: -40, max: 40 }),
    step: fc.constantFrom("days" as const, "weeks" as const, "months" as const),
  }),
  fc.record({
    kind: fc.constant("rescale" as const),
    factor: fc.double({ min: 0.1, max: 9, noNaN: true }),
    starts: fc.boolean(),
    currents: fc.boolean(),
  }),
  fc.record({ kind: fc.constant("setParent" as const), parent: fc.constantFrom(shelves, kenya), add: fc.boolean() }),
  fc.string({ minLength: 1, maxLength: 2 }).map((find) => replace({ find, replacement: "x" })),
);
const CHOSEN = fc.uniqueArray(fc.nat({ max: 6 }));

describe("the laws of bulk changes", () => {
  it("[BK1] [BK2] change only chosen rows, and key results of chosen objectives where they follow", () => {
    fc.assert(
      fc.property(OPERATIONS, CHOSEN, (operation, rows) => {
        const sheet = bulkSheet();
        const chosen = new Set(rows);
        const following = [...sheet.drafts].filter(
          ([, draft]) =>
            operation.kind === "moveCycle" && draft.type === "keyResult" && chosen.has(at(draft.record.objectiveId)),
        );
        const allowed = new Set([...chosen, ...following.map(([place]) => place)]);
        for (const change of bulk(operation, { sheet, chosen }).changes) expect(allowed).toContain(change.at);
      }),
    );
  });

  it("[BK3] never touch a formula, and name each one they would have touched", () => {
    fc.assert(
      fc.property(OPERATIONS, fc.constantFrom(...EDITABLE_FIELDS), (operation, field) => {
        const free = bulk(operation).changes.filter((change) => change.field === field);
        const guarded = bulk(operation, { sheet: bulkSheet(pulledRows(), (_, one) => one === field) });
        expect(guarded.changes.filter((change) => change.field === field)).toEqual([]);
        expect(guarded.skipped.filter(({ reason }) => reason === "formula").map((skip) => skip.at)).toEqual(
          free.map((change) => change.at),
        );
      }),
    );
  });

  it("[BK13] planning anew after it was applied finds nothing more to change", () => {
    const steady = OPERATIONS.filter(({ kind }) => !["shiftDays", "rescale", "replace"].includes(kind));
    fc.assert(
      fc.property(steady, (operation) => {
        const first = bulk(operation);
        const sheet = bulkSheet(rowsAfter(pulledRows(), first));
        expect(bulk(operation, { sheet }).changes).toEqual([]);
      }),
    );
  });

  it("[BK12] problems that were there before are not said again, new ones are", () => {
    fc.assert(
      fc.property(OPERATIONS, (operation) => {
        const sheet = bulkSheet();
        const planned = bulk(operation, { sheet });
        const preview = previewBulk(sheet, planned, plan(pulledRows(), { frame: sheet.input.frame }));
        const after = checkedAfter(planned);
        for (const { at: place, problem } of preview.problems) {
          expect(after.rows.find((row) => row.at === place)?.problems).toContainEqual(problem);
        }
      }),
    );
  });

  it("[BK11] a replacement changes what was found and nothing else", () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), (text, find, replacement) => {
        fc.pre(find.normalize("NFC") === find && find.normalize("NFD") === find);
        const pattern = patternOf({ find, wholeWord: false, matchCase: true });
        expect(text.replaceAll(pattern, () => replacement)).toBe(text.split(find).join(replacement));
      }),
    );
  });
});

describe("moving to another cycle", () => {
  it("[BK2] [BK4] takes key results along, with their days, and pushes nothing but that", () => {
    const planned = bulk(q2, { chosen: only(guid("0", 2)) });
    expect(planned.changes).toEqual([
      { at: at(guid("0", 2)), field: "cycle", before: "Q1 2026", after: "Q2 2026" },
      { at: at(handbook), field: "cycle", before: "Q1 2026", after: "Q2 2026" },
      { at: at(handbook), field: "due", before: 46096, after: 46186 },
    ]);
    const after = checkedAfter(planned);
    expect(after.rows.filter(isReady).map(({ id }) => id)).toEqual([guid("0", 2), handbook]);
    expect(plannedRow(after, handbook).changes).toEqual([{ field: "due", before: "2026-03-15", after: "2026-06-13" }]);
    expect(codes(plannedRow(after, handbook))).toEqual([]);
  });

  it("[BK2] leaves a key result alone whose objective stays", () => {
    expect(bulk(q2, { chosen: only(availability) })).toEqual({
      changes: [],
      additions: [],
      skipped: [{ at: at(availability), field: "cycle", reason: "followsObjective" }],
    });
  });

  it("[BK4] goes into no closed cycle, and says where it is already", () => {
    expect(bulk({ ...q2, cycle: cycleKey("2025-q4") }).changes).toEqual([]);
    expect(bulk({ ...q2, cycle: cycleKey("2026-q1") }, { chosen: only(shelves) }).skipped).toEqual([
      { at: at(shelves), field: "cycle", reason: "sameCycle" },
    ]);
  });

  it("[BK3] does not guess a day that cannot be read", () => {
    const sheet = edited(handbook, { due: "soon" });
    const planned = bulk(q2, { sheet, chosen: only(guid("0", 2)) });
    expect(planned.skipped).toEqual([{ at: at(handbook), field: "due", reason: "unreadable" }]);
  });
});

describe("owners, days and parents", () => {
  it("[BK1] writes an owner where somebody else or nobody is", () => {
    expect(bulk(toLena).changes.map((change) => change.at)).toEqual(
      pulledRows().flatMap(({ at: place, cells }) => (cells.owner === lena.name ? [] : [place])),
    );
    expect(bulk({ kind: "setOwner" }).changes.map(({ after }) => after)).toEqual(["", ""]);
  });

  it("[BK3] names a column that was deleted", () => {
    const rows = pulledRows().map(({ cells: { owner: _gone, ...cells }, ...row }) => ({ ...row, cells }));
    const planned = bulk(toLena, { sheet: bulkSheet(rows), chosen: only(refill) });
    expect(planned).toMatchObject({ changes: [], skipped: [{ at: at(refill), field: "owner", reason: "noColumn" }] });
  });

  it("[BK5] shifts by days, weeks and months that end where they end", () => {
    expect(shifted(day("2026-01-31"), 1, "months")).toBe("2026-02-28");
    expect(shifted(day("2024-03-31"), -1, "months")).toBe("2024-02-29");
    expect(shifted(day("2026-11-30"), 14, "months")).toBe("2028-01-30");
    expect(shifted(day("2026-12-31"), 1, "weeks")).toBe("2027-01-07");
    expect(bulk({ kind: "shiftDays", by: -3, step: "days" }).changes).toEqual([
      { at: at(handbook), field: "due", before: 46096, after: 46093 },
    ]);
  });

  it("[BK5] a month there and back is the same day up to the 28th", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: -60, max: 60 }),
        (date, month, by) => {
          const start = day(`2026-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`);
          expect(shifted(shifted(start, by, "months"), -by, "months")).toBe(start);
        },
      ),
    );
  });

  it("[BK7] sets a parent, adds one, and moves a key result below another objective", () => {
    const set: BulkOperation = { kind: "setParent", parent: kenya, add: false };
    const planned = bulk(set, { chosen: only(shelves, availability, kenya) });
    expect(planned.changes.map(({ at: place, after }) => [place, after])).toEqual([
      [at(shelves), "Kenya grows"],
      [at(availability), "Kenya grows"],
    ]);
    expect(planned.skipped).toEqual([{ at: at(kenya), field: "parent", reason: "ownParent" }]);
    const sheet = edited(shelves, { parent: "Stores like working with us" });
    expect(bulk({ ...set, add: true }, { sheet, chosen: only(shelves) }).changes[0]?.after).toBe(
      "Stores like working with us\nKenya grows",
    );
  });

  it("[BK7] puts no key result below a key result", () => {
    const planned = bulk({ kind: "setParent", parent: nairobi, add: false }, { chosen: only(availability) });
    expect(planned.skipped).toEqual([{ at: at(availability), field: "parent", reason: "parentNotObjective" }]);
  });

  it("[BK12] says beforehand that a circle would arise", () => {
    const sheet = edited(kenya, { parent: "Shelves are full" });
    const planned = bulk({ kind: "setParent", parent: kenya, add: false }, { sheet, chosen: only(shelves) });
    const before = plan(sheet.input.rows, { frame: sheet.input.frame });
    const circle = { problem: { field: "parent", cause: { problem: { code: "parentLoop" } } } };
    expect(previewBulk(sheet, planned, before).problems).toMatchObject([
      { ...circle, at: at(shelves) },
      { ...circle, at: at(kenya) },
    ]);
  });
});

describe("rescaling", () => {
  it("[BK6] multiplies targets, and starts and current values if asked", () => {
    const planned = bulk(rescale({ factor: 1.1 }), { chosen: only(refill, nairobi, handbook) });
    expect(planned.changes.map(({ at: place, field, after }) => [place, field, after])).toEqual([
      [at(refill), "target", 5.5],
      [at(nairobi), "target", 110],
    ]);
    expect(planned.skipped).toEqual([{ at: at(handbook), field: "target", reason: "notForRow" }]);
    const all = bulk(rescale({ starts: true, currents: true }), { chosen: only(refill) });
    expect(all.changes.map(({ field, after }) => [field, after])).toEqual([
      ["start", 18],
      ["target", 10],
      ["current", 14],
    ]);
  });

  it("[BK6] with another unit everything goes on meaning the same", () => {
    const planned = bulk(rescale({ factor: 24, unit: "hours" }), { chosen: only(refill, nairobi) });
    expect(planned.changes.map(({ field, after }) => [field, after])).toEqual([
      ["unit", "hours"],
      ["start", 216],
      ["target", 120],
      ["current", 168],
    ]);
    expect(planned.skipped).toEqual([{ at: at(nairobi), field: "target", reason: "notForRow" }]);
    expect(plannedRow(checkedAfter(planned), refill).checkIn).toMatchObject({ value: 168 });
  });

  it("[BK6] keeps per cent per cent, and rounds where asked", () => {
    const sheet = edited(availability, { target: { percent: 0.95 } });
    const [change] = bulk(rescale({ factor: 1.02, decimals: 1 }), { sheet, chosen: only(availability) }).changes;
    expect(change?.after).toEqual({ percent: 0.969 });
  });

  it("[BK3] does not touch what cannot be read as a number", () => {
    const sheet = edited(refill, { target: "a few" });
    expect(bulk(rescale({}), { sheet, chosen: only(refill) }).skipped).toEqual([
      { at: at(refill), field: "target", reason: "unreadable" },
    ]);
  });
});

describe("find and replace", () => {
  const titles = (more: Parameters<typeof replace>[0], rows = pulledRows()): readonly unknown[] =>
    bulk(replace({ fields: ["title"], ...more }), { sheet: bulkSheet(rows) }).changes.map(({ after }) => after);

  it("[BK11] finds anywhere or as whole words, in any script, with or without regard to case", () => {
    expect(titles({ find: "out", replacement: "in" })).toEqual(["Handbook in"]);
    expect(titles({ find: "full", replacement: "empty", wholeWord: true })).toEqual(["Shelves are empty"]);
    expect(titles({ find: "refil", replacement: "x", wholeWord: true })).toEqual([]);
    expect(titles({ find: "DAYS", replacement: "Hours" })).toEqual(["Hours to refill"]);
    expect(titles({ find: "DAYS", replacement: "Hours", matchCase: true })).toEqual([]);
    const arabic = editedRows(refill, { title: "متاجر نيروبي" });
    expect(titles({ find: "نيروبي", replacement: "مومباسا", wholeWord: true }, arabic)).toEqual(["متاجر مومباسا"]);
    expect(titles({ find: "نيرو", replacement: "x", wholeWord: true }, arabic)).toEqual([]);
  });

  it("[BK11] takes signs for what they are, and composed letters for decomposed ones", () => {
    const rows = editedRows(refill, { title: "Cafe\u0301 (a+b)" });
    expect(titles({ find: "(a+b)", replacement: "$& $1" }, rows)).toEqual(["Cafe\u0301 $& $1"]);
    expect(titles({ find: "Café", replacement: "Bar" }, rows)).toEqual(["Bar (a+b)"]);
  });

  it("[BK1] looks only into the chosen columns and only at texts", () => {
    const planned = bulk(replace({ find: "9", fields: ["title", "note"] }));
    expect(planned.changes).toEqual([]);
    expect(
      bulk(replace({ find: "%", replacement: "pp", fields: ["unit"] })).changes.map((change) => change.at),
    ).toContain(at(availability));
  });
});
