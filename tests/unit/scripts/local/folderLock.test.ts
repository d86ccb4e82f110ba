import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { lockFolder } from "../../../../scripts/local/folderLock.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lock-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const program = (path: string): string =>
  `import { lockFolder } from "./scripts/local/folderLock.ts"; lockFolder(${JSON.stringify(path)}); ` +
  `console.log("held"); setInterval(() => undefined, 1000);`;

describe("the lock on a data folder", () => {
  it("is held by one at a time", () => {
    const unlock = lockFolder(folder);
    expect(unlock).toBeInstanceOf(Function);
    expect(lockFolder(folder)).toBeUndefined();
    unlock?.();
    const again = lockFolder(folder);
    expect(again).toBeInstanceOf(Function);
    again?.();
  });

  it("ends with the process that held it, also when that is killed", async () => {
    const holder = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", program(folder)]);
    await once(holder.stdout, "data");
    expect(lockFolder(folder)).toBeUndefined();
    holder.kill("SIGKILL");
    await once(holder, "exit");
    const unlock = lockFolder(folder);
    expect(unlock).toBeInstanceOf(Function);
    unlock?.();
  });
});
