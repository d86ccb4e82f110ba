import type { Configuration } from "#shared/adapters/browser/config.ts";
import { browserClock } from "#shared/adapters/browser/clock.ts";
import { createBrowserCopyStore } from "#shared/adapters/browser/copy/browserCopyStore.ts";
import { browserIds } from "#shared/adapters/browser/ids.ts";
import { createBrowserKeep, forgetKept } from "#shared/adapters/browser/keep.ts";
import { createBrowserLocks } from "#shared/adapters/browser/locks.ts";
import { identifyOwner } from "#shared/adapters/browser/owner.ts";
import { createVisibility } from "#shared/adapters/browser/visibility.ts";
import { createGraphChannels } from "#shared/adapters/graph/channels.ts";
import { createGraphOkrRepository } from "#shared/adapters/graph/repository/graphOkrRepository.ts";
import { createGraphRollUps } from "#shared/adapters/graph/rollUps.ts";
import { connectToGraph } from "#shared/adapters/graph/request/connection.ts";
import { createPace } from "#shared/adapters/graph/request/pace.ts";
import { WAITING_PERSON_LIMITS } from "#shared/adapters/graph/request/retry.ts";
import { createLocalCopy } from "#shared/application/copy/localCopy.ts";
import { createOkrSession } from "#shared/application/okrSession.ts";
import { lastPlace } from "#shared/application/lastPlace.ts";
import { parseTarget } from "#shared/application/place.ts";
import { checkInDrafts, recordCheckIn } from "#shared/application/recordCheckIn.ts";
import type { Host } from "#shared/ports/host.ts";
import type { OkrRepository } from "#shared/ports/okrRepository.ts";
import type { SignIn } from "#shared/ports/signIn.ts";
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
  const send = connectToGraph({
    signIn,
    pace,
    clock: browserClock,
    random: Math.random,
    graphOrigin: configuration.graphOrigin,
    limits: WAITING_PERSON_LIMITS,
  });
  const okrRepository = createLocalCopy({
    remote: createGraphOkrRepository({ send, homeSite: configuration.homeSite }),
    copyStore: createBrowserCopyStore(person),
    locks: createBrowserLocks(navigator.locks),
    clock: browserClock,
  });
  const keep = createBrowserKeep(storage, owner);
  const deps = { okrRepository, signIn, clock: browserClock, keep, ids: browserIds };
  const session = createOkrSession({
    ...deps,
    copy: okrRepository,
    rollUps: createGraphRollUps({ send, homeSite: configuration.homeSite }),
    visibility: createVisibility(document, browserClock.now),
    pressure: pace.pressure,
    chance: Math.random,
  });
  return {
    okrRepository,
    services: {
      session,
      wanted: parseTarget(host.context.target),
      lastPlace: lastPlace(deps),
      recordCheckIn: recordCheckIn(deps),
      drafts: checkInDrafts(deps),
      channels: createGraphChannels(send, browserIds),
      signIn,
      host,
      signOut: async () => {
        session.dispose();
        await okrRepository.clear();
        const left = await signIn.signOut();
        forgetKept(storage);
        onSignedOut(left.accountStaysWith);
        return left;
      },
    },
  };
};
