import { spawn } from "node:child_process";
import { describe, expect, it } from "@jest/globals";

describe("the process of the command line", () => {
  it("[CL1] ends quietly when its reader has seen enough", async () => {
    const child = spawn(process.execPath, ["--import", "tsx", "shared/cli/main.ts", "help"]);
    child.stdout.destroy();
    let said = "";
    child.stderr.on("data", (chunk) => (said += String(chunk)));
    const code = await new Promise((resolve) => {
      child.once("close", resolve);
    });
    expect({ code, said }).toEqual({ code: 0, said: "" });
  });
});
