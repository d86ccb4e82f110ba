/** Plays sessions of people who edit the table of OKRs in the simulated Excel while others edit the store. */
import type { SheetSession } from "#shared/application/sheet/sheetSession.ts";
import { createExcelSpreadsheet } from "../../../excel-addin/host/excelSpreadsheet.ts";
import { filledHome, open, pulledSession, sessionOver } from "../excelSession.ts";
import { emptyWorkbook, filterBy } from "../hands.ts";
import { memoryKeep } from "../memoryKeep.ts";
import { createMemoryOkrRepository } from "../memoryOkrRepository.ts";
import { byHand, PANES, REMOTE, type Step } from "./steps.ts";
import { changedOnlyByHand, inAgreement, lostNothing } from "./verdict.ts";
import { fail, records, remember, textsInSheet, watched, type World } from "./world.ts";

const wanted = (step: Step): string => `${step.kind} ${step.n} ${step.m} by ${step.pane}`;

const takeStep = async (world: World, step: Step, opened: () => Promise<SheetSession>): Promise<void> => {
  const remote = REMOTE[step.kind];
  if (remote) {
    await createMemoryOkrRepository(world.home, "Otto").write(remote(world, step));
    return remember(world);
  }
  const before = textsInSheet(world);
  if (step.kind === "reopen") {
    world.panes[step.pane]?.dispose();
    world.panes[step.pane] = await opened();
    return lostNothing(world, before, wanted(step));
  }
  const act = PANES[step.kind];
  const session = world.panes[step.pane];
  if (!act || !session) return byHand(world, step);
  const chooses = open(session).conflicts.length > 0;
  await act(session, step, world);
  const { failure } = open(session);
  if (failure) fail(`${wanted(step)} failed`, failure);
  // Whoever chose what somebody else stored gave up what was typed.
  const gaveUp = step.m % 2 === 1 && (step.kind === "push" || step.kind === "pushSome");
  if (!chooses && !gaveUp) lostNothing(world, before, wanted(step));
  return undefined;
};

/** Plays one session from a fresh pull to the last push. Throws where something was lost, doubled or changed by itself. */
export const playSession = async (all: readonly Step[]): Promise<void> => {
  await emptyWorkbook();
  const home = await filledHome();
  const world: World = {
    home,
    panes: [],
    typed: new Map(),
    others: new Map(),
    everStored: new Set(),
    unwanted: new Set(),
    undoable: 0,
    made: 0,
  };
  for (const { id, title } of records(world)) world.others.set(id, new Set([title]));
  remember(world);
  const keeps = [memoryKeep(), memoryKeep()] as const;
  const opened = async (pane: 0 | 1): Promise<SheetSession> => {
    const session = sessionOver({
      okrRepository: watched(world),
      spreadsheet: createExcelSpreadsheet(),
      keep: keeps[pane],
    });
    await session.start();
    return session;
  };
  world.panes.push(
    await pulledSession({ okrRepository: watched(world), spreadsheet: createExcelSpreadsheet(), keep: keeps[0] }),
    await opened(1),
  );
  try {
    for (const step of all) {
      await takeStep(world, step, () => opened(step.pane));
      changedOnlyByHand(world);
    }
    filterBy("title", []);
    const [last] = world.panes;
    if (last) await inAgreement(world, last);
    changedOnlyByHand(world);
  } finally {
    for (const pane of world.panes) pane.dispose();
  }
};
