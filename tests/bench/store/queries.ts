import { checkInCodec } from "#shared/adapters/graph/lists/checkIns.ts";
import { keyResultCodec } from "#shared/adapters/graph/lists/keyResults.ts";
import { objectiveCodec } from "#shared/adapters/graph/lists/objectives.ts";
import type { Shelf } from "#shared/domain/partition/rows.ts";

/** The columns that a view needs, for clients that do not know the declarations. Drafts hold both kinds. */
export const allColumns = (shelf: Shelf): readonly string[] => {
  const objectives = Object.keys(objectiveCodec.list.columns);
  const keyResults = Object.keys(keyResultCodec.list.columns);
  switch (shelf) {
    case "objectives":
      return objectives;
    case "keyResults":
      return keyResults;
    case "drafts":
      return [...new Set([...objectives, ...keyResults])];
    case "checkIns":
      return Object.keys(checkInCodec.list.columns);
  }
};

export const filterOf = (column: string, value: string): string => `fields/${column} eq '${value}'`;
