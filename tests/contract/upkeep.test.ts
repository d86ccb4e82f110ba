/** Upkeep over Graph, under the rights that a site is set up with. */
import { describe, expect, it } from "@jest/globals";
import { composeUpkeep } from "../../teams-app/composeUpkeep.ts";
import { cycleKey, unitKey } from "#shared/domain/okr/ids.ts";
import { createGraphRollUps } from "#shared/adapters/graph/rollUps.ts";
import { leaseHolder } from "#shared/ports/leases.ts";
import { startProtectedHome } from "#tests/support/protectedHome.ts";
import { create, createKeyResult, createObjective } from "./okrRepository/common.ts";
import { aCycle, aUnit } from "#tests/support/okrs.ts";

describe("upkeep over Graph", () => {
  it("[UK3][RL1] is done by leads, refused to members, and read by everybody", async () => {
    const home = await startProtectedHome();
    const admin = home.repositoryOf("admin");
    await admin.write([
      { kind: "saveUnit", unit: aUnit() },
      { kind: "saveCycle", cycle: aCycle() },
    ]);
    await create(home.repositoryOf("lead"), createObjective(1), createKeyResult(1, 1));
    const runAs = (persona: "lead" | "member") =>
      composeUpkeep(home.sendAs(persona), home.site, leaseHolder(persona))();
    const refused = await runAs("member");
    const done = await runAs("lead");
    const read = await createGraphRollUps({ send: home.sendAs("member"), homeSite: home.site }).read([
      cycleKey("2026-q1"),
    ]);
    await home.close();
    expect(refused).toEqual({ type: "Failed", error: { type: "Forbidden" } });
    expect(done).toEqual({ type: "Done" });
    expect(read).toMatchObject({
      ok: true,
      value: { rollUps: [{ unitKey: unitKey("de"), tally: { objectives: 1, keyResults: 1 } }] },
    });
  });
});
