import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { type Answer, type GraphServer, startGraph } from "#tests/support/graphServer.ts";
import { personas } from "#tests/support/graphLists.ts";
import { tinyWorld } from "#tests/support/worlds.ts";

const [home, germany] = tinyWorld().groups;
const general = `/teams/${home?.id}/channels/${encodeURIComponent(home?.channels[0]?.id ?? "")}`;

let server: GraphServer;
beforeEach(async () => {
  server = await startGraph();
  await server.sim("POST", "/settings", { channelPostsPerSecond: 1000 });
});
afterEach(() => server.close());

describe("teams", () => {
  it("[GR90] are those of the caller's groups, with their channels, for members only", async () => {
    const lead = { user: personas.lead };
    const joined = await server.call("GET", "/me/joinedTeams?$select=id,displayName", undefined, lead);
    expect(joined.body.value).toEqual([
      { id: home?.id, displayName: "OKR Home" },
      { id: germany?.id, displayName: "Germany" },
    ]);
    const channels = await server.call("GET", `/teams/${germany?.id}/channels?$select=id,displayName`, undefined, lead);
    expect(channels.body.value).toEqual(germany?.channels);
    expect((await server.call("GET", `/teams/${germany?.id}`, undefined, lead)).body.visibility).toBe("private");
    expect((await server.call("GET", `/teams/${germany?.id}/channels`)).status).toBe(403);
    expect((await server.call("GET", `/teams/${home?.id}/channels/none`)).status).toBe(404);
    expect((await server.call("GET", general)).body).toMatchObject({
      displayName: "General",
      membershipType: "standard",
    });
  });
});

const card = { type: "AdaptiveCard", version: "1.5", body: [{ type: "TextBlock", text: "On track" }] };
const message = (over: object = {}) => ({
  subject: "Status",
  body: { contentType: "html", content: '<attachment id="c1"></attachment>' },
  attachments: [{ id: "c1", contentType: "application/vnd.microsoft.card.adaptive", content: JSON.stringify(card) }],
  ...over,
});
const post = (body: unknown, user = personas.facilitator): Promise<Answer> =>
  server.call("POST", `${general}/messages`, body, { user });

describe("channel messages", () => {
  it("[GR91] are sent as the caller and found again, newest first", async () => {
    const sent = await post(message());
    expect(sent.status).toBe(201);
    expect(sent.body).toMatchObject({
      messageType: "message",
      subject: "Status",
      from: { user: { id: personas.facilitator, displayName: "Farid Haddad" } },
      channelIdentity: { teamId: home?.id },
      attachments: [{ id: "c1", content: JSON.stringify(card) }],
    });
    await post({ body: { content: "second" } }, personas.member);
    const page = await server.call("GET", `${general}/messages?$top=1`);
    expect(page.body.value).toMatchObject([{ body: { contentType: "text", content: "second" } }]);
    const rest = await server.call("GET", page.body["@odata.nextLink"]);
    expect(rest.body.value.map((each: { id: string }) => each.id)).toEqual([sent.body.id]);
    expect((await server.call("GET", `${general}/messages/${sent.body.id}`)).body.subject).toBe("Status");
    const sim = await server.sim(
      "GET",
      `/messages?teamId=${home?.id}&channelId=${encodeURIComponent(home?.channels[0]?.id ?? "")}`,
    );
    expect(sim.body.value).toHaveLength(2);
  });

  it("[GR91] pair each attachment with its mark in the body, and carry the card as a string", async () => {
    const attachment = message().attachments[0];
    const wrong = [
      message({ body: { contentType: "html", content: "no mark" } }),
      message({ attachments: [] }),
      message({ attachments: [{ ...attachment, id: "other" }] }),
      message({ attachments: [{ ...attachment, content: card }] }),
      message({ attachments: [{ ...attachment, content: "{" }] }),
      message({ attachments: [{ ...attachment, content: "{}" }] }),
      {},
    ];
    const answers = await Promise.all(wrong.map((body) => post(body)));
    expect(answers.map(({ status }) => status)).toEqual(wrong.map(() => 400));
    expect((await post(message({ mentions: [] }))).status).toBe(501);
  });

  it("[GR91] hold 28 kB at most, and come from members only", async () => {
    expect((await post({ body: { content: "é".repeat(14 * 1024) } })).status).toBe(413);
    expect((await post({ body: { content: "é".repeat(13 * 1024) } })).status).toBe(201);
    expect((await post(message(), personas.outsider)).status).toBe(403);
  });
});

describe("activity notifications", () => {
  const topic = { source: "text", value: "OKR", webUrl: "https://teams.microsoft.com/l/entity/x" };
  const notification = {
    topic,
    activityType: "systemDefault",
    previewText: { content: "A key result is at risk" },
    recipient: { "@odata.type": "microsoft.graph.aadUserNotificationRecipient", userId: personas.member },
    templateParameters: [{ name: "systemDefaultText", value: "look" }],
  };
  const send = (body: object) => server.call("POST", `/teams/${home?.id}/sendActivityNotification`, body);
  const feed = async (userId: string) =>
    (await server.sim("GET", `/activities?userId=${userId}`)).body.value as readonly object[];

  it("[GR92] reach the feed of a person, of a team, or of up to a hundred people", async () => {
    expect((await send(notification)).status).toBe(204);
    expect(await feed(personas.member)).toMatchObject([
      { senderId: personas.facilitator, previewText: { content: "A key result is at risk" } },
    ]);
    const team = { "@odata.type": "#microsoft.graph.teamMembersNotificationRecipient", teamId: home?.id };
    await send({ ...notification, recipient: team });
    expect(await feed(personas.lead)).toHaveLength(1);
    const { recipient, ...rest } = notification;
    const bulk = (recipients: readonly object[]) =>
      server.call("POST", "/teamwork/sendActivityNotificationToRecipients", { ...rest, recipients });
    expect((await bulk([recipient])).status).toBe(202);
    expect((await bulk(Array.from({ length: 101 }, () => recipient))).status).toBe(400);
    expect(await feed(personas.member)).toHaveLength(3);
  });

  it("[GR92] are refused without webUrl, recipient type or within 150 characters of preview", async () => {
    const wrong = [
      { ...notification, topic: { source: "text", value: "OKR" } },
      { ...notification, topic: { source: "entityUrl", value: "https://example.org" } },
      { ...notification, recipient: { userId: personas.member } },
      { ...notification, previewText: { content: "x".repeat(151) } },
      { ...notification, activityType: undefined },
    ];
    const answers = await Promise.all(wrong.map(send));
    expect(answers.map(({ status }) => status)).toEqual(wrong.map(() => 400));
    expect(await feed(personas.member)).toEqual([]);
  });
});

describe("events", () => {
  const event = {
    subject: "OKR check-in",
    start: { dateTime: "2026-03-23T09:00:00", timeZone: "UTC" },
    end: { dateTime: "2026-03-23T09:30:00", timeZone: "UTC" },
    isOnlineMeeting: true,
    onlineMeetingProvider: "teamsForBusiness",
    transactionId: "t-1",
  };

  it("[GR93] are made once for one transactionId, per calendar", async () => {
    const first = await server.call("POST", "/me/events", event);
    const again = await server.call("POST", "/me/events", { ...event, subject: "again" });
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
    expect(first.body.onlineMeeting.joinUrl).toMatch(/^https:\/\/teams\.microsoft\.com\//);
    const other = await server.call("POST", "/me/events", event, { user: personas.lead });
    expect(other.body.id).not.toBe(first.body.id);
    expect((await server.call("GET", "/me/events?$select=subject")).body.value).toEqual([{ subject: "OKR check-in" }]);
  });

  it("[GR93] of a group are made and read by its members", async () => {
    const path = `/groups/${germany?.id}/events`;
    expect((await server.call("POST", path, event)).status).toBe(403);
    const made = await server.call("POST", path, event, { user: personas.lead });
    expect(made.body).toMatchObject({ subject: "OKR check-in", organizer: { emailAddress: { name: "Germany" } } });
    expect((await server.call("GET", path, undefined, { user: personas.member })).body.value).toHaveLength(1);
  });

  it("[GR93] need a start and an end in that order, and known properties", async () => {
    const wrong = [
      { subject: "x" },
      { ...event, end: { dateTime: "2026-03-22T09:00:00", timeZone: "UTC" } },
      { ...event, recurrence: {} },
    ];
    const answers = await Promise.all(wrong.map((body) => server.call("POST", "/me/events", body)));
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400]);
    expect((await server.call("POST", "/me/events", { ...event, mood: "good" })).status).toBe(501);
  });
});
