import type { Rect } from "./address.ts";
import type { Outcome } from "./outcome.ts";
import { done, refused } from "./outcome.ts";
import { guardOption } from "./protection.ts";
import type { ConditionalFormat, ConditionalRule } from "./rules.ts";
import type { Worksheet } from "./types.ts";

const allowed = (sheet: Worksheet): Outcome<undefined> => guardOption(sheet, "allowFormatCells");

/** Adds a format with the highest priority. */
export const addConditionalFormat = (
  sheet: Worksheet,
  areas: readonly Rect[],
  rule: ConditionalRule,
): Outcome<ConditionalFormat> => {
  const permission = allowed(sheet);
  if (!permission.ok) return permission;
  const { workbook } = sheet;
  const id = `{CF${String(workbook.nextId).padStart(6, "0")}-0000-4000-8000-000000000000}`;
  workbook.nextId += 1;
  const entry: ConditionalFormat = { id, areas, rule, stopIfTrue: false };
  workbook.journal.set(sheet, "conditionalFormats", [entry, ...sheet.conditionalFormats]);
  return done(entry);
};

export const updateConditionalFormat = (
  sheet: Worksheet,
  id: string,
  change: (entry: ConditionalFormat) => ConditionalFormat,
): Outcome<undefined> => {
  const permission = allowed(sheet);
  if (!permission.ok) return permission;
  const next = sheet.conditionalFormats.map((entry) => (entry.id === id ? change(entry) : entry));
  sheet.workbook.journal.set(sheet, "conditionalFormats", next);
  return done(undefined);
};

export const deleteConditionalFormats = (sheet: Worksheet, ids: readonly string[]): Outcome<undefined> => {
  const permission = allowed(sheet);
  if (!permission.ok) return permission;
  const next = sheet.conditionalFormats.filter((entry) => !ids.includes(entry.id));
  sheet.workbook.journal.set(sheet, "conditionalFormats", next);
  return done(undefined);
};

/** Gives a format another priority; 0 is the first. */
export const moveConditionalFormat = (sheet: Worksheet, id: string, priority: number): Outcome<undefined> => {
  const permission = allowed(sheet);
  if (!permission.ok) return permission;
  const entry = sheet.conditionalFormats.find((other) => other.id === id);
  if (!entry || priority < 0 || priority >= sheet.conditionalFormats.length) {
    return refused("InvalidArgument", "The priority is outside the list.");
  }
  const others = sheet.conditionalFormats.filter((other) => other !== entry);
  sheet.workbook.journal.set(sheet, "conditionalFormats", others.toSpliced(priority, 0, entry));
  return done(undefined);
};
