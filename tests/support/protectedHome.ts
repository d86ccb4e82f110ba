/** A home site as an administrator leaves it: set up, with its rights, and with persona "lead" as an OKR lead. */
import { createLeadershipRegister } from "#shared/adapters/graph/leadership.ts";
import { createGraphOkrRepository } from "#shared/adapters/graph/repository/graphOkrRepository.ts";
import { readMe } from "#shared/adapters/graph/directory.ts";
import { createProvisioning } from "#shared/adapters/graph/provision/provision.ts";
import { nodeIds } from "#shared/adapters/node/ids.ts";
import { createProtection } from "#shared/adapters/sharepoint/protection.ts";
import { administration, type Administration } from "#shared/application/protection/administration.ts";
import { publishing, type Publishing } from "#shared/application/protection/publishing.ts";
import { personId } from "#shared/domain/okr/ids.ts";
import type { Person } from "#shared/domain/okr/person.ts";
import type { Result } from "#shared/domain/result.ts";
import type { PersonaKey } from "#simulator/world/types.ts";
import { startEmptyHome, type HomeOptions, type SimulatedHome } from "./simulatedHome.ts";

export const must = <T, E>(result: Result<T, E>): T => {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.error));
};

export interface ProtectedHome extends SimulatedHome {
  readonly personOf: (persona: PersonaKey) => Person;
  readonly publishingAs: (persona: PersonaKey) => Publishing;
  /** What the product does for owners, as anybody: it is SharePoint that refuses. */
  readonly administrationAs: (persona: PersonaKey) => Administration;
}

const withUseCases = (home: SimulatedHome): ProtectedHome => {
  const depsOf = (persona: PersonaKey) => {
    // Only an administrator has consented to more than the app needs every day.
    const send = persona === "admin" || persona === "facilitator" ? home.sendWide(persona) : home.sendAs(persona);
    return {
      okrRepository: createGraphOkrRepository({ send, homeSite: home.site }),
      leadershipRegister: createLeadershipRegister({ send, homeSite: home.site }),
      provisioning: createProvisioning({ send, homeSite: home.site }),
      protection: createProtection(home.restAs(persona)),
      who: () => readMe(send),
      clock: home.clock,
      ids: nodeIds,
    };
  };
  return {
    ...home,
    personOf: (persona) => {
      const user = home.world.users.find(({ id }) => id === home.world.personas[persona]);
      return { id: personId(user?.id ?? ""), name: user?.displayName ?? "", upn: user?.userPrincipalName ?? "" };
    },
    publishingAs: (persona) => publishing(depsOf(persona)),
    administrationAs: (persona) => administration(depsOf(persona)),
  };
};

/** Nothing is set up yet. */
export const startBareHome = async (options: HomeOptions = {}): Promise<ProtectedHome> =>
  withUseCases(await startEmptyHome(options));

export const startProtectedHome = async (options: HomeOptions = {}): Promise<ProtectedHome> => {
  const home = await startBareHome(options);
  const admin = home.administrationAs("admin");
  must(await admin.setUp({ organisation: home.world.tenant.displayName }));
  must(await admin.addLead(home.personOf("lead")));
  return home;
};
