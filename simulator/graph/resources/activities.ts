/** Notifications in the activity feed. */
import {
  isObject,
  type JsonObject,
  noContent,
  objectBody,
  onlyProperties,
  refuse,
  type Reply,
  textOr,
} from "../http/exchange.ts";
import { instant, type Service } from "../service.ts";
import { groupFor, userFor } from "./directory.ts";
import { param, type Route, type RouteCall } from "./route.ts";
import { teamOf } from "./teams.ts";

const badRequest = (message: string): never => refuse(400, "BadRequest", message);

const previewLimit = 150;
const recipientLimit = 100;

const readTopic = (value: unknown): void => {
  if (!isObject(value) || typeof value["value"] !== "string") badRequest("'topic' needs a source and a value.");
  const topic = value as JsonObject;
  onlyProperties(topic, ["source", "value", "webUrl"], "teamworkActivityTopic");
  if (topic["source"] === "text") {
    if (typeof topic["webUrl"] !== "string") badRequest("A topic with source 'text' needs 'webUrl'.");
  } else if (topic["source"] === "entityUrl") {
    if (!String(topic["value"]).startsWith("https://graph.microsoft.com/"))
      badRequest("A topic with source 'entityUrl' needs the address of a Graph resource.");
  } else badRequest("The source of a topic is text or entityUrl.");
};

const readPreview = (preview: unknown): void => {
  if (preview === undefined) return;
  if (!isObject(preview) || typeof preview["content"] !== "string") return badRequest("'previewText' needs a content.");
  if (preview["content"].length > previewLimit)
    return badRequest(`The preview text has more than ${previewLimit} characters.`);
};

const readParameters = (parameters: unknown): void => {
  if (!Array.isArray(parameters)) return badRequest("'templateParameters' must be an array.");
  for (const parameter of parameters as readonly unknown[])
    if (!isObject(parameter) || typeof parameter["name"] !== "string" || typeof parameter["value"] !== "string")
      badRequest("A template parameter needs a name and a value.");
};

const readTexts = (body: JsonObject): void => {
  if (textOr(body["activityType"]) === "") badRequest("'activityType' is missing.");
  readPreview(body["previewText"]);
  readParameters(body["templateParameters"] ?? []);
};

/** User ids that a recipient stands for; its type must be told. */
const recipientsOf = (service: Service, value: unknown): readonly string[] => {
  if (!isObject(value)) return badRequest("'recipient' is missing.");
  const type = textOr(value["@odata.type"]).replace(/^#?microsoft\.graph\./, "");
  if (type === "aadUserNotificationRecipient") return [userFor(service, String(value["userId"])).id];
  if (type === "teamMembersNotificationRecipient" || type === "channelMembersNotificationRecipient")
    return service.directory().membersOf.get(groupFor(service, String(value["teamId"])).id) ?? [];
  return badRequest("'recipient' needs an '@odata.type' of a notification recipient.");
};

const properties = ["topic", "activityType", "chainId", "previewText", "teamsAppId", "templateParameters"];

const notify = (service: Service, call: RouteCall, recipients: readonly string[], teamId?: string): void => {
  const body = objectBody(call);
  readTopic(body["topic"]);
  readTexts(body);
  for (const recipientId of recipients) {
    const activity = {
      at: instant(service.now()),
      senderId: call.caller.oid,
      recipientId,
      ...(teamId === undefined ? {} : { teamId }),
      topic: body["topic"],
      activityType: body["activityType"],
      previewText: body["previewText"],
      templateParameters: body["templateParameters"] ?? [],
    };
    service.db.run(
      "INSERT INTO activities (at, senderId, recipientId, json) VALUES (?, ?, ?, ?)",
      activity.at,
      call.caller.oid,
      recipientId,
      JSON.stringify(activity),
    );
  }
};

const toTeam = (service: Service, call: RouteCall): Reply => {
  const team = teamOf(service, call);
  const body = objectBody(call);
  onlyProperties(body, [...properties, "recipient"], "sendActivityNotification");
  notify(service, call, recipientsOf(service, body["recipient"]), team.id);
  return noContent;
};

const toUser = (service: Service, call: RouteCall): Reply => {
  onlyProperties(objectBody(call), properties, "sendActivityNotification");
  notify(service, call, [userFor(service, param(call, "user")).id]);
  return noContent;
};

const toRecipients = (service: Service, call: RouteCall): Reply => {
  const body = objectBody(call);
  onlyProperties(body, [...properties, "recipients"], "sendActivityNotificationToRecipients");
  const given = body["recipients"];
  if (!Array.isArray(given) || given.length === 0 || given.length > recipientLimit)
    return badRequest(`Between 1 and ${recipientLimit} recipients are needed.`);
  notify(
    service,
    call,
    given.flatMap((recipient) => recipientsOf(service, recipient)),
  );
  return { status: 202 };
};

const scopes = ["TeamsActivity.Send"];

export const activityRoutes: readonly Route[] = [
  { method: "POST", path: "/teams/{team}/sendActivityNotification", scopes, handle: toTeam },
  { method: "POST", path: "/users/{user}/teamwork/sendActivityNotification", scopes, handle: toUser },
  { method: "POST", path: "/teamwork/sendActivityNotificationToRecipients", scopes, handle: toRecipients },
];
