import { err, ok } from "#shared/domain/result.ts";
import { person } from "#shared/domain/transfer/records.ts";
import { listOf, objectOf } from "#shared/domain/transfer/shape.ts";
import type { Leadership, LeadershipRegister } from "#shared/ports/leadership.ts";
import { parseJson } from "./json.ts";
import { SETTING_KEYS, settingCodec } from "./lists/settings.ts";
import { rackOf } from "./repository/racks.ts";
import { save } from "./repository/rowWrites.ts";
import { createTables } from "./repository/tables.ts";
import type { SendToGraph } from "./request/call.ts";
import { accessErrorOf } from "./request/failure.ts";
import { scopesOf, type SiteAccess } from "./scopes.ts";

export interface LeadershipOptions {
  readonly send: SendToGraph;
  /** `host:/sites/name` */
  readonly homeSite: string;
  readonly siteAccess?: SiteAccess;
}

const leadershipShape = objectOf<Leadership>({ leads: listOf(person), owners: listOf(person) });

export const createLeadershipRegister = ({
  send,
  homeSite: site,
  siteAccess = "selected",
}: LeadershipOptions): LeadershipRegister => {
  const scopes = scopesOf("okrs", siteAccess);
  const { settings } = createTables({ send, site, scopes, onWarning: () => undefined }).home;
  const key = SETTING_KEYS.leadership;
  return {
    read: async () => {
      const row = await settings.find(key);
      if (!row.ok) return err(accessErrorOf(row.error, settings.listName));
      if (!row.value) return ok(undefined);
      const read = leadershipShape(parseJson(row.value.record.text), "");
      return read.ok ? read : err({ type: "Unexpected", code: "leadershipUnreadable" });
    },
    write: async (leadership) => {
      const record = { key, text: JSON.stringify(leadership) };
      const saved = await save({ send }, rackOf(settings, settingCodec), key, record);
      if (saved.type === "Written") return ok(undefined);
      return err(saved.type === "Failed" ? saved.error : { type: "Unexpected", code: `leadership${saved.type}` });
    },
  };
};
