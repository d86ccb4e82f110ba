import { join } from "node:path";
import { parseArgs } from "node:util";
import { err, ok, type Result } from "#shared/domain/result.ts";

export interface StartOptions {
  /** 0 picks a free one. */
  readonly port: number;
  readonly worldName: string;
  readonly dataDir: string;
  readonly recordFile?: string;
  readonly latencyMs: number;
  readonly reset: boolean;
}

/** What the arguments ask for. */
export type StartRequest = { readonly kind: "start"; readonly options: StartOptions } | { readonly kind: "help" };

export const usage = `npm start -- [--port N] [--world NAME] [--data DIR] [--record FILE] [--latency MS] [--reset]

  --port N       where the start page is (default 3000); 0 picks a free port
  --world NAME   which simulated organisation: retail (default), enterprise (2,000 teams) or small
  --data DIR     where it is kept over restarts (default .drumbeat/NAME)
  --record FILE  append every Graph exchange as a JSON line
  --latency MS   delay of every Graph answer and Excel batch
  --reset        begin afresh
  --help         print this`;

const wholeNumber = (text: string | undefined, otherwise: number, most: number): number | undefined => {
  if (text === undefined) return otherwise;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  return value <= most ? value : undefined;
};

/** A shell variable that was never set arrives as an empty value; it must not stand for the current folder. */
const emptyOption = (values: Readonly<Record<string, unknown>>): string | undefined =>
  Object.keys(values).find((name) => values[name] === "");

export const readOptions = (args: readonly string[]): Result<StartRequest, string> => {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: "string" },
        world: { type: "string" },
        data: { type: "string" },
        record: { type: "string" },
        latency: { type: "string" },
        reset: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
    if (values.help) return ok({ kind: "help" });
    const empty = emptyOption(values);
    if (empty !== undefined) return err(`--${empty} has an empty value.`);
    const port = wholeNumber(values.port, 3000, 65_535);
    if (port === undefined) return err(`"${values.port}" is not a port.`);
    const latencyMs = wholeNumber(values.latency, 0, 60_000);
    if (latencyMs === undefined) return err(`"${values.latency}" is not a number of milliseconds.`);
    const worldName = values.world ?? "retail";
    const options: StartOptions = {
      port,
      worldName,
      dataDir: values.data ?? join(".drumbeat", worldName.replaceAll(/[^\w-]/g, "_")),
      latencyMs,
      reset: values.reset ?? false,
      ...(values.record === undefined ? {} : { recordFile: values.record }),
    };
    return ok({ kind: "start", options });
  } catch (problem) {
    return err(problem instanceof Error ? problem.message : String(problem));
  }
};
