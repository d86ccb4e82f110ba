import { createGraphDirectory, readMe } from "../adapters/graph/directory.ts";
import { createProvisioning } from "../adapters/graph/provision/provision.ts";
import { createGraphOkrRepository } from "../adapters/graph/repository/graphOkrRepository.ts";
import type { RowWarning } from "../adapters/graph/repository/items.ts";
import { connectToGraph } from "../adapters/graph/request/connection.ts";
import type { RetryLimits } from "../adapters/graph/request/retry.ts";
import { createTokenSignIn } from "../adapters/node/tokenSignIn.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { DirectoryDep } from "#shared/ports/directory.ts";
import type { OkrRepositoryDep } from "#shared/ports/okrRepository.ts";
import type { ProvisioningDep } from "#shared/ports/provisioning.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { Clock } from "#shared/ports/clock.ts";
import type { Person } from "#shared/domain/okr/person.ts";
import { findLocalSimulator } from "./localSimulator.ts";
import type { Output } from "./output.ts";

/** As given in the arguments; what is absent may come from the environment. */
export interface ConnectionChoice {
  readonly graph?: string;
  readonly site?: string;
  readonly token?: string;
  readonly user?: string;
  readonly port: number;
}

export interface WhoDep {
  /** Whose token it is. */
  readonly who: () => Promise<Result<Person, AccessError>>;
}

export type Connection = OkrRepositoryDep & DirectoryDep & ProvisioningDep & WhoDep;

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
      site: choice.site ?? env["DRUMBEAT_SITE"],
    });
  }
  const local = await findLocalSimulator(choice.user, choice.port);
  if (!local.ok) return local;
  const { token, site, graphOrigin } = local.value;
  return checkTarget({ token, site: choice.site ?? site, graph: choice.graph ?? graphOrigin });
};

const checkTarget = (given: { readonly [K in "token" | "site" | "graph"]?: string | undefined }): Result<
  Target,
  string
> => {
  const { token, site, graph } = given;
  if (token === undefined) return err(NOBODY);
  if (site === undefined) return err(NOWHERE);
  if (!/^[^:/]+:\/\S+$/u.test(site)) return err(`"${site}" is not a site; write it as HOST:/sites/NAME`);
  if (graph !== undefined && !isSafe(graph)) return err(`"${graph}" is not an https address.`);
  return ok({ token, site, ...(graph === undefined ? {} : { graphOrigin: graph }) });
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
  const send = connectToGraph({
    signIn: createTokenSignIn(token),
    clock: speakingClock(caller),
    random: Math.random,
    limits: PATIENT,
    ...(graphOrigin === undefined ? {} : { graphOrigin }),
  });
  return ok({
    who: () => readMe(send),
    okrRepository: createGraphOkrRepository({ send, homeSite: site, onWarning }),
    directory: createGraphDirectory(send),
    provisioning: createProvisioning({ send, homeSite: site }),
  });
};
