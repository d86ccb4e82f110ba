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
      readonly json: boolean;
      readonly connection: ConnectionChoice;
    }
  | { readonly kind: "check"; readonly json: boolean; readonly connection: ConnectionChoice };

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
  help: { type: "boolean", short: "h" },
} as const;

type OptionName = keyof typeof OPTIONS;
type Values = ReturnType<typeof parse>["values"];

const parse = (args: readonly string[]) => parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });

const CONNECTION: readonly OptionName[] = ["graph", "site", "token", "user", "port"];

const ALLOWED: Readonly<Record<Exclude<Command["kind"], "help">, readonly OptionName[]>> = {
  import: [...CONNECTION, "dry-run", "json", "locale", "source"],
  export: [...CONNECTION, "format", "out", "cycle"],
  provision: [...CONNECTION, "organisation", "grant", "json"],
  check: [...CONNECTION, "json"],
};

const isCommand = (name: string): name is keyof typeof ALLOWED => Object.hasOwn(ALLOWED, name);

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
  const [name, ...operands] = positionals;
  if (values.help || name === undefined || name === "help") return ok({ kind: "help" });
  if (!isCommand(name)) return err(`There is no command "${name}".`);
  const stray = (Object.keys(values) as OptionName[]).find((option) => !ALLOWED[name].includes(option));
  if (stray) return err(`"${name}" has no option --${stray}.`);
  const connection = connectionOf(values);
  return connection.ok ? commandOf(name, operands, values, connection.value) : connection;
};

const commandOf = (
  kind: keyof typeof ALLOWED,
  operands: readonly string[],
  values: Values,
  connection: ConnectionChoice,
): Result<Command, string> => {
  const [operand, ...more] = operands;
  if (kind !== "import" && operand !== undefined) return err(`"${kind}" takes no "${operand}".`);
  const json = values.json ?? false;
  switch (kind) {
    case "import":
      return operand === undefined || more.length > 0
        ? err("Name one file to import.")
        : importOf(operand, values, connection);
    case "export":
      return exportOf(values, connection);
    case "provision":
      return ok({
        kind,
        json,
        connection,
        ...given("organisation", values.organisation),
        ...given("grant", values.grant),
      });
    case "check":
      return ok({ kind, json, connection });
  }
};

const importOf = (file: string, values: Values, connection: ConnectionChoice): Result<Command, string> => {
  const locale = values.locale ?? "en";
  try {
    Intl.getCanonicalLocales(locale);
  } catch {
    return err(`"${locale}" is not a language; write it like en-GB or de.`);
  }
  const [dryRun, json] = [values["dry-run"] ?? false, values.json ?? false];
  return ok({ kind: "import", file, dryRun, json, locale, connection, ...given("source", values.source) });
};

const exportOf = (values: Values, connection: ConnectionChoice): Result<Command, string> => {
  const wanted = values.format ?? "json";
  const format = EXPORT_FORMATS.find((known) => known === wanted);
  if (!format) return err(`"${wanted}" is not a format; there are ${EXPORT_FORMATS.join(", ")}.`);
  if (format === "xlsx" && values.out === undefined) return err("A workbook needs a file: --out FILE");
  return ok({ kind: "export", format, connection, ...given("out", values.out), ...given("cycle", values.cycle) });
};
