import { describe, expect, it } from "@jest/globals";
import { personId, unitKey } from "#shared/domain/okr/ids.ts";
import { viewOkrs } from "#shared/domain/okr/view.ts";
import { matchesOf, sameScope, unitsIn, type SheetScope } from "#shared/domain/sheet/scope.ts";
import { day, lena } from "#tests/support/okrs.ts";
import { frame, okrs } from "#tests/support/sheets.ts";

const otto = { id: personId("otto"), name: "Otto" };
const everything: SheetScope = { unit: "all", below: true };

/** Titles of what fits, objectives with those of their key results that do. */
const titles = (scope: Partial<SheetScope>, whole: boolean): readonly string[] => {
  const matches = matchesOf({ ...everything, ...scope }, lena.id, { whole });
  return viewOkrs(okrs, frame, day("2026-02-16")).flatMap((view) => [
    ...(matches.objective(view) ? [view.objective.title] : []),
    ...view.keyResults.filter((one) => matches.keyResult(one, view)).map(({ keyResult }) => keyResult.title),
  ]);
};

describe("what a sheet holds", () => {
  it("[SO1] is a unit, all below it, or of these only one level", () => {
    const company = { unit: unitKey("tinycart"), below: true };
    expect(unitsIn(frame, everything)).toBe("all");
    expect(unitsIn(frame, company)).toEqual(new Set(["tinycart", "de", "ke"]));
    expect(unitsIn(frame, { ...company, below: false })).toEqual(new Set(["tinycart"]));
    expect(unitsIn(frame, { ...company, levelKey: "country" })).toEqual(new Set(["de", "ke"]));
    expect(unitsIn(frame, { ...everything, levelKey: "company" })).toEqual(new Set(["tinycart"]));
    expect(unitsIn(frame, { unit: unitKey("ke"), below: true, levelKey: "company" })).toEqual(new Set());
  });

  it("[SO2] belongs to an owner with everything, or by itself, or by its objective where nobody else owns it", () => {
    const mine = ["Shelves are full", "On-shelf availability", "Days to refill"];
    expect(titles({ owner: "me" }, true)).toEqual(mine);
    expect(titles({ owner: lena }, false)).toEqual(mine);
    expect(titles({ owner: otto }, true)).toEqual([]);
    const set = { ...okrs, keyResults: okrs.keyResults.map((one, at) => (at === 1 ? { ...one, owner: otto } : one)) };
    const [view] = viewOkrs(set, frame, day("2026-02-16"));
    const fits = (owner: SheetScope["owner"], whole: boolean) =>
      view?.keyResults
        .filter((one) =>
          matchesOf({ ...everything, ...(owner ? { owner } : {}) }, lena.id, { whole }).keyResult(one, view),
        )
        .map(({ keyResult }) => keyResult.title);
    expect(fits("me", true)).toEqual(["On-shelf availability", "Days to refill"]);
    expect(fits("me", false)).toEqual(["On-shelf availability"]);
    expect(fits(otto, false)).toEqual(["Days to refill"]);
  });

  it("[SO3] has one of the statuses, each row by itself", () => {
    const behind = ["Shelves are full", "On-shelf availability", "Days to refill"];
    expect(titles({ statuses: ["behind", "atRisk"] }, true)).toEqual(behind);
    expect(titles({ statuses: ["notStarted"] }, true)).toEqual([
      "Stores like working with us",
      "Handbook out",
      "Kenya grows",
      "Stores in Nairobi",
    ]);
    expect(titles({ statuses: ["notStarted"], owner: "me" }, true)).toEqual([]);
  });

  it("[SO1] is the same whatever the order of its statuses and how its owner was called", () => {
    const scope: SheetScope = { ...everything, statuses: ["behind", "atRisk"], owner: lena };
    expect(sameScope(scope, { ...scope, statuses: ["atRisk", "behind"], owner: { ...lena, name: "L. K." } })).toBe(
      true,
    );
    expect(sameScope(scope, everything)).toBe(false);
    expect(sameScope(scope, { ...scope, owner: "me" })).toBe(false);
    expect(sameScope(everything, { ...everything, below: false })).toBe(true);
  });
});
