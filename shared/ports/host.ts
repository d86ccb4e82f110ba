export type HostTheme = "light" | "dark" | "contrast";

/** Where the app was opened. */
export interface HostContext {
  readonly place: "personal" | "channel" | "configure" | "excel" | "browser";
  /** BCP 47, as the host says. */
  readonly locale: string;
  /** What a deep link or a pinned tab points at; empty when nothing. */
  readonly target: string;
  /** Microsoft 365 group of the channel. */
  readonly groupId?: string;
  /** The channel itself, as Graph knows it. */
  readonly channelId?: string;
}

/** Teams, Excel or a plain browser. */
export interface Host {
  readonly context: HostContext;
  readonly theme: () => HostTheme;
  readonly onThemeChange: (listener: (theme: HostTheme) => void) => () => void;
  /** An address that brings somebody else to the same place. */
  readonly linkTo: (target: string, label: string) => string;
  readonly open: (url: string) => Promise<void>;
  /** Tells the host that the first content, or a clear message, is on the screen. */
  readonly ready: () => void;
}
