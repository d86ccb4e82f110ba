/** Lets requests through, except while a reset exchanges what answers them. */
import type { NextFunction, Request, RequestHandler, Response } from "express";

export interface Gate {
  readonly handler: RequestHandler;
  /** Holds new requests back, waits for the running ones (at most `limitMs`), does the work, opens again. */
  readonly whileClosed: <T>(work: () => Promise<T>) => Promise<T>;
}

export const createGate = (limitMs = 5000): Gate => {
  let running = 0;
  let opened: Promise<void> | undefined;
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
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([
      new Promise<void>((resolve) => {
        onIdle = resolve;
      }),
      new Promise<void>((resolve) => {
        timer = setTimeout(resolve, limitMs);
      }),
    ]);
    clearTimeout(timer);
    onIdle = undefined;
  };
  return {
    handler: async (_request: Request, response: Response, next: NextFunction) => {
      while (opened) await opened;
      enter(response, next);
    },
    whileClosed: async (work) => {
      while (opened) await opened;
      let open = (): void => undefined;
      opened = new Promise((resolve) => {
        open = resolve;
      });
      try {
        await idle();
        return await work();
      } finally {
        opened = undefined;
        open();
      }
    },
  };
};
