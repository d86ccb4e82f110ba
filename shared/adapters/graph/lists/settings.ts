import type { Level } from "#shared/domain/okr/unit.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import { parseJson, textAt } from "../json.ts";
import { malformed, type MalformedColumn } from "./cells.ts";
import type { ListCodec } from "./codec.ts";
import { OWNERS_WRITE } from "./rights.ts";

/** One setting by its key; what the text means depends on the key. */
export interface Setting {
  readonly key: string;
  readonly text: string;
}

export const SETTING_KEYS = {
  schema: "schema",
  organisation: "organisation",
  levels: "levels",
  /** Until schema 2: names of those who may do more than a member. They have a list of their own now. */
  leadership: "leadership",
} as const;

const columns = {
  SettingKey: { kind: "text", required: true, unique: true, description: "Which setting" },
  SettingText: { kind: "note", description: "Its value" },
} as const;

export const settingCodec: ListCodec<Setting, typeof columns> = {
  list: {
    displayName: "Drumbeat Settings",
    description: "Settings of Drumbeat; changed by the app",
    rights: OWNERS_WRITE,
    columns,
  },
  keyColumn: "SettingKey",
  cells: {
    key: (SettingKey) => ({ SettingKey }),
    text: (SettingText) => ({ SettingText }),
  },
  read: (row) => ok({ key: row.SettingKey, text: row.SettingText ?? "" }),
};

export const writeLevels = (levels: readonly Level[]): string =>
  JSON.stringify(levels.map(({ key, name }) => ({ key, name })));

export const readLevels = (text: string): Result<readonly Level[], MalformedColumn> => {
  const list = parseJson(text);
  if (!Array.isArray(list)) return malformed("SettingText");
  const levels: Level[] = [];
  for (const entry of list) {
    const key = textAt(entry, "key");
    const name = textAt(entry, "name");
    if (key === undefined || name === undefined) return malformed("SettingText");
    levels.push({ key, name });
  }
  return ok(levels);
};
