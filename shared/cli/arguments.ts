import { parseArgs } from "node:util";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { ConnectionChoice } from "./connect.ts";
import { DEFAULT_PORT } from "./localSimulator.ts";

const EXPORT_FORMATS = ["json", "csv", "xlsx"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export type Command =
  | { readonly kind: "help" }
  | {
      readonly kind: "import";
      readonly file: string;
      readonly dryRun: boolean;
      readonly json: boolean;
      readonly locale: string;
      /** Names where the rows come from; the same name and row id are the same OKR. */
      readonly source?: string;
      readonly connection: ConnectionChoice;
    }
  | {
      readonly kind: "export";
      readonly format: ExportFormat;
      readonly out?: string;
      readonly cycle?: string;
      readonly connection: ConnectionChoice;
    }
  | {
      readonly kind: "provision";
      readonly organisation?: string;
      /** Client id of the app to let into the site. */
      readonly grant?: string;
      /** Addresses of people who become leads. */
      readonly leads: readonly string[];
      readonly json: boolean;
      readonly connection: ConnectionChoice;
    }
  | { readonly kind: "check"; readonly json: boolean; readonly connection: ConnectionChoice }
  | {
      readonly kind: "exportAll";
      readonly format: "json" | "xlsx";
      readonly out?: string;
      readonly connection: ConnectionChoice;
    }
  | {
      readonly kind: "restore";
      readonly file: string;
      readonly json: boolean;
      readonly connection: ConnectionChoice;
    }
  | {
      readonly kind: "history";
      /** Of an objective. */
      readonly id: string;
      readonly json: boolean;
      readonly connection: ConnectionChoice;
    }
  | {
      readonly kind: "health";
      readonly json: boolean;
      readonly mend: boolean;
      /** Client id of the app whose grant is looked at. */
      readonly app?: string;
      /** Address of a plain member. */
      readonly member?: string;
      readonly connection: ConnectionChoice;
    }
  | { readonly kind: "close"; readonly key: string; readonly reopen: boolean; readonly connection: ConnectionChoice };

const OPTIONS = {
  graph: { type: "string" },
  site: { type: "string" },
  token: { type: "string" },
  user: { type: "string" },
  port: { type: "string" },
  json: { type: "boolean" },
  "dry-run": { type: "boolean" },
  locale: { type: "string" },
  source: { type: "string" },
  format: { type: "string" },
  out: { type: "string" },
  cycle: { type: "string" },
  organisation: { type: "string" },
  grant: { type: "string" },
  lead: { type: "string", multiple: true },
  all: { type: "boolean" },
  mend: { type: "boolean" },
  app: { type: "string" },
  member: { type: "string" },
  reopen: { type: "boolean" },
  sharepoint: { type: "string" },
  "sharepoint-token": { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

type OptionName = keyof typeof OPTIONS;
type Values = ReturnType<typeof parse>["values"];

const parse = (args: readonly string[]) => parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });

const CONNECTION: readonly OptionName[] = ["graph", "site", "token", "user", "port", "sharepoint", "sharepoint-token"];

/** The option when it was given, for spreading: an absent one stays absent. */
const given = <Name extends string>(name: Name, value: string | undefined): { readonly [K in Name]?: string } =>
  value === undefined ? {} : ({ [name]: value } as { readonly [K in Name]: string });

const connectionOf = (values: Values): Result<ConnectionChoice, string> => {
  const port = Number(values.port ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return err(`"${values.port}" is not a port.`);
  if (values.port !== undefined && values.user === undefined) return err("--port belongs to --user KEY.");
  return ok({
    ...given("graph", values.graph),
    ...given("site", values.site),
    ...given("token", values.token),
    ...given("sharepoint", values.sharepoint),
    ...given("sharepointToken", values["sharepoint-token"]),
    ...given("user", values.user),
    port,
  });
};

export const readArguments = (args: readonly string[]): Result<Command, string> => {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (failure) {
    // Node adds advice about positional arguments, which are of no use here.
    return err(
      (failure instanceof Error ? failure.message : String(failure)).replace(/ To specify a positional.*$/su, ""),
    );
  }
  const { values, positionals } = parsed;
  const [name, operand = "", ...more] = positionals;
  if (values.help || name === undefined || name === "help") return ok({ kind: "help" });
  const form = Object.hasOwn(FORMS, name) ? FORMS[name] : undefined;
  if (!form) return err(`There is no command "${name}".`);
  const stray = (Object.keys(values) as OptionName[]).find((option) => !form.options.includes(option));
  if (stray) return err(`"${name}" has no option --${stray}.`);
  const connection = connectionOf(values);
  if (!connection.ok) return connection;
  const misplaced = misplacedOperand(name, form, [operand, ...more]);
  return misplaced === undefined ? form.read({ operand, values, connection: connection.value }) : err(misplaced);
};

const misplacedOperand = (name: string, form: Form, [operand, ...more]: readonly string[]): string | undefined => {
  if (form.operand === undefined) return operand === "" ? undefined : `"${name}" takes no "${operand}".`;
  return operand === "" || more.length > 0 ? form.operand : undefined;
};

interface Reading {
  /** What the command is about; empty for a command that is about nothing. */
  readonly operand: string;
  readonly values: Values;
  readonly connection: ConnectionChoice;
}

interface Form {
  readonly options: readonly OptionName[];
  /** What to say when what it is about is missing; absent for commands that take nothing. */
  readonly operand?: string;
  readonly read: (reading: Reading) => Result<Command, string>;
}

const readImport: Form["read"] = ({ operand: file, values, connection }) => {
  const locale = values.locale ?? "en";
  try {
    Intl.getCanonicalLocales(locale);
  } catch {
    return err(`"${locale}" is not a language; write it like en-GB or de.`);
  }
  const [dryRun, json] = [values["dry-run"] ?? false, values.json ?? false];
  return ok({ kind: "import", file, dryRun, json, locale, connection, ...given("source", values.source) });
};

const readExport: Form["read"] = ({ values, connection }) => {
  const wanted = values.format ?? (values.out?.endsWith(".xlsx") ? "xlsx" : "json");
  const format = EXPORT_FORMATS.find((known) => known === wanted);
  if (!format) return err(`"${wanted}" is not a format; there are ${EXPORT_FORMATS.join(", ")}.`);
  if (format === "xlsx" && values.out === undefined) return err("A workbook needs a file: --out FILE");
  if (values.all) {
    if (values.cycle !== undefined) return err("--all exports every cycle; leave --cycle out.");
    if (format === "csv") return err("Everything does not fit into one table: use json or xlsx.");
    return ok({ kind: "exportAll", format, connection, ...given("out", values.out) });
  }
  return ok({ kind: "export", format, connection, ...given("out", values.out), ...given("cycle", values.cycle) });
};

const FORMS: Readonly<Record<string, Form>> = {
  import: {
    options: [...CONNECTION, "dry-run", "json", "locale", "source"],
    operand: "Name one file to import.",
    read: readImport,
  },
  export: { options: [...CONNECTION, "format", "out", "cycle", "all"], read: readExport },
  provision: {
    options: [...CONNECTION, "organisation", "grant", "lead", "json"],
    read: ({ values: { json = false, lead: leads = [], organisation, grant }, connection }) =>
      ok({
        kind: "provision",
        json,
        leads,
        connection,
        ...given("organisation", organisation),
        ...given("grant", grant),
      }),
  },
  check: {
    options: [...CONNECTION, "json"],
    read: ({ values: { json = false }, connection }) => ok({ kind: "check", json, connection }),
  },
  restore: {
    options: [...CONNECTION, "json"],
    operand: "Name one file to restore.",
    read: ({ operand: file, values: { json = false }, connection }) => ok({ kind: "restore", file, json, connection }),
  },
  history: {
    options: [...CONNECTION, "json"],
    operand: "Name one objective by its id.",
    read: ({ operand: id, values: { json = false }, connection }) => ok({ kind: "history", id, json, connection }),
  },
  health: {
    options: [...CONNECTION, "json", "mend", "app", "member"],
    read: ({ values: { json = false, mend = false, app, member }, connection }) =>
      ok({ kind: "health", json, mend, connection, ...given("app", app), ...given("member", member) }),
  },
  close: {
    options: [...CONNECTION, "reopen"],
    operand: "Name one cycle by its key.",
    read: ({ operand: key, values: { reopen = false }, connection }) => ok({ kind: "close", key, reopen, connection }),
  },
};
