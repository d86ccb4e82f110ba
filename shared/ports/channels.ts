import type { Result } from "#shared/domain/result.ts";
import type { AccessError } from "./access.ts";
import type { Scopes } from "./signIn.ts";

export interface TeamRef {
  readonly id: string;
  readonly name: string;
}

export interface ChannelRef {
  readonly teamId: string;
  readonly id: string;
  readonly name: string;
}

export interface PostedMessage {
  readonly id: string;
  /** Opens the message in Teams; absent when the service did not give one. */
  readonly webUrl?: string;
}

/** The teams of existing Microsoft 365 groups, and posting a card to one of their channels. */
export interface Channels {
  /** Everything this needs, so that a person is asked once and not at each step. */
  readonly permissions: Scopes;
  readonly myTeams: () => Promise<Result<readonly TeamRef[], AccessError>>;
  readonly channelsOf: (teamId: string) => Promise<Result<readonly ChannelRef[], AccessError>>;
  /** `card` is an Adaptive Card object; `summary` is what notifications and old clients show. */
  readonly post: (channel: ChannelRef, card: object, summary: string) => Promise<Result<PostedMessage, AccessError>>;
}
