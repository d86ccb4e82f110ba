import type { Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { Scopes } from "#shared/ports/signIn.ts";

export interface GraphCall {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Below `/v1.0`, beginning with a slash, with its query. */
  readonly path: string;
  readonly scopes: Scopes;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
  /** Carrying it out a second time would do its work twice, for example a channel message; it is then repeated only when the service surely refused it. */
  readonly once?: true;
  /**
   * Calls with the same mark, sent in one turn and at most 20, travel in one batch of their own, each begun after the one sent
   * before it has succeeded. Documentation: a batch is "either fully sequential or fully parallel".
   */
  readonly sequence?: symbol;
  /** Part of long work, such as a push of many rows: calls that somebody waits for go first. */
  readonly later?: true;
  /** Nobody misses its answer, and it is asked again soon anyway: refused as too many it is not repeated, unless it is part of long work. */
  readonly glance?: true;
}

export interface GraphAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** An answer that repeating the request would not change. */
export interface Refused {
  readonly type: "Refused";
  readonly status: number;
  readonly code?: string;
  readonly message: string;
  readonly requestId?: string;
}

/** A filter selects more rows than SharePoint is willing to look at; waiting does not help. */
interface TooWide {
  readonly type: "TooWide";
}

/** The caller's signal fired before the request was sent, or while it waited to be sent again: nothing was changed. */
interface Stopped {
  readonly type: "Stopped";
}

export type GraphFailure = Refused | TooWide | Stopped | AccessError;

/** Sends one call, together with others of the same moment. Only answers with a 2xx status are ok. */
export type SendToGraph = (call: GraphCall, signal?: AbortSignal) => Promise<Result<GraphAnswer, GraphFailure>>;
