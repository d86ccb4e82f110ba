import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createGraphHistory } from "#shared/adapters/graph/history.ts";
import { isOpenDraft, type LookedAt } from "#shared/application/protection/publishing.ts";
import { rowOf, type KeyResultId, type ObjectiveId, type Revision } from "#shared/domain/okr/ids.ts";
import type { RecordId } from "#shared/domain/okr/okrSet.ts";
import { placeOfRow } from "#shared/domain/partition/rows.ts";
import { listTitle } from "#shared/adapters/graph/lists/titles.ts";
import { err, ok } from "#shared/domain/result.ts";
import type { OkrWrite } from "#shared/ports/okrRepository.ts";
import type { PersonaKey } from "#simulator/world/types.ts";
import { restOf } from "#tests/support/sharePoint.ts";
import { must, startProtectedHome, type ProtectedHome } from "#tests/support/protectedHome.ts";
import { aCheckIn, aCycle, aKeyResult, anObjective, aUnit } from "#tests/support/okrs.ts";

let home: ProtectedHome;
beforeAll(async () => {
  home = await startProtectedHome();
  await write("lead", { kind: "saveCycle", cycle: aCycle() }, { kind: "saveUnit", unit: aUnit() });
});
afterAll(() => home.close());

const tried = async (persona: PersonaKey, ...writes: readonly OkrWrite[]): Promise<readonly unknown[]> =>
  home.repositoryOf(persona).write(writes);

const write = async (persona: PersonaKey, ...writes: readonly OkrWrite[]): Promise<void> => {
  expect(await tried(persona, ...writes)).toMatchObject(writes.map(() => ({ type: "Written" })));
};

const look = async (id: ObjectiveId): Promise<LookedAt> => {
  const scope = { cycleKeys: [aCycle().key], units: "all" as const };
  const { objectives, keyResults, revisions } = must(await home.repositoryOf("member").readOkrs(scope));
  const objective = objectives.find((one) => one.id === id);
  if (!objective) throw new Error(`${id} is not there`);
  return { objective, keyResults: keyResults.filter(({ objectiveId }) => objectiveId === id), revisions };
};

/** A draft by a plain member with one key result. */
const drafted = async (n: number): Promise<LookedAt> => {
  const objective = anObjective(n, { stage: "draft" });
  await write(
    "member",
    { kind: "createObjective", objective },
    { kind: "createKeyResult", keyResult: aKeyResult(n, n) },
  );
  return look(objective.id);
};

const published = async (n: number): Promise<LookedAt> => {
  const okr = await drafted(n);
  must(await home.publishingAs("lead").publish(okr));
  return look(okr.objective.id);
};

const revisionIn = ({ revisions }: Pick<LookedAt, "revisions">, id: RecordId): Revision => {
  const found = revisions.get(id);
  if (found === undefined) throw new Error(`${id} has no revision`);
  return found;
};

/** Address of the row of a record, for calls past the product. */
const rowPath = (okr: LookedAt, id: ObjectiveId | KeyResultId): string => {
  const place = placeOfRow(rowOf(revisionIn(okr, id)));
  if (!place) throw new Error(`${id} has no row`);
  return `/sites/${home.site}:/lists/${listTitle(place.partition, place.shelf)}/items/${place.item}`;
};

const logged = async (id: ObjectiveId) =>
  must(await createGraphHistory({ send: home.sendAs("member"), homeSite: home.site }).readLog(id));

describe("what was agreed", () => {
  it("[LK1] cannot be changed or removed by a member through any door, and check-ins stay open", async () => {
    const okr = await published(1);
    const { objective, keyResults } = okr;
    const [keyResult] = keyResults;
    if (!keyResult) throw new Error("no key result");
    const caller = { user: home.world.personas.member };
    const doors: readonly (readonly [string, string, unknown?])[] = [objective.id, keyResult.id].flatMap((id) => [
      ["PATCH", `${rowPath(okr, id)}/fields`, { Title: "Ours now" }] as const,
      ["PATCH", rowPath(okr, id), { fields: { Title: "Ours now" } }] as const,
      ["DELETE", rowPath(okr, id)] as const,
      ["POST", `${rowPath(okr, id)}/versions/1.0/restoreVersion`] as const,
    ]);
    for (const [method, path, body] of doors) {
      const alone = await home.server.call(method, path, body, caller);
      expect([method, path, alone.status, alone.body?.error?.code]).toEqual([method, path, 403, "accessDenied"]);
    }
    const requests = doors.map(([method, url, body], index) => ({
      id: String(index),
      method,
      url,
      ...(body === undefined ? {} : { body, headers: { "Content-Type": "application/json" } }),
    }));
    const batch = await home.server.call("POST", "/$batch", { requests }, caller);
    expect(batch.body.responses.map(({ status }: { status: number }) => status)).toEqual(doors.map(() => 403));
    const revision = revisionIn(okr, objective.id);
    const weight = revisionIn(okr, keyResult.id);
    const forbidden = { type: "Failed", error: { type: "Forbidden" } };
    expect(
      await tried(
        "member",
        { kind: "changeObjective", id: objective.id, changes: { title: "Ours now" }, basedOn: revision },
        { kind: "changeKeyResult", id: keyResult.id, changes: { weight: 1 }, basedOn: weight },
      ),
    ).toEqual([forbidden, forbidden]);
    for (const removal of [
      { kind: "removeKeyResult", id: keyResult.id, basedOn: weight },
      { kind: "removeObjective", id: objective.id, basedOn: revision },
    ] as const) {
      expect(await tried("member", removal)).toEqual([forbidden]);
    }
    expect(await tried("member", { kind: "createObjective", objective: anObjective(900) })).toEqual([forbidden]);
    expect(await look(objective.id)).toEqual(okr);
    await write("member", { kind: "addCheckIn", checkIn: aCheckIn(1, 1, { author: home.personOf("member") }) });
  });

  it("[LK1] keeps its lists from members in SharePoint's own pages, too", async () => {
    const rest = restOf(home.server);
    const sending = { user: home.world.personas.member };
    for (const list of ["Objectives", "Key Results", "Settings", "Cycles"]) {
      const place = `web/lists/getbytitle('Drumbeat ${list}')`;
      expect((await rest("MERGE", place, { WriteSecurity: 1 }, sending)).status).toBe(403);
      expect((await rest("POST", `${place}/resetroleinheritance`, undefined, sending)).status).toBe(403);
    }
  });

  it("[LK1] check-ins cannot be changed afterwards, not even one's own", async () => {
    const checkIn = aCheckIn(50, 1, { author: home.personOf("member") });
    await write("member", { kind: "addCheckIn", checkIn });
    const scope = { cycleKeys: [aCycle().key], units: "all" as const };
    const set = must(await home.repositoryOf("member").readOkrs(scope));
    const place = placeOfRow(rowOf(revisionIn(set, checkIn.id)));
    const path = `/sites/${home.site}:/lists/Drumbeat Check-ins/items/${place?.item}`;
    for (const user of [home.world.personas.member, home.world.personas.lead]) {
      expect((await home.server.call("PATCH", `${path}/fields`, { Value: 99 }, { user })).status).toBe(403);
      expect((await home.server.call("DELETE", path, undefined, { user })).status).toBe(403);
    }
  });
});

describe("publishing", () => {
  it("[LK2] makes a draft of a member what was agreed, and logs what it said", async () => {
    const draft = await drafted(10);
    expect(isOpenDraft(draft)).toBe(true);
    must(await home.publishingAs("lead").publish(draft));
    const after = await look(draft.objective.id);
    expect(isOpenDraft(after)).toBe(false);
    expect(after.objective).toEqual({ ...draft.objective, stage: "active" });
    expect(after.keyResults).toEqual(draft.keyResults);
    expect(await logged(draft.objective.id)).toMatchObject([
      {
        action: "publish",
        author: home.personOf("lead"),
        recordId: draft.objective.id,
        agreed: { objective: after.objective, keyResults: after.keyResults },
      },
    ]);
  });

  it("[LK2] is undone with a reason; the author may go on drafting", async () => {
    const okr = await published(11);
    must(await home.publishingAs("lead").unlock(okr, "The market has changed"));
    const after = await look(okr.objective.id);
    expect([isOpenDraft(after), after.objective.stage]).toEqual([true, "draft"]);
    expect((await logged(okr.objective.id)).map(({ action, reason }) => [action, reason])).toContainEqual([
      "unlock",
      "The market has changed",
    ]);
    must(await home.publishingAs("facilitator").publish(after));
    expect(isOpenDraft(await look(okr.objective.id))).toBe(false);
  });

  it("[LK3] is refused to a member, naming who leads; nothing has changed", async () => {
    const draft = await drafted(12);
    const refused = err({ type: "OnlyLeads", leads: [home.personOf("lead")] });
    expect(await home.publishingAs("member").publish(draft)).toEqual(refused);
    const after = await look(draft.objective.id);
    expect(isOpenDraft(after)).toBe(true);
    const agreed = await published(13);
    expect(await home.publishingAs("member").unlock(agreed, "I want to")).toEqual(refused);
    expect(await look(agreed.objective.id)).toEqual(agreed);
  });

  it("[LK4] does not publish what somebody changed meanwhile", async () => {
    const draft = await drafted(14);
    const basedOn = revisionIn(draft, draft.objective.id);
    await write("member", {
      kind: "changeObjective",
      id: draft.objective.id,
      changes: { title: "Rather this" },
      basedOn,
    });
    expect(await home.publishingAs("lead").publish(draft)).toEqual(
      err({ type: "ChangedMeanwhile", by: home.personOf("member").name }),
    );
    expect(await home.publishingAs("lead").publish(await look(draft.objective.id))).toEqual(ok(undefined));
  });

  it("[LK5] drafts are changed by their authors and by leads, not by other members", async () => {
    const draft = await drafted(15);
    const change = async (persona: PersonaKey, title: string) => {
      const basedOn = revisionIn(await look(draft.objective.id), draft.objective.id);
      return tried(persona, { kind: "changeObjective", id: draft.objective.id, changes: { title }, basedOn });
    };
    expect(await change("member", "a")).toMatchObject([{ type: "Written" }]);
    expect(await change("lead", "b")).toMatchObject([{ type: "Written" }]);
    expect(await change("sponsor", "c")).toMatchObject([{ type: "Failed", error: { type: "Forbidden" } }]);
  });
});
