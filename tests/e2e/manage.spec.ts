/** Drafts, what is agreed, and what SharePoint itself refuses; who changed what; and what owners of the site look after. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from "@jest/globals";
import type { BrowserContext, FrameLocator, Page } from "playwright-core";
import { keyResultId, objectiveId, rowOf } from "#shared/domain/okr/ids.ts";
import { placeOfRow } from "#shared/domain/partition/rows.ts";
import { startDrumbeat, tabIn, type Drumbeat } from "./support/drumbeat.ts";
import { lookAtUnit, somebody, type Look, type Person } from "./support/people.ts";

jest.setTimeout(180_000);

let drumbeat: Drumbeat;
let context: BrowserContext;
let page: Page;

const TITLE = "Open two shops in the north";

beforeAll(async () => {
  drumbeat = await startDrumbeat("manage");
});
afterAll(() => drumbeat.close());
beforeEach(async () => {
  context = await drumbeat.newContext();
  page = await context.newPage();
});
afterEach(() => context.close());

const openAs = async (user: string): Promise<FrameLocator> => {
  await page.goto(`${drumbeat.origin}/teams?user=${user}`);
  const tab = tabIn(page);
  await tab.getByRole("article").first().waitFor();
  return tab;
};

const openObjective = async (tab: FrameLocator): Promise<void> => {
  await tab.getByRole("button", { name: TITLE, exact: true }).click();
  await tab.getByRole("button", { name: "Change history" }).waitFor();
};

const homeSite = async (): Promise<string> => {
  const frame = page.frames().find((one) => one.url().includes("tab.html"));
  const config = await fetch(new URL("config.json", frame?.url()));
  return ((await config.json()) as { readonly homeSite: string }).homeSite;
};

const person = async (user: string): Promise<Person> => somebody(drumbeat, user, await homeSite());

/** As somebody who drafts in Excel does. */
const draft = async (author: Person, { frame, unit, set }: Look): Promise<void> => {
  const [like] = set.objectives;
  const cycle = frame.cycles.find(({ key }) => key === like?.cycleKey);
  if (!like || !cycle) throw new Error("Nothing runs here");
  const place = { unitKey: unit.key, cycleKey: cycle.key };
  const id = objectiveId(crypto.randomUUID());
  const measure = { kind: "metric", direction: "up", baseline: 0, target: 2, unit: "shops" } as const;
  const outcomes = await author.repository.write([
    {
      kind: "createObjective",
      objective: {
        ...place,
        id,
        title: TITLE,
        ambition: like.ambition,
        why: "",
        parents: [],
        stage: "draft",
        order: 99,
      },
    },
    {
      kind: "createKeyResult",
      keyResult: {
        ...place,
        id: keyResultId(crypto.randomUUID()),
        objectiveId: id,
        title: "Shops that are open",
        order: 1,
        measure,
      },
    },
  ]);
  expect(outcomes.map(({ type }) => type)).toEqual(["Written", "Written"]);
};

/** Every way to the published row of the objective that goes past our pages. */
const refusals = async (member: Person, unitName: string): Promise<readonly unknown[]> => {
  const { set } = await lookAtUnit(member, unitName);
  const id = set.objectives.find(({ title }) => title === TITLE)?.id;
  const basedOn = id === undefined ? undefined : set.revisions.get(id);
  if (id === undefined || basedOn === undefined) throw new Error("It is not there");
  const site = await homeSite();
  const item = placeOfRow(rowOf(basedOn))?.item ?? "";
  const list = `/sites/${site}:/lists/Drumbeat Objectives`;
  const answers = [
    await member.ask("PATCH", `${list}/items/${item}/fields`, { Title: "Mine" }),
    await member.ask("DELETE", `${list}/items/${item}`),
  ];
  const [outcome] = await member.repository.write([
    { kind: "changeObjective", id, changes: { title: "Mine" }, basedOn },
  ]);
  return [...answers.map(({ status }) => status), outcome?.type === "Failed" && outcome.error.type];
};

describe("what is agreed", () => {
  it("[LK1][LK2] is drafted by anybody, published by a lead, and changed by nobody else through any door", async () => {
    const unitName = await (await openAs("member")).getByRole("heading", { level: 1 }).innerText();
    const member = await person("member");
    await draft(member, await lookAtUnit(member, unitName));
    const lead = await openAs("lead");
    await openObjective(lead);
    await lead.getByText("Still being written.", { exact: false }).waitFor();
    await lead.getByRole("button", { name: "Publish and lock" }).click();
    await lead.getByText("Published and locked.").waitFor();
    expect(await refusals(member, unitName)).toEqual([403, 403, "Forbidden"]);
    expect((await lookAtUnit(member, unitName)).set.objectives.map(({ title }) => title)).toContain(TITLE);
  });

  it("[LK3] tells a member who may do it, and keeps the reason that was typed", async () => {
    const tab = await openAs("member");
    await openObjective(tab);
    await tab.getByRole("button", { name: "Unlock" }).click();
    const reason = tab.getByRole("textbox", { name: "Reason" });
    await reason.fill("The market has changed");
    await tab.getByRole("button", { name: "Unlock" }).click();
    await tab
      .getByRole("alert")
      .getByText(/^Only OKR leads can do this: .+\. Ask one of them\.$/)
      .waitFor();
    expect(await reason.inputValue()).toBe("The market has changed");
  });

  it("[LK2][HI1] is unlocked by a lead with a reason, and the history says who, what, from and to", async () => {
    const tab = await openAs("lead");
    const unitName = await tab.getByRole("heading", { level: 1 }).innerText();
    await openObjective(tab);
    await tab.getByRole("button", { name: "Unlock" }).click();
    await tab.getByRole("button", { name: "Unlock" }).click();
    await tab.getByText("Write down why.").waitFor();
    await tab.getByRole("textbox", { name: "Reason" }).fill("Two became three");
    await tab.getByRole("button", { name: "Unlock" }).click();
    await tab.getByText("Unlocked. It is a draft again.").waitFor();

    const colleague = await person("lead");
    const { set } = await lookAtUnit(colleague, unitName);
    const keyResult = set.keyResults.find(({ title }) => title === "Shops that are open");
    const basedOn = keyResult && set.revisions.get(keyResult.id);
    if (!keyResult || basedOn === undefined) throw new Error("It is not there");
    const changes = { title: "Shops that are open and pay for themselves" };
    const [changed] = await colleague.repository.write([
      { kind: "changeKeyResult", id: keyResult.id, changes, basedOn },
    ]);
    expect(changed?.type).toBe("Written");

    await tab.getByRole("button", { name: changes.title }).or(tab.getByText(changes.title)).first().waitFor({
      timeout: 60_000,
    });
    await tab.getByRole("button", { name: "Change history" }).click();
    const history = tab.getByRole("list", { name: "Change history" });
    await history
      .getByText(/published and locked it$/)
      .first()
      .waitFor();
    await history
      .getByText(/unlocked it$/)
      .first()
      .waitFor();
    await history.getByText("Why: Two became three").waitFor();
    const last = history
      .getByRole("listitem")
      .filter({ hasText: /changed “Shops that are open/ })
      .first();
    await last.getByText("Shops that are open", { exact: true }).first().waitFor();
    await last.getByText(changes.title, { exact: true }).first().waitFor();
  });
});

describe("administration", () => {
  const openMenu = async (tab: FrameLocator): Promise<void> => {
    await tab.getByRole("button", { name: "More" }).click();
    await tab.getByRole("menuitem", { name: "Sign out" }).waitFor();
  };

  it("[HE1] shows an owner how the site is, its lists with their sizes and the version, and takes everything along", async () => {
    const tab = await openAs("admin");
    await openMenu(tab);
    await tab.getByRole("menuitem", { name: "Administration" }).click();
    await tab.getByRole("heading", { level: 1, name: "Administration" }).waitFor();
    const allow = tab.getByRole("button", { name: "Review and allow" });
    await allow
      .or(tab.getByRole("heading", { name: "Sizes" }))
      .first()
      .waitFor({ timeout: 60_000 });
    if (await allow.isVisible()) {
      await allow.click();
      await page.getByRole("button", { name: "Accept" }).click();
    }
    await tab.getByText(/^Lists: version (\d+) of \1\.$/).waitFor({ timeout: 60_000 });
    await tab.getByRole("heading", { name: "Sizes" }).waitFor();
    await tab
      .getByText(/^[\d,]+ of 5,000 rows$/)
      .first()
      .waitFor();
    const download = page.waitForEvent("download");
    await tab.getByRole("button", { name: "Download JSON" }).click();
    expect((await download).suggestedFilename()).toMatch(/\.json$/);
  });
});
