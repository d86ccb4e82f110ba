import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { createLeadershipRegister } from "#shared/adapters/graph/leadership.ts";
import { SETTING_KEYS } from "#shared/adapters/graph/lists/settings.ts";
import { SCHEMA_VERSION } from "#shared/adapters/graph/provision/schema.ts";
import { personId } from "#shared/domain/okr/ids.ts";
import type { Person } from "#shared/domain/okr/person.ts";
import { ok } from "#shared/domain/result.ts";
import { guid } from "#tests/support/okrs.ts";
import { startHome, type SimulatedHome } from "#tests/support/simulatedHome.ts";

let home: SimulatedHome;
beforeEach(async () => {
  home = await startHome();
});
afterEach(() => home.close());

const aLead = (n: number): Person => ({
  id: personId(guid("0", 400_000 + n)),
  name: `Лидер Nummer ${n}`,
  upn: `lead.number.${n}@subsidiary.example.com`,
});
const leads = (count: number): readonly Person[] => Array.from({ length: count }, (_, n) => aLead(n));
const byName = (people: readonly Person[] = []): readonly string[] => people.map(({ name }) => name).toSorted();

const asAdmin = () => createLeadershipRegister({ send: home.adminSend, homeSite: home.site });
const asMember = () => createLeadershipRegister({ send: home.sendAs("member"), homeSite: home.site });

const read = async () => {
  const found = await asMember().read();
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  return found.value;
};

describe("who leads", () => {
  it("[AG38] is kept for more leads than a cell holds, and rewritten only where it differs", async () => {
    const many = leads(600);
    expect(JSON.stringify(many).length).toBeGreaterThan(63_999);
    expect(await read()).toBeUndefined();
    expect(await asAdmin().write({ leads: many, owners: [aLead(0)] })).toEqual(ok(undefined));
    const kept = await read();
    expect(byName(kept?.leads)).toEqual(byName(many));
    expect(kept?.owners).toEqual([aLead(0)]);
    await home.server.sim("DELETE", "/stats");
    const renamed = { ...aLead(1), name: "Renamed" };
    await asAdmin().write({ leads: [renamed, ...many.slice(2, 599)], owners: [aLead(0)] });
    const { body } = await home.server.sim("GET", "/stats");
    expect((body as { readonly inner: number }).inner).toBeLessThan(8);
    expect(byName((await read())?.leads)).toEqual(byName([renamed, ...many.slice(2, 599)]));
  });

  it("[AG11] [AG38] moves out of the one cell of schema 2 with the upgrade, again after an interruption", async () => {
    const site = await home.server.call("GET", `/sites/${home.site}`);
    const lists = await home.server.call("GET", `/sites/${site.body.id}/lists`);
    const list = lists.body.value.find(
      ({ displayName }: { readonly displayName: string }) => displayName === "Drumbeat Settings",
    );
    const items = `/sites/${site.body.id}/lists/${list.id}/items`;
    const SettingText = JSON.stringify({ leads: leads(3), owners: [aLead(3)] });
    await home.server.call("POST", items, { fields: { SettingKey: SETTING_KEYS.leadership, SettingText } });
    const rows = await home.server.call("GET", `${items}?$expand=fields`);
    const schema = rows.body.value.find(
      ({ fields }: { readonly fields: { readonly SettingKey: string } }) => fields.SettingKey === SETTING_KEYS.schema,
    );
    await home.server.call("PATCH", `${items}/${schema.id}/fields`, { SettingText: "2" });
    await home.server.sim("POST", "/faults", [{ match: "DELETE /items", status: 403, count: 1 }]);
    expect(await home.provisioning.provision({})).toMatchObject({ ok: false });
    expect(await home.provisioning.provision({})).toMatchObject({
      ok: true,
      value: { schemaBefore: 2, schema: SCHEMA_VERSION },
    });
    const kept = await read();
    expect([byName(kept?.leads), kept?.owners]).toEqual([byName(leads(3)), [aLead(3)]]);
    const left = await home.server.call("GET", `${items}?$expand=fields`);
    expect(JSON.stringify(left.body.value)).not.toContain(SETTING_KEYS.leadership);
  });
});
