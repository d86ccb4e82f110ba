import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { importTable, ownersIn } from "#shared/domain/importing/importTable.ts";
import { rejectText, skipText } from "#shared/domain/importing/reasonText.ts";
import type { ImportResult, ImportSettings } from "#shared/domain/importing/settings.ts";
import type { Cell } from "#shared/domain/importing/table.ts";
import { cycleKey, personId, unitKey } from "#shared/domain/okr/ids.ts";
import { emptyOkrSet, type Frame } from "#shared/domain/okr/okrSet.ts";
import { problemContext } from "#shared/domain/problems/context.ts";
import { keyResultProblems } from "#shared/domain/problems/keyResultProblems.ts";
import { aCycle, anObjective, aUnit, instant, lena } from "#tests/support/okrs.ts";

const frame: Frame = {
  organisation: "Tinycart",
  levels: [
    { key: "company", name: "Company" },
    { key: "team", name: "Team" },
  ],
  units: [aUnit({ key: unitKey("all"), name: "Tinycart", levelKey: "company" }), aUnit({ parentKey: unitKey("all") })],
  cycles: [aCycle()],
};
const settings = (more: Partial<ImportSettings> = {}): ImportSettings => ({
  source: "plan.csv",
  locale: "en",
  frame,
  existing: emptyOkrSet,
  author: lena,
  now: instant("2026-02-20T12:00:00Z"),
  people: new Map([["lena krüger", lena]]),
  ...more,
});
type Rows = readonly (readonly Cell[])[];
const take = (rows: Rows, more: Partial<ImportSettings> = {}) => importTable(rows, settings(more));
const lines = (reports: readonly { row: number; reason: { type: string } }[]) =>
  reports.map(({ row, reason }) => `${row} ${reason.type}`);

const HEADER = ["cycle", "id", "parent_id", "kind", "text"];
const objective = (id: string, parent = "", text = `Objective ${id}`): readonly Cell[] => [
  "2026-Q1",
  id,
  parent,
  "objective",
  text,
];
const keyResult = (id: string, parent: string, text = `Key result ${id}`): readonly Cell[] => [
  "2026-Q1",
  id,
  parent,
  "key_result",
  text,
];
/** One objective and one key result with these columns. */
const measured = (columns: Readonly<Record<string, Cell>>, locale = "en") =>
  take([[...HEADER, ...Object.keys(columns)], objective("o"), [...keyResult("k", "o"), ...Object.values(columns)]], {
    locale,
  });
const measureOf = (result: ImportResult) => result.plan.keyResults[0]?.measure ?? result.rejected[0]?.reason;

describe("importTable", () => {
  it("makes objectives, key results and check-ins out of rows", () => {
    const { plan, taken, rejected, skipped } = take([
      [...HEADER, "owner", "start", "target", "unit", "current", "weight", "confidence", "note", "colour"],
      [...objective("O1"), "Lena Krüger"],
      [...keyResult("K1", "O1"), "LENA KRÜGER", "90", "96", "%", "93", "60", "7", "on the way", "green"],
    ]);
    expect({ taken, rejected, skipped }).toEqual({ taken: [2, 3], rejected: [], skipped: [] });
    expect(plan.cycles).toEqual([]);
    expect(plan.objectives).toMatchObject([
      { title: "Objective O1", cycleKey: "2026-q1", unitKey: "all", owner: lena, stage: "active", parents: [] },
    ]);
    expect(plan.keyResults).toMatchObject([
      {
        objectiveId: plan.objectives[0]?.id,
        unitKey: "all",
        measure: { kind: "metric", direction: "up", unit: "%", baseline: 90, target: 96 },
        weight: 60,
      },
    ]);
    expect(plan.checkIns).toMatchObject([
      {
        keyResultId: plan.keyResults[0]?.id,
        value: 93,
        confidence: 7,
        note: "on the way",
        at: "2026-02-20T12:00:00.000Z",
        author: lena,
      },
    ]);
  });

  it("plans nothing that the rules for records refuse", () => {
    const { plan } = take([
      [...HEADER, "owner", "start", "target", "unit"],
      [...objective("O1"), "Lena Krüger"],
      [...keyResult("K1", "O1"), "Lena Krüger", "90", "96", "%"],
      [...keyResult("K2", "O1", "Open 20 shops"), "Lena Krüger"],
    ]);
    const context = problemContext({ ...emptyOkrSet, ...plan }, frame);
    const errors = plan.keyResults
      .flatMap((one) => keyResultProblems(one, context))
      .filter(({ severity }) => severity === "error");
    expect(errors).toEqual([]);
  });

  describe("columns", () => {
    it("[IM1] finds the header below a title, and lists what was not used", () => {
      const { taken, unusedColumns } = take([["Our plan"], [], [...HEADER, "colour"], objective("O1")]);
      expect(taken).toEqual([4]);
      expect(unusedColumns).toEqual(["colour"]);
    });

    it("[IM1] refuses every row when no column holds the text", () => {
      const { rejected, skipped } = take([["colour", "size"], ["red", 3], []]);
      expect(rejected).toEqual([{ row: 2, reason: { type: "NoTextColumn", headers: ["colour", "size"] } }]);
      expect(lines(skipped)).toEqual(["3 Empty"]);
    });
  });

  describe("identity", () => {
    const rows: Rows = [HEADER, objective("O1"), keyResult("K1", "O1"), objective("", "O1", "Nameless"), keyResult("", "O1", "One"), keyResult("", "O1", "One")]; // prettier-ignore

    it("[IM2] gives the same GUIDs every time, others to another source", () => {
      const [first, again, elsewhere] = [take(rows), take(rows), take(rows, { source: "other.csv" })];
      expect(again.plan).toEqual(first.plan);
      const ids = [...first.plan.objectives, ...first.plan.keyResults].map(({ id }) => id);
      expect(new Set(ids).size).toBe(5);
      expect(elsewhere.plan.objectives[0]?.id).not.toBe(first.plan.objectives[0]?.id);
    });

    it("[IM2] takes a GUID for what it is", () => {
      const guid = "2ED6657D-E927-568B-95E1-2665A8AEA6A2";
      expect(take([HEADER, objective(guid)]).plan.objectives[0]?.id).toBe(guid.toLowerCase());
    });

    it("[IM2] passes over what was imported before, and hangs new rows below it", () => {
      const { plan } = take(rows);
      const existing = { ...emptyOkrSet, objectives: plan.objectives, keyResults: plan.keyResults };
      const second = take([...rows, keyResult("K9", "O1")], { existing });
      expect(lines(second.skipped)).toEqual([2, 3, 4, 5, 6].map((row) => `${row} AlreadyThere`));
      expect(second.plan).toMatchObject({ objectives: [], keyResults: [{ objectiveId: plan.objectives[0]?.id }] });
      const alone = take([HEADER, keyResult("K9", "O1")], { existing });
      expect(alone.plan.keyResults).toEqual([{ ...second.plan.keyResults[0], order: 0 }]);
    });
  });

  describe("places", () => {
    it("[IM3] finds the unit of an objective", () => {
      const { plan, remarks } = take([
        [...HEADER, "team"],
        [...objective("A"), "Germany"],
        [...objective("B", "A"), ""],
        [...objective("C", "", "Grow [DevRel][Ops]"), ""],
        ["2026-Q1", "H", "", "heading", "Logistics", ""],
        [...objective("D", "H"), ""],
        [...objective("E"), ""],
        [...keyResult("K", "A"), "Elsewhere"],
      ]);
      expect(plan.objectives.map(({ unitKey: unit }) => unit).toSorted()).toEqual([
        "all",
        "de",
        "de",
        "devrel",
        "logistics",
      ]);
      expect(plan.units).toEqual([
        { key: "logistics", name: "Logistics", levelKey: "team", parentKey: "all" },
        { key: "devrel", name: "DevRel", levelKey: "team", parentKey: "all" },
      ]);
      expect(lines(remarks)).toEqual([
        "4 OtherUnits",
        "4 TeamFromTag",
        "5 UnitFromHeading",
        "8 UnitOfObjective",
        "8 TakenAsMilestone",
      ]);
    });

    it("[IM3] makes the root where there is none, and keys for names in any script", () => {
      const { plan } = take([[...HEADER, "team"], [...objective("A"), "الفريق"], objective("B")], {
        frame: { ...frame, units: [] },
      });
      expect(plan.units).toMatchObject([{ key: "company", name: "Tinycart", levelKey: "company" }, { name: "الفريق" }]);
      expect(plan.units[1]?.key).toMatch(/^unit-[0-9a-f]{8}$/u);
    });

    it("[IM4] makes cycles it can date, and refuses those it cannot", () => {
      const at = (cycle: string, id: string): readonly Cell[] => [cycle, id, "", "objective", id];
      const { plan, rejected } = take([HEADER, at("Q1 2026", "A"), at("2026-Q2", "B"), at("FY26", "C"), at("", "D")]);
      expect(plan.cycles.map(({ key }) => key)).toEqual(["2026-q2"]);
      expect(rejected).toEqual([
        { row: 4, reason: { type: "CycleUnknown", text: "FY26" } },
        { row: 5, reason: { type: "CycleMissing" } },
      ]);
      const given = take([HEADER, at("", "D")], { cycleKey: cycleKey("2026-q1") });
      expect(given.plan.objectives).toMatchObject([{ cycleKey: "2026-q1" }]);
    });

    it("[IM4] lets a key result follow its objective into its cycle", () => {
      const { plan, remarks } = take([HEADER, objective("A"), ["2026-Q2", "K", "A", "kr", "Other quarter"]]);
      expect(plan.keyResults).toMatchObject([{ cycleKey: "2026-q1" }]);
      expect(plan.cycles).toEqual([]);
      expect(lines(remarks)).toContain("3 CycleOfObjective");
    });
  });

  describe("rows that cannot be taken", () => {
    it("[IM5] says which and why", () => {
      const { taken, rejected, skipped } = take([
        HEADER,
        objective("A"),
        ["2026-Q1", "B", "", "banana", "What is this"],
        objective("C", "", "  "),
        objective("D", "", "x".repeat(300)),
        keyResult("E", "D"),
        objective("A", "", "Another one"),
        objective("A"),
        objective("F", "missing"),
        objective("G", "H"),
        objective("H", "I"),
        objective("I", "G"),
        keyResult("J", "G"),
        keyResult("K", ""),
        [],
      ]);
      expect(taken).toEqual([2]);
      expect(rejected).toEqual([
        { row: 3, reason: { type: "UnknownKind", text: "banana" } },
        { row: 4, reason: { type: "TitleMissing" } },
        { row: 5, reason: { type: "TitleTooLong", length: 300, limit: 255 } },
        { row: 6, reason: { type: "ParentNotTaken", parentRow: 5 } },
        { row: 7, reason: { type: "DuplicateId", id: "A", firstRow: 2 } },
        { row: 9, reason: { type: "ParentMissing", parent: "missing" } },
        { row: 10, reason: { type: "ParentLoop", rows: [10, 11, 12] } },
        { row: 11, reason: { type: "ParentLoop", rows: [10, 11, 12] } },
        { row: 12, reason: { type: "ParentLoop", rows: [10, 11, 12] } },
        { row: 13, reason: { type: "ParentNotTaken", parentRow: 10 } },
        { row: 14, reason: { type: "NoObjective" } },
      ]);
      expect(skipped).toEqual([
        { row: 8, reason: { type: "Repeated", firstRow: 2 } },
        { row: 15, reason: { type: "Empty" } },
      ]);
    });

    it("[IM5] refuses what hangs below a row that a bad cell ruled out", () => {
      const { rejected } = take([
        [...HEADER, "end date"],
        [...objective("A"), "31.02.2026"],
        [...objective("B", "A"), ""],
        [...keyResult("K", "B"), ""],
      ]);
      expect(lines(rejected)).toEqual(["2 BadCell", "3 ParentNotTaken", "4 ParentNotTaken"]);
    });
  });

  describe("outline", () => {
    it("[IM6] takes a key result with key results of its own for an objective", () => {
      const { plan, remarks } = take([HEADER, objective("A"), keyResult("B", "A"), keyResult("C", "B")]);
      const [a, b] = plan.objectives;
      expect(b).toMatchObject({ title: "Key result B", parents: [{ kind: "objective", id: a?.id }] });
      expect(plan.keyResults).toMatchObject([{ title: "Key result C", objectiveId: b?.id }]);
      expect(lines(remarks)).toEqual(["3 TakenAsObjective", "4 TakenAsMilestone"]);
    });

    it("[IM6] aligns an objective with a key result", () => {
      const { plan } = take([HEADER, objective("A"), keyResult("B", "A"), objective("C", "B")]);
      expect(plan.objectives[1]?.parents).toEqual([{ kind: "keyResult", id: plan.keyResults[0]?.id }]);
    });

    it("[IM6] infers kinds that are not stated", () => {
      const { plan, remarks } = take([
        ["cycle", "id", "parent", "title"],
        ["2026-Q1", "A", "", "Top"],
        ["2026-Q1", "B", "A", "Leaf"],
        ["2026-Q1", "C", "", "Alone"],
      ]);
      expect(plan.objectives.map(({ title }) => title)).toEqual(["Top", "Alone"]);
      expect(plan.keyResults.map(({ title }) => title)).toEqual(["Leaf"]);
      expect(lines(remarks)).toContain("3 KindInferred");
    });

    it("[IM6] passes over titles, cycle names, contents and initiatives; what hangs below them moves up", () => {
      const { plan, skipped } = take([
        HEADER,
        ["2026-Q1", "T", "", "heading", "OKRs 2026 Q1"],
        objective("Q", "T", "Q1 2026"),
        keyResult("L", "T", "OKRs 2026 Q1"),
        keyResult("L1", "L", "[Win shops](#win-shops)"),
        keyResult("L2", "L1", "Not in the list below"),
        objective("A", "Q", "Win shops"),
        keyResult("K", "A", "Open 20 shops"),
        ["2026-Q1", "I", "A", "initiative", "Rent a hall"],
      ]);
      expect(lines(skipped)).toEqual([
        "2 DocumentTitle",
        "3 CycleName",
        "4 DocumentTitle",
        "5 Contents",
        "9 Initiative",
      ]);
      expect(plan.objectives).toMatchObject([{ title: "Win shops", parents: [] }]);
      expect(plan.keyResults.map(({ title }) => title).toSorted()).toEqual(["Not in the list below", "Open 20 shops"]);
      expect(plan.units).toEqual([]);
    });

    it("[IM6] keeps a key result that repeats an objective from under another one", () => {
      const { plan } = take([
        HEADER,
        objective("A"),
        keyResult("K", "A", "Win shops"),
        objective("B", "A", "Win shops"),
      ]);
      expect(plan.keyResults.map(({ title }) => title)).toEqual(["Win shops"]);
    });

    it("[IM6] follows the order of rows where no column names a parent, and titles where no id does", () => {
      const byOrder = take([
        ["kind", "title", "cycle"],
        ["KR", "Too early", "2026-Q1"],
        ["Objective", "First", "2026-Q1"],
        ["KR", "Below first", "2026-Q1"],
        ["Objective", "Second", "2026-Q1"],
        ["KR", "Below second", "2026-Q1"],
      ]);
      const [first, second] = byOrder.plan.objectives;
      expect(byOrder.plan.keyResults.map(({ objectiveId }) => objectiveId)).toEqual([first?.id, second?.id]);
      expect(lines(byOrder.rejected)).toEqual(["2 NoObjective"]);
      const byTitle = take([
        ["kind", "title", "cycle", "aligned to"],
        ["Objective", "First", "2026-Q1", ""],
        ["KR", "Below", "2026-Q1", "FIRST"],
        ["Objective", "Other", "2026-Q1", "First(weight: 14.29%, Id: nobody)"],
      ]);
      expect(byTitle.taken).toEqual([2, 3]);
      expect(byTitle.rejected).toMatchObject([{ reason: { type: "ParentMissing", parent: "nobody" } }]);
    });

    it("[IM7] takes strike-through for given up, and priority for order", () => {
      const { plan } = take([
        [...HEADER, "priority"],
        [...objective("A", "", "~~Old dream~~"), ""],
        [...objective("B"), "P2"],
        [...objective("C"), "P0"],
        [...keyResult("K", "B", "~~Dropped~~"), ""],
        [...keyResult("L", "A", "~~Dropped too~~"), ""],
      ]);
      expect(plan.objectives).toMatchObject([
        { title: "Old dream", stage: "postponed", order: 2 },
        { title: "Objective B", stage: "active", order: 1 },
        { title: "Objective C", order: 0 },
      ]);
      const byTitle = new Map(plan.keyResults.map((one) => [one.title, one.weight]));
      expect([byTitle.get("Dropped"), byTitle.get("Dropped too")]).toEqual([0, undefined]);
    });
  });

  describe("measures", () => {
    it.each<[Readonly<Record<string, Cell>>, object]>([
      [
        { start: "90", target: "96", unit: "%" },
        { kind: "metric", direction: "up", unit: "%", baseline: 90, target: 96 },
      ],
      [
        { start: 12, target: 9, unit: "days" },
        { direction: "down", baseline: 12, target: 9 },
      ],
      [
        { start: "12", target: "9", direction: "reduce" },
        { direction: "down", unit: "" },
      ],
      [
        { target: "20", unit: "shops" },
        { direction: "up", baseline: 0, target: 20 },
      ],
      [
        { target: "95%", direction: "stay above" },
        { direction: "stayAbove", unit: "%", limit: 95 },
      ],
      [
        { target: "≥ 95", unit: "%" },
        { direction: "stayAbove", limit: 95 },
      ],
      [
        { target: "at most 5 h", unit: "h" },
        { direction: "stayBelow", limit: 5 },
      ],
      [
        { target: "2-8", unit: "°C", direction: "between" },
        { direction: "stayBetween", low: 2, high: 8 },
      ],
      [
        { start: "2", target: "8", unit: "°C", direction: "between" },
        { direction: "stayBetween", low: 2, high: 8 },
      ],
      [
        { measure: "percentage", target: "80" },
        { kind: "percentage", target: 80 },
      ],
      [
        { measure: "percentage", target: "" },
        { kind: "percentage", target: 100 },
      ],
      [
        { measure: "milestone", due: "2026-03-01" },
        { kind: "milestone", due: "2026-03-01", acceptance: "" },
      ],
      [
        { measure: "milestone", due: 46_082 },
        { kind: "milestone", due: "2026-03-01" },
      ],
      [
        { measure: "baseline", unit: "h" },
        { kind: "baseline", unit: "h" },
      ],
      [{ target: "" }, { kind: "milestone", acceptance: "" }],
      [{ current: "40%" }, { kind: "percentage", target: 100 }],
      [{ target: "€1,200" }, { unit: "€", target: 1200 }],
    ])("[IM9] %j is %j", (columns, measure) => {
      expect(measureOf(measured(columns))).toMatchObject(measure);
    });

    it.each<[Readonly<Record<string, Cell>>, object]>([
      [{ start: "90", target: "", unit: "%" }, { type: "TargetMissing" }],
      [{ current: "17", target: "" }, { type: "TargetMissing" }],
      [
        { start: "95", target: "95", unit: "%" },
        { type: "TargetEqualsStart", value: 95 },
      ],
      [
        { start: "12", target: "9", direction: "up" },
        { type: "DirectionContradicts", direction: "up", start: 12, target: 9 },
      ],
      [{ target: "9", direction: "down" }, { type: "StartMissing" }],
      [
        { target: "9", direction: "sideways" },
        { type: "DirectionUnknown", text: "sideways" },
      ],
      [
        { target: "9", measure: "vibes" },
        { type: "MeasureUnknown", text: "vibes" },
      ],
      [
        { target: "8-2", direction: "between" },
        { type: "RangeUnclear", text: "8-2" },
      ],
      [
        { target: "120", measure: "percentage" },
        { type: "PercentTargetOutOfRange", target: 120 },
      ],
      [
        { target: "3k", start: "1" },
        { type: "BadCell", column: "target", text: "3k", trouble: { suggestion: 3000 } },
      ],
      [
        { target: "0.45", unit: "%" },
        { type: "BadCell", trouble: { type: "AmbiguousPercent", readings: [45, 0.45] } },
      ],
      [
        { start: "a", target: "5" },
        { type: "BadCell", column: "start" },
      ],
      [
        { target: "5", current: "x" },
        { type: "BadCell", column: "current" },
      ],
      [
        { target: "5", confidence: "12" },
        { type: "BadCell", column: "confidence" },
      ],
      [
        { target: "5", weight: "130" },
        { type: "BadCell", column: "weight" },
      ],
      [
        { target: "5", score: "2" },
        { type: "BadCell", column: "score" },
      ],
      [
        { measure: "milestone", due: "soon" },
        { type: "BadCell", column: "due", trouble: { type: "NotADay" } },
      ],
    ])("[IM9] %j is refused: %j", (columns, reason) => {
      const result = measured(columns);
      expect(result.plan.keyResults).toEqual([]);
      expect(measureOf(result)).toMatchObject(reason);
    });

    it("[IM9] reads numbers as the table's locale writes them", () => {
      expect(measureOf(measured({ start: "1.000,5", target: "2.000", unit: "t" }, "de"))).toMatchObject({
        baseline: 1000.5,
        target: 2000,
      });
    });

    it("[IM9] takes own dates, and refuses reversed ones", () => {
      const dated = (start: Cell, end: Cell) =>
        take([
          [...HEADER, "start date", "end date"],
          [...objective("A"), start, end],
        ]);
      expect(dated("2026-01-15", "2026-03-31").plan.objectives[0]).toMatchObject({ start: "2026-01-15" });
      expect(dated("2026-01-15", "2026-03-31").plan.objectives[0]).not.toHaveProperty("end");
      expect(dated("2026-03-15", "2026-02-01").rejected).toEqual([
        { row: 2, reason: { type: "DatesReversed", start: "2026-03-15", end: "2026-02-01" } },
      ]);
      expect(dated("02/03/2026", "").remarks).toMatchObject([
        { reason: { type: "DayByLocale", day: "2026-02-03", alternative: "2026-03-02" } },
      ]);
    });
  });

  describe("people and states", () => {
    it("[IM10] keeps an unknown owner by name, and the first of several", () => {
      const { plan, remarks } = take([
        [...HEADER, "owner"],
        [...objective("A"), "Nobody; Lena Krüger"],
      ]);
      expect(plan.objectives[0]?.owner).toEqual({ id: personId(""), name: "Nobody" });
      expect(lines(remarks)).toEqual(["2 OtherOwners", "2 OwnerUnknown"]);
    });

    it("[IM10] lists the people to look for, each once", () => {
      const rows = [[...HEADER, "owner"], [...objective("A"), "Ada; Bo"], [...objective("B"), "Ada"], objective("C")];
      expect(ownersIn(rows)).toEqual(["Ada", "Bo"]);
    });

    it.each<[Readonly<Record<string, Cell>>, number | undefined, string | undefined]>([
      [{ state: "done" }, 1, "done"],
      [{ state: "done", start: "2", target: "8", unit: "h" }, 8, "done"],
      [{ state: "done", measure: "percentage", target: "80" }, 80, "done"],
      [{ state: "40 % done" }, 40, "40 % done"],
      [{ state: "open" }, undefined, undefined],
      [{ state: "" }, undefined, undefined],
      [{ current: "yes" }, 1, ""],
      [{ state: "done", current: "no" }, 0, ""],
    ])("[IM11] %j is a reading of %s", (columns, value, note) => {
      const [checkIn] = measured(columns).plan.checkIns;
      expect([checkIn?.value, checkIn?.note]).toEqual([value, note]);
    });

    it("[IM11] dates it at the end of a cycle that is over, and remarks states it does not understand", () => {
      const past = take([
        [...HEADER, "state"],
        ["2018-Q1", "A", "", "o", "A"],
        ["2018-Q1", "K", "A", "kr", "B", "done"],
      ]);
      expect(past.plan.checkIns).toMatchObject([{ at: "2018-03-31T12:00:00.000Z", value: 1 }]);
      expect(lines(measured({ state: "purple" }).remarks)).toContain("3 StateNotUnderstood");
    });

    it("[IM11] reads what people decided about an objective", () => {
      const staged = (state: string) =>
        take([
          [...HEADER, "state", "goal type"],
          [...objective("A"), state, "Committed Goal"],
        ]).plan.objectives[0];
      expect(["", "On Track", "done", "closed", "cancelled", "draft"].map((state) => staged(state)?.stage)).toEqual([
        "active",
        "active",
        "closed",
        "closed",
        "postponed",
        "draft",
      ]);
      expect(staged("")?.ambition).toBe("committed");
    });
  });

  describe("account", () => {
    const cell = fc.constantFrom<Cell>(
      "A",
      "B",
      "C",
      "",
      "objective",
      "kr",
      "heading",
      "x",
      "2026-Q1",
      "OKRs",
      3,
      true,
      undefined,
    );

    it("[IM12] puts every row into exactly one of taken, refused and passed over, with a sentence", () => {
      fc.assert(
        fc.property(fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 30 }), (rows) => {
          const { taken, rejected, skipped, plan } = take([[...HEADER, "target", "state"], ...rows]);
          const all = [...taken, ...rejected.map(({ row }) => row), ...skipped.map(({ row }) => row)];
          expect(all.toSorted((a, b) => a - b)).toEqual(rows.map((_, at) => at + 2));
          for (const { reason } of rejected) expect(rejectText(reason)).toMatch(/^\S.{5,}/u);
          for (const { reason } of skipped) expect(skipText(reason)).toMatch(/^The row /u);
          expect(plan.objectives.length + plan.keyResults.length).toBeLessThanOrEqual(taken.length);
        }),
      );
    });

    it("[IM12] hands out only records whose references lead somewhere", () => {
      fc.assert(
        fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 30 }), (rows) => {
          const { plan } = take([HEADER, ...rows]);
          const objectives = new Set<string>(plan.objectives.map(({ id }) => id));
          const keyResults = new Set<string>(plan.keyResults.map(({ id }) => id));
          const units = new Set<string>([...frame.units, ...plan.units].map(({ key }) => key));
          expect(plan.keyResults.filter(({ objectiveId }) => !objectives.has(objectiveId))).toEqual([]);
          expect(plan.checkIns.filter(({ keyResultId }) => !keyResults.has(keyResultId))).toEqual([]);
          const parents = plan.objectives.flatMap((one) => one.parents.map(({ id }) => id as string));
          expect(parents.filter((id) => !objectives.has(id) && !keyResults.has(id))).toEqual([]);
          expect(plan.objectives.filter(({ unitKey: unit }) => !units.has(unit))).toEqual([]);
        }),
      );
    });

    it("[IM12] copes with ten thousand rows, in one chain", () => {
      const rows = Array.from({ length: 10_000 }, (_, n) => objective(`O${n}`, n === 0 ? "" : `O${n - 1}`));
      expect(take([HEADER, ...rows.toReversed()]).plan.objectives).toHaveLength(10_000);
    });
  });

  it("keeps text that looks like a formula, other scripts and emoji", () => {
    const texts = ["=SUM(A1:A9)", "+49 shops", "-5 % waste", "@home", "خفض الهدر", "👩🏽‍🌾 markets"];
    const { plan } = take([HEADER, ...texts.map((text, n) => objective(`O${n}`, "", text))], {
      existing: { ...emptyOkrSet, objectives: [anObjective(1)] },
    });
    expect(plan.objectives.map(({ title }) => title)).toEqual(texts);
  });
});
