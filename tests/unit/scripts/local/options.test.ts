import { describe, expect, it } from "@jest/globals";
import { readOptions, usage } from "../../../../scripts/local/options.ts";

const read = (...args: readonly string[]) => readOptions(args);

describe("options of npm start", () => {
  it("have defaults", () => {
    expect(read()).toEqual({
      ok: true,
      value: {
        kind: "start",
        options: { port: 3000, worldName: "retail", dataDir: ".drumbeat/retail", latencyMs: 0, reset: false },
      },
    });
  });

  it("are taken as given", () => {
    const args = "--port 0 --world small --data d --record r.jsonl --latency 50 --reset".split(" ");
    expect(read(...args)).toEqual({
      ok: true,
      value: {
        kind: "start",
        options: { port: 0, worldName: "small", dataDir: "d", latencyMs: 50, reset: true, recordFile: "r.jsonl" },
      },
    });
  });

  it("keep the data of each world in its own folder, whatever its name", () => {
    expect(read("--world", "../x")).toMatchObject({ value: { options: { dataDir: ".drumbeat/___x" } } });
  });

  it.each([
    ["--port=abc", '"abc" is not a port.'],
    ["--port=-1", '"-1" is not a port.'],
    ["--port=65536", '"65536" is not a port.'],
    ["--port=1e3", '"1e3" is not a port.'],
    ["--port=0x10", '"0x10" is not a port.'],
    ["--port=", "--port has an empty value."],
    ["--data=", "--data has an empty value."],
    ["--record=", "--record has an empty value."],
    ["--world=", "--world has an empty value."],
    ["--latency=1.5", '"1.5" is not a number of milliseconds.'],
    ["--latency=60001", '"60001" is not a number of milliseconds.'],
    ["--reset=true", "Option '--reset' does not take an argument"],
    ["--colour", "Unknown option '--colour'"],
  ])("are refused when they make no sense: %s", (argument, error) => {
    expect(read(argument)).toEqual({ ok: false, error: expect.stringContaining(error) });
  });

  it("are all explained by --help", () => {
    expect(read("--help")).toEqual({ ok: true, value: { kind: "help" } });
    for (const name of ["port", "world", "data", "record", "latency", "reset"]) expect(usage).toContain(`--${name}`);
  });
});
