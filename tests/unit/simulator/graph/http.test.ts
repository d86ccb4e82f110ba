import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { bearerFor, type GraphServer, startGraph } from "#tests/support/graphServer.ts";
import { homeSite, newList, personas } from "#tests/support/graphLists.ts";

let server: GraphServer;
beforeEach(async () => {
  server = await startGraph();
});
afterEach(() => server.close());

describe("tokens and scopes", () => {
  it("[GR1] refuses a missing, expired, foreign or broken token with the reason", async () => {
    const messages = await Promise.all(
      ["expired", "audience", "invalid"].map((bearer) => server.call("GET", "/me", undefined, { bearer })),
    );
    expect(messages.map(({ status, body }) => [status, body.error.code, body.error.message])).toEqual([
      [401, "InvalidAuthenticationToken", "Lifetime validation failed, the token is expired."],
      [401, "InvalidAuthenticationToken", "Access token validation failure. Invalid audience."],
      [
        401,
        "InvalidAuthenticationToken",
        "Access token validation failure. The signature or the format of the token is invalid.",
      ],
    ]);
    const bare = await fetch(`${server.origin}/graph/v1.0/me`);
    expect([bare.status, bare.headers.get("www-authenticate")?.startsWith("Bearer")]).toEqual([401, true]);
  });

  it("[GR2] refuses an operation whose permission the token lacks", async () => {
    const bearer = bearerFor(personas.member, ["User.Read"]);
    const refused = await Promise.all(
      ["/groups", "/me/joinedTeams", "/me/events", homeSite].map((path) =>
        server.call("GET", path, undefined, { bearer }),
      ),
    );
    expect(refused.map(({ status, body }) => [status, body.error.code])).toEqual([
      [403, "Authorization_RequestDenied"],
      [403, "Forbidden"],
      [403, "ErrorAccessDenied"],
      [403, "accessDenied"],
    ]);
    for (const { body } of refused) expect(body.error.message).toContain("Missing scope permissions on the request");
    expect((await server.call("GET", "/me", undefined, { bearer })).status).toBe(200);
  });
});

describe("what is not emulated", () => {
  it("[GR3] names an unknown path, query option or property with 501", async () => {
    const path = await server.call("GET", "/me/drive/root");
    expect([path.status, path.body.error.message]).toEqual([501, expect.stringContaining("GET /me/drive/root")]);
    const option = await server.call("GET", "/me?$format=atom");
    expect([option.status, option.body.error.message]).toEqual([501, expect.stringContaining("'$format'")]);
    const { path: list } = await newList(server);
    const property = await server.call("POST", `${list}/items`, { contentType: { name: "X" }, fields: {} });
    expect([property.status, property.body.error.message]).toEqual([501, expect.stringContaining("'contentType'")]);
    const beta = await server.call("GET", `${server.origin}/graph/beta/me`);
    expect(beta.status).toBe(501);
  });

  it("[GR3] answers a property that the type does not have with the error of Graph", async () => {
    const { status, body } = await server.call("GET", "/me?$select=shoeSize");
    expect([status, body.error.message]).toEqual([
      400,
      "Could not find a property named 'shoeSize' on type 'microsoft.graph.user'.",
    ]);
  });
});

describe("the browser's view", () => {
  it("[GR4] answers a preflight for the headers that were asked for", async () => {
    const response = await fetch(`${server.origin}/graph/v1.0/$batch`, {
      method: "OPTIONS",
      headers: {
        origin: "http://localhost:1",
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization,content-type",
      },
    });
    expect(response.status).toBe(200);
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.get("access-control-allow-headers")).toBe("authorization,content-type");
  });

  it("[GR4] exposes neither Retry-After nor ETag to scripts of another origin", async () => {
    await server.sim("POST", "/faults", [{ match: "GET /me", status: 429, retryAfterSeconds: 9 }]);
    const { headers } = await server.call("GET", "/me");
    expect(headers.get("retry-after")).toBe("9");
    expect(headers.get("access-control-expose-headers")).not.toMatch(/retry-after|etag/i);
  });

  it("[GR5] writes links with the origin the caller used, and with Graph's at the mount for rewritten calls", async () => {
    const own = await server.call("GET", "/users?$top=3");
    expect(own.body["@odata.nextLink"]).toMatch(new RegExp(`^${server.origin}/graph/v1\\.0/users\\?`));
    const rewritten = await server.call("GET", `${server.origin}/graph.microsoft.com/v1.0/users?$top=3`);
    expect(rewritten.body["@odata.nextLink"]).toMatch(/^https:\/\/graph\.microsoft\.com\/v1\.0\/users\?/);
    expect(rewritten.body["@odata.context"]).toBe("https://graph.microsoft.com/v1.0/$metadata#users");
  });
});

describe("bodies", () => {
  it("[GR6] tells broken JSON, a foreign content type and an oversized body apart", async () => {
    const send = async (type: string, body: string): Promise<number> => {
      const headers = { authorization: `Bearer ${bearerFor(personas.member)}`, "content-type": type };
      return (await fetch(`${server.origin}/graph/v1.0/$batch`, { method: "POST", headers, body })).status;
    };
    expect(await send("application/json", "{")).toBe(400);
    expect(await send("text/plain", "{}")).toBe(415);
    expect(await send("application/json", `"${"x".repeat(4 * 1024 * 1024)}"`)).toBe(413);
  });

  it("[GR6] gives every error the shape of Graph and keeps the caller's request id", async () => {
    const { body, headers } = await server.call("GET", "/nowhere", undefined, {
      headers: { "client-request-id": "abc" },
    });
    expect(body).toEqual({
      error: {
        code: "notImplemented",
        message: expect.any(String),
        innerError: { date: expect.any(String), "request-id": expect.any(String), "client-request-id": "abc" },
      },
    });
    expect(headers.get("client-request-id")).toBe("abc");
  });
});
