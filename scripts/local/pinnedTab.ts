import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { World } from "#simulator/world/types.ts";

/** A channel that everybody of the programme sees gets the company's OKRs as its tab, so that the start page can lead there. */
export const pinCompanyTab = async (simulatorOrigin: string, productOrigin: string, world: World): Promise<void> => {
  const channel = world.groups.find(({ mailNickname }) => mailNickname === world.homeGroup)?.channels[0];
  const company = world.okrs.units.find(({ parentKey }) => parentKey === undefined);
  if (!channel || !company) return;
  const address = new URL("/teams/api/tabs", simulatorOrigin);
  address.searchParams.set("user", "facilitator");
  address.searchParams.set("channel", channel.id);
  const page = `${productOrigin}/tab.html`;
  const answer = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json", origin: simulatorOrigin },
    body: JSON.stringify({
      entityId: `u/${encodeURIComponent(company.key)}`,
      contentUrl: page,
      websiteUrl: page,
      name: `OKRs · ${company.name}`,
    }),
  });
  if (!answer.ok) throw new Error(`The tab could not be pinned: ${answer.status} ${await answer.text()}`);
};

/** Pinned tabs keep the address they were pinned with; on this computer the product's port may be another one today. */
export const movePinnedTabs = (dataDir: string, productOrigin: string): void => {
  const file = join(dataDir, "teams", "teams-tabs.json");
  if (!existsSync(file)) return;
  const before = readFileSync(file, "utf8");
  const after = before.replaceAll(/http:\/\/localhost:\d+(?=\/tab\.html)/g, productOrigin);
  if (after !== before) writeFileSync(file, after);
};
