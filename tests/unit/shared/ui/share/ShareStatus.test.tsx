import { describe, expect, it } from "@jest/globals";
import { screen } from "@testing-library/react";
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

const show = (channels: MemoryChannels, gives = true) => {
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
      preferredTeamId="t2"
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
});
