import { describe, expect, it } from "@jest/globals";
import {
  createProtocolHost,
  type CallTable,
  type HostedPage,
  type LogEntry,
} from "#simulator/teams-shell/client/protocol/host.ts";

interface Posted {
  readonly message: unknown;
  readonly targetOrigin: string;
}

const fakeWindow = () => {
  const posted: Posted[] = [];
  return {
    posted,
    postMessage: (message: unknown, targetOrigin: string): void => {
      posted.push({ message, targetOrigin });
    },
  };
};

const page: HostedPage = {
  id: "tab-1",
  origin: "https://app.example",
  frameContext: "content",
  context: () => ({ theme: "dark" }),
};

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const opened = (calls: CallTable) => {
  const log: LogEntry[] = [];
  const host = createProtocolHost({ calls, log: (entry) => log.push(entry), monotonicNow: () => 5 });
  const window = fakeWindow();
  const detach = host.attach(window, page);
  const send = (data: unknown, origin = page.origin, source: unknown = window): void =>
    host.receive({ source, origin, data });
  return { host, window, detach, log, send };
};

describe("the host's end of the teams-js protocol", () => {
  it("[TS1] answers a request with its ids, to the page's origin", async () => {
    const { window, send } = opened({ getContext: ({ reply, page }) => reply(page.context()) });
    send({ id: 7, uuidAsString: "u-7", func: "getContext", args: [] });
    await settled();
    expect(window.posted).toEqual([
      {
        message: { id: 7, uuidAsString: "u-7", args: [{ theme: "dark" }], monotonicTimestamp: 5 },
        targetOrigin: "https://app.example",
      },
    ]);
  });

  it.each([[undefined], ["text"], [{ func: "getContext" }], [{ id: "7", func: "getContext" }], [[1]]])(
    "[TS1] leaves %j alone",
    async (message) => {
      const { window, log, send } = opened({ getContext: ({ reply }) => reply() });
      send(message);
      await settled();
      expect({ posted: window.posted, log }).toEqual({ posted: [], log: [] });
    },
  );

  it("[TS2] ignores a request from another origin and notes it", async () => {
    const { window, log, send } = opened({ getContext: ({ reply }) => reply() });
    send({ id: 1, func: "getContext", args: [] }, "https://evil.example");
    await settled();
    expect(window.posted).toEqual([]);
    expect(log).toEqual([
      { kind: "ignored", page: "tab-1", func: "getContext", detail: "came from https://evil.example" },
    ]);
  });

  it("[TS2] ignores a window it has not opened, and one that is gone", async () => {
    const { window, detach, log, send } = opened({ getContext: ({ reply }) => reply() });
    send({ id: 1, func: "getContext", args: [] }, page.origin, fakeWindow());
    detach();
    send({ id: 2, func: "getContext", args: [] });
    await settled();
    expect(window.posted).toEqual([]);
    expect(log.map(({ kind, page }) => [kind, page])).toEqual([
      ["ignored", "unknown window"],
      ["ignored", "unknown window"],
    ]);
  });

  it.each([
    ["chat.openChat", [false, 'The simulated Teams client does not know "chat.openChat".']],
    [
      "location.getLocation",
      [{ errorCode: 100, message: 'The simulated Teams client does not know "location.getLocation".' }, null],
    ],
    // Names of Object's own members must not be taken for functions of the host.
    ["toString", [{ errorCode: 100, message: 'The simulated Teams client does not know "toString".' }, null]],
  ])("[TS3] refuses %s by name in the form its caller reads", async (func, args) => {
    const { window, log, send } = opened({});
    send({ id: 3, func, args: [] });
    await settled();
    expect(window.posted[0]?.message).toMatchObject({ id: 3, args });
    expect(log.map(({ kind }) => kind)).toEqual(["refused"]);
  });

  it("[TS3] answers a handler's failure instead of leaving the page waiting", async () => {
    const { window, send } = opened({
      failing: () => {
        throw new Error("no such thing");
      },
    });
    send({ id: 4, func: "failing", args: [] });
    await settled();
    expect(window.posted[0]?.message).toMatchObject({ args: [{ errorCode: 500, message: "no such thing" }, null] });
  });

  it("[TS1] sends events to one page or to all, each with its own arguments", () => {
    const { host, window } = opened({});
    const other = fakeWindow();
    host.attach(other, { ...page, id: "tab-2", origin: "https://other.example" });
    host.emit("tab-1", "themeChange", "contrast");
    host.emitToAll("contextChange", ({ id }) => [{ id }]);
    const short = ({ posted }: ReturnType<typeof fakeWindow>) =>
      posted.map(({ message, targetOrigin }) => {
        const { func, args } = message as { readonly func: string; readonly args: readonly unknown[] };
        return [targetOrigin, func, args];
      });
    expect(short(window)).toEqual([
      ["https://app.example", "themeChange", ["contrast"]],
      ["https://app.example", "contextChange", [{ id: "tab-1" }]],
    ]);
    expect(short(other)).toEqual([["https://other.example", "contextChange", [{ id: "tab-2" }]]]);
  });

  it("[TS1] knows which events a page listens to, until it loads again", () => {
    const { host, send } = opened({ registerHandler: () => undefined, initialize: ({ reply }) => reply() });
    send({ id: 1, func: "registerHandler", args: ["backButton"] });
    expect(host.registered("tab-1", "backButton")).toBe(true);
    send({ id: 2, func: "initialize", args: [] });
    expect(host.registered("tab-1", "backButton")).toBe(false);
  });
});
