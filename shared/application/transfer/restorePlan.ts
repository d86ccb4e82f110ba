import type { LogEntry } from "#shared/domain/audit/logEntry.ts";
import { fieldNames, sameValue } from "#shared/domain/merge/threeWay.ts";
import { withoutFormerPlaces } from "#shared/domain/okr/formerPlaces.ts";
import type { InitiativeSet } from "#shared/domain/okr/initiative.ts";
import type { Frame, OkrSet } from "#shared/domain/okr/okrSet.ts";
import type { ExportDocument } from "#shared/domain/transfer/document.ts";
import type { OkrWrite, WriteOutcome } from "#shared/ports/okrRepository.ts";

export const RESTORED_KINDS = [
  "cycles",
  "units",
  "objectives",
  "keyResults",
  "checkIns",
  "initiatives",
  "log",
] as const;
export type RestoredKind = (typeof RESTORED_KINDS)[number];

export interface RestoreCounts {
  /** Not there before. */
  readonly made: number;
  /** There already, and the same. */
  readonly present: number;
  /** There already, but not the same; left as it is. */
  readonly different: number;
  readonly refused: number;
}

/** A record of the document that is not on the site as the document has it. */
export interface RestoreFinding {
  readonly kind: RestoredKind;
  /** Id or key. */
  readonly id: string;
  /** What it is called; empty for what has no name. */
  readonly title: string;
  readonly why:
    | { readonly type: "Different" }
    /** A cycle that could not be given lists of its own as in the document, because the site has it otherwise. */
    | { readonly type: "OtherPlan" }
    | Exclude<WriteOutcome, { readonly type: "Written" }>;
}

export interface RestoreReport {
  readonly counts: Readonly<Record<RestoredKind, RestoreCounts>>;
  readonly findings: readonly RestoreFinding[];
}

/** What is on the site already. */
export interface Present {
  readonly frame: Frame;
  readonly set: OkrSet;
  readonly work: InitiativeSet;
  readonly log: readonly LogEntry[];
}

export interface Missing {
  readonly kind: RestoredKind;
  readonly id: string;
  readonly title: string;
  readonly write: OkrWrite;
}

export interface Plan {
  readonly missing: readonly Missing[];
  readonly findings: readonly RestoreFinding[];
  readonly counts: Readonly<Record<RestoredKind, RestoreCounts>>;
}

export const NOTHING: RestoreCounts = { made: 0, present: 0, different: 0, refused: 0 };
const noCounts = (): Record<RestoredKind, RestoreCounts> => ({
  cycles: NOTHING,
  units: NOTHING,
  objectives: NOTHING,
  keyResults: NOTHING,
  checkIns: NOTHING,
  initiatives: NOTHING,
  log: NOTHING,
});

interface Sorted {
  readonly missing: readonly Missing[];
  readonly different: readonly RestoreFinding[];
  readonly present: number;
}

/** Field by field: only fields know persons from other things with a name. */
export const sameRecord = <T extends object>(one: T, other: T): boolean =>
  fieldNames({ ...one, ...other }).every((field) => sameValue(one[field], other[field]));

const sortOut = <T extends object>(
  kind: RestoredKind,
  wanted: readonly T[],
  there: readonly T[],
  form: {
    readonly id: (record: T) => string;
    readonly title: (record: T) => string;
    readonly write: (record: T) => OkrWrite;
  },
): Sorted => {
  const known = new Map(there.map((record) => [form.id(record), record]));
  const missing: Missing[] = [];
  const different: RestoreFinding[] = [];
  for (const record of wanted) {
    const [id, title, stored] = [form.id(record), form.title(record), known.get(form.id(record))];
    if (stored === undefined) missing.push({ kind, id, title, write: form.write(record) });
    else if (!sameRecord(stored, record)) different.push({ kind, id, title, why: { type: "Different" } });
  }
  return { missing, different, present: wanted.length - missing.length - different.length };
};

const idOf = ({ id }: { readonly id: string }): string => id;
const titleOf = ({ title }: { readonly title: string }): string => title;
const nameless = (): string => "";

export const planOf = (document: ExportDocument, { frame, set, work, log }: Present): Plan => {
  const parts = {
    units: sortOut("units", document.units, frame.units, {
      id: ({ key }) => key,
      title: ({ name }) => name,
      write: (unit) => ({ kind: "saveUnit", unit }),
    }),
    objectives: sortOut("objectives", document.objectives, set.objectives, {
      id: idOf,
      title: titleOf,
      write: (objective) => ({ kind: "createObjective", objective }),
    }),
    keyResults: sortOut("keyResults", document.keyResults, set.keyResults.map(withoutFormerPlaces), {
      id: idOf,
      title: titleOf,
      write: (keyResult) => ({ kind: "createKeyResult", keyResult }),
    }),
    checkIns: sortOut("checkIns", document.checkIns, set.checkIns, {
      id: idOf,
      title: nameless,
      write: (checkIn) => ({ kind: "addCheckIn", checkIn }),
    }),
    initiatives: sortOut("initiatives", document.initiatives, work.initiatives, {
      id: idOf,
      title: titleOf,
      write: (initiative) => ({ kind: "createInitiative", initiative }),
    }),
    log: sortOut("log", document.log, log, {
      id: idOf,
      title: nameless,
      write: (entry) => ({ kind: "addLogEntry", entry }),
    }),
  };
  const counts = noCounts();
  for (const kind of ["units", "objectives", "keyResults", "checkIns", "initiatives", "log"] as const) {
    counts[kind] = { ...NOTHING, present: parts[kind].present, different: parts[kind].different.length };
  }
  const all = Object.values(parts);
  return {
    missing: all.flatMap(({ missing }) => missing),
    findings: all.flatMap(({ different }) => different),
    counts,
  };
};
