/** The copy on the device: shown at once, brought up to date by one question of one window, gone after signing out. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from "@jest/globals";
import type { BrowserContext, Frame, FrameLocator, Page } from "playwright-core";
import { createGraphOkrRepository } from "#shared/adapters/graph/repository/graphOkrRepository.ts";
import { connectToGraph } from "#shared/adapters/graph/request/connection.ts";
import { nodeClock } from "#shared/adapters/node/clock.ts";
import { createTokenSignIn } from "#shared/adapters/node/tokenSignIn.ts";
import { dayOf, instantOf } from "#shared/domain/day.ts";
import { runningCycles } from "#shared/domain/okr/cycle.ts";
import { checkInId, personId } from "#shared/domain/okr/ids.ts";
import type { OkrRepository } from "#shared/ports/okrRepository.ts";
import { startDrumbeat, tabIn, type Drumbeat } from "./support/drumbeat.ts";
import { letTimePass, ownTime } from "./support/time.ts";

jest.setTimeout(180_000);

let drumbeat: Drumbeat;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  drumbeat = await startDrumbeat("copy");
});
afterAll(() => drumbeat.close());

beforeEach(async () => {
  context = await drumbeat.newContext();
  await ownTime(context);
  page = await context.newPage();
});
afterEach(async () => {
  await context.close();
  await drumbeat.reset();
});

const open = async (at: Page): Promise<FrameLocator> => {
  await at.goto(`${drumbeat.origin}/teams?user=lead`);
  const tab = tabIn(at);
  await tab.getByRole("article").first().waitFor();
  return tab;
};

const frameOf = (at: Page): Frame => {
  const frame = at.frames().find((one) => one.url().includes("tab.html"));
  if (!frame) throw new Error("There is no tab");
  return frame;
};

/** Rows in the copy of this device, however it is called. */
const rowsKept = (at: Page): Promise<number> =>
  frameOf(at).evaluate(async () => {
    const databases = await indexedDB.databases();
    const name = databases.map((one) => one.name ?? "").find((one) => one.startsWith("drumbeat-copy:"));
    if (name === undefined) return 0;
    return new Promise<number>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.addEventListener("error", () => reject(new Error("not opened")));
      opening.addEventListener("success", () => {
        const counting = opening.result.transaction("rows").objectStore("rows").count();
        counting.addEventListener("success", () => {
          opening.result.close();
          resolve(counting.result);
        });
      });
    });
  });

const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  while (!(await isSo())) await page.waitForTimeout(200);
};

/** What somebody else has at hand, somewhere else. */
const somebodyElse = async (): Promise<OkrRepository> => {
  const answer = await fetch(`${drumbeat.origin}/sim/token?user=facilitator`);
  const { token } = (await answer.json()) as { readonly token: string };
  const config = await fetch(new URL("config.json", frameOf(page).url()));
  const { homeSite } = (await config.json()) as { readonly homeSite: string };
  const graphOrigin = `${drumbeat.origin}/graph.microsoft.com`;
  return createGraphOkrRepository({
    send: connectToGraph({ signIn: createTokenSignIn(token), clock: nodeClock, random: Math.random, graphOrigin }),
    homeSite,
  });
};

/** Checks in 77.7 at some metric of the unit that the page shows. */
const checkInElsewhere = async (unitName: string): Promise<void> => {
  const repository = await somebodyElse();
  const frame = await repository.readFrame();
  const unit = frame.ok ? frame.value.units.find(({ name }) => name === unitName) : undefined;
  if (!frame.ok || !unit) throw new Error(`No unit ${unitName}`);
  const now = instantOf(Date.now());
  const cycleKeys = runningCycles(frame.value.cycles, dayOf(now)).map(({ key }) => key);
  const set = await repository.readOkrs({ cycleKeys, units: [unit.key] });
  const shown = set.ok ? set.value.keyResults.find(({ measure }) => measure.kind === "metric") : undefined;
  if (!shown) throw new Error(`No metric in ${unitName}`);
  const { id: keyResultId, unitKey, cycleKey } = shown;
  const author = { id: personId(crypto.randomUUID()), name: "Farid", upn: "farid@example.com" };
  const checkIn = { id: checkInId(crypto.randomUUID()), keyResultId, unitKey, cycleKey, at: now, author, note: "" };
  const [outcome] = await repository.write([{ kind: "addCheckIn", checkIn: { ...checkIn, value: 77.7 } }]);
  expect(outcome?.type).toBe("Written");
};

describe("the copy on the device", () => {
  it("[LV1][LV5] shows the board while Microsoft 365 is down, says from when it is, and catches up by itself", async () => {
    const first = await open(page);
    const titles = await first.getByRole("article").getByRole("heading", { level: 2 }).allInnerTexts();
    await until(async () => (await rowsKept(page)) > 0);
    await drumbeat.setFaults([{ match: "POST /\\$batch", drop: "before" }]);
    const tab = await open(page);
    expect(await tab.getByRole("article").getByRole("heading", { level: 2 }).allInnerTexts()).toEqual(titles);
    const trouble = tab.getByText(/No connection\. You see what was last loaded, as of/);
    await letTimePass(context, 60, () => trouble.isVisible());
    await trouble.waitFor();
    await drumbeat.setFaults([]);
    await letTimePass(context, 90, async () => !(await trouble.isVisible()));
    await trouble.waitFor({ state: "detached" });
  });

  it("[LV2] shows what somebody else has done, without a reload", async () => {
    const tab = await open(page);
    const unitName = await tab.getByRole("heading", { level: 1 }).innerText();
    await checkInElsewhere(unitName);
    const news = tab.getByText(/77\.7/).first();
    await letTimePass(context, 16, () => news.isVisible());
    await news.waitFor();
  });

  it("[LC5][LV7] is kept current for two windows by the questions of one", async () => {
    // Every pause is then as long as it can be.
    await context.addInitScript(() => {
      Math.random = () => 0.999;
    });
    await open(page);
    const other = await context.newPage();
    await open(other);
    let asked = 0;
    context.on("request", (request) => {
      if (request.url().endsWith("/$batch") && request.postData()?.includes("/delta?")) asked += 1;
    });
    await letTimePass(context, 47);
    // One window asks three times in that time, or a fourth time at its end; two of them would ask twice as often.
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThanOrEqual(4);
  });
});
