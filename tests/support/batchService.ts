/** The other end of the batch executor: a service of which a test says what it answers. */
import { createBatchExecutor, type BatchRequest, type PostBatch } from "#shared/adapters/graph/request/batch.ts";
import type { GraphCall } from "#shared/adapters/graph/request/call.ts";
import { createFastClock } from "#tests/support/fastClock.ts";

export const scopes = ["Sites.Selected"];
export const get = (path: string): GraphCall => ({ method: "GET", path, scopes });
export const post = (path: string, more: Partial<GraphCall> = {}): GraphCall => ({
  method: "POST",
  path,
  scopes,
  body: { path },
  ...more,
});

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A service that answers each inner request by a function, in a shuffled order, and remembers what it was sent. */
export const service = (answer: (request: BatchRequest, times: number) => Answer, chance: () => number = () => 0.5) => {
  const batches: (readonly BatchRequest[])[] = [];
  const times = new Map<string, number>();
  const clock = createFastClock();
  const postBatch: PostBatch = async (requests) => {
    batches.push(requests);
    await Promise.resolve();
    const responses = requests.map((request) => {
      const count = (times.get(request.url) ?? 0) + 1;
      times.set(request.url, count);
      const { status, headers } = answer(request, count);
      const body = status < 300 ? { url: request.url } : { error: { code: "c", message: "m" } };
      return { id: request.id, status, headers, body };
    });
    return { type: "Answered", responses: responses.toSorted(() => chance() - 0.5) };
  };
  return { batches, times, clock, send: createBatchExecutor({ post: postBatch, clock, random: () => 0 }) };
};

export const fine = (): Answer => ({ status: 200 });
