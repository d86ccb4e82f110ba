import { isRecord, textOf } from "./message.ts";

/** A link as the shell understands it. [TS12] */
export type Link =
  | {
      readonly type: "entity";
      readonly appId: string;
      readonly entityId: string;
      readonly subEntityId?: string;
      readonly channelId?: string;
    }
  | { readonly type: "channel"; readonly channelId: string }
  | { readonly type: "team"; readonly teamId: string }
  | { readonly type: "web"; readonly url: string }
  | { readonly type: "notSimulated"; readonly what: string }
  | { readonly type: "malformed"; readonly reason: string };

const teamsHosts: ReadonlySet<string> = new Set(["teams.microsoft.com", "teams.cloud.microsoft"]);

const decode = (part: string | undefined): string => {
  try {
    return decodeURIComponent(part ?? "");
  } catch {
    return "";
  }
};

const parse = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
};

const entityLink = (parts: readonly string[], query: URLSearchParams): Link => {
  const [appId = "", entityId = ""] = parts;
  if (appId === "" || entityId === "")
    return { type: "malformed", reason: "An entity link names an app and an entity." };
  const raw = query.get("context");
  const context = raw === null ? {} : parse(raw);
  if (!isRecord(context)) return { type: "malformed", reason: "The context of the link is not a JSON object." };
  const subEntityId = textOf(context["subEntityId"]);
  const channelId = textOf(context["channelId"]);
  return {
    type: "entity",
    appId,
    entityId,
    ...(subEntityId === undefined ? {} : { subEntityId }),
    ...(channelId === undefined ? {} : { channelId }),
  };
};

const teamsLink = (url: URL): Link => {
  const [root, kind = "", ...rest] = url.pathname.split("/").slice(1).map(decode);
  if (root !== "l") return { type: "web", url: url.href };
  if (kind === "entity") return entityLink(rest, url.searchParams);
  if ((kind === "channel" || kind === "message") && rest[0]) return { type: "channel", channelId: rest[0] };
  const teamId = url.searchParams.get("groupId");
  if (kind === "team" && teamId !== null) return { type: "team", teamId };
  return { type: "notSimulated", what: kind };
};

export const readLink = (address: string): Link => {
  if (!URL.canParse(address)) return { type: "malformed", reason: `"${address}" is not an absolute address.` };
  const url = new URL(address);
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    return { type: "malformed", reason: `Links of the kind ${url.protocol} are not opened.` };
  }
  return teamsHosts.has(url.host) ? teamsLink(url) : { type: "web", url: url.href };
};

export interface EntityAddress {
  readonly appId: string;
  readonly entityId: string;
  readonly subEntityId?: string;
  readonly channelId?: string;
  readonly label?: string;
  readonly webUrl?: string;
}

/** The link that "Copy link" hands out. Source: documentation "Create deep links to an application". */
export const writeEntityLink = ({ appId, entityId, subEntityId, channelId, label, webUrl }: EntityAddress): string => {
  const url = new URL(
    `https://teams.microsoft.com/l/entity/${encodeURIComponent(appId)}/${encodeURIComponent(entityId)}`,
  );
  if (webUrl !== undefined) url.searchParams.set("webUrl", webUrl);
  if (label !== undefined) url.searchParams.set("label", label);
  const context = {
    ...(subEntityId === undefined ? {} : { subEntityId }),
    ...(channelId === undefined ? {} : { channelId }),
  };
  if (Object.keys(context).length > 0) url.searchParams.set("context", JSON.stringify(context));
  return url.href;
};
