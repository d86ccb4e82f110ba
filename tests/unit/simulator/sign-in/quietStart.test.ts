import { spawnSync } from "node:child_process";
import { describe, expect, it } from "@jest/globals";

describe("loading the sign-in", () => {
  it("alarms nobody with a warning about the runtime", () => {
    const load = 'await import("./simulator/sign-in/index.ts"); console.log("loaded");';
    const args = ["--import", "tsx", "--input-type=module", "--eval", load];
    const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    expect({ stdout, stderr }).toEqual({ stdout: "loaded\n", stderr: "" });
  });
});
