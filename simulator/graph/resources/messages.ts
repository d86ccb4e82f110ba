/** Messages of a channel. They are sent as the user, and nobody can change those of others. */
import {
  created,
  invalid,
  isObject,
  type JsonObject,
  notEmulated,
  objectBody,
  ok,
  onlyProperties,
  refuse,
} from "../http/exchange.ts";
import { collection, entity, linkWith, seal, unseal } from "../odata/paging.ts";
import type { Service } from "../service.ts";
import { param, type Route, type RouteCall } from "./route.ts";
import { channelOf, type ChannelRow, channelUrl, teamOf } from "./teams.ts";

/** "About 28 kB in all", the size Teams documents for a message with its card. */
const sizeLimit = 28 * 1024;

const badRequest = (message: string): never => refuse(400, "BadRequest", message);

const readBody = (value: unknown): { readonly contentType: string; readonly content: string } => {
  if (!isObject(value) || typeof value["content"] !== "string") return badRequest("Missing body content.");
  onlyProperties(value, ["contentType", "content"], "itemBody");
  const contentType = value["contentType"] ?? "text";
  if (contentType !== "text" && contentType !== "html")
    return badRequest("The content type of the body is text or html.");
  return { contentType, content: value["content"] };
};

const attachmentProperties = ["id", "contentType", "contentUrl", "content", "name", "thumbnailUrl", "teamsAppId"];

const readCard = (content: unknown): void => {
  if (typeof content !== "string") badRequest("The content of a card attachment must be a string of JSON.");
  try {
    const card: unknown = JSON.parse(String(content));
    if (!isObject(card) || card["type"] !== "AdaptiveCard")
      badRequest("The content of the attachment is not an Adaptive Card.");
  } catch (error) {
    if (error instanceof SyntaxError) badRequest("The content of a card attachment is not valid JSON.");
    throw error;
  }
};

const readAttachment = (value: unknown): JsonObject => {
  if (!isObject(value)) return badRequest("An attachment must be an object.");
  onlyProperties(value, attachmentProperties, "chatMessageAttachment");
  if (typeof value["id"] !== "string" || value["id"] === "") return badRequest("An attachment needs an id.");
  if (value["contentType"] !== "application/vnd.microsoft.card.adaptive")
    return notEmulated(`attachments of type '${String(value["contentType"])}'`);
  readCard(value["content"]);
  return { contentUrl: null, name: null, thumbnailUrl: null, teamsAppId: null, ...value };
};

/** Each attachment is named once in the body, each name in the body has its attachment. */
const demandPairs = (content: string, attachments: readonly JsonObject[]): void => {
  const named = [...content.matchAll(/<attachment\s+id="([^"]*)"\s*\/?>/g)].map((match) => match[1] ?? "");
  const ids = attachments.map((attachment) => String(attachment["id"]));
  if (named.toSorted().join("\n") !== ids.toSorted().join("\n"))
    badRequest("The attachments of the message and the attachment marks in its body do not belong together.");
};

interface MessageParts {
  readonly body: { readonly contentType: string; readonly content: string };
  readonly attachments: readonly JsonObject[];
  readonly texts: JsonObject;
}

const textOrNull = (value: unknown): string | null =>
  value === undefined || value === null ? null : typeof value === "string" ? value : invalid("A string was expected.");

const readMessage = (input: JsonObject): MessageParts => {
  onlyProperties(input, ["subject", "body", "attachments", "importance", "summary"], "chatMessage");
  const body = readBody(input["body"]);
  const given = input["attachments"] ?? [];
  if (!Array.isArray(given)) return badRequest("'attachments' must be an array.");
  const attachments = given.map(readAttachment);
  demandPairs(body.content, attachments);
  const importance = input["importance"] ?? "normal";
  if (!["normal", "high", "urgent"].some((known) => known === importance))
    return badRequest("The importance is normal, high or urgent.");
  return {
    body,
    attachments,
    texts: { subject: textOrNull(input["subject"]), summary: textOrNull(input["summary"]), importance },
  };
};

/** Ids are instants in milliseconds, made unique within the store. */
const nextId = (service: Service): number => {
  const last = service.db.get<{ last: number | null }>("SELECT max(id) AS last FROM messages")?.last ?? 0;
  return Math.max(service.now(), last + 1);
};

const userIdentity = (service: Service, userId: string): JsonObject => ({
  application: null,
  device: null,
  user: {
    "@odata.type": "#microsoft.graph.teamworkUserIdentity",
    id: userId,
    displayName: service.directory().userById.get(userId)?.displayName ?? null,
    userIdentityType: "aadUser",
  },
});

const show = (service: Service, call: RouteCall, channel: ChannelRow, id: number, parts: MessageParts): JsonObject => {
  const at = new Date(id).toISOString();
  return {
    id: String(id),
    replyToId: null,
    etag: String(id),
    messageType: "message",
    createdDateTime: at,
    lastModifiedDateTime: at,
    lastEditedDateTime: null,
    deletedDateTime: null,
    ...parts.texts,
    chatId: null,
    locale: "en-us",
    webUrl: channelUrl(channel, call.caller.tid).replace("/l/channel/", "/l/message/"),
    from: userIdentity(service, call.caller.oid),
    body: parts.body,
    channelIdentity: { teamId: channel.teamId, channelId: channel.id },
    attachments: parts.attachments,
    mentions: [],
    reactions: [],
  };
};

const context = (channel: ChannelRow): string =>
  `teams('${channel.teamId}')/channels('${encodeURIComponent(channel.id)}')/messages`;

const post = (service: Service, call: RouteCall) => {
  const channel = channelOf(service, call, teamOf(service, call));
  const input = objectBody(call);
  if (Buffer.byteLength(JSON.stringify(input), "utf8") > sizeLimit)
    return refuse(413, "RequestEntityTooLarge", "The message is larger than 28 kB.");
  const id = nextId(service);
  const message = show(service, call, channel, id, readMessage(input));
  service.db.run(
    "INSERT INTO messages (id, teamId, channelId, json) VALUES (?, ?, ?, ?)",
    id,
    channel.teamId,
    channel.id,
    JSON.stringify(message),
  );
  return created(entity(call, context(channel), message));
};

/** Newest first, 20 a page, at most 50. */
const list = (service: Service, call: RouteCall) => {
  const channel = channelOf(service, call, teamOf(service, call));
  const { top = 20, skipToken } = call.options;
  if (top > 50) return badRequest("The page size of channel messages is at most 50.");
  const before = skipToken === undefined ? Number.MAX_SAFE_INTEGER : unseal(skipToken)?.["before"];
  if (typeof before !== "number") return badRequest("The skip token is not valid.");
  const rows = service.db.all<{ id: number; json: string }>(
    "SELECT id, json FROM messages WHERE channelId = ? AND id < ? ORDER BY id DESC LIMIT ?",
    channel.id,
    before,
    top + 1,
  );
  const page = rows.slice(0, top);
  const last = page.at(-1);
  const next =
    rows.length > top && last !== undefined ? { nextLink: linkWith(call, "skiptoken", seal({ before: last.id })) } : {};
  return ok(
    collection(call, context(channel), { value: page.map((row) => JSON.parse(row.json) as JsonObject), ...next }),
  );
};

const read = (service: Service, call: RouteCall) => {
  const channel = channelOf(service, call, teamOf(service, call));
  const row = service.db.get<{ json: string }>(
    "SELECT json FROM messages WHERE channelId = ? AND id = ?",
    channel.id,
    Number(param(call, "message")),
  );
  if (row === undefined) return refuse(404, "NotFound", "No message found with the given id.");
  return ok(entity(call, context(channel), JSON.parse(row.json) as JsonObject));
};

const messages = "/teams/{team}/channels/{channel}/messages";
const readScopes = ["ChannelMessage.Read.All", "Group.Read.All", "Group.ReadWrite.All"];

export const messageRoutes: readonly Route[] = [
  { method: "POST", path: messages, scopes: ["ChannelMessage.Send", "Group.ReadWrite.All"], handle: post },
  { method: "GET", path: messages, scopes: readScopes, query: ["top", "skiptoken"], handle: list },
  { method: "GET", path: `${messages}/{message}`, scopes: readScopes, handle: read },
];
