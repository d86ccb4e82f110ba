import { describe, expect, it } from "@jest/globals";
import { fc } from "#tests/support/properties.ts";
import { readLink, writeEntityLink } from "#simulator/teams-shell/client/protocol/deepLinks.ts";
import { checkAddress } from "#simulator/teams-shell/client/protocol/domains.ts";

const allowed = (address: string, ...domains: readonly string[]): boolean => checkAddress(address, domains).ok;

describe("checkAddress", () => {
  it.each([
    ["https://okr.example/tab", "okr.example", true],
    ["https://okr.example:8443/tab", "okr.example", true],
    ["https://okr.example:8443/tab", "okr.example:9443", false],
    ["http://localhost:4002/tab", "localhost:4002", true],
    ["http://localhost:4003/tab", "localhost:4002", false],
    ["http://okr.example/tab", "okr.example", false],
    ["https://a.okr.example/tab", "*.okr.example", true],
    ["https://a.b.okr.example/tab", "*.okr.example", false],
    ["https://okr.example/tab", "*.okr.example", false],
    ["https://evilokr.example/tab", "okr.example", false],
    ["javascript:alert(1)", "okr.example", false],
    ["/tab", "okr.example", false],
  ])("[TS6] %s with %s: %s", (address, domain, ok) => {
    expect(allowed(address, "other.example", domain)).toBe(ok);
  });

  it("[TS6] says what is wrong", () => {
    expect(checkAddress("https://evil.example/x", ["okr.example"])).toEqual({
      ok: false,
      reason: "evil.example is not among the validDomains of the app's manifest.",
    });
  });
});

describe("readLink", () => {
  it.each([
    [
      "https://teams.microsoft.com/l/entity/app-1/okr-home?context=%7B%22subEntityId%22%3A%22o%2F1%22%2C%22channelId%22%3A%2219%3Aa%40thread.tacv2%22%7D",
      { type: "entity", appId: "app-1", entityId: "okr-home", subEntityId: "o/1", channelId: "19:a@thread.tacv2" },
    ],
    ["https://teams.cloud.microsoft/l/entity/app-1/okr-home", { type: "entity", appId: "app-1", entityId: "okr-home" }],
    [
      "https://teams.microsoft.com/l/channel/19%3Aa%40thread.tacv2/General",
      { type: "channel", channelId: "19:a@thread.tacv2" },
    ],
    [
      "https://teams.microsoft.com/l/message/19%3Aa%40thread.tacv2/123",
      { type: "channel", channelId: "19:a@thread.tacv2" },
    ],
    ["https://teams.microsoft.com/l/team/19%3Aa/conversations?groupId=g-1", { type: "team", teamId: "g-1" }],
    ["https://teams.microsoft.com/l/chat/0/0?users=a", { type: "notSimulated", what: "chat" }],
    ["https://handbook.example/okr", { type: "web", url: "https://handbook.example/okr" }],
    ["https://teams.microsoft.com/other", { type: "web", url: "https://teams.microsoft.com/other" }],
  ])("[TS12] reads %s", (address, link) => {
    expect(readLink(address)).toEqual(link);
  });

  it.each([
    ["javascript:alert(1)"],
    ["file:///etc/passwd"],
    ["not a link"],
    ["https://teams.microsoft.com/l/entity/app-1"],
    ["https://teams.microsoft.com/l/entity/app-1/home?context=%5B1%5D"],
    ["https://teams.microsoft.com/l/entity/app-1/home?context=nonsense"],
  ])("[TS12] does not follow %s", (address) => {
    expect(readLink(address)).toMatchObject({ type: "malformed" });
  });

  it("[TS13] reads back every link that is handed out", () => {
    const name = fc.string({ minLength: 1, unit: "grapheme" }).filter((text) => !/^\.+$/.test(text));
    fc.assert(
      fc.property(name, name, fc.option(name), fc.option(name), (appId, entityId, subEntityId, channelId) => {
        const address = {
          appId,
          entityId,
          ...(subEntityId === null ? {} : { subEntityId }),
          ...(channelId === null ? {} : { channelId }),
        };
        expect(readLink(writeEntityLink(address))).toEqual({ type: "entity", ...address });
      }),
    );
  });
});
