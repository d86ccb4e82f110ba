/** Lets requests through, except while a reset exchanges what answers them. */
import type { NextFunction, Request, RequestHandler, Response } from "express";

export interface Gate {
  readonly handler: RequestHandler;
  /** Holds new requests back, waits for the running ones (at most `limitMs`), does the work, opens again. */
  readonly whileClosed: <T>(work: () => Promise<T>) => Promise<T>;
}

export const createGate = (limitMs = 5000): Gate => {
  let running = 0;
  /** Settles when the gate is open; each closing replaces it. */
  let opened: Promise<unknown> = Promise.resolve();
  let onIdle: (() => void) | undefined;
  const enter = (response: Response, next: NextFunction): void => {
    running += 1;
    response.once("close", () => {
      running -= 1;
      if (running === 0) onIdle?.();
    });
    next();
  };
  const idle = async (): Promise<void> => {
    if (running === 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, limitMs);
      onIdle = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    onIdle = undefined;
  };
  return {
    handler: async (_request: Request, response: Response, next: NextFunction) => {
      let seen: Promise<unknown>;
      do {
        seen = opened;
        await seen;
      } while (seen !== opened);
      enter(response, next);
    },
    whileClosed: async (work) => {
      const before = opened;
      const done = (async () => {
        await before;
        await idle();
        return await work();
      })();
      opened = done.catch(() => undefined);
      return await done;
    },
  };
};
