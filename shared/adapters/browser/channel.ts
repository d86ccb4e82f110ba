/** What is used of a BroadcastChannel. */
export interface Channel {
  readonly postMessage: (message: unknown) => void;
  onmessage: ((event: MessageEvent) => void) | null;
}

/** Reaches the other windows of this browser; undefined where it offers no such thing. */
export const openChannel = (name: string): Channel | undefined =>
  "BroadcastChannel" in globalThis ? new BroadcastChannel(name) : undefined;
