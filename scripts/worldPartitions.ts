import type { Cycle } from "#shared/domain/okr/cycle.ts";
import { partitionKey } from "#shared/domain/okr/ids.ts";
import type { Unit } from "#shared/domain/okr/unit.ts";
import type { Partition } from "#shared/domain/partition/partition.ts";

/** An organisation with fewer units than this keeps all its OKRs in the home lists. */
const MANY_UNITS = 500;

/**
 * The lists that an administrator would give a cycle. In a quarter, each region fills lists of its own; what a large
 * organisation sets for a year fits into one set of lists. Functions and the company itself share the remaining ones.
 */
export const partitionsFor = (cycle: Cycle, units: readonly Unit[]): readonly Partition[] => {
  if (units.length < MANY_UNITS) return [];
  const name = cycle.key.toLowerCase();
  const partition = (key: string, roots: Partition["roots"]): Partition => ({
    key: partitionKey(key),
    cycleKey: cycle.key,
    roots,
    closed: false,
  });
  const regions = cycle.kind === "quarterly" ? units.filter(({ levelKey }) => levelKey === "region") : [];
  return [partition(name, []), ...regions.map(({ key }) => partition(`${name}-${key}`, [key]))];
};
