import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "@jest/globals";
import { languageFile, teamsManifest } from "../../../manifest/teams.ts";
import { schemaProblems, values } from "./support.ts";

type Manifest = ReturnType<typeof teamsManifest>;

/** A copy that may be broken. */
const draft = (): Record<string, unknown> & { -readonly [K in keyof Manifest]: Manifest[K] } =>
  structuredClone(teamsManifest(values()));

/** Every text of a document, with the path to it. */
const textsIn = (node: unknown, at = ""): readonly (readonly [string, string])[] => {
  if (typeof node === "string") return [[at, node]];
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    textsIn(value, Array.isArray(node) ? `${at}[${key}]` : at === "" ? key : `${at}.${key}`),
  );
};

/** Where an app only links to, without showing the page inside. */
const LINKED_ONLY = /^(\$schema|developer\.|staticTabs\[\d+\]\.websiteUrl)/;

const ribbonProblems = ({ extensions: [extension] }: Manifest): readonly string[] => {
  const actions = new Set(extension?.runtimes.flatMap((runtime) => runtime.actions.map(({ id }) => id)));
  const buttons = (extension?.ribbons ?? []).flatMap(({ tabs }) =>
    tabs.flatMap(({ groups }) => groups.flatMap((group) => group.controls)),
  );
  const found = buttons
    .filter(({ actionId }) => !actions.has(actionId))
    .map(({ id, actionId }) => `${id} starts "${actionId}", which no runtime knows`);
  return new Set(buttons.map(({ id }) => id)).size === buttons.length ? found : [...found, "two controls have one id"];
};

/** Rules of the store and of Teams itself that the schema does not know. */
const otherProblems = (manifest: Manifest): readonly string[] => {
  const found: string[] = [];
  if (/teams|excel|microsoft/iu.test(manifest.name.short)) found.push("the short name names a product of Microsoft");
  const shown = textsIn(manifest).filter(([at, text]) => /^https?:/u.test(text) && !LINKED_ONLY.test(at));
  for (const [at, url] of shown) {
    if (!manifest.validDomains.includes(new URL(url).host)) found.push(`${at} is outside of the valid domains`);
    if (!url.startsWith("https://")) found.push(`${at} is not https`);
  }
  if (manifest.validDomains.some((domain) => /^\*\.[^.]+$|^\*$|onmicrosoft\.com$/u.test(domain)))
    found.push("a valid domain is too wide");
  return [...found, ...ribbonProblems(manifest)];
};

/** Width and height from the header of a PNG (ISO/IEC 15948, 11.2.1). */
const sizeOf = (icon: string): readonly [number, number] => {
  const bytes = readFileSync(path.join(process.cwd(), "manifest", "icons", icon));
  expect(bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
};

describe("the unified manifest", () => {
  it("agrees with Microsoft's schema 1.30 and with what the schema does not know", () => {
    const manifest = teamsManifest(values());
    expect(manifest.manifestVersion).toBe("1.30");
    expect(schemaProblems("MicrosoftTeams", manifest)).toEqual([]);
    expect(otherProblems(manifest)).toEqual([]);
  });

  it.each<readonly [string, RegExp, (manifest: ReturnType<typeof draft>) => void]>([
    ["a short name of 31 letters", /^\/name\/short/, (manifest) => (manifest.name.short = "D".repeat(31))],
    ["a short description of 81 letters", /description\/short/, (m) => (m.description.short = "D".repeat(81))],
    ["a full description of 4,001 letters", /description\/full/, (m) => (m.description.full = "D".repeat(4001))],
    [
      "two configurable tabs",
      /^\/configurableTabs/,
      (m) => m.configurableTabs.push(...structuredClone(m.configurableTabs)),
    ],
    [
      "17 static tabs",
      /^\/staticTabs/,
      (m) => (m.staticTabs = Array.from({ length: 17 }, () => m.staticTabs[0] ?? { entityId: "about", scopes: [] })),
    ],
    [
      "a scope spelt groupchat",
      /scopes\/0/,
      (m) => (m.configurableTabs = m.configurableTabs.map((tab) => ({ ...tab, scopes: ["groupchat"] }))),
    ],
    [
      "a group capability spelt groupChat",
      /defaultGroupCapability/,
      (m) => Object.assign(m, { defaultGroupCapability: { groupChat: "tab" } }),
    ],
    [
      "an unknown context",
      /context\/0/,
      (m) => (m.configurableTabs = m.configurableTabs.map((tab) => ({ ...tab, context: ["meetingPanel"] }))),
    ],
    ["an id that is no GUID", /^\/id/, (m) => (m.id = "drumbeat")],
    ["no accent colour", /accentColor/, (m) => Object.assign(m, { accentColor: undefined })],
    ["channel features of an unknown tier", /supportsChannelFeatures/, (m) => (m.supportsChannelFeatures = "tier9")],
    ["a second extension", /^\/extensions/, (m) => m.extensions.push(...structuredClone(m.extensions))],
  ])("the schema finds %s", (_what, expected, spoil) => {
    const manifest = draft();
    spoil(manifest);
    expect(schemaProblems("MicrosoftTeams", JSON.parse(JSON.stringify(manifest)))).toContainEqual(
      expect.stringMatching(expected),
    );
  });

  it.each<readonly [string, RegExp, (manifest: ReturnType<typeof draft>) => void]>([
    ["a name with Excel in it", /short name/, (m) => (m.name.short = "OKRs for Excel")],
    [
      "a page on another host",
      /^configurableTabs\[0\]/,
      (m) =>
        (m.configurableTabs = m.configurableTabs.map((tab) => ({
          ...tab,
          configurationUrl: "https://other.example/",
        }))),
    ],
    ["a domain without limits", /too wide/, (m) => m.validDomains.push("*")],
    [
      "a button without an action",
      /no runtime knows/,
      (m) => m.extensions.forEach((extension) => extension.runtimes.forEach((runtime) => runtime.actions.pop())),
    ],
  ])("the other rules find %s", (_what, expected, spoil) => {
    const manifest = draft();
    spoil(manifest);
    expect(otherProblems(manifest)).toContainEqual(expect.stringMatching(expected));
  });

  it("has icons of the sizes Teams and Excel want", () => {
    const { icons } = teamsManifest(values());
    expect(sizeOf(icons.color)).toEqual([192, 192]);
    expect(sizeOf(icons.outline)).toEqual([32, 32]);
    for (const size of [16, 32, 80]) expect(sizeOf(`${size}.png`)).toEqual([size, size]);
  });

  it("follows the values", () => {
    const origin = "https://okr.contoso.example";
    const text = JSON.stringify(teamsManifest({ ...values(), origin }));
    expect(text).not.toContain(new URL(values().origin).host + "/tab.html");
    expect(text).toContain(`"brk-multihub://okr.contoso.example"`);
  });
});

describe.each(["de", "ar"] as const)("the language file %s", (language) => {
  it("agrees with Microsoft's schema", () => {
    expect(schemaProblems("MicrosoftTeams.Localization", languageFile(language))).toEqual([]);
  });

  it("translates texts that the manifest has, and every text of the ribbon", () => {
    const manifest = new Map(textsIn(teamsManifest(values())));
    const keys = Object.keys(languageFile(language)).filter((key) => key !== "$schema");
    expect(keys.filter((key) => !manifest.has(key))).toEqual([]);
    const ribbon = [...manifest.keys()].filter((key) => /\.(label|supertip\.\w+)$/u.test(key));
    expect(ribbon.filter((key) => !keys.includes(key))).toEqual([]);
    expect(ribbon).not.toHaveLength(0);
    const functions = [...manifest.keys()].filter((key) =>
      /displayName$|customFunctions\..*(description|parameters\[\d\]\.name)$/u.test(key),
    );
    expect(functions.filter((key) => !keys.includes(key))).toEqual([]);
    expect(functions).not.toHaveLength(0);
  });

  it("keeps the limits of the manifest, which its own schema does not all know", () => {
    const words = languageFile(language);
    expect(words["name.short"]?.length).toBeLessThanOrEqual(30);
    expect(words["name.full"]?.length).toBeLessThanOrEqual(100);
    expect(words["description.short"]?.length).toBeLessThanOrEqual(80);
    expect(words["description.full"]?.length).toBeLessThanOrEqual(4000);
    const labels = Object.entries(words).filter(([key]) => /label$|supertip\.title$/u.test(key));
    expect(labels.filter(([, label]) => label.length > 64)).toEqual([]);
  });
});

describe("a wrong language file", () => {
  it("is found by the schema", () => {
    const file = { ...languageFile("de"), "name.short": "D".repeat(31), "staticTabs.0.name": "OKRs" };
    expect(schemaProblems("MicrosoftTeams.Localization", file).length).toBeGreaterThanOrEqual(2);
  });
});
