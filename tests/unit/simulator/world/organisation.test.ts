import { describe, expect, it } from "@jest/globals";
import { known, repeated, world } from "./support.ts";

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe.each(["retail", "small"])("the organisation of the world %s", (name) => {
  const { users, groups, okrs, personas, homeGroup, outsiderIds, okrLeadIds, tenant } = world(name);
  const usersById = new Map(users.map((user) => [user.id, user]));
  const groupsById = new Map(groups.map((group) => [group.id, group]));
  const units = new Map(okrs.units.map((unit) => [unit.key, unit]));

  it("has no identifier twice", () => {
    const channels = groups.flatMap((group) => group.channels.map(({ id }) => id));
    expect(repeated([...users.map(({ id }) => id), ...groups.map(({ id }) => id), tenant.id])).toEqual([]);
    expect(repeated(channels)).toEqual([]);
    expect(repeated(users.map(({ userPrincipalName }) => userPrincipalName.toLowerCase()))).toEqual([]);
    expect(repeated(groups.map(({ mailNickname }) => mailNickname))).toEqual([]);
    expect(repeated(okrs.units.map(({ key }) => key))).toEqual([]);
  });

  it("uses GUIDs of version 4 shape, and ASCII where Microsoft 365 asks for it", () => {
    const ids = [...users, ...groups, tenant].map(({ id }) => id);
    expect(ids.filter((id) => !GUID.test(id))).toEqual([]);
    expect(users.filter(({ userPrincipalName }) => !/^[a-z0-9._#@EXT-]+$/.test(userPrincipalName))).toEqual([]);
    expect(groups.filter(({ mailNickname }) => !/^[a-z0-9-]{1,64}$/.test(mailNickname))).toEqual([]);
    expect(
      groups.flatMap((group) => group.channels).filter(({ id }) => !/^19:[0-9a-f]{32}@thread\.tacv2$/.test(id)),
    ).toEqual([]);
  });

  it("resolves every reference", () => {
    for (const group of groups) {
      for (const id of [...group.ownerIds, ...group.memberIds]) expect(usersById.has(id)).toBe(true);
      expect(group.ownerIds.filter((id) => !group.memberIds.includes(id))).toEqual([]);
      expect(repeated(group.memberIds)).toEqual([]);
      expect(group.ownerIds.length).toBeGreaterThan(0);
      expect(group.channels[0]?.displayName).toBe("General");
      expect(repeated(group.channels.map(({ displayName }) => displayName))).toEqual([]);
    }
    for (const unit of okrs.units) {
      if (unit.parentKey !== undefined) expect(units.has(unit.parentKey)).toBe(true);
      if (unit.groupId !== undefined) expect(groupsById.has(unit.groupId)).toBe(true);
    }
    expect(okrs.units.filter(({ parentKey }) => parentKey === undefined).map(({ level }) => level)).toEqual([
      "company",
    ]);
    expect(groups.some(({ mailNickname }) => mailNickname === homeGroup)).toBe(true);
  });

  it("plays the personas by different people in the right places", () => {
    expect(repeated(Object.values(personas))).toEqual([]);
    const unitsOf = (userId: string) =>
      okrs.units.filter(
        ({ groupId }) => groupId !== undefined && known(groupsById, groupId).memberIds.includes(userId),
      );
    const [lead] = unitsOf(personas.lead);
    const [team] = unitsOf(personas.member);
    expect(lead).toMatchObject({ level: "country" });
    expect(team).toMatchObject({ level: "team", parentKey: lead?.key });
    expect(unitsOf(personas.sponsor)).toContainEqual(expect.objectContaining({ level: "company" }));
    expect(unitsOf(personas.outsider)).toEqual([]);
    expect(outsiderIds).toEqual([personas.outsider]);
    expect(known(usersById, personas.outsider)).toMatchObject({ userType: "Guest" });
    const home = groups.find(({ mailNickname }) => mailNickname === homeGroup);
    expect(home?.ownerIds).toEqual(expect.arrayContaining([personas.facilitator, personas.admin]));
  });

  it("names OKR leads in every unit above the teams, the persona among them and the member not", () => {
    const leads = [...okrLeadIds];
    expect(repeated(leads)).toEqual([]);
    expect(leads).toEqual(expect.arrayContaining([personas.sponsor, personas.facilitator, personas.lead]));
    expect(leads).not.toContain(personas.member);
    const above = okrs.units.filter(({ level, groupId }) => level !== "team" && groupId !== undefined);
    const ledBy = above.map(({ groupId }) =>
      known(groupsById, groupId ?? "").memberIds.filter((id) => leads.includes(id)),
    );
    expect(ledBy.filter((found) => found.length === 0)).toEqual([]);
  });

  it("gives the lead, the member and the sponsor something of their own", () => {
    const owners = new Set([...okrs.objectives, ...okrs.keyResults].map(({ ownerId }) => ownerId));
    expect([personas.sponsor, personas.lead, personas.member].filter((id) => !owners.has(id))).toEqual([]);
  });
});

describe("the organisation of the retail world", () => {
  const { users, groups, okrs } = world("retail");
  const count = (level: string): number => okrs.units.filter((unit) => unit.level === level).length;

  it("has the promised size", () => {
    expect([count("company"), count("region"), count("country")]).toEqual([1, 8, 80]);
    expect(count("function")).toBeGreaterThanOrEqual(10);
    const withGroup = okrs.units.filter(({ groupId }) => groupId !== undefined).length;
    expect(withGroup).toBeGreaterThanOrEqual(140);
    expect(withGroup).toBeLessThanOrEqual(170);
    expect(groups).toHaveLength(withGroup + 1);
  });

  it.each([
    ["Arabic", /\p{Script=Arabic}/u],
    ["Chinese", /\p{Script=Han}/u],
    ["Cyrillic", /\p{Script=Cyrillic}/u],
    ["Devanagari", /\p{Script=Devanagari}/u],
    ["Thai", /\p{Script=Thai}/u],
    ["Greek", /\p{Script=Greek}/u],
    ["Korean", /\p{Script=Hangul}/u],
    ["accented Latin", /[áéíñçğłøüåß]/],
  ])("has people and channels in many scripts: %s", (_, script) => {
    expect(users.filter(({ displayName }) => script.test(displayName)).length).toBeGreaterThan(3);
    const channels = groups.flatMap((group) => group.channels.map(({ displayName }) => displayName));
    expect(channels.some((displayName) => script.test(displayName))).toBe(true);
  });

  it("speaks many languages", () => {
    expect(new Set(users.map(({ preferredLanguage }) => preferredLanguage)).size).toBeGreaterThan(50);
  });
});
