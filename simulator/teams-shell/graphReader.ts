import type { ChannelMessage, MessageAttachment } from "./wire.ts";

/** The shell reads Graph as any client does: over HTTP, with a token of the person. [TS25] */

export interface GraphReaderOptions {
  /** For example `http://localhost:4000/graph/v1.0`. A function where the port is known only later. */
  readonly graphBase: string | (() => string);
  readonly mintToken: (userId: string, scopes: readonly string[]) => Promise<string>;
}

export type GraphAnswer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly status: number; readonly message: string };

export interface GraphReader {
  readonly messages: (
    userId: string,
    teamId: string,
    channelId: string,
  ) => Promise<GraphAnswer<readonly ChannelMessage[]>>;
  /** Graph has no call that reads notifications back; the simulator keeps what was sent. */
  readonly activities: (userId: string) => Promise<GraphAnswer<readonly unknown[]>>;
}

type Fields = Readonly<Record<string, unknown>>;
const fields = (value: unknown): Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
const list = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.map(fields) : []);
const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);

const attachment = (given: Fields): MessageAttachment => {
  const [content, contentUrl, name] = [text(given["content"]), text(given["contentUrl"]), text(given["name"])];
  return {
    id: text(given["id"]) ?? "",
    contentType: text(given["contentType"]) ?? "",
    ...(content === undefined ? {} : { content }),
    ...(contentUrl === undefined ? {} : { contentUrl }),
    ...(name === undefined ? {} : { name }),
  };
};

const message = (given: Fields): ChannelMessage => {
  const from = fields(given["from"]);
  const body = fields(given["body"]);
  const subject = text(given["subject"]);
  const sender = text(fields(from["user"])["displayName"]) ?? text(fields(from["application"])["displayName"]);
  return {
    id: text(given["id"]) ?? "",
    at: text(given["createdDateTime"]) ?? "",
    from: sender ?? "",
    ...(subject === undefined ? {} : { subject }),
    body: { contentType: body["contentType"] === "text" ? "text" : "html", content: text(body["content"]) ?? "" },
    attachments: list(given["attachments"]).map(attachment),
  };
};

/** Graph's largest page of channel messages. */
const pageSize = 50;

export const createGraphReader = ({ graphBase, mintToken }: GraphReaderOptions): GraphReader => {
  const base = (): string => (typeof graphBase === "string" ? graphBase : graphBase());

  const fetchJson = async (
    address: string,
    headers: Readonly<Record<string, string>>,
  ): Promise<GraphAnswer<Fields>> => {
    try {
      const response = await fetch(address, { headers });
      const body = fields(await response.json());
      if (response.ok) return { ok: true, value: body };
      const { message } = fields(body["error"]);
      return { ok: false, status: response.status, message: text(message) ?? `Graph answered ${response.status}.` };
    } catch (error) {
      return { ok: false, status: 502, message: error instanceof Error ? error.message : String(error) };
    }
  };

  return {
    messages: async (userId, teamId, channelId) => {
      const token = await mintToken(userId, ["ChannelMessage.Read.All"]);
      const path = `/teams/${teamId}/channels/${encodeURIComponent(channelId)}/messages?$top=${pageSize}`;
      const answer = await fetchJson(`${base()}${path}`, { authorization: `Bearer ${token}` });
      if (!answer.ok) return answer;
      const messages = list(answer.value["value"]).map(message);
      return { ok: true, value: messages.sort((a, b) => b.at.localeCompare(a.at)) };
    },
    activities: async (userId) => {
      const address = new URL("/sim/activities", base());
      address.searchParams.set("userId", userId);
      const answer = await fetchJson(address.href, {});
      return answer.ok ? { ok: true, value: list(answer.value["value"]) } : answer;
    },
  };
};
