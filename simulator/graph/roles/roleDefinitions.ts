/** Permission levels of a site: the ones every site has, and those somebody added. */
import type { Service } from "../service.ts";
import { fold } from "../store/values.ts";
import { levelMasks, type Mask, right } from "./basePermissions.ts";

export interface RoleDefinition {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly hidden: boolean;
  readonly order: number;
  /** `RoleTypeKind`; 0 for an added one. */
  readonly kind: number;
  readonly mask: Mask;
}

const builtIn = (
  id: number,
  name: string,
  order: number,
  kind: number,
  mask: Mask,
  description: string,
): RoleDefinition => ({ id, name, description, hidden: kind === 1, order, kind, mask });

/** Ids, order and words as SharePoint Online answers them. */
const builtIns: readonly RoleDefinition[] = [
  builtIn(1_073_741_829, "Full Control", 1, 5, levelMasks.fullControl, "Has full control."),
  builtIn(1_073_741_828, "Design", 32, 4, levelMasks.design, "Can view, add, update, delete, approve, and customize."),
  builtIn(
    1_073_741_830,
    "Edit",
    48,
    6,
    levelMasks.edit,
    "Can add, edit and delete lists; can view, add, update and delete list items and documents.",
  ),
  builtIn(
    1_073_741_827,
    "Contribute",
    64,
    3,
    levelMasks.contribute,
    "Can view, add, update, and delete list items and documents.",
  ),
  builtIn(1_073_741_826, "Read", 128, 2, levelMasks.read, "Can view pages and list items and download documents."),
  builtIn(
    1_073_741_825,
    "Limited Access",
    160,
    1,
    levelMasks.limitedAccess,
    "Can view specific lists, document libraries, list items, folders, or documents when given permissions.",
  ),
];

/** Sites of SharePoint Online number added levels above a few hidden ones of their own. */
const firstAddedId = 1_073_741_932;

interface DefinitionRow {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly ord: number;
  readonly mask: string;
}

const shown = ({ id, name, description, ord, mask }: DefinitionRow): RoleDefinition => ({
  id,
  name,
  description,
  hidden: false,
  order: ord,
  kind: 0,
  mask: BigInt(mask),
});

export const roleDefinitions = (service: Pick<Service, "db">, siteId: string): readonly RoleDefinition[] => [
  ...builtIns,
  ...service.db
    .all<DefinitionRow>("SELECT * FROM role_definitions WHERE siteId = ? ORDER BY id", siteId)
    .map((row) => shown(row)),
];

export const roleDefinition = (service: Pick<Service, "db">, siteId: string, id: number): RoleDefinition | undefined =>
  builtIns.find((known) => known.id === id) ?? roleDefinitions(service, siteId).find((known) => known.id === id);

/** Names compare without case. */
export const roleDefinitionNamed = (
  service: Pick<Service, "db">,
  siteId: string,
  name: string,
): RoleDefinition | undefined => roleDefinitions(service, siteId).find((known) => fold(known.name) === fold(name));

export const addRoleDefinition = (
  service: Pick<Service, "db">,
  siteId: string,
  { name, description, order, mask }: Pick<RoleDefinition, "name" | "description" | "order" | "mask">,
): RoleDefinition => {
  const last = service.db.get<{ last: number | null }>(
    "SELECT max(id) AS last FROM role_definitions WHERE siteId = ?",
    siteId,
  )?.last;
  const id = (last ?? firstAddedId - 1) + 1;
  service.db.run(
    "INSERT INTO role_definitions (siteId, id, name, description, ord, mask) VALUES (?, ?, ?, ?, ?, ?)",
    siteId,
    id,
    name,
    description,
    order,
    mask.toString(),
  );
  return { id, name, description, hidden: false, order, kind: 0, mask };
};

/** The levels that `POST /sim/permissions` and the seed speak of; the two that no site has are added where they are used. */
const named = {
  read: { name: "Read" },
  contribute: { name: "Contribute" },
  edit: { name: "Edit" },
  fullControl: { name: "Full Control" },
  addView: { name: "Add + View", mask: levelMasks.read | right.addListItems },
  contributeOverride: {
    name: "Contribute + Override List Behaviors",
    mask: levelMasks.contribute | right.overrideListBehaviors,
  },
} as const;

export type Level = keyof typeof named;

export const isLevel = (value: unknown): value is Level => typeof value === "string" && Object.hasOwn(named, value);

export const levelId = (service: Pick<Service, "db">, siteId: string, level: Level): number => {
  const wanted: { readonly name: string; readonly mask?: Mask } = named[level];
  const known = roleDefinitionNamed(service, siteId, wanted.name);
  if (known !== undefined) return known.id;
  const { name, mask = 0n } = wanted;
  return addRoleDefinition(service, siteId, { name, description: "", order: 200, mask }).id;
};
