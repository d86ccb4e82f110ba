import { useCallback, useEffect, useRef, useState } from "react";
import type { Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { ChannelRef, Channels, PostedMessage, TeamRef } from "#shared/ports/channels.ts";
import type { SignIn } from "#shared/ports/signIn.ts";

/** A list that is fetched, and fetched again after a permission was given. */
type Listed<T> =
  | { readonly kind: "idle" }
  | { readonly kind: "loading" }
  | { readonly kind: "ready"; readonly items: readonly T[] }
  | { readonly kind: "failed"; readonly error: AccessError };

export type Posting =
  | { readonly kind: "choosing" }
  | { readonly kind: "posting" }
  | { readonly kind: "posted"; readonly message: PostedMessage; readonly channel: ChannelRef }
  | { readonly kind: "failed"; readonly error: AccessError };

export interface ShareStatus {
  readonly teams: Listed<TeamRef>;
  readonly channels: Listed<ChannelRef>;
  readonly team: TeamRef | undefined;
  readonly channel: ChannelRef | undefined;
  readonly posting: Posting;
  readonly chooseTeam: (id: string) => void;
  readonly chooseChannel: (id: string) => void;
  readonly post: () => Promise<void>;
  /** Asks for the permissions and goes on with what needed them. Call it from a click. */
  readonly allow: () => Promise<void>;
  /** Fetches again the list that could not be had. */
  readonly again: () => Promise<void>;
}

const listed = <T>(result: Result<readonly T[], AccessError>): Listed<T> =>
  result.ok ? { kind: "ready", items: result.value } : { kind: "failed", error: result.error };

/** What is offered first, as far as it is one of the person's. */
export interface PreferredChannel {
  /** The group of the channel one is in, or of the unit. */
  readonly teamId: string | undefined;
  /** The channel one is in. */
  readonly channelId: string | undefined;
}

export interface ShareStatusInput {
  readonly channels: Channels;
  readonly signIn: Pick<SignIn, "interact">;
  readonly card: object;
  readonly summary: string;
  readonly preferred: PreferredChannel;
}

export const useShareStatus = ({ channels, signIn, card, summary, preferred }: ShareStatusInput): ShareStatus => {
  const { teamId, channelId } = preferred;
  const [teams, setTeams] = useState<Listed<TeamRef>>({ kind: "loading" });
  const [team, setTeam] = useState<TeamRef>();
  const [listing, setListing] = useState<Listed<ChannelRef>>({ kind: "idle" });
  const [channel, setChannel] = useState<ChannelRef>();
  const [posting, setPosting] = useState<Posting>({ kind: "choosing" });

  // Whose channels are wanted; those of a team left in the meantime may still arrive.
  const wanted = useRef<string>(undefined);
  const openTeam = useCallback(
    async (chosen: TeamRef | undefined): Promise<void> => {
      wanted.current = chosen?.id;
      setTeam(chosen);
      setChannel(undefined);
      if (!chosen) return;
      setListing({ kind: "loading" });
      const found = await channels.channelsOf(chosen.id);
      if (wanted.current !== chosen.id) return;
      setListing(listed(found));
      if (found.ok) setChannel(found.value.find(({ id }) => id === channelId) ?? found.value[0]);
    },
    [channels, channelId],
  );

  const loadTeams = useCallback(async (): Promise<void> => {
    setTeams({ kind: "loading" });
    const found = await channels.myTeams();
    setTeams(listed(found));
    if (!found.ok) return;
    await openTeam(found.value.find(({ id }) => id === teamId) ?? found.value[0]);
  }, [channels, openTeam, teamId]);

  useEffect(() => {
    void loadTeams();
  }, [loadTeams]);

  const post = async (): Promise<void> => {
    if (!channel || posting.kind === "posting") return;
    setPosting({ kind: "posting" });
    const posted = await channels.post(channel, card, summary);
    setPosting(
      posted.ok ? { kind: "posted", message: posted.value, channel } : { kind: "failed", error: posted.error },
    );
  };

  return {
    teams,
    channels: listing,
    team,
    channel,
    posting,
    chooseTeam: (id) => void openTeam(teams.kind === "ready" ? teams.items.find((one) => one.id === id) : undefined),
    chooseChannel: (id) =>
      setChannel(listing.kind === "ready" ? listing.items.find((one) => one.id === id) : undefined),
    post,
    allow: async () => {
      const allowed = await signIn.interact(channels.permissions);
      if (posting.kind === "failed") {
        if (allowed.ok) return post();
        return setPosting({ kind: "failed", error: allowed.error });
      }
      if (!allowed.ok) return setTeams({ kind: "failed", error: allowed.error });
      await loadTeams();
    },
    again: () => (teams.kind === "failed" ? loadTeams() : openTeam(team)),
  };
};
