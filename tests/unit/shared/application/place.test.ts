import { describe, expect, it } from "@jest/globals";
import { fc } from "#tests/support/properties.ts";
import { neededCycles, parseTarget, pathTo, shownCycles, targetOf, unitsAround } from "#shared/application/place.ts";
import { cycleKey, objectiveId, unitKey } from "#shared/domain/okr/ids.ts";
import { aCycle, aUnit, day } from "#tests/support/okrs.ts";

const word = fc.string({ unit: "grapheme", minLength: 1 });

describe("targets", () => {
  it("lead back to the place they were made from", () => {
    fc.assert(
      fc.property(
        word,
        fc.option(word, { nil: undefined }),
        fc.option(word, { nil: undefined }),
        (unit, cycle, objective) => {
          const place = {
            unitKey: unitKey(unit),
            ...(cycle === undefined ? {} : { cycleKey: cycleKey(cycle) }),
            ...(objective === undefined ? {} : { objectiveId: objectiveId(objective) }),
          };
          expect(parseTarget(targetOf(place))).toEqual(place);
        },
      ),
    );
  });

  it.each(["", "u", "x/y", "u/%E0%A4%A", "///"])("leave out what cannot be read: %j", (target) => {
    expect(parseTarget(target)).toEqual({});
  });
});

describe("around a place", () => {
  const frame = {
    organisation: "Tinycart",
    levels: [],
    partitions: [],
    units: [
      aUnit({ key: unitKey("co"), parentKey: unitKey("team") }),
      aUnit({ key: unitKey("de"), parentKey: unitKey("co") }),
      aUnit({ key: unitKey("team"), parentKey: unitKey("de") }),
    ],
    cycles: [
      aCycle(),
      aCycle({ key: cycleKey("2026"), end: day("2026-12-31") }),
      aCycle({ key: cycleKey("2025"), start: day("2025-01-01"), end: day("2025-12-31") }),
    ],
  };

  it("a loop of units in the data ends", () => {
    expect(pathTo(frame, unitKey("de")).map(({ key }) => key)).toEqual(["team", "co", "de"]);
    expect(unitsAround(frame, unitKey("de"))).toEqual(["team", "co", "de", "team"]);
  });

  it("what runs now is shown together; a chosen cycle alone, with the year around it at hand", () => {
    const today = day("2026-02-10");
    const now = { unitKey: unitKey("de") };
    const quarter = { ...now, cycleKey: cycleKey("2026-q1") };
    expect(shownCycles(frame, now, today).map(({ key }) => key)).toEqual(["2026-q1", "2026"]);
    expect(shownCycles(frame, quarter, today).map(({ key }) => key)).toEqual(["2026-q1"]);
    expect(neededCycles(frame, quarter, today)).toEqual(["2026-q1", "2026"]);
  });

  it("after the last cycle the one that began last is shown; of two, the longer", () => {
    expect(shownCycles(frame, { unitKey: unitKey("de") }, day("2027-05-01")).map(({ key }) => key)).toEqual(["2026"]);
  });
});
