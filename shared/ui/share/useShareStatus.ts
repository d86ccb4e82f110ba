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

export interface ShareStatusInput {
  readonly channels: Channels;
  readonly signIn: Pick<SignIn, "interact">;
  readonly card: object;
  readonly summary: string;
  /** The group of the unit or of the channel one is in; its team is offered first. */
  readonly preferredTeamId: string | undefined;
}

export const useShareStatus = ({ channels, signIn, card, summary, preferredTeamId }: ShareStatusInput): ShareStatus => {
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
      if (found.ok) setChannel(found.value[0]);
    },
    [channels],
  );

  const loadTeams = useCallback(async (): Promise<void> => {
    setTeams({ kind: "loading" });
    const found = await channels.myTeams();
    setTeams(listed(found));
    if (!found.ok) return;
    await openTeam(found.value.find(({ id }) => id === preferredTeamId) ?? found.value[0]);
  }, [channels, openTeam, preferredTeamId]);

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
