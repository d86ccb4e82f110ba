import { createGraphDirectory, readMe } from "../adapters/graph/directory.ts";
import { createGraphHistory } from "../adapters/graph/history.ts";
import { createLeadershipRegister } from "../adapters/graph/leadership.ts";
import { createStructure } from "../adapters/graph/provision/inspect.ts";
import { createProvisioning } from "../adapters/graph/provision/provision.ts";
import { createGraphOkrRepository } from "../adapters/graph/repository/graphOkrRepository.ts";
import type { RowWarning } from "../adapters/graph/repository/items.ts";
import { connectToGraph } from "../adapters/graph/request/connection.ts";
import type { RetryLimits } from "../adapters/graph/request/retry.ts";
import { nodeIds } from "../adapters/node/ids.ts";
import { createNoSignIn, createTokenSignIn } from "../adapters/node/tokenSignIn.ts";
import { createProtection } from "../adapters/sharepoint/protection.ts";
import { connectToSharePoint, sharePointScopes } from "../adapters/sharepoint/request.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { DirectoryDep } from "#shared/ports/directory.ts";
import type { HistoryDep } from "#shared/ports/history.ts";
import type { IdsDep } from "#shared/ports/ids.ts";
import type { LeadershipRegisterDep } from "#shared/ports/leadership.ts";
import type { OkrRepositoryDep } from "#shared/ports/okrRepository.ts";
import type { ProtectionDep } from "#shared/ports/protection.ts";
import type { ProvisioningDep } from "#shared/ports/provisioning.ts";
import type { StructureDep } from "#shared/ports/structure.ts";
import type { WhoDep } from "#shared/ports/who.ts";
import type { Clock, ClockDep } from "#shared/ports/clock.ts";
import { findLocalSimulator } from "./localSimulator.ts";
import type { Output } from "./output.ts";

/** As given in the arguments; what is absent may come from the environment. */
export interface ConnectionChoice {
  readonly graph?: string;
  readonly site?: string;
  readonly token?: string;
  readonly sharepoint?: string;
  readonly sharepointToken?: string;
  readonly user?: string;
  readonly port: number;
}

export type Connection = OkrRepositoryDep &
  DirectoryDep &
  ProvisioningDep &
  StructureDep &
  ProtectionDep &
  LeadershipRegisterDep &
  HistoryDep &
  WhoDep &
  ClockDep &
  IdsDep & {
    /** Whether there is a token for SharePoint itself, without which rights are neither set nor looked at. */
    readonly reachesSharePoint: boolean;
  };

export type Environment = Readonly<Record<string, string | undefined>>;

/** Who runs the command: where it finds its settings, says things and gets the time. */
export interface Caller {
  readonly env: Environment;
  readonly output: Output;
  readonly clock: Clock;
}

export const namesSomebody = (choice: ConnectionChoice, env: Environment): boolean =>
  choice.user !== undefined || choice.token !== undefined || env["DRUMBEAT_TOKEN"] !== undefined;

interface Target {
  readonly token: string;
  readonly site: string;
  readonly graphOrigin?: string;
  readonly sharePointOrigin?: string;
  readonly sharePointToken?: string;
}

/** A token must not travel in the clear, except on this computer. */
const isSafe = (address: string): boolean => {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url?.protocol === "https:" || (url?.protocol === "http:" && ["localhost", "127.0.0.1"].includes(url.hostname));
};

const NOBODY =
  "Say who you are: --token T, the environment variable DRUMBEAT_TOKEN, or --user KEY for a local simulator.";
const NOWHERE = "Say which site holds the OKRs: --site HOST:/sites/NAME";

const findTarget = async (choice: ConnectionChoice, env: Environment): Promise<Result<Target, string>> => {
  if (choice.user === undefined) {
    return checkTarget({
      ...choice,
      token: choice.token ?? env["DRUMBEAT_TOKEN"],
      sharepointToken: choice.sharepointToken ?? env["DRUMBEAT_SHAREPOINT_TOKEN"],
      site: choice.site ?? env["DRUMBEAT_SITE"],
    });
  }
  const local = await findLocalSimulator(choice.user, choice.port);
  if (!local.ok) return local;
  const { token, site, graphOrigin, sharePointOrigin, sharePointToken } = local.value;
  return checkTarget({
    token,
    site: choice.site ?? site,
    graph: choice.graph ?? graphOrigin,
    sharepoint: choice.sharepoint ?? sharePointOrigin,
    sharepointToken: choice.sharepointToken ?? sharePointToken,
  });
};

type Given = { readonly [K in Exclude<keyof ConnectionChoice, "user" | "port">]?: string | undefined };

const checkTarget = ({ token, site, graph, sharepoint, sharepointToken }: Given): Result<Target, string> => {
  if (token === undefined) return err(NOBODY);
  if (site === undefined) return err(NOWHERE);
  if (!/^[^:/]+:\/\S+$/u.test(site)) return err(`"${site}" is not a site; write it as HOST:/sites/NAME`);
  const unsafe = [graph, sharepoint].find((address) => address !== undefined && !isSafe(address));
  if (unsafe !== undefined) return err(`"${unsafe}" is not an https address.`);
  return ok({
    token,
    site,
    ...(graph === undefined ? {} : { graphOrigin: graph }),
    ...(sharepoint === undefined ? {} : { sharePointOrigin: sharepoint }),
    ...(sharepointToken === undefined ? {} : { sharePointToken: sharepointToken }),
  });
};

/** Nobody waits at a screen: outlasts several of SharePoint's windows of five minutes, which a large import fills. */
const PATIENT: RetryLimits = { attempts: 8, totalMs: 30 * 60_000 };

/** Milliseconds. Whoever reads along takes a longer silence for a standstill. */
const SILENCE = 10_000;

/** Says once of every long wait that it is one. */
const speakingClock = ({ clock, output }: Caller): Clock => {
  let toldUntilMs = 0;
  return {
    now: clock.now,
    after: (ms, call) => {
      const untilMs = clock.now() + ms;
      if (ms >= SILENCE && untilMs > toldUntilMs + SILENCE) {
        toldUntilMs = untilMs;
        output.say(`The service asks to wait ${Math.ceil(ms / 1000)} seconds; it goes on then.`);
      }
      return clock.after(ms, call);
    },
  };
};

export const connect = async (
  choice: ConnectionChoice,
  caller: Caller,
  onWarning: (warning: RowWarning) => void,
): Promise<Result<Connection, string>> => {
  const target = await findTarget(choice, caller.env);
  if (!target.ok) return target;
  const { token, site, graphOrigin } = target.value;
  const clock = speakingClock(caller);
  const send = connectToGraph({
    signIn: createTokenSignIn(token),
    clock,
    watch: caller.clock,
    random: Math.random,
    limits: PATIENT,
    ...(graphOrigin === undefined ? {} : { graphOrigin }),
  });
  return ok({
    who: () => readMe(send),
    clock,
    ids: nodeIds,
    okrRepository: createGraphOkrRepository({ send, homeSite: site, onWarning }),
    directory: createGraphDirectory(send),
    provisioning: createProvisioning({ send, homeSite: site }),
    structure: createStructure({ send, homeSite: site }),
    leadershipRegister: createLeadershipRegister({ send, homeSite: site }),
    history: createGraphHistory({ send, homeSite: site }),
    protection: createProtection(sharePointOf(target.value, clock)),
    reachesSharePoint: target.value.sharePointToken !== undefined,
  });
};

const sharePointOf = ({ site, sharePointToken, sharePointOrigin }: Target, clock: Clock) =>
  connectToSharePoint({
    signIn: sharePointToken === undefined ? createNoSignIn(sharePointScopes(site)) : createTokenSignIn(sharePointToken),
    clock,
    random: Math.random,
    homeSite: site,
    ...(sharePointOrigin === undefined ? {} : { sharePointOrigin }),
  });
