import { describe, expect, it } from "@jest/globals";
import { act, cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { tally } from "#shared/domain/okr/view.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { SignIn } from "#shared/ports/signIn.ts";
import { err, ok } from "#shared/domain/result.ts";
import { ShareStatus } from "#shared/ui/share/ShareStatus.tsx";
import { anObjective, aKeyResult, day, lena } from "#tests/support/okrs.ts";
import { memoryChannels, only, renderUi, viewsOf, type MemoryChannels } from "#tests/support/ui.tsx";

const teams = [
  { id: "t1", name: "Headquarters", channels: ["General"] },
  { id: "t2", name: "Germany", channels: ["General", "OKR status"] },
];
const consent: AccessError = { type: "SignInNeeded", reason: "consentRequired", scopes: ["ChannelMessage.Send"] };

/** Consent that lets everything through, or a person who closes the window. */
const consenting = (channels: MemoryChannels, gives: boolean): Pick<SignIn, "interact"> => ({
  interact: () => {
    if (!gives) return Promise.resolve(err({ type: "SignInNeeded", reason: "cancelled", scopes: [] }));
    channels.refuse = undefined;
    return Promise.resolve(ok(lena));
  },
});

const show = (channels: MemoryChannels, gives = true, channelId?: string) => {
  const opened: string[] = [];
  renderUi(
    <ShareStatus
      facts={{
        unitName: "Germany",
        cycleName: "Q1 2026",
        today: day("2026-02-10"),
        tally: tally(viewsOf([anObjective(1)], [aKeyResult(1, 1)])),
        furthest: [],
        link: "https://teams.example/place",
      }}
      channels={channels}
      signIn={consenting(channels, gives)}
      host={{
        open: (url) => {
          opened.push(url);
          return Promise.resolve();
        },
      }}
      preferred={{ teamId: "t2", channelId }}
      onClose={() => opened.push("closed")}
    />,
  );
  return opened;
};

const post = async (): Promise<void> => userEvent.click(await screen.findByRole("button", { name: "Post" }));

describe("ShareStatus", () => {
  it("shows the card, offers the unit's own team first, posts it, and leads to the message", async () => {
    const channels = memoryChannels(teams);
    const opened = show(channels);
    expect(await screen.findByRole("dialog", { name: "Share status with a channel" })).toBeDefined();
    expect(await screen.findByRole("combobox", { name: "Team" })).toHaveProperty("value", "t2");
    await userEvent.selectOptions(await screen.findByRole("combobox", { name: "Channel" }), "OKR status");
    await post();
    expect(await screen.findByText(/^Posted to OKR status\./)).toBeDefined();
    expect(only(channels.posts)).toMatchObject({
      channel: { teamId: "t2", name: "OKR status" },
      summary: "OKR status of Germany, Q1 2026",
      card: { type: "AdaptiveCard" },
    });
    await userEvent.click(screen.getByRole("button", { name: "Open the message" }));
    await userEvent.click(screen.getByRole("button", { name: "Close" }));
    expect(opened).toEqual(["https://teams.example/m1", "closed"]);
  });

  it("asks once for permission, and goes on with the teams", async () => {
    const channels = memoryChannels(teams);
    channels.refuse = consent;
    show(channels);
    await userEvent.click(await screen.findByRole("button", { name: "Allow posting as you" }));
    expect(await screen.findByRole("combobox", { name: "Team" })).toBeDefined();
  });

  it("can be asked again after the window was closed", async () => {
    const channels = memoryChannels(teams);
    channels.refuse = consent;
    show(channels, false);
    await userEvent.click(await screen.findByRole("button", { name: "Allow posting as you" }));
    expect(await screen.findByRole("button", { name: "Allow posting as you" })).toBeDefined();
    expect(screen.queryByRole("combobox", { name: "Team" })).toBeNull();
  });

  it("says so to somebody who is in no team", async () => {
    show(memoryChannels([]));
    expect(await screen.findByText("You are not a member of any team yet.")).toBeDefined();
  });

  it("says why a post did not arrive, keeps the choice, and posts at the next try", async () => {
    const channels = memoryChannels(teams);
    show(channels);
    await screen.findByRole("option", { name: "OKR status" });
    channels.refuse = { type: "Forbidden" };
    await post();
    expect((await screen.findByRole("alert")).textContent).toContain("You have no access");
    expect(channels.posts).toEqual([]);
    channels.refuse = undefined;
    await post();
    expect(await screen.findByText(/^Posted to General\./)).toBeDefined();
    expect(channels.posts).toHaveLength(1);
  });

  it("fetches the teams again when Microsoft 365 could not give them", async () => {
    const channels = memoryChannels(teams);
    channels.refuse = { type: "Busy" };
    show(channels);
    expect((await screen.findByRole("alert")).textContent).toContain("Microsoft 365 is busy");
    channels.refuse = undefined;
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByRole("combobox", { name: "Team" })).toBeDefined();
  });

  it("fetches the channels of the chosen team again", async () => {
    const channels = memoryChannels(teams);
    show(channels);
    await screen.findByRole("option", { name: "OKR status" });
    channels.refuse = { type: "Offline" };
    await userEvent.selectOptions(screen.getByRole("combobox", { name: "Team" }), "Headquarters");
    expect((await screen.findByRole("alert")).textContent).toContain("No connection");
    channels.refuse = undefined;
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByRole("option", { name: "General" })).toBeDefined();
    expect(screen.getByRole("combobox", { name: "Team" })).toHaveProperty("value", "t1");
  });

  it.each([
    ["popupBlocked", "The sign-in window was blocked", "Try again"],
    ["timedOut", "Sign-in took too long", "Try again"],
    ["failed", "Sign-in did not work", "Try again"],
  ] as const)("says of a sign-in that was %s what to do, and lets one ask again", async (reason, title, button) => {
    const channels = memoryChannels(teams);
    channels.refuse = { type: "SignInNeeded", reason, scopes: [] };
    show(channels);
    expect((await screen.findByRole("alert")).textContent).toContain(title);
    await userEvent.click(screen.getByRole("button", { name: button }));
    expect(await screen.findByRole("combobox", { name: "Team" })).toBeDefined();
  });

  it("never offers the channels of a team that was left before they arrived", async () => {
    const channels = memoryChannels(teams);
    const late: (() => void)[] = [];
    show({
      ...channels,
      channelsOf: async (id) => {
        if (id === "t1") await new Promise<void>((arrive) => late.push(arrive));
        return channels.channelsOf(id);
      },
    });
    await screen.findByRole("option", { name: "OKR status" });
    await userEvent.selectOptions(screen.getByRole("combobox", { name: "Team" }), "Headquarters");
    await userEvent.selectOptions(screen.getByRole("combobox", { name: "Team" }), "Germany");
    await screen.findByRole("option", { name: "OKR status" });
    await act(async () => only(late)());
    await post();
    await screen.findByText(/^Posted to General\./);
    expect(only(channels.posts).channel.teamId).toBe("t2");
  });

  it("offers the channel one is in, and the first of the team where that is none of it", async () => {
    show(memoryChannels(teams), true, "t2/OKR status");
    expect(await screen.findByRole("combobox", { name: "Channel" })).toHaveProperty("value", "t2/OKR status");
    cleanup();
    show(memoryChannels(teams), true, "t9/Elsewhere");
    expect(await screen.findByRole("combobox", { name: "Channel" })).toHaveProperty("value", "t2/General");
  });
});
