import { dayOf, instantOf } from "#shared/domain/day.ts";
import { readForeignInSlices } from "#shared/domain/importing/foreign/guess.ts";
import { importForeignInSlices, ownersOf } from "#shared/domain/importing/foreign/importForeign.ts";
import { directoryQuery } from "#shared/domain/importing/foreign/owners.ts";
import type { ForeignReading } from "#shared/domain/importing/foreign/records.ts";
import { writingIn } from "#shared/domain/importing/foreign/writing.ts";
import { nameGuid } from "#shared/domain/importing/guid.ts";
import type { ImportSettings } from "#shared/domain/importing/settings.ts";
import { currentCycle } from "#shared/domain/okr/cycle.ts";
import { emptyOkrSet, type Frame, type OkrSet } from "#shared/domain/okr/okrSet.ts";
import type { Person } from "#shared/domain/okr/person.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { ClockDep } from "#shared/ports/clock.ts";
import type { DirectoryDep } from "#shared/ports/directory.ts";
import type { OkrRepositoryDep } from "#shared/ports/okrRepository.ts";
import type { SignInDep } from "#shared/ports/signIn.ts";
import { inSlices, type Turn } from "./inSlices.ts";
import type { Destination, NamedOwner, Understood } from "./importState.ts";

export type UnderstandDeps = OkrRepositoryDep & DirectoryDep & SignInDep & ClockDep;

/** Fixed for good: source names of imports from workbooks are made under it. */
const SOURCES = "c0a1f1b4-54f8-5d1e-9f5d-6a9d2c7d4b10";

/** A sheet and how it is to be read; `locale` once it was found or said. */
export type Draft = Omit<Understood, "result" | "owners" | "locale"> & Partial<Pick<Understood, "locale">>;

const ownerKey = (name: string): string => name.trim().toLowerCase();

/** Asked one by one: a sheet names each person many times, and few people. Undefined when its turn is over. */
const findOwners = async (
  { directory }: DirectoryDep,
  names: readonly string[],
  known: readonly NamedOwner[],
  { isOver }: Turn,
): Promise<Result<readonly NamedOwner[], AccessError> | undefined> => {
  const owners: NamedOwner[] = [];
  const byName = new Map(known.map((owner) => [owner.name, owner]));
  for (const name of names) {
    const before = byName.get(name);
    if (before) {
      owners.push(before);
      continue;
    }
    const found = await directory.findPerson(directoryQuery(name));
    if (isOver()) return undefined;
    if (!found.ok) return found;
    owners.push({ name, ...(found.value ? { person: found.value } : {}) });
  }
  return ok(owners);
};

interface Planning {
  readonly frame: Frame;
  readonly author: Person;
  readonly nowMs: number;
}

const settingsFor = (
  { sheet, destination, owners, locale }: Omit<Understood, "result">,
  { frame, author, nowMs }: Planning,
  existing: OkrSet,
): ImportSettings => ({
  source: nameGuid(SOURCES, `${frame.organisation}\n${destination.unitKey}\n${sheet.name}`),
  locale,
  frame,
  existing,
  author,
  now: instantOf(nowMs),
  people: new Map(owners.flatMap(({ name, person }) => (person ? [[ownerKey(name), person] as const] : []))),
  ...destination,
  onlyKnown: true,
  asDrafts: true,
  looseParents: sheet.system !== undefined,
});

interface Asked {
  readonly draft: Draft;
  /** Who is known already, so that nobody is asked for twice. */
  readonly known: readonly NamedOwner[];
}

const wholeOf = async (
  deps: UnderstandDeps,
  usual: string,
  { draft, known }: Asked,
  turn: Turn,
): Promise<
  Result<{ readonly whole: Omit<Understood, "result">; readonly reading: ForeignReading }, AccessError> | undefined
> => {
  const reading = await inSlices(deps, turn, readForeignInSlices(draft.sheet, draft.mapping));
  if (!reading) return undefined;
  const owners = await findOwners(deps, ownersOf(reading), known, turn);
  if (!owners?.ok) return owners;
  const locale = draft.locale ?? draft.sheet.locale ?? writingIn(draft.sheet, usual) ?? usual;
  return ok({ reading, whole: { ...draft, locale, owners: owners.value } });
};

/**
 * What would become of a sheet. Plans against nothing first: only then is it known in which units and cycles something may be
 * there already. Undefined when its turn is over.
 * @param usual how numbers and days are written in the workbook, BCP 47
 */
export const understood = async (
  deps: UnderstandDeps,
  { frame, usual }: { readonly frame: Frame; readonly usual: string },
  asked: Asked,
  turn: Turn,
): Promise<Result<Understood, AccessError> | undefined> => {
  const author = await deps.signIn.current();
  if (!author.ok) return author;
  const found = await wholeOf(deps, usual, asked, turn);
  if (!found?.ok) return found;
  const { whole, reading } = found.value;
  const planning = { frame, author: author.value, nowMs: deps.clock.now() };
  const plan = (existing: OkrSet) =>
    inSlices(deps, turn, importForeignInSlices(reading, settingsFor(whole, planning, existing)));
  const alone = await plan(emptyOkrSet);
  if (!alone) return undefined;
  const { objectives } = alone.plan;
  const { cycleKey, unitKey } = whole.destination;
  const cycleKeys = [...new Set([cycleKey, ...objectives.map((objective) => objective.cycleKey)])];
  const units = [...new Set([unitKey, ...objectives.map((objective) => objective.unitKey)])];
  const existing = await deps.okrRepository.readOkrs({ cycleKeys, units });
  if (!existing.ok) return existing;
  const isNothing = existing.value.objectives.length + existing.value.keyResults.length === 0;
  const result = isNothing ? alone : await plan(existing.value);
  return result && ok({ ...whole, result });
};

/** The cycle and the unit that are likeliest meant; a person may choose others. */
export const destinationIn = ({ cycles, units }: Frame, nowMs: number): Destination | undefined => {
  const open = cycles.filter(({ closed }) => !closed);
  const cycle = currentCycle(open, dayOf(instantOf(nowMs)));
  const unit = units.find(({ parentKey }) => parentKey === undefined) ?? units[0];
  return cycle && unit ? { cycleKey: cycle.key, unitKey: unit.key } : undefined;
};
