/** What has to hold of a session of editing, whatever was done. */
import type { SheetSession } from "#shared/application/sheet/sheetSession.ts";
import type { SheetPlan } from "#shared/domain/sheet/planTypes.ts";
import { open } from "../excelSession.ts";
import { rowCount } from "../hands.ts";
import { pushAll } from "./steps.ts";
import { ALL, fail, records, textAt, textsInSheet, type World } from "./world.ts";

/** Nothing that somebody typed leaves the sheet by what Drumbeat does, unless it is or was stored. */
export const lostNothing = (world: World, before: ReadonlySet<string>, step: string): void => {
  const after = textsInSheet(world);
  for (const text of before) {
    if (!after.has(text) && !world.everStored.has(text)) fail(`${step} lost what was typed`, text);
  }
};

/** Titles of records that were there before are what they were called, by others, or by somebody in their own row. */
export const changedOnlyByHand = (world: World): void => {
  for (const { id, title } of records(world)) {
    const others = world.others.get(id);
    if (!others || others.has(title)) continue;
    const typedIn = world.typed.get(title);
    if (typedIn !== id) fail("A record has a title that nobody gave it", id, title, typedIn ?? "never typed");
  }
  for (const [id] of world.others) {
    const isThere = records(world).some((one) => one.id === id);
    if (!isThere && !world.unwanted.has(id)) fail("A record is gone that nobody removed", id);
  }
};

const cellsOf = (row: number) => ({ key: textAt(row, "key"), title: textAt(row, "title") });

/** Rows without a problem say what is stored, each record has one. */
const sameAsStored = (world: World, plan: SheetPlan): void => {
  const broken = new Set(plan.rows.filter(({ problems }) => problems.length > 0).map(({ at }) => at));
  const rows = new Map<string, string>();
  for (let row = 0; row < rowCount(); row += 1) {
    const { key, title } = cellsOf(row);
    if (broken.has(row) || key === "") continue;
    if (rows.has(key)) fail("Two rows stand for one record", key);
    rows.set(key, title);
  }
  const held = new Set(Array.from({ length: rowCount() }, (_, row) => textAt(row, "key")));
  for (const { id, title } of records(world)) {
    if (!held.has(id)) fail("A record has no row", id, title);
    const shown = rows.get(id);
    if (shown !== undefined && shown !== title) fail("A row says something else than is stored", shown, title);
  }
};

/** After everything was sent: the sheet, its memory and the lists say the same. */
export const inAgreement = async (world: World, session: SheetSession): Promise<void> => {
  for (let round = 0; round < 4; round += 1) {
    await session.pull(ALL);
    await pushAll(session, 0);
    const { failure } = open(session);
    if (failure) fail("The end failed", failure);
  }
  const { plan } = open(session).preview ?? fail("There is no preview");
  const { counts } = plan;
  if (counts.new + counts.changed + counts.checkIn + counts.delete > 0) {
    fail(
      "Something is left to be sent",
      counts,
      plan.rows.filter((row) => row.action ?? row.checkIn),
    );
  }
  sameAsStored(world, plan);
};
