/** Pulling, comparing and pushing sheets of OKRs through the unmodified office.js, which only runs in the environment of jest. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const benchExcel = (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), "drumbeat-bench-"));
  const lines = join(folder, "lines.jsonl");
  const jest = join(process.cwd(), "node_modules", "jest", "bin", "jest.js");
  const { status } = spawnSync(
    process.execPath,
    [jest, "--selectProjects", "bench", "--silent", "--", "tests/bench/excel"],
    {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DRUMBEAT_BENCH_LINES: lines },
    },
  );
  if (status === 0) process.stdout.write(readFileSync(lines, "utf8"));
  else process.exitCode = 1;
  rmSync(folder, { recursive: true, force: true });
  return Promise.resolve();
};
