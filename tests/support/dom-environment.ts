import { TextDecoder, TextEncoder } from "node:util";
import { BroadcastChannel } from "node:worker_threads";
import type { EnvironmentContext, JestEnvironmentConfig } from "@jest/environment";
import { TestEnvironment } from "jest-environment-jsdom";

/** Nothing ever changes its size where nothing is laid out. */
class StillObserver {
  readonly observe = (): void => undefined;
  readonly unobserve = (): void => undefined;
  readonly disconnect = (): void => undefined;
}

/** One that somebody forgot to close must not keep the process alive. */
class UnrefBroadcastChannel extends BroadcastChannel {
  constructor(name: string) {
    super(name);
    this.unref();
  }
}

/** jsdom with what today's browsers have besides; without `fetch`, importing teams-js would end the process. */
export default class DomEnvironment extends TestEnvironment {
  constructor(config: JestEnvironmentConfig, context: EnvironmentContext) {
    super(config, context);
    Object.assign(this.global, {
      fetch: globalThis.fetch,
      Request: globalThis.Request,
      Response: globalThis.Response,
      Headers: globalThis.Headers,
      structuredClone: globalThis.structuredClone,
      TextEncoder,
      TextDecoder,
      BroadcastChannel: UnrefBroadcastChannel,
      ResizeObserver: StillObserver,
    });
    // jsdom lays nothing out, so there is nowhere to scroll to. Browsers of today answer with a promise, which React would
    // take for the end of an effect.
    this.global.Element.prototype.scrollIntoView = () => Promise.resolve();
  }
}
