import { describe, expect, it } from "@jest/globals";
import { mergeChanges } from "#shared/application/mergeChanges.ts";
import { partitionKey, revisionOfRow, rowOf, type Revision } from "#shared/domain/okr/ids.ts";
import { emptyOkrSet, type OkrSet, type RecordId } from "#shared/domain/okr/okrSet.ts";
import { rowRef } from "#shared/domain/partition/rows.ts";
import type { OkrChanges } from "#shared/ports/okrRepository.ts";
import { whole } from "#tests/contract/okrRepository/common.ts";
import { aKeyResult, anObjective } from "#tests/support/okrs.ts";

const row = (shelf: "objectives" | "keyResults" | "drafts", item: string) =>
  revisionOfRow(rowRef({ partition: partitionKey("home"), shelf, item }), "1");
const published = { objective: row("objectives", "1"), keyResult: row("keyResults", "1") };
const draft = { objective: row("drafts", "1"), keyResult: row("drafts", "2") };
const { id } = anObjective(1);
const part = aKeyResult(1, 1);

const before: OkrSet = {
  ...emptyOkrSet,
  objectives: [anObjective(1)],
  keyResults: [part],
  revisions: new Map<RecordId, Revision>([
    [id, published.objective],
    [part.id, published.keyResult],
  ]),
};
const nothing: Omit<OkrChanges, "next"> = { ...emptyOkrSet, removed: [] };
const drafted = { ...nothing, objectives: [anObjective(1, { stage: "draft" })], keyResults: [part] };
const touched: Omit<OkrChanges, "next"> = {
  ...drafted,
  revisions: new Map<RecordId, Revision>([
    [id, draft.objective],
    [part.id, draft.keyResult],
  ]),
};
const gone: Omit<OkrChanges, "next"> = {
  ...nothing,
  removed: [rowOf(published.objective), rowOf(published.keyResult)],
};

/** What is shown after some answers about changes. */
const after = (...answers: readonly Omit<OkrChanges, "next">[]): OkrSet =>
  answers.reduce((set, changes) => mergeChanges(set, changes, whole), before);

describe("an unlock that is followed half-way", () => {
  const unlocked: OkrSet = {
    objectives: [anObjective(1, { stage: "draft" })],
    keyResults: [part],
    checkIns: [],
    revisions: touched.revisions,
  };

  it("[LC8] shows the draft when the published row goes, whichever of the two is told first", () => {
    expect(after({ ...touched, removed: gone.removed })).toEqual(unlocked);
    expect(after(touched, gone)).toEqual(unlocked);
    expect(after(gone, touched)).toEqual(unlocked);
  });

  it("[LC8] shows the draft that was there when the rows were read", () => {
    const beside = [
      { kind: "objective" as const, record: anObjective(1, { stage: "draft" }), revision: draft.objective },
    ];
    const set = mergeChanges({ ...before, beside }, { ...nothing, removed: [rowOf(published.objective)] }, whole);
    expect(set.objectives).toEqual(unlocked.objectives);
    expect(set.beside).toBeUndefined();
  });

  it("[PA5] shows what is published for as long as it is, and forgets a draft that went first", () => {
    expect(after(touched).objectives).toEqual([anObjective(1)]);
    const withdrawn = { ...nothing, removed: [rowOf(draft.objective), rowOf(draft.keyResult)] };
    expect(after(touched, withdrawn)).toEqual(before);
    expect(after(touched, withdrawn, gone)).toMatchObject({ objectives: [], keyResults: [] });
  });
});
