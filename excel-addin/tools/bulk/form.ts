import type { BulkKind, BulkOperation, DayStep, TextField } from "#shared/domain/bulk/operation.ts";
import { readNumber } from "#shared/domain/entry/number.ts";
import { tidyLine } from "#shared/domain/entry/text.ts";
import type { CycleKey, UnitKey } from "#shared/domain/okr/ids.ts";
import type { Person } from "#shared/domain/okr/person.ts";

/** Everything the form holds, also for operations that are not chosen now: nobody types anything twice. */
export interface BulkForm {
  readonly kind: BulkKind;
  readonly cycle: CycleKey | undefined;
  readonly moveDays: boolean;
  /** `none`: the cells are to be emptied. */
  readonly owner: { readonly person: Person; readonly text: string } | "none" | undefined;
  readonly by: string;
  readonly step: DayStep;
  readonly factor: string;
  readonly unit: string;
  readonly starts: boolean;
  readonly currents: boolean;
  readonly decimals: number | undefined;
  readonly parent: { readonly id: string } | "none" | undefined;
  readonly addParent: boolean;
  readonly keepProgress: boolean;
  readonly units: readonly UnitKey[];
  readonly rename: boolean;
  readonly parents: "same" | "original" | "none";
  readonly keepOwner: boolean;
  readonly find: string;
  readonly replacement: string;
  readonly wholeWord: boolean;
  readonly matchCase: boolean;
  readonly fields: readonly TextField[];
}

export const EMPTY_FORM: BulkForm = {
  kind: "moveCycle",
  cycle: undefined,
  moveDays: true,
  owner: undefined,
  by: "",
  step: "weeks",
  factor: "",
  unit: "",
  starts: false,
  currents: false,
  decimals: undefined,
  parent: undefined,
  addParent: false,
  keepProgress: false,
  units: [],
  rename: true,
  parents: "same",
  keepOwner: false,
  find: "",
  replacement: "",
  wholeWord: false,
  matchCase: false,
  fields: ["title"],
};

/** A number as people here type it; undefined for anything else. */
export const typedNumber = (text: string, locale: string): number | undefined => {
  const read = readNumber(text, locale);
  return read.ok ? read.value.value : undefined;
};

type Reader = (form: BulkForm, locale: string) => BulkOperation | undefined;

const rescaleOf: Reader = (form, locale) => {
  const unit = tidyLine(form.unit);
  const factor = form.factor.trim() === "" && unit !== "" ? 1 : typedNumber(form.factor, locale);
  if (factor === undefined || (factor === 1 && unit === "")) return undefined;
  const { starts, currents, decimals } = form;
  return {
    kind: "rescale",
    factor,
    starts,
    currents,
    ...(unit === "" ? {} : { unit }),
    ...(decimals === undefined ? {} : { decimals }),
  };
};

const shiftOf: Reader = ({ by: typed, step }, locale) => {
  const by = typedNumber(typed, locale);
  return by === undefined || by === 0 || !Number.isInteger(by) ? undefined : { kind: "shiftDays", by, step };
};

const parentOf: Reader = ({ parent, addParent }) => {
  if (parent === undefined) return undefined;
  return parent === "none"
    ? { kind: "setParent", add: false }
    : { kind: "setParent", parent: parent.id, add: addParent };
};

const ownerOf: Reader = ({ owner }) => {
  if (owner === undefined) return undefined;
  return owner === "none" ? { kind: "setOwner" } : { kind: "setOwner", owner };
};

const replaceOf: Reader = ({ find, replacement, wholeWord, matchCase, fields }) =>
  find === "" || fields.length === 0 ? undefined : { kind: "replace", find, replacement, wholeWord, matchCase, fields };

const READERS: Readonly<Record<BulkKind, Reader>> = {
  moveCycle: ({ cycle, moveDays }) => cycle && { kind: "moveCycle", cycle, moveDays },
  carryOver: ({ cycle, keepProgress }) => cycle && { kind: "carryOver", cycle, keepProgress },
  setOwner: ownerOf,
  shiftDays: shiftOf,
  rescale: rescaleOf,
  setParent: parentOf,
  clone: ({ units, rename, parents, keepOwner }) =>
    units.length === 0 ? undefined : { kind: "clone", units, rename, parents, keepOwner },
  replace: replaceOf,
};

/** What the form asks for; undefined while something is missing in it. */
export const operationOf = (form: BulkForm, locale: string): BulkOperation | undefined =>
  READERS[form.kind](form, locale);
