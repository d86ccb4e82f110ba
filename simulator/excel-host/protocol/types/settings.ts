import type { SettingTarget, SheetPropertyTarget } from "../targets.ts";
import { orNull, remote } from "../targets.ts";
import type { Workbook, Worksheet } from "../../model/types.ts";
import { invalidArgument, itemNotFound } from "../api-error.ts";
import { text } from "../arguments.ts";
import type { TypeDefinition } from "../definition.ts";
import { readOnly, readWrite } from "../definition.ts";

/** Copies of a map with one entry more or less: model values are replaced, never changed. */
const withEntry = <V>(map: ReadonlyMap<string, V>, key: string, value: V): ReadonlyMap<string, V> =>
  new Map(map).set(key, value);

const withoutEntry = <V>(map: ReadonlyMap<string, V>, key: string): ReadonlyMap<string, V> =>
  new Map([...map].filter(([other]) => other !== key));

const keyIn = (map: ReadonlyMap<string, unknown>, wanted: string, ignoresCase: boolean): string | undefined =>
  [...map.keys()].find((key) => key === wanted || (ignoresCase && key.toLowerCase() === wanted.toLowerCase()));

const required = <T>(value: T | undefined): T => {
  if (value === undefined) throw itemNotFound();
  return value;
};

const putSetting = ({ workbook, key }: SettingTarget, value: unknown): void =>
  workbook.journal.set(workbook, "settings", withEntry(workbook.settings, key, value));

/** Settings of the add-in kept in the workbook (`workbook.settings`); keys are case-sensitive. */
export const settingCollection: TypeDefinition<Workbook> = {
  items: (workbook) => [...workbook.settings.keys()].map((key) => remote("Setting", { workbook, key })),
  methods: {
    Add: (workbook, [name, value]) => {
      const target = { workbook, key: text(name) };
      putSetting(target, value ?? null);
      return remote("Setting", target);
    },
    GetCount: ({ settings }) => settings.size,
    GetItem: (workbook, [key]) =>
      remote("Setting", { workbook, key: required(keyIn(workbook.settings, text(key), false)) }),
    GetItemOrNullObject: (workbook, [key]) =>
      orNull(keyIn(workbook.settings, text(key), false), (found) => remote("Setting", { workbook, key: found })),
  },
};

export const setting: TypeDefinition<SettingTarget> = {
  properties: {
    Key: readOnly(({ key }) => key),
    Value: readWrite(({ workbook, key }) => workbook.settings.get(key), putSetting),
  },
  methods: {
    Delete: ({ workbook, key }) => {
      workbook.journal.set(workbook, "settings", withoutEntry(workbook.settings, key));
      return null;
    },
  },
  exists: ({ workbook, key }) => workbook.settings.has(key),
};

const putSheetProperty = ({ sheet, key }: SheetPropertyTarget, value: unknown): void =>
  sheet.workbook.journal.set(sheet, "customProperties", withEntry(sheet.customProperties, key, text(value)));

/** `worksheet.customProperties`: texts, keys without regard to case. */
export const worksheetCustomPropertyCollection: TypeDefinition<Worksheet> = {
  items: (sheet) => [...sheet.customProperties.keys()].map((key) => remote("WorksheetCustomProperty", { sheet, key })),
  methods: {
    Add: (sheet, [name, value]) => {
      const key = keyIn(sheet.customProperties, text(name), true) ?? text(name);
      if (key.length > 255) throw invalidArgument();
      putSheetProperty({ sheet, key }, value);
      return remote("WorksheetCustomProperty", { sheet, key });
    },
    GetCount: ({ customProperties }) => customProperties.size,
    GetItem: (sheet, [name]) =>
      remote("WorksheetCustomProperty", { sheet, key: required(keyIn(sheet.customProperties, text(name), true)) }),
    GetItemOrNullObject: (sheet, [name]) =>
      orNull(keyIn(sheet.customProperties, text(name), true), (key) =>
        remote("WorksheetCustomProperty", { sheet, key }),
      ),
  },
};

export const worksheetCustomProperty: TypeDefinition<SheetPropertyTarget> = {
  properties: {
    Key: readOnly(({ key }) => key),
    Value: readWrite(({ sheet, key }) => sheet.customProperties.get(key), putSheetProperty),
  },
  methods: {
    Delete: ({ sheet, key }) => {
      sheet.workbook.journal.set(sheet, "customProperties", withoutEntry(sheet.customProperties, key));
      return null;
    },
  },
  exists: ({ sheet, key }) => sheet.customProperties.has(key),
};

const CUSTOM = "custom:";

const customKey = (workbook: Workbook, name: string): string | undefined =>
  keyIn(workbook.properties, CUSTOM + name, true);

const customOf = (workbook: Workbook): readonly string[] =>
  [...workbook.properties.keys()].filter((key) => key.startsWith(CUSTOM)).map((key) => key.slice(CUSTOM.length));

const putProperty = (workbook: Workbook, key: string, value: unknown): void =>
  workbook.journal.set(workbook, "properties", withEntry(workbook.properties, key, value));

const document = (name: string) =>
  readWrite<Workbook>(
    (workbook) => workbook.properties.get(name) ?? "",
    (workbook, value) => putProperty(workbook, name, text(value)),
  );

export const documentProperties: TypeDefinition<Workbook> = {
  properties: {
    Title: document("title"),
    Subject: document("subject"),
    Author: document("author"),
    Keywords: document("keywords"),
    Comments: document("comments"),
    Category: document("category"),
    Manager: document("manager"),
    Company: document("company"),
    LastAuthor: readOnly(({ properties }) => properties.get("lastAuthor") ?? ""),
  },
  objects: { Custom: (workbook) => remote("CustomPropertyCollection", workbook) },
};

const TYPES: Readonly<Record<string, string>> = { number: "Number", boolean: "Boolean", string: "String" };

export const customPropertyCollection: TypeDefinition<Workbook> = {
  items: (workbook) => customOf(workbook).map((key) => remote("CustomProperty", { workbook, key })),
  methods: {
    Add: (workbook, [name, value]) => {
      const key = (customKey(workbook, text(name)) ?? CUSTOM + text(name)).slice(CUSTOM.length);
      if (key === "" || key.length > 255 || !((typeof value) in TYPES)) throw invalidArgument();
      putProperty(workbook, CUSTOM + key, value);
      return remote("CustomProperty", { workbook, key });
    },
    DeleteAll: (workbook) => {
      const kept = [...workbook.properties].filter(([key]) => !key.startsWith(CUSTOM));
      workbook.journal.set(workbook, "properties", new Map(kept));
      return null;
    },
    GetCount: (workbook) => customOf(workbook).length,
    GetItem: (workbook, [name]) =>
      remote("CustomProperty", { workbook, key: required(customKey(workbook, text(name))).slice(CUSTOM.length) }),
    GetItemOrNullObject: (workbook, [name]) =>
      orNull(customKey(workbook, text(name)), (key) =>
        remote("CustomProperty", { workbook, key: key.slice(CUSTOM.length) }),
      ),
  },
};

export const customProperty: TypeDefinition<SettingTarget> = {
  identity: "Key",
  properties: {
    Key: readOnly(({ key }) => key),
    Value: readWrite(
      ({ workbook, key }) => workbook.properties.get(CUSTOM + key),
      ({ workbook, key }, value) => putProperty(workbook, CUSTOM + key, value),
    ),
    Type: readOnly(({ workbook, key }) => TYPES[typeof workbook.properties.get(CUSTOM + key)]),
  },
  methods: {
    Delete: ({ workbook, key }) => {
      workbook.journal.set(workbook, "properties", withoutEntry(workbook.properties, CUSTOM + key));
      return null;
    },
  },
  exists: ({ workbook, key }) => workbook.properties.has(CUSTOM + key),
};
