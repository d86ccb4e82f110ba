// Jest environment that boots the unmodified office.js of the package in jsdom, with the simulated Excel as its parent
// window. Use it with the docblock `@jest-environment <rootDir>/tests/support/office-environment.ts`; tests reach the
// workbook through `globalThis.simulatedExcel`. Options of the docblock: `{"excelApi": "1.12", "locale": "de-DE"}`.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Script, type Context } from "node:vm";
import type { EnvironmentContext, JestEnvironmentConfig } from "@jest/environment";
import { createWorkbook } from "#simulator/excel-host/model/index.ts";
import {
  createEndpoint,
  frameName,
  HOST_FLAGS,
  REQUIREMENT_SETS,
  type CustomFunctionDeclaration,
} from "#simulator/excel-host/protocol/index.ts";
import DomEnvironment from "./dom-environment.ts";
import { createSimulatedExcel } from "./simulated-excel.ts";

const PAGE = "https://localhost:3000";
const dist = dirname(createRequire(join(process.cwd(), "package.json")).resolve("@microsoft/office-js/dist/office.js"));
const IDENTITY = { conversation: "conversation-1", controlId: "control-1", hostOrigin: PAGE } as const;

/** Milliseconds each way, for every test in Excel: `DRUMBEAT_LATENCY=200` is an Excel on the web far away. */
const LATENCY_MS = Number(process.env["DRUMBEAT_LATENCY"] ?? "0");
/** Replaces the requirement set of tests that name none: `DRUMBEAT_EXCEL_API=1.12`. */
const EXCEL_API = process.env["DRUMBEAT_EXCEL_API"];

const scripts = new Map<string, Script>();

/** Compiled once per worker: the library has 60,000 lines. */
const scriptOf = (file: string): Script => {
  const known = scripts.get(file) ?? new Script(readFileSync(join(dist, file), "utf8"), { filename: file });
  scripts.set(file, known);
  return known;
};

type JsdomWindow = Window & typeof globalThis & { readonly Node: typeof Node };

const OFFICE_FILES = "/office-js/";

/** Runs office.js's own script elements from the package instead of the network. */
const interceptScripts = (window: JsdomWindow, context: Context): void => {
  const original: (this: Node, node: Node) => Node = Reflect.get(window.Node.prototype, "appendChild");
  window.Node.prototype.appendChild = function append<T extends Node>(this: Node, node: T): T {
    const source = (node as unknown as HTMLScriptElement).src;
    if (typeof source !== "string" || !source.includes(OFFICE_FILES)) return original.call(this, node) as T;
    setTimeout(() => {
      scriptOf(source.slice(source.indexOf(OFFICE_FILES) + OFFICE_FILES.length)).runInContext(context);
      node.dispatchEvent(new window.Event("load"));
    });
    return node;
  };
};

const isPositive = (value: unknown): value is string => typeof value === "string" && value !== "";

export default class OfficeEnvironment extends DomEnvironment {
  constructor(config: JestEnvironmentConfig, context: EnvironmentContext) {
    const given = config.projectConfig.testEnvironmentOptions;
    const testEnvironmentOptions = { url: `${PAGE}/taskpane.html`, ...given };
    super({ ...config, projectConfig: { ...config.projectConfig, testEnvironmentOptions } }, context);
    this.#options = given;
  }

  readonly #options: Readonly<Record<string, unknown>>;

  override async setup(): Promise<void> {
    await super.setup();
    const window = this.global as unknown as JsdomWindow;
    const { excelApi = EXCEL_API, locale } = this.#options;
    const workbook = createWorkbook({ locale: isPositive(locale) ? locale : "en-US" });
    const functions: CustomFunctionDeclaration[] = [];
    const endpoint = createEndpoint({
      workbook,
      identity: IDENTITY,
      requirementSets: isPositive(excelApi) ? { ...REQUIREMENT_SETS, ExcelApi: excelApi } : REQUIREMENT_SETS,
      customFunctions: () => functions,
      post: (data) => window.dispatchEvent(new window.MessageEvent("message", { data, origin: PAGE, source: null })),
    });
    const excel = createSimulatedExcel(workbook, endpoint, functions);
    excel.setLatency(LATENCY_MS);
    Object.assign(window, { simulatedExcel: excel });
    this.#boot(window, (data) => endpoint.receive(data));
  }

  /** A slow Excel has more time. */
  handleTestEvent(event: { readonly name: string }, state: { testTimeout: number }): void {
    if (event.name === "run_start") state.testTimeout *= 1 + LATENCY_MS / 10;
  }

  #boot(window: JsdomWindow, receive: (data: unknown) => void): void {
    const context = this.getVmContext();
    if (!context) throw new Error("jsdom gave no context to run scripts in");
    if (!("domain" in window.document)) Object.defineProperty(window.document, "domain", { value: "localhost" });
    Object.defineProperty(window, "parent", { configurable: true, value: { postMessage: receive } });
    window.name = frameName(IDENTITY, HOST_FLAGS.sharedRuntime + HOST_FLAGS.customFunctions);
    const loader = window.document.createElement("script");
    loader.setAttribute("src", `${PAGE}${OFFICE_FILES}office.debug.js`);
    window.document.head.append(loader);
    interceptScripts(window, context);
    scriptOf("office.debug.js").runInContext(context);
  }
}
