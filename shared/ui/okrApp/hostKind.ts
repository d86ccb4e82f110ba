import type { OkrAppServices } from "./services.ts";

/** Neither a link nor a pinned tab says where to begin. */
export const isAnywhere = ({ wanted, host }: OkrAppServices): boolean =>
  wanted.unitKey === undefined && host.context.place !== "channel";

/** Teams and Office have one account, and it is theirs; a browser may know several. */
export const otherAccount = ({ host, signOut }: OkrAppServices) =>
  host.context.place === "browser" ? { onOtherAccount: () => void signOut() } : {};
