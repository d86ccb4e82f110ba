/**
 * Base permissions of SharePoint as bit masks of 64 bits: MS-WSSFO2 2.2.2.14 "WSS Rights Mask"; the numbers of the kinds are
 * those of `SP.PermissionKind`. REST writes a mask as two decimal strings, High and Low.
 */

export type Mask = bigint;

const bit = (kind: number): Mask => 1n << BigInt(kind - 1);

export const right = {
  viewListItems: bit(1),
  addListItems: bit(2),
  editListItems: bit(3),
  deleteListItems: bit(4),
  /** `CancelCheckout`; the pages call it "Override List Behaviors": it lifts WriteSecurity. */
  overrideListBehaviors: bit(9),
  manageLists: bit(12),
  createGroups: bit(25),
  managePermissions: bit(26),
  enumeratePermissions: bit(63),
} as const;

const half = 32n;
const lowBits = (1n << half) - 1n;

const maskOf = (high: bigint, low: bigint): Mask => (high << half) | low;

export const showMask = (mask: Mask): { readonly High: string; readonly Low: string } => ({
  High: (mask >> half).toString(),
  Low: (mask & lowBits).toString(),
});

const halfOf = (value: unknown): bigint | undefined => {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  if (!/^\d{1,10}$/.test(String(value))) return undefined;
  const number = BigInt(value);
  return number <= lowBits ? number : undefined;
};

/** Undefined when one half is no 32-bit number. */
export const readMask = (high: unknown, low: unknown): Mask | undefined => {
  const [upper, lower] = [halfOf(high), halfOf(low)];
  return upper === undefined || lower === undefined ? undefined : maskOf(upper, lower);
};

/** What SharePoint Online answers for the levels that every site has. */
export const levelMasks = {
  fullControl: maskOf(2_147_483_647n, 4_294_967_295n),
  design: maskOf(432n, 1_012_866_047n),
  edit: maskOf(432n, 1_011_030_767n),
  contribute: maskOf(432n, 1_011_028_719n),
  read: maskOf(176n, 138_612_833n),
  limitedAccess: maskOf(48n, 134_287_360n),
} as const;

/** Everything of `wanted` is in `held`. */
export const includes = (held: Mask, wanted: Mask): boolean => (held & wanted) === wanted;
