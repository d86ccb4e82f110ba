import { ApiError } from "../api-error.ts";
import { flag, text } from "../arguments.ts";
import type { TypeDefinition } from "../definition.ts";
import { readOnly, readWrite } from "../definition.ts";
import type { RibbonPart } from "../targets.ts";
import { remote } from "../targets.ts";
import type { RibbonState } from "./state.ts";

export const createRibbonState = (changed: () => void): RibbonState => ({
  enabled: new Map(),
  visible: new Map(),
  changed,
});

const invalid = (): ApiError => new ApiError("InvalidArgument", "The ribbon update can't be read.");

const asEntries = (value: unknown): readonly Readonly<Record<string, unknown>>[] => {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw invalid();
  return value.map((entry: unknown) => {
    if (typeof entry !== "object" || entry === null) throw invalid();
    return entry as Readonly<Record<string, unknown>>;
  });
};

const applyControl = (state: RibbonState, control: Readonly<Record<string, unknown>>): void => {
  const { id, enabled } = control;
  if (typeof id !== "string") throw invalid();
  if (typeof enabled === "boolean") state.enabled.set(id, enabled);
};

const applyTab = (state: RibbonState, tab: Readonly<Record<string, unknown>>): void => {
  const { id, visible, groups, controls } = tab;
  if (typeof id !== "string") throw invalid();
  if (typeof visible === "boolean") state.visible.set(id, visible);
  for (const group of asEntries(groups)) applyTab(state, group);
  for (const control of asEntries(controls)) applyControl(state, control);
};

/** `Office.ribbon.requestUpdate`: `{tabs: [{id, visible?, groups: [{id, controls: [{id, enabled}]}], controls?}]}`. */
const executeUpdate = (state: RibbonState, json: unknown): null => {
  const update: unknown = typeof json === "string" ? JSON.parse(json) : json;
  if (typeof update !== "object" || update === null || !("tabs" in update)) throw invalid();
  for (const tab of asEntries(update.tabs)) applyTab(state, tab);
  state.changed();
  return null;
};

export const dynamicRibbon: TypeDefinition<RibbonState> = {
  methods: {
    GetButton: (ribbon, [id]) => remote("RibbonButton", { ribbon, id: text(id) }),
    GetTab: (ribbon, [id]) => remote("RibbonTab", { ribbon, id: text(id) }),
    ExecuteRequestUpdate: (ribbon, [json]) => executeUpdate(ribbon, json),
  },
};

const setEnabled = ({ ribbon, id }: RibbonPart, value: unknown): null => {
  ribbon.enabled.set(id, flag(value));
  ribbon.changed();
  return null;
};

const setVisible = ({ ribbon, id }: RibbonPart, value: unknown): null => {
  ribbon.visible.set(id, flag(value));
  ribbon.changed();
  return null;
};

export const ribbonButton: TypeDefinition<RibbonPart> = {
  identity: "Id",
  properties: {
    Id: readOnly(({ id }) => id),
    Enabled: readWrite(({ ribbon, id }) => ribbon.enabled.get(id) ?? true, setEnabled),
    Label: readOnly(({ id }) => id),
  },
  methods: { SetEnabled: (part, [value]) => setEnabled(part, value) },
};

export const ribbonTab: TypeDefinition<RibbonPart> = {
  identity: "Id",
  properties: {
    Id: readOnly(({ id }) => id),
    Visibility: readWrite(({ ribbon, id }) => ribbon.visible.get(id) ?? true, setVisible),
  },
  methods: { SetVisibility: (part, [value]) => setVisible(part, value) },
};
