import { describe, expect, it } from "@jest/globals";
import { addinFromPage, readAddin } from "#simulator/excel-host/client/ribbon/manifest.ts";

const PAGE = "http://localhost:5001/taskpane.html";
const icons = [16, 32, 80].map((size) => ({ size, url: `http://localhost:5001/icon-${size}.png` }));
const control = (id: string, actionId: string, more: object = {}): object => ({
  id,
  type: "button",
  label: id,
  icons,
  supertip: { title: `${id} title`, description: `${id} description` },
  actionId,
  ...more,
});

const manifest = (controls: readonly object[]): unknown => ({
  id: "app",
  name: { short: "Drumbeat" },
  extensions: [
    { requirements: { scopes: ["mail"] } },
    {
      requirements: { scopes: ["workbook"] },
      runtimes: [
        {
          id: "main",
          lifetime: "long",
          code: { page: PAGE },
          actions: [
            { id: "open", type: "openPage" },
            { id: "push", type: "executeFunction" },
            { id: "data", type: "executeDataFunction" },
          ],
        },
      ],
      ribbons: [{ tabs: [{ builtInTabId: "TabHome", groups: [{ id: "group", label: "OKRs", controls }] }] }],
      keyboardShortcuts: [{ shortcuts: [{ key: { default: "Ctrl+1", web: "Ctrl+Alt+1" }, actionId: "push" }] }],
    },
  ],
});

describe("an add-in read from a unified manifest", () => {
  it("[XG21] takes pages, functions, icons and shortcuts from the workbook extension", () => {
    const addin = readAddin(manifest([control("Show", "open"), control("Push", "push", { enabled: false })]));
    expect(addin).toMatchObject({
      name: "Drumbeat",
      pageUrl: PAGE,
      hasSharedRuntime: true,
      customFunctions: [],
      shortcuts: [{ key: "Ctrl+Alt+1", actionId: "push" }],
      notSimulated: [],
    });
    expect(addin?.tabs[0]?.groups[0]?.commands).toMatchObject([
      {
        id: "Show",
        enabled: true,
        iconUrl: "http://localhost:5001/icon-32.png",
        kind: { type: "openPage", pageUrl: PAGE },
      },
      { id: "Push", enabled: false, kind: { type: "executeFunction", actionId: "push" } },
    ]);
  });

  it("[XG27] gives keys to functions only", () => {
    const shortcut = { key: { default: "Ctrl+Alt+Shift+O" }, actionId: "open" };
    const [, extension] = (manifest([]) as { readonly extensions: readonly object[] }).extensions;
    const addin = readAddin({ extensions: [{ ...extension, keyboardShortcuts: [{ shortcuts: [shortcut] }] }] });
    expect(addin?.shortcuts).toEqual([]);
    expect(addin?.notSimulated).toEqual(['shortcut for "open": no function of that name']);
  });

  it("[XG21] reads menus", () => {
    const menu = {
      id: "More",
      type: "menu",
      label: "More",
      items: [{ ...control("Check", "push"), type: "menuItem" }],
    };
    expect(readAddin(manifest([menu]))?.tabs[0]?.groups[0]?.commands[0]?.kind).toMatchObject({
      type: "menu",
      items: [{ id: "Check", kind: { type: "executeFunction" } }],
    });
  });

  it("[XG21] names what it cannot show instead of guessing", () => {
    const addin = readAddin(manifest([control("A", "data"), control("B", "nowhere"), { builtInControlId: "Copy" }]));
    expect(addin?.tabs[0]?.groups[0]?.commands).toEqual([]);
    expect(addin?.notSimulated).toEqual([
      "control A: action type executeDataFunction",
      'control B: no runtime declares the action "nowhere"',
      "built-in control Copy",
    ]);
  });

  it("finds none in an app without a workbook extension or in nonsense", () => {
    expect(readAddin({ id: "x", extensions: [{ requirements: { scopes: ["mail"] } }] })).toBeUndefined();
    expect(readAddin("nonsense")).toBeUndefined();
  });

  it("makes one button for a page without a manifest", () => {
    const addin = addinFromPage(PAGE);
    expect(addin.pageUrl).toBe(PAGE);
    expect(addin.tabs[0]?.groups[0]?.commands.map(({ kind }) => kind)).toEqual([
      { type: "openPage", pageUrl: PAGE, runtimeId: "page" },
    ]);
  });
});
