/** A home site in the simulated Graph, provisioned by the product, and the product's adapters as any of its people. */
import { createGraphOkrRepository } from "#shared/adapters/graph/repository/graphOkrRepository.ts";
import type { RowWarning } from "#shared/adapters/graph/repository/items.ts";
import { createProvisioning } from "#shared/adapters/graph/provision/provision.ts";
import { connectToGraph } from "#shared/adapters/graph/request/connection.ts";
import type { SendToGraph } from "#shared/adapters/graph/request/call.ts";
import { createTokenSignIn } from "#shared/adapters/node/tokenSignIn.ts";
import { createProtection } from "#shared/adapters/sharepoint/protection.ts";
import { connectToSharePoint, type SendToSharePoint } from "#shared/adapters/sharepoint/request.ts";
import type { OkrRepository } from "#shared/ports/okrRepository.ts";
import type { Protection } from "#shared/ports/protection.ts";
import type { Provisioning } from "#shared/ports/provisioning.ts";
import type { PersonaKey, World } from "#simulator/world/types.ts";
import { createFastClock, type FastClock } from "./fastClock.ts";
import { bearerFor, startGraph, testAppId, type GraphServer } from "./graphServer.ts";
import { trafficFile } from "./traffic.ts";
import { tinyWorld } from "./worlds.ts";

/** What the app asks for at run time, as opposed to an administrator. */
const appScopes: readonly string[] = [
  "User.Read",
  "User.ReadBasic.All",
  "Sites.Selected",
  "Team.ReadBasic.All",
  "Channel.ReadBasic.All",
  "ChannelMessage.Send",
];
const adminScopes: readonly string[] = [
  ...appScopes,
  "Sites.Manage.All",
  "Sites.ReadWrite.All",
  "Sites.FullControl.All",
];

export interface SimulatedHome {
  readonly server: GraphServer;
  readonly world: World;
  readonly clock: FastClock;
  /** `host:/sites/name` of the home site. */
  readonly site: string;
  readonly sendAs: (persona: PersonaKey) => SendToGraph;
  /** With the permissions that setting up needs. */
  readonly sendWide: (persona: PersonaKey) => SendToGraph;
  /** The same, as the administrator. */
  readonly adminSend: SendToGraph;
  readonly repositoryOf: (persona: PersonaKey, onWarning?: (warning: RowWarning) => void) => OkrRepository;
  readonly provisioning: Provisioning;
  /** To SharePoint's own REST service. */
  readonly restAs: (persona: PersonaKey) => SendToSharePoint;
  /** As the administrator, who owns the home site. */
  readonly protection: Protection;
  readonly close: () => Promise<void>;
}

const siteOf = (world: World): string => `${world.tenant.sharePointHost}:/sites/${world.homeGroup}`;

export interface HomeOptions {
  /** For tests of faults: what a faulty service answers need not follow Microsoft's description. */
  readonly unrecorded?: boolean;
  /** False: nobody has let the app into the home site yet. */
  readonly granted?: boolean;
  /** The clock of the service, milliseconds since 1970; `shared`: that of its people, so that what they wait passes for it too. */
  readonly now?: (() => number) | "shared";
}

/** Without lists until `provisioning` has run. */
export const startEmptyHome = async (options: HomeOptions = {}): Promise<SimulatedHome> => {
  const world = tinyWorld();
  const clock = createFastClock();
  const recordFile = options.unrecorded ? undefined : trafficFile("home");
  const grant = { appId: testAppId, displayName: "Drumbeat", role: "write" as const };
  const server = await startGraph(
    {
      homeSiteGrants: options.granted === false ? [] : [grant],
      ...(recordFile === undefined ? {} : { recordFile }),
      ...(options.now ? { now: options.now === "shared" ? clock.now : options.now } : {}),
    },
    world,
  );
  const site = siteOf(world);
  const connect = (persona: PersonaKey, scopes: readonly string[]): SendToGraph =>
    connectToGraph({
      signIn: createTokenSignIn(bearerFor(world.personas[persona], scopes)),
      clock,
      random: () => 0,
      graphOrigin: `${server.origin}/graph.microsoft.com`,
      fetch: (input, init) => clock.hold(fetch(input, init)),
    });
  const sendAs = (persona: PersonaKey): SendToGraph => connect(persona, appScopes);
  const sendWide = (persona: PersonaKey): SendToGraph => connect(persona, adminScopes);
  const adminSend = sendWide("admin");
  const restAs = (persona: PersonaKey): SendToSharePoint =>
    connectToSharePoint({
      signIn: createTokenSignIn(bearerFor(world.personas[persona], ["AllSites.FullControl"])),
      clock,
      random: () => 0,
      homeSite: site,
      sharePointOrigin: `${server.origin}/sharepoint`,
      fetch: (input, init) => clock.hold(fetch(input, init)),
    });
  return {
    server,
    world,
    clock,
    site,
    sendAs,
    sendWide,
    adminSend,
    repositoryOf: (persona, onWarning) =>
      createGraphOkrRepository({
        send: sendAs(persona),
        homeSite: site,
        ...(onWarning ? { onWarning } : {}),
      }),
    provisioning: createProvisioning({ send: adminSend, homeSite: site }),
    restAs,
    protection: createProtection(restAs("admin")),
    close: server.close,
  };
};

export const startHome = async (options: HomeOptions = {}): Promise<SimulatedHome> => {
  const home = await startEmptyHome(options);
  const report = await home.provisioning.provision({ organisation: home.world.tenant.displayName });
  if (!report.ok) throw new Error(`The home site could not be set up: ${JSON.stringify(report.error)}`);
  return home;
};
