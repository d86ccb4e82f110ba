/** What people do in a session of editing: with their hands, in the pane, and elsewhere. Every text is typed once. */
import type { SheetSession } from "#shared/application/sheet/sheetSession.ts";
import { keyResultId } from "#shared/domain/okr/ids.ts";
import { SHEET_FIELDS } from "#shared/domain/sheet/fields.ts";
import type { OkrWrite } from "#shared/ports/okrRepository.ts";
import { open } from "../excelSession.ts";
import { copyRows, cutRow, deleteRow, filterBy, insertRow, pressUndo, rowCount, sortBy } from "../hands.ts";
import { guid } from "../okrs.ts";
import { fc } from "../properties.ts";
import { ALL, OWN, place, textAt, typeAt, type World } from "./world.ts";

const KINDS = [
  "title",
  "note",
  "target",
  "own",
  "add",
  "copy",
  "sort",
  "filter",
  "insert",
  "delete",
  "cut",
  "undo",
  "mark",
  "check",
  "pull",
  "push",
  "pushSome",
  "takeBack",
  "reopen",
  "rename",
  "remove",
  "create",
] as const;

/** One thing that somebody does; `n` and `m` choose where and how. `pane` is which of two people's panes does it. */
export interface Step {
  readonly kind: (typeof KINDS)[number];
  readonly n: number;
  readonly m: number;
  readonly pane: 0 | 1;
}

export const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...KINDS),
    n: fc.nat(30),
    m: fc.nat(30),
    pane: fc.constantFrom(0, 0, 0, 1),
  }),
  { minLength: 6, maxLength: 16 },
);

const typeText = (world: World, row: number, column: number): void => {
  const text = `Text ${++world.made}`;
  world.typed.set(text, textAt(row, "key"));
  typeAt(row, column, text);
  world.undoable += 1;
};

const addRow = (world: World, m: number): void => {
  const row = rowCount();
  typeAt(row, place("type"), m % 2 === 0 ? "Objective" : "Key result");
  typeText(world, row, place("title"));
  if (m % 2 === 0) typeAt(row, place("team"), "Kenya");
  else {
    typeAt(row, place("start"), "1");
    typeAt(row, place("target"), "9");
  }
};

/** What people do with their hands; Excel may refuse it. */
const HANDS: Partial<Record<Step["kind"], (world: World, row: number, step: Step) => void>> = {
  title: (world, row) => typeText(world, row, place("title")),
  note: (world, row) => typeText(world, row, place("note")),
  target: (_, row, { m }) => typeAt(row, place("target"), String(100 + m)),
  own: (world, row) => typeText(world, row, OWN),
  add: (world, _, { m }) => addRow(world, m),
  copy: (_, row, { m }) => copyRows(row, 1, m % 3 === 0 ? m % rowCount() : rowCount()),
  sort: (_, __, { n, m }) => sortBy(SHEET_FIELDS[n % SHEET_FIELDS.length] ?? "title", m % 2 === 0),
  filter: (_, row, { m }) => filterBy("title", m % 2 === 0 ? [] : [textAt(row, "title")]),
  insert: (_, row) => insertRow(row),
  delete: (_, row) => deleteRow(row),
  cut: (_, row, { m }) => cutRow(row, m % rowCount()),
  mark: (world, row) => {
    world.unwanted.add(textAt(row, "key"));
    typeAt(row, place("change"), "Delete");
  },
};

export const REMOTE: Partial<Record<Step["kind"], (world: World, step: Step) => readonly OkrWrite[]>> = {
  rename: (world, { n }) => {
    const all = [...world.home.objectives.values(), ...world.home.keyResults.values()];
    const one = all[n % Math.max(1, all.length)];
    if (!one) return [];
    const { id } = one.record;
    const title = `Otto ${++world.made}`;
    world.others.set(id, new Set([...(world.others.get(id) ?? []), title]));
    const kind = "ambition" in one.record ? "changeObjective" : "changeKeyResult";
    return [{ kind, id, changes: { title }, basedOn: one.revision } as OkrWrite];
  },
  remove: (world, { n }) => {
    const all = [...world.home.keyResults.values()];
    const one = all[n % Math.max(1, all.length)];
    if (!one) return [];
    world.unwanted.add(one.record.id);
    return [{ kind: "removeKeyResult", id: one.record.id, basedOn: one.revision }];
  },
  create: (world) => {
    const [pattern] = world.home.keyResults.values();
    if (!pattern) return [];
    const id = keyResultId(guid("1", 9_000 + ++world.made));
    const title = `Otto ${world.made}`;
    world.others.set(id, new Set([title]));
    return [{ kind: "createKeyResult", keyResult: { ...pattern.record, id, title } }];
  },
};

const answerQuestions = async (session: SheetSession, m: number): Promise<void> => {
  const { deleting } = open(session);
  if (deleting) await session.push(deleting.chosen, new Set(deleting.rows.map(({ id }) => id)));
  for (const { id, fields } of open(session).conflicts) {
    const side = m % 2 === 0 ? "mine" : "theirs";
    await session.resolve(id, { title: side, ...Object.fromEntries(fields.map(({ field }) => [field, side])) });
  }
};

export const pushAll = async (session: SheetSession, m: number): Promise<void> => {
  await session.check();
  await session.push();
  await answerQuestions(session, m);
};

export const PANES: Partial<Record<Step["kind"], (session: SheetSession, step: Step, world: World) => Promise<void>>> =
  {
    check: (session) => session.check(),
    pull: (session) => session.pull(ALL),
    push: (session, { m }) => pushAll(session, m),
    pushSome: async (session, { n, m }) => {
      await session.check();
      const rows = open(session).preview?.plan.rows ?? [];
      const row = rows[n % Math.max(1, rows.length)];
      if (row) await session.push(new Set([row.id]));
      await answerQuestions(session, m);
    },
    takeBack: async (session, { m }, world) => {
      await session.reviewUndo();
      const rows = open(session).takingBack ?? [];
      for (const { id, kind } of rows) if (kind === "remove") world.unwanted.add(id);
      const some = rows.filter((_, at) => (m >> at) % 2 === 0).map(({ id }) => id);
      await session.undo(m % 3 === 0 ? undefined : new Set(some));
    },
  };

export const byHand = (world: World, step: Step): void => {
  const rows = rowCount();
  try {
    HANDS[step.kind]?.(world, step.n % Math.max(1, rows), step);
    if (step.kind === "undo" && world.undoable > 0) {
      world.undoable -= 1;
      pressUndo();
    }
  } catch (refusal) {
    if (!(refusal instanceof Error) || !refusal.message.startsWith("Excel refused")) throw refusal;
  }
};
