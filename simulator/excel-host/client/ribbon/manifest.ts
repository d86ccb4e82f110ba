/**
 * What the host needs from an app's unified manifest (schema 1.30, `extensions[0]`).
 * Anything of the manifest that the simulated ribbon cannot show is named in `notSimulated`.
 */
export interface AddinCommand {
  readonly id: string;
  readonly label: string;
  readonly tip: { readonly title: string; readonly description: string };
  /** Address of the picture that is nearest to 32 pixels. */
  readonly iconUrl: string | undefined;
  readonly enabled: boolean;
  readonly visible: boolean;
  readonly kind:
    | { readonly type: "openPage"; readonly pageUrl: string; readonly runtimeId: string }
    | {
        readonly type: "executeFunction";
        readonly actionId: string;
        readonly pageUrl: string;
        readonly runtimeId: string;
      }
    | { readonly type: "menu"; readonly items: readonly AddinCommand[] };
}

export interface AddinGroup {
  readonly id: string;
  readonly label: string;
  readonly commands: readonly AddinCommand[];
}

export interface AddinTab {
  readonly id: string;
  readonly label: string;
  /** Set when the groups belong on one of the host's own tabs, for example `TabHome`. */
  readonly builtInTabId: string | undefined;
  readonly groups: readonly AddinGroup[];
}

export interface AddinShortcut {
  /** As written in the manifest, for example `Ctrl+Alt+Up`. */
  readonly key: string;
  readonly actionId: string;
}

/** A function that the add-in offers to formulas. */
export interface AddinFunction {
  /** With its namespace, for example `DRUMBEAT.PROGRESS`. */
  readonly name: string;
  readonly id: string;
  readonly parameters: number;
  readonly stream: boolean;
  readonly cancelable: boolean;
}

export interface Addin {
  readonly id: string;
  readonly name: string;
  /** Page of the task pane; undefined when the manifest has none. */
  readonly pageUrl: string | undefined;
  readonly hasSharedRuntime: boolean;
  readonly customFunctions: readonly AddinFunction[];
  readonly tabs: readonly AddinTab[];
  readonly shortcuts: readonly AddinShortcut[];
  readonly notSimulated: readonly string[];
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const objects = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
const object = (value: unknown): Json => (isObject(value) ? value : {});
const text = (value: unknown): string => (typeof value === "string" ? value : "");

interface Action {
  readonly type: string;
  readonly runtimeId: string;
  readonly pageUrl: string;
}

interface Reading {
  readonly actions: ReadonlyMap<string, Action>;
  readonly notSimulated: string[];
}

const nearestIcon = (icons: unknown): string | undefined =>
  objects(icons)
    .map((icon) => ({ url: text(icon["url"]), distance: Math.abs(Number(icon["size"]) - 32) }))
    .filter(({ url }) => url !== "")
    .sort((a, b) => a.distance - b.distance)[0]?.url;

const readActions = (runtimes: readonly Json[]): ReadonlyMap<string, Action> =>
  new Map(
    runtimes.flatMap((runtime) =>
      objects(runtime["actions"]).map((action): [string, Action] => [
        text(action["id"]),
        {
          type: text(action["type"]),
          runtimeId: text(runtime["id"]),
          pageUrl: text(object(runtime["code"])["page"]),
        },
      ]),
    ),
  );

const readKind = (control: Json, reading: Reading): AddinCommand["kind"] | undefined => {
  const id = text(control["id"]);
  if (control["type"] === "menu")
    return { type: "menu", items: objects(control["items"]).flatMap((item) => readCommand(item, reading)) };
  const actionId = text(control["actionId"]);
  const action = reading.actions.get(actionId);
  if (action?.type === "openPage") return { type: "openPage", pageUrl: action.pageUrl, runtimeId: action.runtimeId };
  if (action?.type === "executeFunction")
    return { type: "executeFunction", actionId, pageUrl: action.pageUrl, runtimeId: action.runtimeId };
  reading.notSimulated.push(
    action === undefined
      ? `control ${id}: no runtime declares the action "${actionId}"`
      : `control ${id}: action type ${action.type}`,
  );
  return undefined;
};

const readCommand = (control: Json, reading: Reading): AddinCommand[] => {
  const kind = readKind(control, reading);
  if (kind === undefined) return [];
  const tip = object(control["supertip"]);
  const label = text(control["label"]);
  return [
    {
      id: text(control["id"]),
      label,
      tip: { title: text(tip["title"]) || label, description: text(tip["description"]) },
      iconUrl: nearestIcon(control["icons"]),
      enabled: control["enabled"] !== false,
      visible: control["visible"] !== false,
      kind,
    },
  ];
};

const readGroup = (group: Json, reading: Reading): AddinGroup[] => {
  if (text(group["builtInGroupId"]) !== "") {
    reading.notSimulated.push(`built-in group ${text(group["builtInGroupId"])}`);
    return [];
  }
  const commands = objects(group["controls"]).flatMap((control) => {
    if (text(control["builtInControlId"]) === "") return readCommand(control, reading);
    reading.notSimulated.push(`built-in control ${text(control["builtInControlId"])}`);
    return [];
  });
  return [{ id: text(group["id"]), label: text(group["label"]), commands }];
};

const readTabs = (ribbons: readonly Json[], reading: Reading): readonly AddinTab[] =>
  ribbons.flatMap((ribbon) =>
    objects(ribbon["tabs"]).map((tab) => ({
      id: text(tab["id"]) || text(tab["builtInTabId"]),
      label: text(tab["label"]),
      builtInTabId: text(tab["builtInTabId"]) || undefined,
      groups: objects(tab["groups"]).flatMap((group) => readGroup(group, reading)),
    })),
  );

const readFunctions = (declared: Json, reading: Reading): readonly AddinFunction[] => {
  const namespace = text(object(declared["namespace"])["name"]);
  if (text(declared["metadataUrl"]) !== "") reading.notSimulated.push("custom functions described by metadataUrl");
  return objects(declared["functions"]).map((entry) => ({
    name: [namespace, text(entry["name"])].filter((part) => part !== "").join("."),
    id: text(entry["id"]),
    parameters: objects(entry["parameters"]).length,
    stream: entry["stream"] === true,
    cancelable: entry["cancelable"] === true,
  }));
};

/** Only functions can be run by keys. Learn: "Add custom keyboard shortcuts to your Office Add-ins". */
const readShortcuts = (extension: Json, { actions, notSimulated }: Reading): readonly AddinShortcut[] =>
  objects(extension["keyboardShortcuts"]).flatMap((entry) =>
    objects(entry["shortcuts"]).flatMap((shortcut): AddinShortcut[] => {
      const key = object(shortcut["key"]);
      const actionId = text(shortcut["actionId"]);
      if (actions.get(actionId)?.type === "executeFunction")
        return [{ key: text(key["web"]) || text(key["default"]), actionId }];
      notSimulated.push(`shortcut for "${actionId}": no function of that name`);
      return [];
    }),
  );

/** Reads the manifest of an app with an Excel extension; undefined when the app has none. */
export const readAddin = (manifest: unknown): Addin | undefined => {
  const root = object(manifest);
  const extension = objects(root["extensions"]).find((candidate) => {
    const scopes = object(candidate["requirements"])["scopes"];
    return !Array.isArray(scopes) || scopes.includes("workbook");
  });
  if (extension === undefined) return undefined;
  const runtimes = objects(extension["runtimes"]);
  const reading: Reading = { actions: readActions(runtimes), notSimulated: [] };
  const pages = [...reading.actions.values()];
  const page = pages.find(({ type }) => type === "openPage") ?? pages[0];
  return {
    id: text(root["id"]),
    name: text(object(root["name"])["short"]),
    pageUrl: page?.pageUrl,
    hasSharedRuntime: runtimes.some(({ lifetime }) => lifetime === "long"),
    customFunctions: runtimes.flatMap((runtime) => readFunctions(object(runtime["customFunctions"]), reading)),
    tabs: readTabs(objects(extension["ribbons"]), reading),
    shortcuts: readShortcuts(extension, reading),
    notSimulated: reading.notSimulated,
  };
};

/** An add-in known only by the address of its page: one button that opens it. */
export const addinFromPage = (pageUrl: string): Addin => ({
  id: pageUrl,
  name: new URL(pageUrl).host,
  pageUrl,
  hasSharedRuntime: true,
  customFunctions: [],
  tabs: [
    {
      id: "TabHome",
      label: "",
      builtInTabId: "TabHome",
      groups: [
        {
          id: "page",
          label: "Add-in",
          commands: [
            {
              id: "page.open",
              label: "Show pane",
              tip: { title: "Show pane", description: pageUrl },
              iconUrl: undefined,
              enabled: true,
              visible: true,
              kind: { type: "openPage", pageUrl, runtimeId: "page" },
            },
          ],
        },
      ],
    },
  ],
  shortcuts: [],
  notSimulated: [],
});
