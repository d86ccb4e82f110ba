import type { Configuration } from "#shared/adapters/browser/config.ts";
import { browserClock } from "#shared/adapters/browser/clock.ts";
import { createBrowserCopyStore } from "#shared/adapters/browser/copy/browserCopyStore.ts";
import { openChannel } from "#shared/adapters/browser/channel.ts";
import { browserIds } from "#shared/adapters/browser/ids.ts";
import { createBrowserKeep, forgetKept } from "#shared/adapters/browser/keep.ts";
import { createBrowserLocks } from "#shared/adapters/browser/locks.ts";
import { createNetwork } from "#shared/adapters/browser/network.ts";
import { createBrowserOutboxStore, deleteOutbox, importsOf } from "#shared/adapters/browser/outboxStore.ts";
import { identifyOwner } from "#shared/adapters/browser/owner.ts";
import { createVisibility } from "#shared/adapters/browser/visibility.ts";
import { createGraphChannels } from "#shared/adapters/graph/channels.ts";
import { createGraphOkrRepository } from "#shared/adapters/graph/repository/graphOkrRepository.ts";
import { createGraphRollUps } from "#shared/adapters/graph/rollUps.ts";
import { connectToGraph } from "#shared/adapters/graph/request/connection.ts";
import { createPace } from "#shared/adapters/graph/request/pace.ts";
import { WAITING_PERSON_LIMITS } from "#shared/adapters/graph/request/retry.ts";
import { createCompanions } from "#shared/application/companions.ts";
import { createCrowd } from "#shared/application/crowd.ts";
import { createLocalCopy } from "#shared/application/copy/localCopy.ts";
import { createOkrSession, type OkrSession } from "#shared/application/okrSession.ts";
import { recordInitiative, type RecordInitiativeDeps } from "#shared/application/initiatives/recordInitiative.ts";
import { createShownInitiatives, type ShownInitiativesDeps } from "#shared/application/initiatives/shownInitiatives.ts";
import { lastPlace } from "#shared/application/lastPlace.ts";
import { createOutbox, type Outbox } from "#shared/application/outbox/outbox.ts";
import { createSender, type Sender } from "#shared/application/outbox/sender.ts";
import { parseTarget } from "#shared/application/place.ts";
import { checkInDrafts, recordCheckIn } from "#shared/application/recordCheckIn.ts";
import { scheduleUpkeep, type UpkeepSchedule } from "#shared/application/upkeep/upkeep.ts";
import type { Host } from "#shared/ports/host.ts";
import { leaseHolder } from "#shared/ports/leases.ts";
import type { OkrRepository } from "#shared/ports/okrRepository.ts";
import type { SignIn } from "#shared/ports/signIn.ts";
import type { InitiativeServices } from "#shared/ui/initiatives/services.ts";
import type { OkrAppServices } from "#shared/ui/okrApp/services.ts";

const storage = (): Storage => window.localStorage;

export interface Composed {
  readonly okrRepository: OkrRepository;
  readonly services: OkrAppServices;
}

/** Joins the adapters of this page to the use cases. `onSignedOut` shows that nobody is signed in any more. */
export const compose = (
  configuration: Configuration,
  host: Host,
  hostSignIn: SignIn,
  onSignedOut: (accountStaysWith: "host" | "nobody") => void,
): Composed => {
  const { signIn, owner, person } = identifyOwner(hostSignIn, configuration.tenantId);
  const pace = createPace(browserClock);
  const network = createNetwork(window);
  network.onOnline(pace.reachable);
  const locks = createBrowserLocks(navigator.locks);
  const send = connectToGraph({
    signIn,
    pace,
    clock: browserClock,
    random: Math.random,
    graphOrigin: configuration.graphOrigin,
    limits: WAITING_PERSON_LIMITS,
  });
  const crowd = createCrowd({ clock: browserClock });
  const companions = createCompanions({ clock: browserClock });
  const okrRepository = createLocalCopy({
    remote: companions.leading(crowd.watching(createGraphOkrRepository({ send, homeSite: configuration.homeSite }))),
    copyStore: createBrowserCopyStore(person),
    locks,
    clock: browserClock,
  });
  const keep = createBrowserKeep(storage, owner);
  const deps = { okrRepository, signIn, clock: browserClock, keep, ids: browserIds };
  const outboxStore = createBrowserOutboxStore({ whose: person, openChannel });
  const outbox = createOutbox({ ...deps, locks, outboxStore }, "outbox");
  const sender = createSender({ outbox, clock: browserClock, network, chance: Math.random });
  const visibility = createVisibility(document, browserClock.now);
  const session = createOkrSession({
    ...deps,
    copy: okrRepository,
    rollUps: companions.along(createGraphRollUps({ send, homeSite: configuration.homeSite })),
    visibility,
    pressure: pace.pressure,
    network,
    crowd,
    chance: Math.random,
  });
  const holder = leaseHolder(browserIds.guid());
  const upkeep = scheduleUpkeep({
    ...deps,
    visibility,
    pressure: pace.pressure,
    crowd,
    chance: Math.random,
    run: async () => {
      const { composeUpkeep } = await import("./composeUpkeep.ts");
      return composeUpkeep(send, configuration.homeSite, holder)();
    },
    onDone: session.lookBelow,
  });
  countWhenMissing(session, upkeep);
  void sender.start();
  sendWhenAnswered(session, sender);
  return {
    okrRepository,
    services: {
      session,
      wanted: parseTarget(host.context.target),
      lastPlace: lastPlace(deps),
      recordCheckIn: recordCheckIn({ ...deps, outbox, sender }),
      outbox: { state: outbox.state, sendNow: sender.now, withdraw: outbox.withdraw },
      drafts: checkInDrafts(deps),
      initiatives: composeInitiatives({
        ...deps,
        copy: okrRepository,
        pressure: pace.pressure,
        crowd,
        session,
        outbox,
        sender,
      }),
      manage: once(async () =>
        (await import("./composeManage.ts")).composeManage(configuration, {
          send,
          okrRepository,
          signIn,
          pressure: pace.pressure,
        }),
      ),
      channels: createGraphChannels(send, browserIds),
      signIn,
      host,
      signOut: async () => {
        session.dispose();
        sender.dispose();
        upkeep.dispose();
        const leaving = await signIn.current();
        await outboxStore.clear();
        if (leaving.ok) await deleteOutbox(importsOf(leaving.value.id));
        await okrRepository.clear();
        const left = await signIn.signOut();
        forgetKept(storage);
        onSignedOut(left.accountStaysWith);
        return left;
      },
    },
  };
};

const composeInitiatives = (
  deps: ShownInitiativesDeps & RecordInitiativeDeps & { readonly outbox: Outbox },
): InitiativeServices => {
  const { outbox, sender, signIn, ids } = deps;
  return {
    shown: createShownInitiatives(deps),
    record: recordInitiative(deps),
    outbox: { ...outbox, sendNow: sender.now },
    me: async () => {
      const person = await signIn.current();
      return person.ok ? person.value : undefined;
    },
    newId: ids.guid,
  };
};

/** Asks once; a failure is not remembered. */
const once = <T>(ask: () => Promise<T>): (() => Promise<T>) => {
  let asked: Promise<T> | undefined;
  return () => {
    const mine = (asked ??= ask().catch((failure: unknown) => {
      asked = undefined;
      throw failure;
    }));
    return mine;
  };
};

/** Whoever sees that nobody has counted yet does so, where they may. */
const countWhenMissing = ({ state }: OkrSession, upkeep: UpkeepSchedule): void => {
  state.subscribe(() => {
    const now = state.get();
    if (now.kind === "ready" && now.below.kind === "notCounted") upkeep.hurry();
  });
};

/** A reading that was answered shows that there is a network and a sign-in again. */
const sendWhenAnswered = ({ state }: OkrSession, sender: Sender): void => {
  const isLive = (): boolean => {
    const now = state.get();
    return now.kind === "ready" && (now.connection === "live" || now.connection === "slow");
  };
  let was = isLive();
  state.subscribe(() => {
    const is = isLive();
    if (is && !was) sender.nudge();
    was = is;
  });
};
