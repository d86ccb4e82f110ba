import { differences, isMatterOfRights, type FindingMessages } from "./findingText.ts";

const SET_UP = "Set up or repair the site; nothing that is there is lost.";
const PROTECT = "Set the rights again.";

const rights = { read: "read", add: "add", change: "change", remove: "remove" } as const;

const deviation = ({
  who,
  has,
  wants,
}: {
  readonly who: string;
  readonly has: readonly string[];
  readonly wants?: string;
}) => `${who} has ${has.length === 0 ? "nothing" : has.join(" and ")} instead of ${wants ?? "nothing"}`;

const number = new Intl.NumberFormat("en");

export const findingsEn: FindingMessages = {
  neverSetUp: ({ missing }) => ({
    what: `Drumbeat was never set up on this site: “${missing}” is missing.`,
    means: "Nobody can keep OKRs here yet.",
    how: "Set up the site.",
  }),
  olderSchema: ({ found, supported }) => ({
    what: `The lists are of version ${found}; this app makes version ${supported}.`,
    means: "Parts of the app do not work until the lists are brought up to date.",
    how: "Upgrade the site. Older apps that are still open have to be reloaded then.",
  }),
  newerSchema: ({ found, supported }) => ({
    what: `The lists are of version ${found}; this app knows versions up to ${supported}.`,
    means: "This app could damage what a newer one keeps there, so it changes nothing.",
    how: "Use the newer version of the app: reload the page, or let your administrator update it.",
  }),
  listMissing: ({ list }) => ({
    what: `The list “${list}” is missing.`,
    means: "What belongs there can be neither read nor kept.",
    how: `${SET_UP} If somebody deleted the list, look into the recycle bin of the site first.`,
  }),
  columnsMissing: ({ list, columns }) => ({
    what: `Columns are missing in “${list}”: ${columns.join(", ")}.`,
    means: "Rows of this list cannot be read or kept completely.",
    how: SET_UP,
  }),
  columnsDiffer: ({ list, columns }) => ({
    what: `Columns in “${list}” lack their index, their uniqueness or a choice: ${columns.join(", ")}.`,
    means: "Without an index SharePoint refuses to filter large lists; without uniqueness a row could be kept twice.",
    how: SET_UP,
  }),
  columnsUnusable: ({ list, columns }) => ({
    what: `Columns in “${list}” are of another kind than Drumbeat needs: ${columns.join(", ")}.`,
    means: "Somebody made them by hand. Drumbeat can neither use nor change them.",
    how: "Delete or rename these columns in the settings of the list, then set up the site again.",
  }),
  rightsUnknown: ({ error }) => ({
    what: "Who may do what was not looked at.",
    means: "Whether members can change what was agreed is not known.",
    how: isMatterOfRights(error)
      ? "Only an owner of the site may look at rights. Ask one to open this page, and to allow Drumbeat what it asks for."
      : "Try again.",
  }),
  leadsGroupMissing: () => ({
    what: "The group “Drumbeat Leads”, or a permission level that belongs to it, is missing.",
    means: "Rights were never set: every member of the site can change every OKR.",
    how: PROTECT,
  }),
  nobodyLeads: () => ({
    what: "Nobody is an OKR lead yet.",
    means: "Only owners of the site can publish and unlock.",
    how: "Name at least one lead.",
  }),
  listOpen: ({ list }) => ({
    what: `“${list}” has the rights of the site.`,
    means: "Whoever may edit the site may change and remove every row of it, in the app, in Excel and in the browser.",
    how: PROTECT,
  }),
  rightsDiffer: ({ list, deviations }) => ({
    what: `Rights on “${list}” were changed: ${deviations.map(deviation).join("; ")}.`,
    means: "People may do more or less there than was agreed.",
    how: PROTECT,
  }),
  anyRowMayBeChanged: ({ list }) => ({
    what: `Whose rows may be changed in “${list}” is not set as it must be.`,
    means: "People may change rows of others, or cannot change their own.",
    how: PROTECT,
  }),
  noVersions: ({ list }) => ({
    what: `“${list}” keeps no versions.`,
    means: "The history cannot tell who changed what there.",
    how: `${PROTECT} What changed until then stays unknown.`,
  }),
  disproved: ({ person, role, list, may, ought }) => {
    const { tooMuch, tooLittle } = differences({ may, ought }, rights);
    return {
      what: [
        `SharePoint says of ${person.name} (${role === "lead" ? "OKR lead" : "member"}) in “${list}”:`,
        ...(tooMuch.length > 0 ? [`may ${tooMuch.join(" and ")}, but should not`] : []),
        ...(tooLittle.length > 0 ? [`may not ${tooLittle.join(" and ")}, but should`] : []),
      ].join(" "),
      means: "The lock does not hold for everybody, or it keeps people from their work.",
      how: `${PROTECT} If it stays so, the person has rights by another group.`,
    };
  },
  notProved: ({ role }) => ({
    what:
      role === "lead"
        ? "No lead was found of whom SharePoint could be asked."
        : "No plain member was found of whom SharePoint could be asked.",
    means: "The rights are set as they must be, but not proved by a real person.",
    how:
      role === "lead"
        ? "Name a single person as a lead; groups cannot be asked about."
        : "Look again once somebody who neither leads nor owns the site owns an objective.",
  }),
  listFull: ({ usage }) => ({
    what: `“${usage.list}” holds ${number.format(usage.items)} rows; ${number.format(usage.limit)} are the limit.`,
    means: "SharePoint refuses to filter it, and the app becomes slow.",
    how: "Open the next cycle here, so that it gets lists of its own, and close cycles that are over.",
  }),
  listFilling: ({ usage }) => ({
    what: `“${usage.list}” holds ${number.format(usage.items)} of at most ${number.format(usage.limit)} rows.`,
    means: "It will be full before long.",
    how: "Open the next cycle here, so that it gets lists of its own.",
  }),
  closedButOpen: ({ cycleKey, closed, partition }) => ({
    what: closed
      ? `The cycle ${cycleKey} is closed, but its lists “${partition}” are not.`
      : `The cycle ${cycleKey} is open, but its lists “${partition}” are marked as closed.`,
    means: "Closing or opening was interrupted.",
    how: closed ? "Close the cycle again." : "Open the cycle again.",
  }),
  appNotGranted: ({ appId }) => ({
    what: `The app ${appId} was not let into this site.`,
    means: "With the permission Sites.Selected nobody can use it here.",
    how: "An administrator grants it, once.",
  }),
  grantUnknown: ({ error }) => ({
    what: "Whether the app was let into this site was not looked at.",
    means: "That takes the permission Sites.FullControl.All, which only an administrator can give.",
    how: isMatterOfRights(error) ? "If people can use the app, nothing has to be done." : "Try again.",
  }),
  throttled: ({ level }) => ({
    what:
      level === "spent"
        ? "Microsoft 365 refuses requests at the moment because there were too many."
        : "Microsoft 365 has announced that few more requests are welcome at the moment.",
    means: "The app asks less often by itself; nothing is lost.",
    how: "Wait a few minutes. If it happens every day, tell your administrator.",
  }),
};
