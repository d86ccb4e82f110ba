import { spawn } from "node:child_process";
import { createServer } from "node:http";
import type { Server } from "node:http";
import { afterEach, describe, expect, it } from "@jest/globals";

interface Result {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const run = async (...args: readonly string[]): Promise<Result> =>
  await new Promise((resolve) => {
    const child = spawn(process.execPath, ["--import", "tsx", "scripts/token.ts", ...args]);
    let out = "";
    let err = "";
    child.stdout.on("data", (chunk) => (out += String(chunk)));
    child.stderr.on("data", (chunk) => (err += String(chunk)));
    child.on("close", (code) => resolve({ code, out, err }));
  });

let server: Server | undefined;
const listen = async (answer: (url: string) => { status: number; body: object }): Promise<number> => {
  const started = createServer((request, response) => {
    const { status, body } = answer(request.url ?? "");
    response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
  });
  server = started;
  await new Promise<void>((resolve) => {
    started.listen(0, "127.0.0.1", resolve);
  });
  const address = started.address();
  return typeof address === "object" && address ? address.port : 0;
};

afterEach(async () => {
  const started = server;
  server = undefined;
  if (started) await new Promise((resolve) => started.close(resolve));
});

describe("npm run -s token", () => {
  it("prints the token and nothing else", async () => {
    const asked: string[] = [];
    const port = await listen((url) => {
      asked.push(url);
      return { status: 200, body: { token: "a.b.c" } };
    });
    const result = await run("--user", "lead", "--port", String(port), "--scopes", "User.Read Mail.Send");
    expect(result).toEqual({ code: 0, out: "a.b.c\n", err: "" });
    expect(asked).toEqual(["/sim/token?user=lead&scopes=User.Read+Mail.Send"]);
  });

  it("hands on what the simulator has against it", async () => {
    const port = await listen(() => ({ status: 404, body: { error: 'unknown user "boss"' } }));
    expect(await run("--user", "boss", "--port", String(port))).toEqual({
      code: 1,
      out: "",
      err: 'unknown user "boss"\n',
    });
  });

  it("says how to start the simulator when none answers", async () => {
    const port = await listen(() => ({ status: 200, body: {} }));
    await new Promise((resolve) => server?.close(resolve));
    server = undefined;
    const result = await run("--user", "lead", "--port", String(port));
    expect(result).toMatchObject({ code: 1, out: "" });
    expect(result.err).toContain(`npm start -- --port ${port}`);
  });

  it.each([[[]], [["--user", "lead"]], [["--user", "lead", "--port", "x"]], [["--user", "lead", "--who"]]])(
    "explains itself for %j",
    async (args) => {
      const result = await run(...args);
      expect(result).toMatchObject({ code: 1, out: "" });
      expect(result.err).toContain("--user KEY --port N");
    },
  );
});
