import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  allScopes,
  type Answer,
  bearerFor,
  type GraphServer,
  startGraph,
  testAppId,
} from "#tests/support/graphServer.ts";
import { homeOf, personas } from "#tests/support/graphLists.ts";
import { withFiles } from "../../../../scripts/traffic/description.ts";
import { tinyWorld } from "#tests/support/worlds.ts";

const kit = "../shared/graph-conformance";
const checker = `${kit}/check-conformance.mjs`;
const json = { "Content-Type": "application/json" };
const everyone = { headers: { consistencylevel: "eventual" } };
const [home] = tinyWorld().groups;
const channel = `/teams/${home?.id}/channels/${encodeURIComponent(home?.channels[0]?.id ?? "")}`;

const columns = [
  { name: "OkrId", text: {}, indexed: true, enforceUniqueValues: true },
  { name: "Value", number: { decimalPlaces: "automatic" } },
  { name: "Due", dateTime: { format: "dateOnly" }, indexed: true },
  { name: "State", choice: { choices: ["on", "off"], displayAs: "dropDownMenu" } },
  { name: "Tags", choice: { choices: ["a", "b"], displayAs: "checkBoxes" } },
  { name: "Note", text: { allowMultipleLines: true, textType: "plain" } },
  { name: "Done", boolean: {} },
  { name: "Owner", personOrGroup: {} },
];

let folder: string;
let server: GraphServer;
let file: string;
let calls = 0;
const answers: Answer[] = [];
const call = async (...request: Parameters<GraphServer["call"]>): Promise<Answer> => {
  calls += 1;
  const answer = await server.call(...request);
  answers.push(answer);
  return answer;
};

const driveDirectory = async (): Promise<void> => {
  for (const path of [
    "/me",
    "/me/memberOf?$top=1",
    "/me/transitiveMemberOf",
    "/me/joinedTeams",
    "/users?$top=3",
    "/groups",
    `/groups/${home?.id}`,
  ])
    await call("GET", path);
  await call("GET", "/users?$filter=startswith(displayName,'mi')&$select=id,displayName,country");
  await call("GET", '/users?$search="displayName:mi"&$count=true', undefined, everyone);
  await call("GET", `/users/${personas.lead}?$select=id,userPrincipalName`);
  await call("GET", `/groups/${home?.id}/members?$select=id,displayName`);
  await call("GET", `/groups/${home?.id}/owners`);
  await call("GET", "/me/photo/$value");
};

const driveSites = async (site: string): Promise<void> => {
  await call("GET", "/sites/root");
  await call("GET", "/sites?search=okr");
  await call("GET", `${site}/lists?$filter=displayName eq 'OKR'&$select=id,displayName`);
  await call("POST", `${site}/permissions`, {
    roles: ["write"],
    grantedToIdentities: [{ application: { id: personas.lead, displayName: "A" } }],
  });
  await call("GET", `${site}/permissions`);
};

const driveColumns = async (list: string): Promise<void> => {
  const made = await call("POST", `${list}/columns`, { name: "Extra", text: {}, indexed: true });
  await call("GET", `${list}/columns`);
  await call("GET", `${list}/columns?$select=id,name,hidden,indexed`);
  await call("GET", `${list}/columns/${made.body.id}`);
  await call("PATCH", `${list}/columns/${made.body.id}`, { displayName: "More", indexed: false });
  await call("DELETE", `${list}/columns/${made.body.id}`);
  await call("GET", `${list}?$expand=columns`);
};

const driveItems = async (list: string): Promise<void> => {
  const fields = { Title: "a", OkrId: "k1", Value: 1.5, Due: "2026-03-01", State: "on", Note: "long", Done: true };
  const made = await call("POST", `${list}/items`, { fields });
  const owner = Number(made.body.fields.AuthorLookupId);
  await call("POST", `${list}/items`, {
    fields: { OkrId: "k2", OwnerLookupId: owner, "Tags@odata.type": "Collection(Edm.String)", Tags: ["a"] },
  });
  const etag = { headers: { "if-match": String(made.body.eTag) } };
  await call("PATCH", `${list}/items/1/fields`, { Value: 2 }, etag);
  await call("PATCH", `${list}/items/1/fields`, { Value: 3 }, etag);
  await call("PATCH", `${list}/items/1`, { fields: { Value: 4 } });
  await call("GET", `${list}/items?$expand=fields($select=Title,OkrId,Owner)&$top=1`);
  await call("GET", `${list}/items?$expand=fields&$filter=fields/OkrId eq 'k1'&$orderby=fields/Due desc`);
  await call("GET", `${list}/items/1?$expand=fields`);
  await call("GET", `${list}/items/1/fields`);
  await call("GET", `${list}/items/1/versions?$expand=fields`);
  await call("POST", `${list}/items/1/versions/1.0/restoreVersion`);
  await call("POST", `${list}/permissions`, {
    roles: ["read"],
    grantedToV2: { application: { id: personas.lead, displayName: "A" } },
  });
};

const driveDelta = async (list: string): Promise<void> => {
  const first = await call("GET", `${list}/items/delta?$expand=fields($select=Title)&$top=1`);
  const second = await call("GET", first.body["@odata.nextLink"]);
  await call("DELETE", `${list}/items/2`);
  await call("GET", second.body["@odata.deltaLink"] ?? second.body["@odata.nextLink"]);
  await call("GET", `${list}/items/delta?token=latest`);
  await server.sim("POST", "/settings", { resync: "resyncChangesApplyDifferences" });
  await call("GET", second.body["@odata.deltaLink"] ?? second.body["@odata.nextLink"]);
};

const driveBatch = async (list: string): Promise<void> => {
  await server.sim("POST", "/faults", [{ match: "GET /me$", status: 429, retryAfterSeconds: 2, count: 1 }]);
  await call("POST", "/$batch", {
    requests: [
      { id: "1", method: "GET", url: "/me" },
      { id: "2", method: "POST", url: `${list}/items`, headers: json, body: { fields: { OkrId: "k3" } } },
      { id: "3", method: "GET", url: `${list}/items?$expand=fields($select=OkrId)`, dependsOn: ["2"] },
      { id: "4", method: "GET", url: "/me/memberOf", dependsOn: ["1"] },
    ],
  });
};

/** Not part of Graph, so not recorded: what is sent to an address that was handed out. */
const driveFiles = async (site: string): Promise<void> => {
  const file = `${site}/drive/root:/Drumbeat/rows.json`;
  const authorization = `Bearer ${bearerFor(personas.facilitator)}`;
  const send = async (
    path: string,
    content: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> => {
    calls += 1;
    const answer = await server.send("PUT", path, content, { authorization, ...headers });
    answers.push(answer);
    return answer;
  };
  const made = await send(`${file}:/content`, '{"secret":"contents"}', json);
  await send(`${file}:/content?@microsoft.graph.conflictBehavior=replace`, "[]", {
    "if-match": String(made.body.eTag),
  });
  await call("GET", `${file}?$select=id,eTag,@microsoft.graph.downloadUrl`);
  await call("GET", file);
  const item = { "@microsoft.graph.conflictBehavior": "replace", name: "rows.json" };
  await call("POST", `${file}:/createUploadSession`, { item });
  await call("POST", "/$batch", { requests: [{ id: "1", method: "GET", url: `${file}:/content` }] });
  await call("DELETE", file);
};

const driveTeams = async (): Promise<void> => {
  await call("GET", `/teams/${home?.id}`);
  await call("GET", `/teams/${home?.id}/channels`);
  await call("GET", channel);
  const card = JSON.stringify({ type: "AdaptiveCard", version: "1.5", body: [] });
  const attachments = [{ id: "c", contentType: "application/vnd.microsoft.card.adaptive", content: card }];
  const sent = await call("POST", `${channel}/messages`, {
    body: { contentType: "html", content: '<attachment id="c"></attachment>' },
    attachments,
  });
  await call("GET", `${channel}/messages?$top=5`);
  await call("GET", `${channel}/messages/${sent.body.id}`);
  const recipient = { "@odata.type": "microsoft.graph.aadUserNotificationRecipient", userId: personas.member };
  const topic = { source: "text", value: "OKR", webUrl: "https://teams.microsoft.com/l/entity/x" };
  const note = { topic, activityType: "systemDefault", previewText: { content: "x" }, templateParameters: [] };
  await call("POST", `/teams/${home?.id}/sendActivityNotification`, { ...note, recipient });
  await call("POST", "/teamwork/sendActivityNotificationToRecipients", { ...note, recipients: [recipient] });
  const event = {
    subject: "Check-in",
    start: { dateTime: "2026-03-23T09:00:00", timeZone: "UTC" },
    end: { dateTime: "2026-03-23T09:30:00", timeZone: "UTC" },
    isOnlineMeeting: true,
    onlineMeetingProvider: "teamsForBusiness",
    transactionId: "t",
  };
  for (const path of ["/me/events", `/groups/${home?.id}/events`]) {
    await call("POST", path, event);
    await call("GET", `${path}?$top=3`);
  }
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "graph-recording-"));
  file = join(folder, "traffic.jsonl");
  server = await startGraph({ recordFile: file });
  const site = (await homeOf(server)).path;
  calls += 1;
  await driveDirectory();
  const made = await call("POST", `${site}/lists`, { displayName: "OKR", columns, list: { template: "genericList" } });
  const list = `${site}/lists/${made.body.id}`;
  await driveSites(site);
  await driveColumns(list);
  await driveItems(list);
  await driveDelta(list);
  await driveBatch(list);
  await driveFiles(site);
  await driveTeams();
  await call("PATCH", list, { description: "Objectives" });
  await call("DELETE", list);
  await call("GET", "/me", undefined, { bearer: bearerFor(personas.lead, allScopes, "another-app") });
  await server.close();
}, 60_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const lines = (): readonly string[] => readFileSync(file, "utf8").trimEnd().split("\n");

describe("the recording", () => {
  it("[GR98] holds one line for each outer exchange, batches with their bodies, and no token", () => {
    expect(lines()).toHaveLength(calls);
    const methods = lines().map(
      (line) => JSON.parse(line) as { path: string; responseBody?: { responses?: unknown[] } },
    );
    expect(methods.find(({ path }) => path.endsWith("$batch"))?.responseBody?.responses).toHaveLength(4);
    expect(readFileSync(file, "utf8")).not.toMatch(/authorization|bearer/i);
  });

  it("[GR98] holds no file, and no address that opens one", () => {
    const text = readFileSync(file, "utf8");
    expect(text).toContain('"requestBody":"21 bytes"');
    expect(text).not.toMatch(/contents"|(download|upload)\/[\w-]/);
    expect(text).toContain("https://sharepoint.example/download/…");
  });

  it("[GR98] says which app called", () => {
    const apps = lines().map((line) => (JSON.parse(line) as { readonly app: string }).app);
    expect(apps.slice(0, -1).every((app) => app === testAppId)).toBe(true);
    expect(apps.at(-1)).toBe("another-app");
  });

  it("[GR98] writes links with the origin of Graph, whatever address was used", () => {
    expect(readFileSync(file, "utf8")).not.toContain("localhost");
  });

  it("[GR99] was driven by calls that succeed, save the ones that provoke an answer", () => {
    const failures = answers.filter(({ status }) => status >= 400).map(({ status }) => status);
    expect(failures).toEqual([404, 412, 410]);
  });

  it("[GR99] agrees with Microsoft's description of Graph", () => {
    if (!existsSync(checker)) {
      process.stdout.write(
        "The conformance kit is not beside this checkout: only the number of exchanges was checked.\n",
      );
      expect(lines()).toHaveLength(calls);
      return;
    }
    const run = spawnSync(process.execPath, [checker, "--strict", "--quiet", ...withFiles(kit), file], {
      encoding: "utf8",
    });
    expect(run.stdout).toContain(" 0 errors");
    expect(run.status).toBe(0);
  });
});
