/** Structure by Learn, "Office Add-ins XML manifest" and MS-OWEMXML: the order of elements matters. */
import { describe, expect, it } from "@jest/globals";
import { conformanceManifest } from "../../../manifest/conformance.ts";
import { excelManifest } from "../../../manifest/excel.ts";
import { functionsMetadata } from "../../../manifest/functions.ts";
import { shortcutsFile } from "../../../manifest/shortcuts.ts";
import { teamsManifest } from "../../../manifest/teams.ts";
import { values } from "./support.ts";
import { at, descendants, parseXml, type Element } from "./xml.ts";

const ORDER: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    "Id",
    "AlternateId",
    "Version",
    "ProviderName",
    "DefaultLocale",
    "DisplayName",
    "Description",
    "IconUrl",
    "HighResolutionIconUrl",
    "SupportUrl",
    "AppDomains",
    "Hosts",
    "Requirements",
    "DefaultSettings",
    "Permissions",
    "VersionOverrides",
    "ExtendedOverrides",
  ],
  VersionOverrides: ["Description", "Requirements", "Hosts", "Resources", "WebApplicationInfo", "EquivalentAddins"],
  Resources: ["bt:Images", "bt:Urls", "bt:ShortStrings", "bt:LongStrings"],
  Host: ["Runtimes", "AllFormFactors", "DesktopFormFactor"],
  ExtensionPoint: ["Script", "Page", "Metadata", "Namespace", "OfficeTab"],
  Group: ["Label", "Icon", "Control"],
  Control: ["Label", "Supertip", "Icon", "Action"],
  Supertip: ["Title", "Description"],
  DesktopFormFactor: ["GetStarted", "FunctionFile", "ExtensionPoint"],
};

const named = (root: Element, name: string): readonly Element[] =>
  descendants(root).filter((element) => element.name === name);

const orderProblems = (root: Element): readonly string[] =>
  descendants(root).flatMap(({ name, children }) => {
    const order = ORDER[name];
    if (!order) return [];
    const places = children.map((child) => order.indexOf(child.name));
    const wrong = children.filter((_, index) => (places[index] ?? -1) < Math.max(0, ...places.slice(0, index)));
    return wrong.map((child) => `<${child.name}> is out of place in <${name}>`);
  });

const resourceProblems = (root: Element): readonly string[] => {
  const defined = at(root, "VersionOverrides", "Resources")
    .children.flatMap(({ children }) => children)
    .map(({ attributes }) => attributes["id"] ?? "");
  const used = descendants(root).flatMap(({ attributes }) => attributes["resid"] ?? []);
  return [
    ...used.filter((id) => !defined.includes(id)).map((id) => `${id} is not defined`),
    ...defined.filter((id) => !used.includes(id)).map((id) => `${id} is not used`),
    ...defined.filter((id, index) => defined.indexOf(id) !== index).map((id) => `${id} is defined twice`),
    ...defined.filter((id) => id.length > 32).map((id) => `${id} is longer than 32 letters`),
  ];
};

/** Limits by MS-OWEMXML: short strings 125, long ones 250 characters; display name 125, description 250. */
const lengthProblems = (root: Element): readonly string[] => {
  const limit = (name: string, most: number): readonly string[] =>
    named(root, name)
      .flatMap((element) => descendants(element))
      .flatMap(({ attributes }) => [attributes["DefaultValue"], attributes["Value"]])
      .filter((text) => text !== undefined && text.length > most)
      .map((text) => `${name}: ${text}`);
  return [
    ...limit("bt:ShortStrings", 125),
    ...limit("bt:LongStrings", 250),
    ...limit("DisplayName", 125),
    ...limit("Description", 250),
  ];
};

const text = excelManifest(values());
const root = parseXml(text);
const unified = teamsManifest(values());
const [extension] = unified.extensions;
const [runtime] = extension?.runtimes ?? [];

describe("the XML manifest", () => {
  it("is a task pane add-in for workbooks, with its elements in order", () => {
    expect(root.name).toBe("OfficeApp");
    expect(root.uri).toBe("http://schemas.microsoft.com/office/appforoffice/1.1");
    expect(root.attributes["xsi:type"]).toBe("TaskPaneApp");
    expect(at(root, "Hosts", "Host").attributes).toEqual({ Name: "Workbook" });
    expect(at(root, "VersionOverrides").uri).toBe("http://schemas.microsoft.com/office/taskpaneappversionoverrides");
    expect(orderProblems(root)).toEqual([]);
  });

  it("defines every resource that it uses and uses every one that it defines", () => {
    expect(resourceProblems(root)).toEqual([]);
    expect(lengthProblems(root)).toEqual([]);
  });

  it("is the add-in that the app hides where it brings its own", () => {
    const hidden = extension?.alternates.map(({ hide }) => hide.customOfficeAddin.officeAddinId);
    expect(hidden).toEqual([at(root, "Id").text]);
    expect(at(root, "Id").text).not.toBe(unified.id);
  });

  it("asks for the same permission", () => {
    expect(at(root, "Permissions").text).toBe("ReadWriteDocument");
    expect(unified.authorization.permissions.resourceSpecific).toEqual([
      { name: "Document.ReadWrite.User", type: "Delegated" },
    ]);
  });

  it("has the unified manifest's version in four parts, its provider and its names", () => {
    expect(at(root, "Version").text).toBe(`${unified.version}.0`);
    expect(at(root, "Version").text).toMatch(/^\d+(\.\d+){3}$/);
    expect(at(root, "ProviderName").text).toBe(unified.developer.name);
    expect(at(root, "DisplayName").attributes["DefaultValue"]).toBe(unified.name.short);
    expect(at(root, "Description").attributes["DefaultValue"]).toBe(unified.description.short);
  });

  it("opens the same page in the same lasting runtime", () => {
    const page = named(root, "bt:Url").map(({ attributes }) => attributes["DefaultValue"]);
    expect(page).toContain(runtime?.code.page);
    expect(at(root, "DefaultSettings", "SourceLocation").attributes["DefaultValue"]).toBe(runtime?.code.page);
    expect(named(root, "Runtime").map(({ attributes }) => attributes)).toEqual([{ resid: "page", lifetime: "long" }]);
  });

  it("asks for the same requirement sets", () => {
    const sets = named(root, "Set").map(({ attributes }) => ({
      name: attributes["Name"],
      minVersion: attributes["MinVersion"],
    }));
    const wanted = [...(extension?.requirements.capabilities ?? []), ...(runtime?.requirements.capabilities ?? [])];
    expect(new Set(sets)).toEqual(new Set(wanted));
  });

  it("has the unified manifest's buttons with the same actions, words and icons", () => {
    const strings = new Map(
      [...named(root, "bt:String"), ...named(root, "bt:Image")].map(
        ({ attributes }) => [attributes["id"], attributes["DefaultValue"]] as const,
      ),
    );
    const buttons = named(root, "Control").map((control) => ({
      label: strings.get(at(control, "Label").attributes["resid"]),
      tip: strings.get(at(control, "Supertip", "Description").attributes["resid"]),
      icons: at(control, "Icon").children.map(({ attributes }) => ({
        size: Number(attributes["size"]),
        url: strings.get(attributes["resid"]),
      })),
      runs: control.children.flatMap(({ children }) => children).find(({ name }) => name === "FunctionName")?.text,
    }));
    const kinds = new Map<string, string>(runtime?.actions.map(({ id, type }) => [id, type] as const));
    const controls = extension?.ribbons[0]?.tabs[0]?.groups[0]?.controls ?? [];
    expect(buttons).toEqual(
      controls.map(({ label, supertip, icons, actionId }) => ({
        label,
        tip: supertip.description,
        icons,
        runs: kinds.get(actionId) === "executeFunction" ? actionId : undefined,
      })),
    );
    expect(buttons).toHaveLength(4);
  });

  it("translates every word into German and Arabic", () => {
    const strings = named(root, "bt:String").filter(({ attributes }) => attributes["id"] !== "namespace");
    const translated = [...strings, at(root, "DisplayName"), at(root, "Description")];
    for (const { name, children } of translated) {
      expect(children.map(({ attributes }) => attributes["Locale"])).toEqual(["de-DE", "ar-SA"]);
      expect(new Set(children.map((child) => child.name))).toEqual(
        new Set([name.startsWith("bt:") ? "bt:Override" : "Override"]),
      );
    }
  });

  it("offers the unified manifest's functions and keys in files beside its page", () => {
    const origin = new URL(runtime?.code.page ?? "").origin;
    const address = (resid: string | undefined) =>
      named(root, "bt:Url").find(({ attributes }) => attributes["id"] === resid);
    const point = named(root, "ExtensionPoint").find(({ attributes }) => attributes["xsi:type"] === "CustomFunctions");
    if (!point) throw new Error("There are no functions");
    const metadata = address(at(point, "Metadata", "SourceLocation").attributes["resid"]);
    expect(metadata?.attributes["DefaultValue"]).toBe(`${origin}/functions.json`);
    expect(metadata?.children.map(({ attributes }) => attributes["Value"])).toEqual([
      `${origin}/functions.de.json`,
      `${origin}/functions.ar.json`,
    ]);
    const page = address(at(point, "Page", "SourceLocation").attributes["resid"]);
    expect(page?.attributes["DefaultValue"]).toBe(runtime?.code.page);
    expect(at(root, "ExtendedOverrides").attributes["Url"]).toBe(`${origin}/shortcuts.json`);
    const said = (
      functions: readonly { readonly id: string; readonly description: string; readonly parameters: unknown }[],
    ) => functions.map(({ id, description, parameters }) => ({ id, description, parameters }));
    expect(said(functionsMetadata("en-us").functions)).toEqual(said(runtime?.customFunctions.functions ?? []));
    const keys = extension?.keyboardShortcuts.flatMap(({ shortcuts }) => shortcuts);
    expect(shortcutsFile().shortcuts).toEqual(keys?.map(({ actionId, key }) => ({ action: actionId, key })));
  });

  it("stays well-formed whatever the values hold", () => {
    const developer = { ...values().developer, name: `A & B <"Co">`, supportUrl: "https://a.example/?a=1&b=2" };
    const odd = parseXml(excelManifest({ ...values(), developer }));
    expect(at(odd, "ProviderName").text).toBe(developer.name);
    expect(at(odd, "SupportUrl").attributes["DefaultValue"]).toBe(developer.supportUrl);
  });
});

describe("these checks", () => {
  it.each([
    ["an open tag", (xml: string) => xml.replace("</Hosts>", ""), /unexpected close tag/i],
    [
      "a prefix that nobody declared",
      (xml: string) => xml.replace(' xmlns:bt="', ' xmlns:b="'),
      /unbound namespace prefix/i,
    ],
    ["an entity of HTML", (xml: string) => xml.replace("Drumbeat", "A&nbsp;B"), /entity/i],
  ])("find %s", (_what, spoil, message) => {
    expect(() => parseXml(spoil(text))).toThrow(message);
  });

  it("find what is out of order, undefined or unused", () => {
    const swapped = text.replace(/(\s*<DefaultLocale>.*<\/DefaultLocale>)([^]*?)(\s*<IconUrl)/u, "$2$1$3");
    expect(orderProblems(parseXml(swapped))).toEqual(["<DefaultLocale> is out of place in <OfficeApp>"]);
    const renamed = text.replace('<bt:String id="pullLabel"', '<bt:String id="fetchLabel"');
    expect(new Set(resourceProblems(parseXml(renamed)))).toEqual(
      new Set(["pullLabel is not defined", "fetchLabel is not used"]),
    );
  });
});

describe("the XML manifest of the conformance page", () => {
  it("is another add-in, on its own page, with its elements in order", () => {
    const beside = parseXml(conformanceManifest(values()));
    expect(orderProblems(beside)).toEqual([]);
    expect(lengthProblems(beside)).toEqual([]);
    expect(at(beside, "DefaultSettings", "SourceLocation").attributes).toEqual({
      DefaultValue: `${values().origin}/conformance.html`,
    });
    expect(at(beside, "Id").text).not.toBe(at(root, "Id").text);
  });
});
