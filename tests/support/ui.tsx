/** What tests of components need: the words, a clock that stands still, and the ports over plain values. */
import { FluentProvider, teamsLightTheme } from "@fluentui/react-components";
import { render, type RenderResult } from "@testing-library/react";
import type { ReactNode } from "react";
import { createSender } from "#shared/application/outbox/sender.ts";
import { checkInDrafts, recordCheckIn } from "#shared/application/recordCheckIn.ts";
import { createStore } from "#shared/application/store.ts";
import type { KeyResult } from "#shared/domain/okr/keyResult.ts";
import type { Objective } from "#shared/domain/okr/objective.ts";
import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { viewOkrs, type ObjectiveView } from "#shared/domain/okr/view.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { ChannelRef, Channels, TeamRef } from "#shared/ports/channels.ts";
import type { Keep } from "#shared/ports/keep.ts";
import type { OkrRepository } from "#shared/ports/okrRepository.ts";
import type { SignIn } from "#shared/ports/signIn.ts";
import type { CheckInServices } from "#shared/ui/checkIn/useCheckIn.ts";
import type { OutboxServices } from "#shared/ui/outbox/services.ts";
import { createFormat } from "#shared/ui/text/format.ts";
import { en } from "#shared/ui/text/en.ts";
import { UiProvider } from "#shared/ui/UiContext.ts";
import { createManualClock } from "./manualClock.ts";
import { memoryKeep } from "./memoryKeep.ts";
import { createMemoryOutboxDisk, createMemoryOutboxStore, type MemoryOutboxDisk } from "./memoryOutboxStore.ts";
import { createManualNetwork, outboxOver } from "./outbox.ts";
import { createMemoryHome, createMemoryOkrRepository, type MemoryHome } from "./memoryOkrRepository.ts";
import { aCycle, aUnit, day, guid, lena } from "./okrs.ts";
import { unitKey, type KeyResultId } from "#shared/domain/okr/ids.ts";

const LOCALE = "en-GB";

/** 10 February 2026. */
export const clock = createManualClock();

const ui = { messages: en, format: createFormat(LOCALE), locale: LOCALE, clock };

export const renderUi = (element: ReactNode, dir: "ltr" | "rtl" = "ltr"): RenderResult =>
  render(element, {
    wrapper: ({ children }) => (
      <FluentProvider theme={teamsLightTheme} dir={dir}>
        <UiProvider value={ui}>{children}</UiProvider>
      </FluentProvider>
    ),
  });

export const signedInAsLena: SignIn = {
  current: () => Promise.resolve(ok(lena)),
  interact: () => Promise.resolve(ok(lena)),
  token: () => Promise.resolve(ok("token")),
  signOut: () => Promise.resolve({ accountStaysWith: "host" }),
};

const numberedIds = () => {
  let made = 0;
  return {
    guid: (): string => {
      made += 1;
      return guid("2", 500 + made);
    },
  };
};

export interface CheckInWorld {
  readonly home: MemoryHome;
  readonly services: CheckInServices;
  readonly drafts: ReturnType<typeof checkInDrafts>;
  readonly outbox: OutboxServices;
  readonly stored: CheckIn[];
  /** Whether each of them was sent. */
  readonly sent: boolean[];
}

/**
 * The use cases of checking in over memory; `refuse` is what the store answers instead of storing, now or some time, `disk` what
 * this device keeps on its way there.
 */
export const checkInWorld = (
  keep: Keep = memoryKeep(),
  refuse?: AccessError | Promise<AccessError>,
  disk: MemoryOutboxDisk = createMemoryOutboxDisk(),
): CheckInWorld => {
  const home = createMemoryHome();
  const memory = createMemoryOkrRepository(home);
  const okrRepository: OkrRepository = refuse
    ? {
        ...memory,
        write: async (writes) => {
          const error = await refuse;
          return writes.map(() => ({ type: "Failed", error }));
        },
      }
    : memory;
  const deps = { okrRepository, keep, clock, signIn: signedInAsLena, ids: numberedIds() };
  const outbox = outboxOver({ okrRepository, clock, outboxStore: createMemoryOutboxStore(disk) });
  const sender = createSender({ outbox, clock, network: createManualNetwork(), chance: () => 0 });
  const stored: CheckIn[] = [];
  const sent: boolean[] = [];
  return {
    home,
    stored,
    sent,
    outbox: { state: outbox.state, sendNow: sender.now, withdraw: outbox.withdraw },
    drafts: checkInDrafts(deps),
    services: {
      drafts: checkInDrafts(deps),
      record: recordCheckIn({ ...deps, outbox, sender }),
      editing: createStore<KeyResultId | undefined>(undefined),
      stored: (recorded) => {
        stored.push(recorded.checkIn);
        sent.push(recorded.sent);
      },
    },
  };
};

export const tinycart = aUnit({ key: unitKey("tinycart"), name: "Tinycart", levelKey: "company" });
export const europe = aUnit({ key: unitKey("europe"), name: "Europe", parentKey: tinycart.key });
export const germany = aUnit({ parentKey: europe.key });

export const aFrame = (more: Partial<Frame> = {}): Frame => ({
  organisation: "Tinycart",
  levels: [
    { key: "company", name: "Company" },
    { key: "country", name: "Country" },
  ],
  units: [tinycart, europe, germany],
  partitions: [],
  cycles: [aCycle()],
  ...more,
});

export const viewsOf = (
  objectives: readonly Objective[],
  keyResults: readonly KeyResult[],
  checkIns: readonly CheckIn[] = [],
): readonly ObjectiveView[] =>
  viewOkrs({ objectives, keyResults, checkIns, revisions: new Map() }, aFrame(), day("2026-02-10"));

/** The first of a list that a test knows to hold one. */
export const only = <T,>([first]: readonly T[]): T => {
  if (first === undefined) throw new Error("There is nothing in the list.");
  return first;
};

export interface MemoryTeam extends TeamRef {
  readonly channels: readonly string[];
}

export interface MemoryChannels extends Channels {
  readonly posts: { readonly channel: ChannelRef; readonly card: object; readonly summary: string }[];
  /** What every call answers from now on; undefined lets everything through. */
  refuse: AccessError | undefined;
}

export const memoryChannels = (teams: readonly MemoryTeam[]): MemoryChannels => {
  const posts: MemoryChannels["posts"] = [];
  const memory: MemoryChannels = {
    permissions: ["ChannelMessage.Send"],
    posts,
    refuse: undefined,
    myTeams: () => answer(teams.map(({ id, name }) => ({ id, name }))),
    channelsOf: (teamId) =>
      answer(
        (teams.find(({ id }) => id === teamId)?.channels ?? []).map((name) => ({
          teamId,
          id: `${teamId}/${name}`,
          name,
        })),
      ),
    post: (channel, card, summary) => {
      if (memory.refuse === undefined) posts.push({ channel, card, summary });
      return answer({ id: "m1", webUrl: "https://teams.example/m1" });
    },
  };
  const answer = <T,>(value: T): Promise<Result<T, AccessError>> =>
    Promise.resolve(memory.refuse ? err(memory.refuse) : ok(value));
  return memory;
};
