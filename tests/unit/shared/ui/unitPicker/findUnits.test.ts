import { describe, expect, it } from "@jest/globals";
import { unitKey } from "#shared/domain/okr/ids.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { findUnits, indexUnits } from "#shared/ui/unitPicker/findUnits.ts";
import { aUnit } from "#tests/support/okrs.ts";

const unit = (name: string, parent?: string) =>
  aUnit({ key: unitKey(name), name, ...(parent ? { parentKey: unitKey(parent) } : {}) });

const frameOf = (units: Frame["units"]): Frame => ({
  organisation: "Tinycart",
  levels: [],
  partitions: [],
  cycles: [],
  units,
});

const index = indexUnits(
  frameOf([
    unit("Tinycart"),
    unit("Africa", "Tinycart"),
    unit("Kenya", "Africa"),
    unit("Côte d’Ivoire", "Africa"),
    unit("Nairobi stores", "Kenya"),
  ]),
);

const found = (typed: string, most = 100) =>
  findUnits(index, typed, most).groups.map(({ path, units }) => [path].concat(units.map(({ name }) => name)));

describe("findUnits", () => {
  it("lists every unit under those above it", () => {
    expect(found("")).toEqual([
      ["", "Tinycart"],
      ["Tinycart", "Africa"],
      ["Africa", "Kenya", "Côte d’Ivoire"],
      ["Africa › Kenya", "Nairobi stores"],
    ]);
  });

  it("finds by any part of the name, whatever the case and the accents", () => {
    expect(found("COTE")).toEqual([["Africa", "Côte d’Ivoire"]]);
    expect(found("  stores nair ")).toEqual([["Africa › Kenya", "Nairobi stores"]]);
  });

  it("puts what is called so before what only lies below", () => {
    expect(found("kenya")).toEqual([
      ["Africa", "Kenya"],
      ["Africa › Kenya", "Nairobi stores"],
    ]);
  });

  it("finds nothing where nothing is called so", () => {
    expect(found("atlantis")).toEqual([]);
  });

  it("shows the highest of many, and says how many more there are", () => {
    expect(found("", 2)).toEqual([
      ["", "Tinycart"],
      ["Tinycart", "Africa"],
    ]);
    expect(findUnits(index, "", 2).more).toBe(3);
    expect(findUnits(index, "cote", 2).more).toBe(0);
  });

  it("names every unit once, also where units are said to lie below each other", () => {
    const circle = indexUnits(frameOf([unit("A", "B"), unit("B", "A"), unit("C", "nowhere")]));
    const names = findUnits(circle, "", 10).groups.flatMap(({ units }) => units.map(({ name }) => name));
    expect(names.toSorted()).toEqual(["A", "B", "C"]);
  });
});
