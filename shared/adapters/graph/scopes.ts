/**
 * Which delegated permissions each feature asks for, at its first use. Least privilege by Microsoft's published table;
 * nothing else in the product names a permission of these.
 */
import type { Scopes } from "#shared/ports/signIn.ts";

/**
 * How the app may reach the home site. `selected`: only sites an administrator granted to it. `all`: every site the person may
 * use, for tenants that give no such grants.
 */
export type SiteAccess = "selected" | "all";

export type Feature =
  /** Read and write OKRs on the home site. */
  | "okrs"
  /** Create the lists and repair their columns. */
  | "provisioning"
  /** Let the app use the home site with `Sites.Selected`; once, by an administrator. */
  | "grant"
  | "people"
  | "me"
  | "myTeams"
  | "channels"
  | "channelMessage";

const features: Readonly<Record<Feature, Scopes>> = {
  okrs: ["Sites.Selected"],
  // By the table, managing lists does not include reading sites and writing rows.
  provisioning: ["Sites.Manage.All", "Sites.ReadWrite.All"],
  grant: ["Sites.FullControl.All"],
  people: ["User.ReadBasic.All"],
  me: ["User.Read"],
  myTeams: ["Team.ReadBasic.All"],
  channels: ["Channel.ReadBasic.All"],
  channelMessage: ["ChannelMessage.Send"],
};

export const scopesOf = (feature: Feature, access: SiteAccess = "selected"): Scopes =>
  feature === "okrs" && access === "all" ? ["Sites.ReadWrite.All"] : features[feature];
