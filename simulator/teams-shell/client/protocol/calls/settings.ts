import type { TabSettings } from "../../../wire.ts";
import type { CallTable } from "../host.ts";
import { isRecord, textOf } from "../message.ts";
import type { Outcome } from "./navigation.ts";

export interface SettingsPort {
  /** Undefined for a tab that has not been saved yet. */
  readonly settingsOf: (pageId: string) => TabSettings | undefined;
  readonly changeSettings: (pageId: string, settings: TabSettings) => Outcome;
  readonly setValidity: (pageId: string, valid: boolean) => void;
  readonly saved: (pageId: string, outcome: Outcome) => void;
  readonly removed: (pageId: string, outcome: Outcome) => void;
}

const wireSettings = (settings: TabSettings | undefined): object =>
  settings === undefined
    ? {}
    : {
        entityId: settings.entityId,
        contentUrl: settings.contentUrl,
        suggestedDisplayName: settings.name,
        ...(settings.websiteUrl === undefined ? {} : { websiteUrl: settings.websiteUrl }),
        ...(settings.removeUrl === undefined ? {} : { removeUrl: settings.removeUrl }),
      };

/** Undefined when what `pages.config.setConfig` requires is missing. */
const readSettings = (value: unknown): TabSettings | undefined => {
  if (!isRecord(value)) return undefined;
  const entityId = textOf(value["entityId"]);
  const contentUrl = textOf(value["contentUrl"]);
  if (entityId === undefined || contentUrl === undefined) return undefined;
  const websiteUrl = textOf(value["websiteUrl"]);
  const removeUrl = textOf(value["removeUrl"]);
  return {
    entityId,
    contentUrl,
    name: textOf(value["suggestedDisplayName"]) ?? "",
    ...(websiteUrl === undefined ? {} : { websiteUrl }),
    ...(removeUrl === undefined ? {} : { removeUrl }),
  };
};

const failure = ([reason]: readonly unknown[]): Outcome => ({ ok: false, reason: textOf(reason) ?? "" });

/** The configuration page of a channel tab. [TS9] [TS10] */
export const settingsCalls = (port: SettingsPort): CallTable => ({
  "settings.getSettings": ({ page, reply }) => reply(wireSettings(port.settingsOf(page.id))),
  "settings.setSettings": ({ page, args, reply }) => {
    const settings = readSettings(args[0]);
    if (settings === undefined) {
      reply(false, "setConfig needs entityId and contentUrl.");
      return;
    }
    const outcome = port.changeSettings(page.id, settings);
    if (outcome.ok) reply(true);
    else reply(false, outcome.reason);
  },
  "settings.setValidityState": ({ page, args }) => port.setValidity(page.id, args[0] === true),
  "settings.save.success": ({ page }) => port.saved(page.id, { ok: true }),
  "settings.save.failure": ({ page, args }) => port.saved(page.id, failure(args)),
  "settings.remove.success": ({ page }) => port.removed(page.id, { ok: true }),
  "settings.remove.failure": ({ page, args }) => port.removed(page.id, failure(args)),
});
