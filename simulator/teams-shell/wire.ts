/** What the shell's server and its page tell each other. JSON only. */

export type ShellTheme = "default" | "dark" | "contrast";
/** `web` is the full client; `mobile` and `old` offer less in their runtime, see [TS21]. */
export type HostKind = "web" | "mobile" | "old";
export type ShellView = "personal" | "channel" | "teams" | "activity" | "chat";

export interface ShellUser {
  readonly key: string;
  readonly id: string;
  readonly displayName: string;
  readonly userPrincipalName: string;
  readonly jobTitle: string;
}

export interface StaticTab {
  readonly entityId: string;
  readonly name: string;
  readonly contentUrl: string;
  readonly websiteUrl?: string;
}

/** The parts of a unified app manifest that a Teams client acts on. */
export interface InstalledApp {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly developer: string;
  readonly accentColor: string;
  readonly manifestVersion: string;
  /** Client id of the app registration; what a consent question names. */
  readonly clientId?: string;
  /** Address on the shell's origin; absent when the package's icon is not at hand. */
  readonly iconUrl?: string;
  readonly staticTabs: readonly StaticTab[];
  readonly configurableTab?: { readonly configurationUrl: string; readonly canUpdate: boolean };
  readonly validDomains: readonly string[];
  readonly showLoadingIndicator: boolean;
}

export interface ShellChannel {
  readonly id: string;
  readonly displayName: string;
}

export interface ShellTeam {
  readonly id: string;
  readonly displayName: string;
  readonly mailNickname: string;
  readonly role: "owner" | "member";
  readonly channels: readonly ShellChannel[];
}

/** A tab of a channel, in the words of `pages.config.setConfig`. */
export interface TabSettings {
  readonly entityId: string;
  readonly contentUrl: string;
  readonly name: string;
  readonly websiteUrl?: string;
  readonly removeUrl?: string;
}

export interface PinnedTab extends TabSettings {
  readonly id: string;
}

/** Where the shell opens, from the address. */
export interface ShellStart {
  readonly view: ShellView;
  readonly teamId?: string;
  readonly channelId?: string;
  readonly tab?: string;
  readonly link?: string;
  readonly theme: ShellTheme;
  /** BCP 47. */
  readonly locale: string;
  readonly host: HostKind;
}

export interface ShellSession {
  readonly user: ShellUser;
  readonly tenant: { readonly id: string; readonly displayName: string; readonly sharePointHost: string };
  readonly app: InstalledApp;
  /** Given when `app=` opened a page of its own instead of the installed app's. */
  readonly guestPage?: string;
  readonly teams: readonly ShellTeam[];
  readonly start: ShellStart;
  /** Milliseconds that a page may take to report success. */
  readonly loadLimit: number;
}

export interface ShellPerson {
  readonly id: string;
  readonly displayName: string;
  readonly mail: string;
  readonly jobTitle: string;
}

export interface MessageAttachment {
  readonly id: string;
  readonly contentType: string;
  readonly content?: string;
  readonly contentUrl?: string;
  readonly name?: string;
}

/** A message as Graph gives it, reduced to what the feed shows. */
export interface ChannelMessage {
  readonly id: string;
  readonly at: string;
  readonly from: string;
  readonly subject?: string;
  readonly body: { readonly contentType: "text" | "html"; readonly content: string };
  readonly attachments: readonly MessageAttachment[];
}

export interface ActivityItem {
  readonly id: string;
  readonly at: string;
  readonly text: string;
  readonly preview?: string;
  readonly link?: string;
}
