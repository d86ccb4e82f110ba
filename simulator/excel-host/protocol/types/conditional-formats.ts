import { intersects, sameRect } from "../../model/address.ts";
import type { ConditionalFormat, ConditionalRule } from "../../model/rules.ts";
import {
  addConditionalFormat,
  deleteConditionalFormats,
  moveConditionalFormat,
  updateConditionalFormat,
} from "../../model/conditional-rules.ts";
import { itemNotFound, notImplemented, unwrap } from "../api-error.ts";
import { flag, text, whole } from "../arguments.ts";
import type { TypeDefinition } from "../definition.ts";
import { readOnly, readWrite } from "../definition.ts";
import type { Areas, ConditionalFormatTarget, ObjectOrNull, Remote, TypeName } from "../targets.ts";
import { NULL_OBJECT, remote } from "../targets.ts";
import { rangeAt, rectsOf } from "./areas.ts";
import { areasRemote } from "./special-cells.ts";

export const formatOf = ({ sheet, id }: ConditionalFormatTarget): ConditionalFormat => {
  const found = sheet.conditionalFormats.find((entry) => entry.id === id);
  if (!found) throw itemNotFound();
  return found;
};

const within = (areas: Areas): readonly ConditionalFormat[] =>
  areas.sheet.conditionalFormats.filter((entry) =>
    entry.areas.some((area) => rectsOf(areas).some((part) => intersects(area, part))),
  );

const asRemote = ({ sheet }: Areas, { id }: ConditionalFormat): Remote => remote("ConditionalFormat", { sheet, id });

/** What a new format of each type starts as; types that are missing are not emulated. */
const EMPTY_RULES: Readonly<Record<string, ConditionalRule>> = {
  Custom: { type: "Custom", formula: "", style: {} },
  CellValue: { type: "CellValue", operator: "EqualTo", formula1: "=0", style: {} },
  ContainsText: { type: "ContainsText", operator: "Contains", text: "", style: {} },
  ColorScale: {
    type: "ColorScale",
    minimum: { type: "LowestValue", color: "#F8696B" },
    maximum: { type: "HighestValue", color: "#63BE7B" },
  },
  DataBar: { type: "DataBar", color: "#638EC6", showValue: true },
};

const add = (areas: Areas, type: unknown): Remote => {
  const name = text(type);
  const key = Object.keys(EMPTY_RULES).find((entry) => entry.toLowerCase() === name.toLowerCase());
  const rule = key === undefined ? undefined : EMPTY_RULES[key];
  if (!rule) throw notImplemented(`ConditionalFormatCollection.add("${name}")`);
  return asRemote(areas, unwrap(addConditionalFormat(areas.sheet, rectsOf(areas), rule)));
};

export const conditionalFormatCollection: TypeDefinition<Areas> = {
  items: (areas) => within(areas).map((entry) => asRemote(areas, entry)),
  methods: {
    Add: (areas, [type]) => add(areas, type),
    GetCount: (areas) => within(areas).length,
    ClearAll: (areas) => {
      const isGone = (entry: ConditionalFormat): boolean =>
        entry.areas.every((area) => rectsOf(areas).some((part) => sameRect(area, part) || intersects(area, part)));
      unwrap(
        deleteConditionalFormats(
          areas.sheet,
          within(areas)
            .filter(isGone)
            .map((entry) => entry.id),
        ),
      );
      return null;
    },
    GetItem: (areas, [id]) => {
      const found = within(areas).find((entry) => entry.id === text(id));
      if (!found) throw itemNotFound();
      return asRemote(areas, found);
    },
    GetItemOrNullObject: (areas, [id]) => {
      const found = within(areas).find((entry) => entry.id === text(id));
      return found ? asRemote(areas, found) : NULL_OBJECT;
    },
    GetItemAt: (areas, [index]) => {
      const found = within(areas)[whole(index)];
      if (!found) throw itemNotFound();
      return asRemote(areas, found);
    },
  },
};

const part =
  (type: ConditionalRule["type"], name: TypeName & `${string}ConditionalFormat`) =>
  (target: ConditionalFormatTarget): ObjectOrNull =>
    formatOf(target).rule.type === type ? remote(name, target) : NULL_OBJECT;

const parts = (
  member: string,
  type: ConditionalRule["type"],
  name: TypeName & `${string}ConditionalFormat`,
): Readonly<Record<string, (target: ConditionalFormatTarget) => ObjectOrNull>> => ({
  [member]: part(type, name),
  [`${member}OrNullObject`]: part(type, name),
});

export const conditionalFormat: TypeDefinition<ConditionalFormatTarget> = {
  identity: "Id",
  properties: {
    Id: readOnly(({ id }) => id),
    Type: readOnly((target) => formatOf(target).rule.type),
    Priority: readWrite(
      (target) => target.sheet.conditionalFormats.indexOf(formatOf(target)),
      ({ sheet, id }, value) => unwrap(moveConditionalFormat(sheet, id, whole(value))),
    ),
    StopIfTrue: readWrite(
      (target) => formatOf(target).stopIfTrue,
      ({ sheet, id }, value) =>
        unwrap(updateConditionalFormat(sheet, id, (entry) => ({ ...entry, stopIfTrue: flag(value) }))),
    ),
  },
  objects: {
    ...parts("Custom", "Custom", "CustomConditionalFormat"),
    ...parts("CellValue", "CellValue", "CellValueConditionalFormat"),
    ...parts("TextComparison", "ContainsText", "TextConditionalFormat"),
    ...parts("ColorScale", "ColorScale", "ColorScaleConditionalFormat"),
    ...parts("DataBar", "DataBar", "DataBarConditionalFormat"),
  },
  methods: {
    Delete: ({ sheet, id }) => {
      unwrap(deleteConditionalFormats(sheet, [id]));
      return null;
    },
    GetRange: (target) => {
      const [area] = formatOf(target).areas;
      if (!area) throw itemNotFound();
      return rangeAt(target.sheet, area);
    },
    GetRangeOrNullObject: (target) => {
      const { areas } = formatOf(target);
      const [area] = areas;
      return area && areas.length === 1 ? rangeAt(target.sheet, area) : NULL_OBJECT;
    },
    GetRanges: (target) => areasRemote(target.sheet, formatOf(target).areas),
  },
  exists: ({ sheet, id }) => sheet.conditionalFormats.some((entry) => entry.id === id),
};
