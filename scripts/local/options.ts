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

export const usage = `npm start -- [--port N] [--world NAME] [--data DIR] [--record FILE] [--latency MS] [--reset]

  --port N       where the start page is (default 3000); 0 picks a free port
  --world NAME   which simulated organisation (default retail)
  --data DIR     where it is kept over restarts (default .drumbeat/NAME)
  --record FILE  append every Graph exchange as a JSON line
  --latency MS   delay of every Graph answer and Excel batch
  --reset        begin afresh`;

const wholeNumber = (text: string | undefined, otherwise: number, most: number): number | undefined => {
  const value = text === undefined ? otherwise : Number(text);
  return Number.isInteger(value) && value >= 0 && value <= most ? value : undefined;
};

export const readOptions = (args: readonly string[]): Result<StartOptions, string> => {
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
      },
    });
    const port = wholeNumber(values.port, 3000, 65_535);
    if (port === undefined) return err(`"${values.port}" is not a port.`);
    const latencyMs = wholeNumber(values.latency, 0, 60_000);
    if (latencyMs === undefined) return err(`"${values.latency}" is not a number of milliseconds.`);
    const worldName = values.world ?? "retail";
    return ok({
      port,
      worldName,
      dataDir: values.data ?? join(".drumbeat", worldName.replaceAll(/[^\w-]/g, "_")),
      latencyMs,
      reset: values.reset ?? false,
      ...(values.record === undefined ? {} : { recordFile: values.record }),
    });
  } catch (problem) {
    return err(problem instanceof Error ? problem.message : String(problem));
  }
};
