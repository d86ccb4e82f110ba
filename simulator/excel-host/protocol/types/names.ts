import { parseFormula } from "../../calc/parser.ts";
import { evaluateAt } from "../../model/formula-values.ts";
import { addName, areaFormula, deleteName, nameArea } from "../../model/names.ts";
import type { DefinedName } from "../../model/types.ts";
import type { Matrix, Scalar } from "../../model/value.ts";
import { isCellError, toWire } from "../../model/value.ts";
import { invalidArgument, itemNotFound, unwrap } from "../api-error.ts";
import { flag, objectOf, optional, text } from "../arguments.ts";
import type { Session, TypeDefinition } from "../definition.ts";
import { readOnly, readWrite } from "../definition.ts";
import type { Owner, Remote } from "../targets.ts";
import { NULL_OBJECT, orNull, remote } from "../targets.ts";
import { areaOf, fullAddress, rangeAt } from "./areas.ts";
import { valueType } from "./range-values.ts";

const owned = ({ workbook, sheet }: Owner): readonly DefinedName[] =>
  workbook.names.filter(({ scope }) => scope === sheet);

const find = (owner: Owner, key: unknown): DefinedName | undefined =>
  owned(owner).find(({ name }) => name.toLowerCase() === text(key).toLowerCase());

const add = (owner: Owner, name: unknown, reference: unknown, comment: unknown): Remote => {
  const range = objectOf(reference, "Range")?.target;
  const given = range ? areaFormula(range.sheet, areaOf(range)) : String(reference);
  const formula = given.startsWith("=") ? given : `="${given.replaceAll('"', '""')}"`;
  return remote(
    "NamedItem",
    unwrap(addName(owner.workbook, text(name), formula, owner.sheet, optional(comment, text))),
  );
};

export const namedItemCollection: TypeDefinition<Owner> = {
  items: (owner) => owned(owner).map((name) => remote("NamedItem", name)),
  methods: {
    Add: (owner, [name, reference, comment]) => add(owner, name, reference, comment),
    AddFormulaLocal: (owner, [name, formula, comment]) => add(owner, name, formula, comment),
    GetCount: (owner) => owned(owner).length,
    GetItem: (owner, [key]) => {
      const found = find(owner, key);
      if (!found) throw itemNotFound();
      return remote("NamedItem", found);
    },
    GetItemOrNullObject: (owner, [key]) => orNull(find(owner, key), (name) => remote("NamedItem", name)),
  },
};

const valueOf = (name: DefinedName, { workbook }: Session): Scalar | Matrix =>
  evaluateAt(name.scope ?? workbook.activeSheet, { row: 0, column: 0 }, name.formula);

const typeOf = (name: DefinedName, session: Session): string => {
  if (nameArea(session.workbook, name)) return "Range";
  const value = valueOf(name, session);
  if (Array.isArray(value)) return "Array";
  if (isCellError(value)) return "Error";
  return { number: "Double", boolean: "Boolean" }[typeof value as "number"] ?? "String";
};

const shownValue = (name: DefinedName, session: Session): unknown => {
  const range = nameArea(session.workbook, name);
  if (range) return fullAddress(range.sheet, range.area);
  const value = valueOf(name, session);
  return Array.isArray(value) ? null : toWire(value as Scalar);
};

const rangeOf = (name: DefinedName, { workbook }: Session): Remote | undefined => {
  const found = nameArea(workbook, name);
  return found && rangeAt(found.sheet, found.area);
};

const setFormula = (name: DefinedName, value: unknown, { workbook }: Session): void => {
  const formula = text(value);
  if (!parseFormula(formula)) throw invalidArgument();
  workbook.journal.set(name, "formula", formula);
  workbook.calculator.invalidate();
};

export const namedItem: TypeDefinition<DefinedName> = {
  properties: {
    Name: readOnly(({ name }) => name),
    Type: readOnly(typeOf),
    Value: readOnly(shownValue),
    Formula: readWrite(({ formula }) => formula, setFormula),
    Visible: readWrite(
      ({ visible }) => visible,
      (name, value, { workbook }) => workbook.journal.set(name, "visible", flag(value)),
    ),
    Comment: readWrite(
      ({ comment }) => comment,
      (name, value, { workbook }) => workbook.journal.set(name, "comment", text(value)),
    ),
    Scope: readOnly(({ scope }) => (scope ? "Worksheet" : "Workbook")),
  },
  objects: {
    Worksheet: ({ scope }) => {
      if (!scope) throw itemNotFound();
      return remote("Worksheet", scope);
    },
    WorksheetOrNullObject: ({ scope }) => (scope ? remote("Worksheet", scope) : NULL_OBJECT),
    ArrayValues: (name) => remote("NamedItemArrayValues", name),
  },
  methods: {
    GetRange: (name, _, session) => {
      const found = rangeOf(name, session);
      if (!found) throw itemNotFound();
      return found;
    },
    GetRangeOrNullObject: (name, _, session) => rangeOf(name, session) ?? NULL_OBJECT,
    Delete: (name, _, { workbook }) => {
      deleteName(workbook, name);
      return null;
    },
  },
  exists: ({ isDeleted }) => !isDeleted,
};

const rowsOf = (value: Scalar | Matrix): Matrix => (Array.isArray(value) ? (value as Matrix) : [[value as Scalar]]);

export const namedItemArrayValues: TypeDefinition<DefinedName> = {
  properties: {
    Values: readOnly((name, session) => rowsOf(valueOf(name, session)).map((row) => row.map(toWire))),
    Types: readOnly((name, session) => rowsOf(valueOf(name, session)).map((row) => row.map(valueType))),
  },
};
