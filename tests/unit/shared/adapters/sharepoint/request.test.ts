import { describe, expect, it } from "@jest/globals";
import { accessErrorOf, connectToSharePoint, sharePointScopes } from "#shared/adapters/sharepoint/request.ts";
import { err, ok } from "#shared/domain/result.ts";
import { createFastClock } from "#tests/support/fastClock.ts";

const SITE = "contoso.sharepoint.com:/sites/o k r";

interface Sent {
  readonly url: string;
  readonly method: string | undefined;
  readonly headers: Headers;
}

/** Answers in turn; the last one again and again. Undefined: the connection drops. */
const serviceOf = (answers: readonly (Response | undefined)[]) => {
  const sent: Sent[] = [];
  const clock = createFastClock();
  const fetch: typeof globalThis.fetch = (input, init) => {
    const answer = answers[Math.min(sent.length, answers.length - 1)];
    sent.push({
      url: input instanceof Request ? input.url : String(input),
      method: init?.method,
      headers: new Headers(init?.headers),
    });
    return answer ? Promise.resolve(answer.clone()) : Promise.reject(new TypeError("dropped"));
  };
  const asked: (readonly string[])[] = [];
  const signIn = {
    token: (scopes: readonly string[]) => {
      asked.push(scopes);
      return Promise.resolve(ok(`token ${asked.length}`));
    },
  };
  const send = connectToSharePoint({ signIn, clock, random: () => 0, homeSite: SITE, fetch });
  return { send, sent, asked, clock };
};

const json = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(body === undefined ? null : JSON.stringify(body), { status, headers });

const busy = (seconds: string): Response => json(429, {}, { "Retry-After": seconds });

describe("calls to SharePoint", () => {
  it("[PT10] ask for one permission of SharePoint itself, afresh for each attempt", async () => {
    const { send, sent, asked } = serviceOf([busy("1"), json(200, { Id: 1 })]);
    expect(await send({ method: "GET", path: "web" })).toEqual(ok({ Id: 1 }));
    const wanted = ["https://contoso.sharepoint.com/AllSites.FullControl"];
    expect(asked).toEqual([wanted, wanted]);
    expect(sharePointScopes(SITE)).toEqual(wanted);
    expect(sent.map(({ url, headers }) => [url, headers.get("Authorization")])).toEqual([
      ["https://contoso.sharepoint.com/sites/o%20k%20r/_api/web", "Bearer token 1"],
      ["https://contoso.sharepoint.com/sites/o%20k%20r/_api/web", "Bearer token 2"],
    ]);
  });

  it("[PT11] say a change as SharePoint wants it said", async () => {
    const { send, sent } = serviceOf([new Response(null, { status: 204 })]);
    expect(await send({ method: "MERGE", path: "web/lists(1)", body: { WriteSecurity: 4 } })).toEqual(ok(undefined));
    expect([sent[0]?.method, sent[0]?.headers.get("X-HTTP-Method"), sent[0]?.headers.get("If-Match")]).toEqual([
      "POST",
      "MERGE",
      "*",
    ]);
  });

  it("[PT12] wait as long as they are asked to, and give up after six attempts", async () => {
    const waiting = serviceOf([busy("30"), json(200, {})]);
    expect(await waiting.send({ method: "GET", path: "web" })).toEqual(ok({}));
    expect(waiting.clock.waited()).toBe(30_000);
    const busyService = serviceOf([busy("2")]);
    expect(await busyService.send({ method: "GET", path: "web" })).toEqual(err({ type: "Busy", retryAfterMs: 2000 }));
    expect(busyService.sent).toHaveLength(6);
    const dropping = serviceOf([undefined]);
    expect(await dropping.send({ method: "GET", path: "web" })).toEqual(err({ type: "Offline" }));
    const gateway = serviceOf([json(503, undefined)]);
    expect(await gateway.send({ method: "GET", path: "web" })).toEqual(err({ type: "Busy" }));
  });

  it("[PT13] tell refusals apart by their status", async () => {
    const refused = async (status: number, body?: unknown) =>
      serviceOf([json(status, body)]).send({ method: "GET", path: "web" });
    expect(await refused(401)).toEqual(
      err({ type: "SignInNeeded", reason: "interactionRequired", scopes: sharePointScopes(SITE) }),
    );
    expect(await refused(403)).toEqual(err({ type: "Forbidden" }));
    const gone = await refused(404, {
      "odata.error": { code: "-1, X", message: { lang: "en-US", value: "No list." } },
    });
    expect(gone).toEqual(err({ type: "Declined", status: 404, code: "-1, X", message: "No list." }));
    if (!gone.ok)
      expect(accessErrorOf(gone.error, "Drumbeat Log")).toEqual({ type: "NotSetUp", missing: "Drumbeat Log" });
    const odd = await refused(400);
    if (!odd.ok) expect(accessErrorOf(odd.error, "x")).toEqual({ type: "Unexpected", status: 400 });
  });

  it("[PT13] hand on why there is no token", async () => {
    const error = { type: "SignInNeeded", reason: "consentRequired", scopes: [] } as const;
    const send = connectToSharePoint({
      signIn: { token: () => Promise.resolve(err(error)) },
      clock: createFastClock(),
      random: () => 0,
      homeSite: SITE,
      fetch: () => Promise.reject(new Error("nothing may be sent")),
    });
    expect(await send({ method: "GET", path: "web" })).toEqual(err(error));
  });
});
