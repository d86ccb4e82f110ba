import { personId } from "#shared/domain/okr/ids.ts";
import type { Person } from "#shared/domain/okr/person.ts";
import { ok } from "#shared/domain/result.ts";
import type { ListCodec } from "./codec.ts";
import { optional } from "./parts.ts";
import { OWNERS_WRITE } from "./rights.ts";

/** Somebody who may do more than a member, for people to read. One row each, because a cell holds only some 500. */
export interface Leader {
  readonly key: string;
  readonly role: "lead" | "owner";
  readonly person: Person;
}

const columns = {
  LeaderKey: { kind: "text", required: true, unique: true, description: "What the person is, and who" },
  Role: { kind: "choice", required: true, choices: ["lead", "owner"], description: "What the person may do" },
  PersonOid: { kind: "text", description: "Entra object id of the person" },
  PersonName: { kind: "text", description: "Name of the person when it was written" },
  PersonUpn: { kind: "text", description: "Address of the person when it was written" },
} as const;

export const leaderCodec: ListCodec<Leader, typeof columns> = {
  list: {
    displayName: "Drumbeat Leaders",
    description: "Who may publish and who may set up, for people to read; what anybody may do is decided by SharePoint",
    rights: OWNERS_WRITE,
    columns,
  },
  keyColumn: "LeaderKey",
  cells: {
    key: (LeaderKey) => ({ LeaderKey }),
    role: (Role) => ({ Role }),
    person: (person) => ({ PersonOid: person?.id, PersonName: person?.name, PersonUpn: person?.upn }),
  },
  read: (row) =>
    ok({
      key: row.LeaderKey,
      role: row.Role,
      person: {
        id: personId(row.PersonOid ?? ""),
        name: row.PersonName ?? "",
        ...optional("upn", row.PersonUpn),
      },
    }),
};
