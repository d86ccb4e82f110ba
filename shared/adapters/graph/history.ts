import type { OkrRecord, RecordVersion } from "#shared/domain/audit/history.ts";
import { parseInstant } from "#shared/domain/day.ts";
import { personId, rowOf } from "#shared/domain/okr/ids.ts";
import type { Person } from "#shared/domain/okr/person.ts";
import { placeOfRow, type PartitionList } from "#shared/domain/partition/rows.ts";
import { err, ok } from "#shared/domain/result.ts";
import type { History } from "#shared/ports/history.ts";
import { listAddress } from "./home.ts";
import { at, textAt } from "./json.ts";
import { decodeRecord } from "./lists/codec.ts";
import { decodeDraft } from "./lists/drafts.ts";
import { initiativeCodec } from "./lists/initiatives.ts";
import { keyResultCodec } from "./lists/keyResults.ts";
import { objectiveCodec } from "./lists/objectives.ts";
import { listTitle } from "./lists/titles.ts";
import { equals } from "./repository/filters.ts";
import { createTables } from "./repository/tables.ts";
import type { SendToGraph } from "./request/call.ts";
import { accessErrorOf } from "./request/failure.ts";
import { readPages } from "./request/pages.ts";
import { scopesOf, type SiteAccess } from "./scopes.ts";

export interface HistoryOptions {
  readonly send: SendToGraph;
  /** `host:/sites/name` */
  readonly homeSite: string;
  readonly siteAccess?: SiteAccess;
}

/** Undefined for a version that cannot be read, and for rows of other lists. */
const decodeVersion = (shelf: PartitionList, fields: unknown): OkrRecord | undefined => {
  switch (shelf) {
    case "objectives": {
      const objective = decodeRecord(objectiveCodec, fields);
      return objective.ok ? { kind: "objective", record: objective.value } : undefined;
    }
    case "keyResults": {
      const keyResult = decodeRecord(keyResultCodec, fields);
      return keyResult.ok ? { kind: "keyResult", record: keyResult.value } : undefined;
    }
    case "drafts": {
      const draft = decodeDraft(fields);
      return draft.ok ? draft.value : undefined;
    }
    case "initiatives": {
      const initiative = decodeRecord(initiativeCodec, fields);
      return initiative.ok ? { kind: "initiative", record: initiative.value } : undefined;
    }
    case "checkIns":
      return undefined;
  }
};

const writerOf = (version: unknown): Person => ({
  id: personId(textAt(version, "lastModifiedBy", "user", "id") ?? ""),
  name: textAt(version, "lastModifiedBy", "user", "displayName") ?? "",
});

const readVersion = (shelf: PartitionList, version: unknown): RecordVersion | undefined => {
  const moment = parseInstant(textAt(version, "lastModifiedDateTime") ?? "");
  const content = decodeVersion(shelf, at(version, "fields"));
  return moment !== undefined && content ? { ...content, at: moment, by: writerOf(version) } : undefined;
};

export const createGraphHistory = ({ send, homeSite, siteAccess = "selected" }: HistoryOptions): History => {
  const scopes = scopesOf("okrs", siteAccess);
  const { log } = createTables({ send, site: homeSite, scopes, onWarning: () => undefined }).home;
  return {
    versionsOf: async (revision) => {
      const place = placeOfRow(rowOf(revision));
      if (!place) return ok([]);
      const { partition, shelf, item } = place;
      const title = listTitle(partition, shelf);
      const path = `${listAddress(homeSite, title)}/items/${item}/versions?$expand=fields`;
      const pages = await readPages(send, { method: "GET", path, scopes });
      if (!pages.ok) return err(accessErrorOf(pages.error, title));
      return ok(
        pages.value.elements
          .map((version) => readVersion(shelf, version))
          .filter((version) => version !== undefined)
          .toReversed(),
      );
    },
    readLog: async (about) => {
      const rows = await log.read(about === "everything" ? undefined : equals("OkrKey", about));
      return rows.ok ? ok(rows.value.map(({ record }) => record)) : err(accessErrorOf(rows.error, log.listName));
    },
  };
};
