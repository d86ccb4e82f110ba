import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createGraphChannels } from "#shared/adapters/graph/channels.ts";
import { createGraphDirectory, readMe } from "#shared/adapters/graph/directory.ts";
import { nodeIds } from "#shared/adapters/node/ids.ts";
import { ok } from "#shared/domain/result.ts";
import type { ChannelRef } from "#shared/ports/channels.ts";
import { startEmptyHome, type SimulatedHome } from "#tests/support/simulatedHome.ts";
import { lena } from "#tests/support/okrs.ts";

let home: SimulatedHome;

beforeAll(async () => {
  home = await startEmptyHome();
});
afterAll(() => home.close());

describe("the directory", () => {
  it("[AG18] finds people by the beginning of their names and addresses", async () => {
    const { searchPeople } = createGraphDirectory(home.sendAs("member"));
    expect(await searchPeople("Len")).toEqual(ok([lena]));
    expect(await searchPeople("krü")).toEqual(ok([lena]));
    expect(await searchPeople("lena.kr")).toEqual(ok([lena]));
    expect(await searchPeople("  ")).toEqual(ok([]));
    expect(await searchPeople("nobody")).toEqual(ok([]));
  });

  it("[AG18] finds exactly one person by address or full name", async () => {
    const { findPerson } = createGraphDirectory(home.sendAs("member"));
    expect(await findPerson("Lena.Kruger@tinycart.example")).toEqual(ok(lena));
    expect(await findPerson(" Lena Krüger ")).toEqual(ok(lena));
    expect(await findPerson("Tomás O'Hara")).toMatchObject({ ok: true, value: { name: "Tomás O'Hara" } });
    expect(await findPerson("Lena")).toEqual(ok(undefined));
    expect(await findPerson("")).toEqual(ok(undefined));
  });

  it("[AG18] knows whose token it is", async () => {
    expect(await readMe(home.sendAs("lead"))).toEqual(ok(lena));
  });
});

describe("channels", () => {
  const card = {
    type: "AdaptiveCard",
    version: "1.5",
    body: [{ type: "TextBlock", text: "3 of 5 on track — שלום 🚀" }],
  };
  const germany = "b0000000-0000-4000-8000-000000000002";
  const channel: ChannelRef = { teamId: germany, id: "19:germany-okr@thread.tacv2", name: "OKR status" };

  const messages = async (): Promise<readonly { readonly attachments: readonly { readonly content: string }[] }[]> => {
    const query = new URLSearchParams({ teamId: channel.teamId, channelId: channel.id });
    return (await home.server.sim("GET", `/messages?${query.toString()}`)).body.value;
  };

  it("[AG19] lists the person's teams and their channels by name", async () => {
    const { myTeams, channelsOf } = createGraphChannels(home.sendAs("lead"), nodeIds);
    const teams = await myTeams();
    expect(teams).toMatchObject({ ok: true, value: [{ name: "Germany" }, { name: "OKR Home" }] });
    expect(await channelsOf(germany)).toEqual(
      ok([{ teamId: germany, id: "19:germany-general@thread.tacv2", name: "General" }, channel]),
    );
  });

  it("[AG19] posts a card", async () => {
    const posted = await createGraphChannels(home.sendAs("lead"), nodeIds).post(channel, card, "Status of Germany");
    expect(posted).toMatchObject({ ok: true, value: { id: expect.stringMatching(/\S/) } });
    const stored = await messages();
    expect(stored).toHaveLength(1);
    expect(JSON.parse(stored[0]?.attachments[0]?.content ?? "")).toEqual(card);
  });

  it("[AG19] posts no second card when the answer to the first is lost", async () => {
    const before = (await messages()).length;
    await home.server.sim("POST", "/faults", [{ match: "POST /\\$batch", drop: "after", count: 1 }]);
    const posted = await createGraphChannels(home.sendAs("lead"), nodeIds).post(channel, card, "Status");
    expect(posted).toEqual({ ok: false, error: { type: "Offline" } });
    expect(await messages()).toHaveLength(before + 1);
  });

  it("[AG8] tells that a channel is not open to somebody", async () => {
    const outsider = createGraphChannels(home.sendAs("outsider"), nodeIds);
    expect(await outsider.post(channel, card, "Status")).toEqual({ ok: false, error: { type: "Forbidden" } });
  });
});
