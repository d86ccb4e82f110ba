import { describe, expect, it } from "@jest/globals";
import { unitKey } from "#shared/domain/okr/ids.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { findUnits } from "#shared/ui/unitPicker/findUnits.ts";
import { aUnit } from "#tests/support/okrs.ts";

const unit = (name: string, parent?: string) =>
  aUnit({ key: unitKey(name), name, ...(parent ? { parentKey: unitKey(parent) } : {}) });

const frame: Frame = {
  organisation: "Tinycart",
  levels: [],
  partitions: [],
  cycles: [],
  units: [
    unit("Tinycart"),
    unit("Africa", "Tinycart"),
    unit("Kenya", "Africa"),
    unit("Côte d’Ivoire", "Africa"),
    unit("Nairobi stores", "Kenya"),
  ],
};

const found = (typed: string) =>
  findUnits(frame, typed).map(({ path, units }) => [path].concat(units.map(({ name }) => name)));

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
});
