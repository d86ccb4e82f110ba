/** Somebody's Monday: opens the board of their team, checks in three times, and leaves. Everything they use is the product's. */
import { createGraphOkrRepository } from "#shared/adapters/graph/repository/graphOkrRepository.ts";
import { connectToGraph } from "#shared/adapters/graph/request/connection.ts";
import { createPace } from "#shared/adapters/graph/request/pace.ts";
import { WAITING_PERSON_LIMITS } from "#shared/adapters/graph/request/retry.ts";
import { createTokenSignIn } from "#shared/adapters/node/tokenSignIn.ts";
import { createLocalCopy } from "#shared/application/copy/localCopy.ts";
import { createCrowd } from "#shared/application/crowd.ts";
import { createOkrSession, type OkrSession } from "#shared/application/okrSession.ts";
import { createOutbox } from "#shared/application/outbox/outbox.ts";
import { createSender } from "#shared/application/outbox/sender.ts";
import { recordCheckIn } from "#shared/application/recordCheckIn.ts";
import { personId, unitKey, type UnitKey } from "#shared/domain/okr/ids.ts";
import type { KeyResult } from "#shared/domain/okr/keyResult.ts";
import { ok } from "#shared/domain/result.ts";
import type { OkrRepository } from "#shared/ports/okrRepository.ts";
import { noLocks } from "#tests/support/copies.ts";
import { createManualVisibility } from "#tests/support/manualClock.ts";
import { createMemoryCopyStore, type MemoryCopyDisk } from "#tests/support/memoryCopyStore.ts";
import { createMemoryOutboxStore, type MemoryOutboxDisk } from "#tests/support/memoryOutboxStore.ts";
import { createManualNetwork } from "#tests/support/outbox.ts";
import { guid, lena } from "#tests/support/okrs.ts";
import { COUNTRIES, TEAMS_PER_COUNTRY } from "../organisation.ts";
import type { Service } from "./service.ts";
import type { VirtualClock } from "./virtualClock.ts";

export const CHECK_INS_EACH = 3;
const MINUTE = 60_000;

/** What is left on somebody's device when the page is closed. */
export interface Device {
  readonly copy: MemoryCopyDisk;
  readonly outbox: MemoryOutboxDisk;
}

/** What was seen during the day. */
export interface Notes {
  /** When the button was pressed, by check-in. */
  readonly pressed: Map<string, number>;
  /** Check-ins of which the page said that they are kept on the device and sent later. */
  readonly kept: Set<string>;
  readonly refusals: string[];
  /** Moments at which somebody's page was brought up to date, and milliseconds since it was the last time. */
  readonly updates: { readonly at: number; readonly after: number }[];
  /** Times that somebody had to open the page once more so that what waited was sent. */
  returns: number;
  /** Times that somebody opened the page and could not be shown anything. */
  closedDoors: number;
}

export interface Day {
  readonly clock: VirtualClock;
  readonly service: Service;
  readonly chance: () => number;
  readonly notes: Notes;
}

export const between = (chance: () => number, least: number, most: number): number => least + chance() * (most - least);

const teamOf = (person: number): UnitKey =>
  unitKey(`c${person % COUNTRIES}-t${Math.floor(person / COUNTRIES) % TEAMS_PER_COUNTRY}`);

/** Notes when the page learns what others did. */
const watched = (remote: OkrRepository, { clock, notes }: Day): OkrRepository => {
  let lastAt: number | undefined;
  const updated = <T extends { readonly ok: boolean }>(answer: T): T => {
    if (!answer.ok) return answer;
    if (lastAt !== undefined) notes.updates.push({ at: clock.now(), after: clock.now() - lastAt });
    lastAt = clock.now();
    return answer;
  };
  return {
    ...remote,
    openOkrs: async (...given) => updated(await remote.openOkrs(...given)),
    readChanges: async (...given) => updated(await remote.readChanges(...given)),
  };
};

/** The product as the tab composes it. */
const openPage = (person: number, day: Day, device: Device) => {
  const { clock, service, chance } = day;
  const pace = createPace(clock);
  const crowd = createCrowd({ clock });
  const author = { ...lena, id: personId(String(person)) };
  const signIn = { ...createTokenSignIn("token"), current: () => Promise.resolve(ok(author)) };
  const send = connectToGraph({
    signIn,
    clock,
    random: chance,
    pace,
    limits: WAITING_PERSON_LIMITS,
    fetch: service.fetchAs(String(person)),
  });
  const okrRepository = createLocalCopy({
    remote: crowd.watching(watched(createGraphOkrRepository({ send, homeSite: "monday.example:/sites/okrs" }), day)),
    copyStore: createMemoryCopyStore(device.copy),
    locks: noLocks,
    clock,
  });
  const deps = { okrRepository, clock, chance, signIn };
  const outboxStore = createMemoryOutboxStore(device.outbox);
  const outbox = createOutbox({ ...deps, outboxStore, locks: noLocks, ids: { guid: () => "" } }, "outbox");
  const sender = createSender({ ...deps, outbox, network: createManualNetwork() });
  const visibility = createManualVisibility();
  const session = createOkrSession({ ...deps, copy: okrRepository, crowd, visibility, pressure: pace.pressure });
  void sender.start();
  return {
    session,
    record: recordCheckIn({ ...deps, outbox, sender }),
    close: () => {
      visibility.set(false);
      session.dispose();
      sender.dispose();
    },
  };
};

const ownKeyResults = ({ state }: OkrSession, team: UnitKey): readonly KeyResult[] => {
  const now = state.get();
  if (now.kind !== "ready" || now.okrs.kind !== "ready") return [];
  return now.okrs.set.keyResults.filter((keyResult) => keyResult.unitKey === team);
};

const pause = ({ clock }: Day, ms: number): Promise<void> => new Promise((resolve) => clock.after(ms, resolve));

/** Opens the board, and tries again where that failed. */
const openBoard = async (session: OkrSession, team: UnitKey, day: Day): Promise<readonly KeyResult[]> => {
  for (;;) {
    await session.start({ unitKey: team });
    const keyResults = ownKeyResults(session, team);
    if (keyResults.length > 0) return keyResults;
    day.notes.closedDoors += 1;
    await pause(day, between(day.chance, 20_000, 40_000));
  }
};

/** @param stayMs how long they look before they leave */
export const visit = async (person: number, day: Day, device: Device, stayMs: number): Promise<void> => {
  const { session, close } = openPage(person, day, device);
  await openBoard(session, teamOf(person), day);
  await pause(day, stayMs);
  close();
};

const isWaiting = ({ outbox }: Device): boolean =>
  [...outbox.entries.values()].some(({ state }) => state.type !== "done");

export const morningOf = async (person: number, day: Day, device: Device): Promise<void> => {
  const { clock, chance, notes } = day;
  const { session, record, close } = openPage(person, day, device);
  const keyResults = await openBoard(session, teamOf(person), day);
  for (let n = 0; n < CHECK_INS_EACH; n += 1) {
    await pause(day, between(chance, 15_000, 40_000));
    const keyResult = keyResults[Math.floor(chance() * keyResults.length)];
    if (!keyResult) continue;
    const draft = { id: guid("2", person * CHECK_INS_EACH + n), value: "92", confidence: 6, note: "" };
    notes.pressed.set(draft.id, clock.now());
    const recorded = await record(keyResult, draft, { value: 92, confidence: 6, note: "" });
    if (!recorded.ok) notes.refusals.push(recorded.error.type);
    else if (recorded.value.sent) session.show(recorded.value.checkIn);
    else notes.kept.add(draft.id);
  }
  await pause(day, between(chance, 10_000, 120_000));
  close();
  while (isWaiting(device)) {
    await pause(day, between(chance, 20 * MINUTE, 40 * MINUTE));
    notes.returns += 1;
    await visit(person, day, device, MINUTE);
  }
};
