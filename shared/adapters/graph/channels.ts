import { err, ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { Channels } from "#shared/ports/channels.ts";
import type { Ids } from "#shared/ports/ids.ts";
import { textAt } from "./json.ts";
import { optional } from "./lists/parts.ts";
import type { SendToGraph } from "./request/call.ts";
import { accessErrorOf } from "./request/failure.ts";
import { readPages } from "./request/pages.ts";
import { scopesOf, type Feature } from "./scopes.ts";

/** Media type of an Adaptive Card attachment. */
const CARD = "application/vnd.microsoft.card.adaptive";

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Teams of the person, and messages in their name. */
export const createGraphChannels = (send: SendToGraph, ids: Ids): Channels => {
  const readNamed = async (path: string, feature: Feature): Promise<Result<readonly Named[], AccessError>> => {
    const pages = await readPages(send, { method: "GET", path, scopes: scopesOf(feature) });
    if (!pages.ok) return err(accessErrorOf(pages.error, path));
    const named: Named[] = [];
    for (const element of pages.value.elements) {
      const id = textAt(element, "id");
      if (id !== undefined) named.push({ id, name: textAt(element, "displayName") ?? "" });
    }
    return ok(named.toSorted((a, b) => a.name.localeCompare(b.name)));
  };
  return {
    permissions: (["myTeams", "channels", "channelMessage"] as const).flatMap((feature) => scopesOf(feature)),
    myTeams: () => readNamed("/me/joinedTeams?$select=id,displayName", "myTeams"),
    channelsOf: async (teamId) => {
      const path = `/teams/${encodeURIComponent(teamId)}/channels?$select=id,displayName`;
      const channels = await readNamed(path, "channels");
      return channels.ok ? ok(channels.value.map((channel) => ({ teamId, ...channel }))) : channels;
    },
    post: async (channel, card, summary) => {
      const attachmentId = ids.guid();
      const answer = await send({
        method: "POST",
        path: `/teams/${encodeURIComponent(channel.teamId)}/channels/${encodeURIComponent(channel.id)}/messages`,
        scopes: scopesOf("channelMessage"),
        body: {
          summary,
          body: { contentType: "html", content: `<attachment id="${attachmentId}"></attachment>` },
          // The card travels as a JSON string, not as an object.
          attachments: [{ id: attachmentId, contentType: CARD, content: JSON.stringify(card) }],
        },
        once: true,
      });
      if (!answer.ok) return err(accessErrorOf(answer.error, channel.name));
      const { body } = answer.value;
      return ok({ id: textAt(body, "id") ?? "", ...optional("webUrl", textAt(body, "webUrl")) });
    },
  };
};
