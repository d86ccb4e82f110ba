import { describe, expect, it } from "@jest/globals";
import type { GraphCall } from "#shared/adapters/graph/request/call.ts";
import { connectToGraph, type GraphConnection } from "#shared/adapters/graph/request/connection.ts";
import { readPages } from "#shared/adapters/graph/request/pages.ts";
import { err, ok } from "#shared/domain/result.ts";
import { createFastClock } from "#tests/support/fastClock.ts";

interface Sent {
  readonly url: string;
  readonly method: string;
  readonly authorization: string | null;
  readonly body: { readonly requests: readonly { readonly id: string; readonly url: string }[] };
}

const call: GraphCall = { method: "GET", path: "/me?$select=id", scopes: ["User.Read"] };

/** A service at the end of the wire, and a connection to it. */
const wire = (
  answer: (sent: Sent, times: number) => Response | Promise<Response>,
  more: Partial<GraphConnection> = {},
) => {
  const sent: Sent[] = [];
  const clock = createFastClock();
  let tokens = 0;
  const send = connectToGraph({
    signIn: {
      token: (scopes) => {
        tokens += 1;
        return Promise.resolve(ok(`${scopes.join("+")}#${tokens}`));
      },
    },
    clock,
    random: () => 0,
    fetch: (input, init) => {
      const headers = new Headers(init?.headers);
      const exchange: Sent = {
        url: typeof input === "string" ? input : "",
        method: init?.method ?? "",
        authorization: headers.get("Authorization"),
        body: JSON.parse(typeof init?.body === "string" ? init.body : "{}"),
      };
      sent.push(exchange);
      init?.signal?.throwIfAborted();
      return clock.hold(Promise.resolve(answer(exchange, sent.length)));
    },
    ...more,
  });
  return { send, sent, clock };
};

const answers = (sent: Sent, body: object = {}, status = 200): Response =>
  Response.json({ responses: sent.body.requests.map(({ id }) => ({ id, status, body })) });

describe("connectToGraph", () => {
  it("[AG9] addresses Graph, with a token for the permissions of the call", async () => {
    const { send, sent } = wire((exchange) => answers(exchange, { id: "x" }));
    expect(await send(call)).toEqual(ok({ status: 200, body: { id: "x" } }));
    expect(sent).toEqual([
      {
        url: "https://graph.microsoft.com/v1.0/$batch",
        method: "POST",
        authorization: "Bearer User.Read#1",
        body: { requests: [{ id: "1", method: "GET", url: "/me?$select=id" }] },
      },
    ]);
  });

  it("[AG9] goes where it is told to at the last hop only", async () => {
    const { send, sent } = wire((exchange) => answers(exchange), { graphOrigin: "http://localhost:1234/elsewhere/" });
    await send(call);
    expect(sent.map(({ url }) => url)).toEqual(["http://localhost:1234/elsewhere/v1.0/$batch"]);
  });

  it("[AG9] follows links by their path alone, whatever address they carry", async () => {
    const pages = [
      { value: [1], "@odata.nextLink": "https://graph.microsoft.com/v1.0/me/things?$skiptoken=a%3D" },
      { value: [2], "@odata.nextLink": "http://stranger.example/v1.0/me/things?$skiptoken=b" },
      { value: [3] },
    ];
    const { send, sent } = wire((exchange, times) => answers(exchange, pages[times - 1]));
    expect(await readPages(send, { ...call, path: "/me/things" })).toEqual(ok({ elements: [1, 2, 3] }));
    expect(sent.map(({ url, body }) => [url, body.requests[0]?.url])).toEqual([
      ["https://graph.microsoft.com/v1.0/$batch", "/me/things"],
      ["https://graph.microsoft.com/v1.0/$batch", "/me/things?$skiptoken=a%3D"],
      ["https://graph.microsoft.com/v1.0/$batch", "/me/things?$skiptoken=b"],
    ]);
    const lost = wire((exchange) => answers(exchange, { value: [], "@odata.nextLink": "somewhere" }));
    expect(await readPages(lost.send, call)).toEqual(err({ type: "Unexpected", code: "unreadableLink" }));
  });

  it("[AG9] takes a fresh token for each attempt", async () => {
    const { send, sent } = wire((exchange, times) => {
      if (times === 1) throw new TypeError("network");
      return times === 2 ? new Response("", { status: 503, headers: { "Retry-After": "9" } }) : answers(exchange);
    });
    expect(await send(call)).toMatchObject({ ok: true });
    expect(sent.map(({ authorization }) => authorization)).toEqual([1, 2, 3].map((n) => `Bearer User.Read#${n}`));
  });

  it("[AG8] passes on why there is no token, and asks nobody else", async () => {
    const error = { type: "SignInNeeded", reason: "popupBlocked", scopes: ["User.Read"] } as const;
    const { send, sent } = wire((exchange) => answers(exchange), {
      signIn: { token: () => Promise.resolve(err(error)) },
    });
    expect(await send(call)).toEqual(err(error));
    expect(sent).toEqual([]);
  });

  it("[AG6] does not repeat what must happen once when no answer came", async () => {
    const { send, sent } = wire(() => {
      throw new TypeError("network");
    });
    expect(await send({ ...call, method: "POST", once: true, body: {} })).toEqual(err({ type: "Offline" }));
    expect(sent).toHaveLength(1);
  });

  it("[AG8] takes a connection that stays silent for lost", async () => {
    const clock = createFastClock();
    let attempts = 0;
    const { send } = wire((exchange) => answers(exchange), {
      clock,
      fetch: (_input, init) => {
        attempts += 1;
        return new Promise((_resolve, reject) => {
          init?.signal?.addEventListener("abort", () => reject(new DOMException("silent", "AbortError")));
        });
      },
    });
    expect(await send(call)).toEqual(err({ type: "Offline" }));
    expect(attempts).toBeGreaterThan(1);
    expect(clock.waited()).toBeLessThan(300_000);
  });

  it("[AG8] tells what became of a batch that was refused as a whole", async () => {
    const outcomes = [];
    for (const status of [401, 403, 400, 429]) {
      const { send } = wire(() =>
        Response.json(
          { error: { code: "c", message: "m", innerError: { "request-id": "r" } } },
          { status, headers: { "Retry-After": "40" } },
        ),
      );
      outcomes.push(await send(call));
    }
    expect(outcomes).toEqual([
      err({ type: "SignInNeeded", reason: "interactionRequired", scopes: ["User.Read"] }),
      err({ type: "Forbidden" }),
      err({ type: "Unexpected", status: 400, code: "c", requestId: "r" }),
      err({ type: "Busy", retryAfterMs: 40_000 }),
    ]);
    const page = wire(() => new Response("<html>", { status: 200 }));
    expect(await page.send(call)).toEqual(err({ type: "Unexpected", code: "noInnerAnswer" }));
  });
});
