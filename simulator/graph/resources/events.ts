/** Events of the own calendar and of a group's calendar. A `transactionId` makes a repeated POST harmless. */
import {
  accessDenied,
  created,
  isObject,
  type JsonObject,
  objectBody,
  ok,
  onlyProperties,
  refuse,
} from "../http/exchange.ts";
import { collection, entity, pageOf, project } from "../odata/paging.ts";
import type { Service } from "../service.ts";
import { newGuid } from "../store/names.ts";
import { groupFor } from "./directory.ts";
import { param, type Route, type RouteCall } from "./route.ts";

const badRequest = (message: string): never => refuse(400, "ErrorInvalidRequest", message);

const properties = [
  "subject",
  "body",
  "start",
  "end",
  "location",
  "attendees",
  "recurrence",
  "isAllDay",
  "isOnlineMeeting",
  "onlineMeetingProvider",
  "importance",
  "showAs",
  "isReminderOn",
  "reminderMinutesBeforeStart",
  "responseRequested",
  "allowNewTimeProposals",
  "transactionId",
];

const demandTime = (body: JsonObject, name: string): number => {
  const value = body[name];
  if (!isObject(value) || typeof value["dateTime"] !== "string" || typeof value["timeZone"] !== "string")
    return badRequest(`'${name}' needs a dateTime and a timeZone.`);
  const at = Date.parse(value["dateTime"]);
  return Number.isNaN(at) ? badRequest(`'${name}' is not a date.`) : at;
};

const demandRecurrence = (value: unknown): void => {
  if (value === undefined || value === null) return;
  if (!isObject(value) || !isObject(value["pattern"]) || !isObject(value["range"]))
    badRequest("'recurrence' needs a pattern and a range.");
};

const online = (body: JsonObject, id: string): JsonObject =>
  body["isOnlineMeeting"] === true
    ? { onlineMeeting: { joinUrl: `https://teams.microsoft.com/l/meetup-join/${id}` } }
    : { isOnlineMeeting: false, onlineMeetingProvider: "unknown" };

/** Where an event lives: `me:` and a user id, or `group:` and a group id. */
interface Calendar {
  readonly key: string;
  readonly context: string;
  readonly organizer: { readonly name: string; readonly address: string };
}

const newEvent = (service: Service, calendar: Calendar, body: JsonObject): JsonObject => {
  onlyProperties(body, properties, "event");
  if (demandTime(body, "end") < demandTime(body, "start")) badRequest("The event ends before it starts.");
  demandRecurrence(body["recurrence"]);
  const id = newGuid();
  const at = new Date(service.now()).toISOString();
  return {
    attendees: [],
    isAllDay: false,
    importance: "normal",
    showAs: "busy",
    ...body,
    ...online(body, id),
    id,
    changeKey: id.slice(0, 8),
    createdDateTime: at,
    lastModifiedDateTime: at,
    iCalUId: id.replaceAll("-", ""),
    isCancelled: false,
    isOrganizer: true,
    type: isObject(body["recurrence"]) ? "seriesMaster" : "singleInstance",
    organizer: { emailAddress: calendar.organizer },
    webLink: `https://outlook.office365.com/owa/?itemid=${id}`,
  };
};

const post = (service: Service, call: RouteCall, calendar: Calendar) => {
  const body = objectBody(call);
  const transactionId = body["transactionId"];
  if (transactionId !== undefined && typeof transactionId !== "string")
    return badRequest("'transactionId' must be a string.");
  const known =
    transactionId === undefined
      ? undefined
      : service.db.get<{ json: string }>(
          "SELECT json FROM events WHERE calendar = ? AND transactionId = ?",
          calendar.key,
          transactionId,
        );
  if (known !== undefined) return created(entity(call, calendar.context, JSON.parse(known.json) as JsonObject));
  const event = newEvent(service, calendar, body);
  const last = service.db.get<{ last: number | null }>("SELECT max(ord) AS last FROM events")?.last ?? 0;
  service.db.run(
    "INSERT INTO events (id, calendar, ord, transactionId, json) VALUES (?, ?, ?, ?, ?)",
    String(event["id"]),
    calendar.key,
    last + 1,
    transactionId ?? null,
    JSON.stringify(event),
  );
  return created(entity(call, calendar.context, event));
};

const known = [
  ...properties,
  "id",
  "createdDateTime",
  "lastModifiedDateTime",
  "organizer",
  "webLink",
  "onlineMeeting",
  "type",
  "iCalUId",
  "isOrganizer",
  "isCancelled",
  "changeKey",
];

const list = (service: Service, call: RouteCall, calendar: Calendar) => {
  const rows = service.db.all<{ json: string }>(
    "SELECT json FROM events WHERE calendar = ? ORDER BY ord DESC",
    calendar.key,
  );
  const page = pageOf(call, rows, call.options.top ?? 10, call.options.skipToken);
  const value = page.value.map((row) =>
    project(JSON.parse(row.json) as JsonObject, call.options.select, known, "event"),
  );
  return ok(collection(call, calendar.context, { ...page, value }));
};

const mine = (service: Service, call: RouteCall): Calendar => {
  const user = service.directory().userById.get(call.caller.oid) ?? accessDenied();
  return {
    key: `me:${user.id}`,
    context: `users('${user.id}')/events`,
    organizer: { name: user.displayName, address: user.mail },
  };
};

/** Members of the group only. */
const ofGroup = (service: Service, call: RouteCall): Calendar => {
  const group = groupFor(service, param(call, "group"));
  if (service.directory().groupsOf.get(call.caller.oid)?.includes(group.id) !== true)
    return refuse(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.");
  return {
    key: `group:${group.id}`,
    context: `groups('${group.id}')/events`,
    organizer: { name: group.displayName, address: group.mail },
  };
};

const query = ["select", "top", "skiptoken"];
const readOwn = ["Calendars.ReadBasic", "Calendars.Read", "Calendars.ReadWrite"];

export const eventRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/me/events",
    scopes: readOwn,
    query,
    handle: (service, call) => list(service, call, mine(service, call)),
  },
  {
    method: "POST",
    path: "/me/events",
    scopes: ["Calendars.ReadWrite"],
    handle: (service, call) => post(service, call, mine(service, call)),
  },
  {
    method: "GET",
    path: "/groups/{group}/events",
    scopes: ["Group.Read.All", "Group.ReadWrite.All"],
    query,
    handle: (service, call) => list(service, call, ofGroup(service, call)),
  },
  {
    method: "POST",
    path: "/groups/{group}/events",
    scopes: ["Group.ReadWrite.All"],
    handle: (service, call) => post(service, call, ofGroup(service, call)),
  },
];
