/** The truth about who does the same work, computed from where every objective came from. */
import type { WorldDuplicate } from "../types.ts";
import type { Written } from "./written.ts";
import type { Branches } from "./branches.ts";
import { overlap } from "./draft.ts";

const groupsBy = (written: readonly Written[], keyOf: (item: Written) => string): readonly (readonly Written[])[] => {
  const groups = new Map<string, Written[]>();
  for (const item of written) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
};

/** At the same time, and neither above the other. */
const sideBySide =
  (branches: Branches) =>
  (one: Written, other: Written): boolean =>
    overlap(one.draft.slot.cycle, other.draft.slot.cycle) &&
    !branches.sameBranch(one.draft.slot.unit.unit.key, other.draft.slot.unit.unit.key);

/** Connected parts with at least two members. */
const connected = (
  items: readonly Written[],
  linked: (one: Written, other: Written) => boolean,
): readonly (readonly Written[])[] => {
  const rest = new Set(items);
  const parts: Written[][] = [];
  for (const start of items) {
    if (!rest.delete(start)) continue;
    const part = [start];
    for (const member of part) {
      for (const other of [...rest].filter((candidate) => linked(member, candidate))) {
        rest.delete(other);
        part.push(other);
      }
    }
    if (part.length > 1) parts.push(part);
  }
  return parts;
};

const listed = (kind: WorldDuplicate["kind"], groups: readonly (readonly Written[])[]): readonly WorldDuplicate[] =>
  groups.map((group) => ({ kind, objectiveKeys: group.map(({ objective }) => objective.key) }));

/** Parallel, contrary, shared and passed-down efforts. One objective may be in groups of several kinds. */
export const findDuplicates = (written: readonly Written[], branches: Branches): readonly WorldDuplicate[] => {
  const beside = sideBySide(branches);
  const undeclared = written.filter(
    ({ draft }) => draft.origin.type !== "shared" && !draft.theme.families.includes("company"),
  );
  const sameWork = groupsBy(undeclared, ({ draft }) => `${draft.theme.effort}:${draft.theme.side}`).flatMap((group) =>
    connected(group, beside),
  );
  const opposed = groupsBy(
    undeclared.filter(({ draft }) => draft.theme.side !== ""),
    ({ draft }) => draft.theme.effort,
  ).flatMap((group) =>
    connected(
      group,
      (one, other) =>
        one.draft.theme.side !== other.draft.theme.side && overlap(one.draft.slot.cycle, other.draft.slot.cycle),
    ),
  );
  const declared = groupsBy(
    written.filter(({ draft }) => draft.origin.type === "shared"),
    ({ draft }) => draft.theme.effort,
  );
  const byDraft = new Map(written.map((item) => [item.draft.slot.key, item]));
  const passedDown = written.flatMap((item) => {
    const source = item.draft.origin.type === "passedDown" ? byDraft.get(item.draft.origin.from.slot.key) : undefined;
    return source === undefined ? [] : [[source, item]];
  });
  return [
    ...listed("parallel", sameWork),
    ...listed("contrary", opposed),
    ...listed("shared", declared),
    ...listed("pass-through", passedDown),
  ];
};
