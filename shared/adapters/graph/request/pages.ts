import { err, ok, type Result } from "#shared/domain/result.ts";
import { listAt, textAt } from "../json.ts";
import type { GraphCall, GraphFailure, SendToGraph } from "./call.ts";

export interface Pages {
  readonly elements: readonly unknown[];
  /** Where the stream of changes goes on; only delta has it. Relative to `/v1.0`, otherwise opaque. */
  readonly deltaPath?: string;
}

/**
 * The path of a link that Graph gave, whatever origin it carries: it goes back the way every call goes, so that a link never
 * decides where a token is sent. Undefined for something that is no such link.
 */
const pathOfLink = (link: string): string | undefined => {
  const start = link.indexOf("/v1.0/");
  return start < 0 ? undefined : link.slice(start + "/v1.0".length);
};

/** Follows nextLinks to the end. Nothing depends on how many rows a page has. */
export const readPages = async (
  send: SendToGraph,
  first: GraphCall,
  signal?: AbortSignal,
): Promise<Result<Pages, GraphFailure>> => {
  const elements: unknown[] = [];
  for (let call = first; ;) {
    const answer = await send(call, signal);
    if (!answer.ok) return answer;
    for (const element of listAt(answer.value.body, "value")) elements.push(element);
    const next = textAt(answer.value.body, "@odata.nextLink");
    if (next === undefined) return ok({ elements, ...deltaPathOf(answer.value.body) });
    const path = pathOfLink(next);
    if (path === undefined) return err({ type: "Unexpected", code: "unreadableLink" });
    // What follows depends on nothing any more.
    const { sequence: _sequence, ...alone } = first;
    call = { ...alone, path };
  }
};

const deltaPathOf = (body: unknown): { readonly deltaPath?: string } => {
  const link = textAt(body, "@odata.deltaLink");
  const deltaPath = link === undefined ? undefined : pathOfLink(link);
  return deltaPath === undefined ? {} : { deltaPath };
};
