import type { Rect } from "./address.ts";
import { cellCount } from "./address.ts";
import { eachPosition, formatAt } from "./cells.ts";
import { emit, eventOrigin } from "./emit.ts";
import type { Outcome } from "./outcome.ts";
import { done, refused } from "./outcome.ts";
import type { ProtectionOptions } from "./rules.ts";
import type { Worksheet } from "./types.ts";

const denied = (): Outcome<undefined> => refused("AccessDenied", "You cannot perform the requested operation.");

/** Areas larger than this are judged by their stored cells and the formats of columns and sheet. */
const LARGE = 100_000;

const hasLockedCell = (sheet: Worksheet, area: Rect): boolean => {
  if (cellCount(area) > LARGE) {
    const stored = sheet.cells.within(area).some(({ cell }) => cell.format.locked);
    const columns = [...sheet.columns].filter(
      ([column]) => column >= area.column && column < area.column + area.columns,
    );
    const isAllUnlocked =
      columns.length === area.columns && columns.every(([, props]) => props.format?.locked === false);
    return stored || (sheet.defaultFormat.locked && !isAllUnlocked);
  }
  let locked = false;
  eachPosition(area, (row, column) => {
    locked ||= formatAt(sheet, row, column).locked;
  });
  return locked;
};

/** Whether the content of these cells may be changed. */
export const guardEdit = (sheet: Worksheet, area: Rect): Outcome<undefined> =>
  sheet.protection && hasLockedCell(sheet, area) ? denied() : done(undefined);

export const canEdit = (sheet: Worksheet, area: Rect): boolean => guardEdit(sheet, area).ok;

/** Whether an action is allowed that has a switch of its own under protection. */
export const guardOption = (
  sheet: Worksheet,
  option: Exclude<keyof ProtectionOptions, "selectionMode">,
): Outcome<undefined> => (sheet.protection && sheet.protection.options[option] !== true ? denied() : done(undefined));

/** Whether anything may be changed that no switch allows. */
export const guardUnprotected = (sheet: Worksheet): Outcome<undefined> =>
  sheet.protection ? denied() : done(undefined);

const announce = (sheet: Worksheet): void =>
  emit(sheet.workbook, {
    type: "protectionChanged",
    ...eventOrigin(sheet.workbook),
    sheetId: sheet.id,
    isProtected: sheet.protection !== null,
  });

/** Protects a sheet; Excel forgets the undo steps then. */
export const protect = (sheet: Worksheet, options: ProtectionOptions, password?: string): Outcome<undefined> => {
  if (sheet.protection) return refused("InvalidOperation", "The worksheet is already protected.");
  sheet.protection = password === undefined ? { options } : { options, password };
  sheet.workbook.journal.forget();
  announce(sheet);
  return done(undefined);
};

export const unprotect = (sheet: Worksheet, password?: string): Outcome<undefined> => {
  if (!sheet.protection) return done(undefined);
  const { password: expected } = sheet.protection;
  if (expected !== undefined && expected !== password) {
    return refused("AccessDenied", "The password you supplied is not correct.");
  }
  sheet.protection = null;
  sheet.workbook.journal.forget();
  announce(sheet);
  return done(undefined);
};
