import type { InstalledApp, StaticTab } from "./wire.ts";

/** Reading a unified app manifest: only what a Teams client acts on, everything else is left alone. [TS22] */

type Fields = Readonly<Record<string, unknown>>;

const fields = (value: unknown): Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
const list = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.map(fields) : []);
const text = (value: unknown): string => (typeof value === "string" ? value : "");
const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];

/** Entity ids that Teams fills itself; this shell has no such pages. */
const reserved: ReadonlySet<string> = new Set(["about", "conversations"]);

const staticTab = (tab: Fields): StaticTab => ({
  entityId: text(tab["entityId"]),
  name: text(tab["name"]),
  contentUrl: text(tab["contentUrl"]),
  ...(text(tab["websiteUrl"]) === "" ? {} : { websiteUrl: text(tab["websiteUrl"]) }),
});

const personalTabs = (manifest: Fields): readonly StaticTab[] =>
  list(manifest["staticTabs"])
    .filter((tab) => texts(tab["scopes"]).includes("personal") && !reserved.has(text(tab["entityId"])))
    .map(staticTab);

const configurableTab = (manifest: Fields): Pick<InstalledApp, "configurableTab"> => {
  const tab = list(manifest["configurableTabs"]).find((one) => texts(one["scopes"]).includes("team"));
  const configurationUrl = text(tab?.["configurationUrl"]);
  // The schema's standard for canUpdateConfiguration is true.
  return configurationUrl === ""
    ? {}
    : { configurableTab: { configurationUrl, canUpdate: tab?.["canUpdateConfiguration"] !== false } };
};

/** Throws when the value is no app manifest: without id and name nothing can be shown. */
export const readManifest = (value: unknown): InstalledApp => {
  const manifest = fields(value);
  const id = text(manifest["id"]);
  const name = text(fields(manifest["name"])["short"]);
  if (id === "" || name === "") throw new Error("The app manifest lacks its id or its short name.");
  const clientId = text(fields(manifest["webApplicationInfo"])["id"]);
  return {
    id,
    name,
    description: text(fields(manifest["description"])["short"]),
    developer: text(fields(manifest["developer"])["name"]),
    accentColor: text(manifest["accentColor"]),
    manifestVersion: text(manifest["manifestVersion"]),
    ...(clientId === "" ? {} : { clientId }),
    staticTabs: personalTabs(manifest),
    ...configurableTab(manifest),
    validDomains: texts(manifest["validDomains"]),
    showLoadingIndicator: manifest["showLoadingIndicator"] === true,
  };
};

/** File name of the colour icon inside the app package. */
export const colourIcon = (value: unknown): string => text(fields(fields(value)["icons"])["color"]);

/** An app that consists of one page, which serves as every tab and as the configuration page. [TS23] */
export const guestApp = (installed: InstalledApp, address: URL): InstalledApp => ({
  ...installed,
  staticTabs: [{ entityId: "guest", name: address.host, contentUrl: address.href }],
  configurableTab: { configurationUrl: address.href, canUpdate: true },
  validDomains: [address.host],
  showLoadingIndicator: false,
});
