import type { TrackedRange } from "../../model/types.ts";
import type { TypeDefinition } from "../definition.ts";
import { remote } from "../targets.ts";
import { areasOf } from "./areas.ts";
import { rangeActions } from "./range-actions.ts";
import { rangeMoves } from "./range-moves.ts";
import { rangeProperties } from "./range-values.ts";

export const range: TypeDefinition<TrackedRange> = {
  properties: rangeProperties,
  objects: {
    Format: (target) => remote("RangeFormat", areasOf(target)),
    Worksheet: ({ sheet }) => remote("Worksheet", sheet),
    Sort: (target) => remote("RangeSort", target),
    DataValidation: (target) => remote("DataValidation", areasOf(target)),
    ConditionalFormats: (target) => remote("ConditionalFormatCollection", areasOf(target)),
  },
  methods: { ...rangeMoves, ...rangeActions },
  exists: ({ sheet }) => !sheet.isDeleted,
};
