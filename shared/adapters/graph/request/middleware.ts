/** Our chain for the Graph client: authentication → last hop. Repeating is up to the executor of batches; each attempt takes a fresh token. */
import type { Context, Middleware, MiddlewareOptions } from "@microsoft/microsoft-graph-client";
import { GraphClientError } from "@microsoft/microsoft-graph-client";
import type { AccessError } from "#shared/ports/access.ts";
import type { Clock } from "#shared/ports/clock.ts";
import type { Scopes, SignIn } from "#shared/ports/signIn.ts";

/** Every URL that client code sees begins with this; where it really goes is decided at the last hop. */
export const GRAPH_ORIGIN = "https://graph.microsoft.com";

/** Longer than the slowest answer of a full batch; a connection silent for this long is lost. */
const ANSWER_LIMIT_MS = 60_000;

/** What one exchange needs to know, and why it failed before it was sent. */
export class Exchange implements MiddlewareOptions {
  readonly scopes: Scopes;
  failure: AccessError | undefined;

  constructor(scopes: Scopes) {
    this.scopes = scopes;
  }
}

const exchangeOf = (context: Context): Exchange => {
  const options = context.middlewareControl?.getMiddlewareOptions(Exchange);
  if (!(options instanceof Exchange)) throw new Error("A Graph request was made without its Exchange");
  return options;
};

abstract class Link implements Middleware {
  private following: Middleware | undefined;

  abstract execute(context: Context): Promise<void>;

  setNext(next: Middleware): void {
    this.following = next;
  }

  protected async next(context: Context): Promise<void> {
    if (!this.following) throw new Error("The middleware chain ends too early");
    await this.following.execute(context);
  }
}

export class Authentication extends Link {
  private readonly signIn: Pick<SignIn, "token">;

  constructor(signIn: Pick<SignIn, "token">) {
    super();
    this.signIn = signIn;
  }

  async execute(context: Context): Promise<void> {
    const exchange = exchangeOf(context);
    const token = await this.signIn.token(exchange.scopes);
    if (!token.ok) {
      exchange.failure = token.error;
      throw new GraphClientError("no token");
    }
    const headers = new Headers(context.options?.headers);
    headers.set("Authorization", `Bearer ${token.value}`);
    context.options = { ...context.options, headers };
    await this.next(context);
  }
}

/** Sends to the configured origin what is addressed to Graph's. Everything above works exactly as against Graph itself. */
export class LastHop implements Middleware {
  private readonly fetch: typeof globalThis.fetch;
  private readonly origin: string;
  private readonly clock: Clock;

  constructor(fetch: typeof globalThis.fetch, origin: string, clock: Clock) {
    this.fetch = fetch;
    this.origin = origin.replace(/\/$/, "");
    this.clock = clock;
  }

  async execute(context: Context): Promise<void> {
    const { request } = context;
    const url = typeof request === "string" ? request : request.url;
    if (!url.startsWith(`${GRAPH_ORIGIN}/`)) throw new Error("A Graph request is addressed elsewhere");
    const silence = new AbortController();
    const cancel = this.clock.after(ANSWER_LIMIT_MS, () => silence.abort());
    try {
      const options = { ...context.options, signal: silence.signal };
      context.response = await this.fetch(this.origin + url.slice(GRAPH_ORIGIN.length), options);
    } finally {
      cancel();
    }
  }
}
