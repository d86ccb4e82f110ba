import { functionTexts, unifiedFunctions } from "./functions.ts";
import { nameOf, SHORTCUTS, unifiedShortcuts } from "./shortcuts.ts";
import { texts, type ButtonText } from "./texts.ts";
import type { ManifestValues } from "./values.ts";

/** `entityId` of the personal tab; deep links name it. */
const PERSONAL_TAB = "okrs";
const VERSION = "1.30";

const words = texts["en-us"];

const iconsOf = (origin: string) => [16, 32, 80].map((size) => ({ size, url: `${origin}/icons/${size}.png` }));

const button = (origin: string, id: string, { label, tip }: ButtonText) => ({
  id: `${id}Button`,
  type: "button",
  label,
  icons: iconsOf(origin),
  supertip: { title: label, description: tip },
  actionId: id,
});

/** What keys and buttons run; a name is what Excel calls it where two add-ins want the same keys. */
const actions = () => [
  { id: "openPane", type: "openPage", view: "drumbeat", pinnable: false },
  ...SHORTCUTS.map(({ action, words: of }) => ({
    id: action,
    type: "executeFunction",
    displayName: nameOf(of, "en-us"),
  })),
];

/** The Excel add-in inside the unified manifest: one shared runtime for pane, ribbon, keys and functions. */
const excelExtension = (origin: string, addInId: string) => ({
  requirements: { scopes: ["workbook"], capabilities: [{ name: "ExcelApi", minVersion: "1.12" }] },
  // Who has both sees one. Learn: "Manage both a unified manifest and an add-in only manifest version".
  alternates: [{ requirements: { scopes: ["workbook"] }, hide: { customOfficeAddin: { officeAddinId: addInId } } }],
  runtimes: [
    {
      id: "pane",
      type: "general",
      code: { page: `${origin}/taskpane.html` },
      lifetime: "long",
      requirements: { capabilities: [{ name: "SharedRuntime", minVersion: "1.1" }] },
      actions: actions(),
      customFunctions: unifiedFunctions(),
    },
  ],
  keyboardShortcuts: unifiedShortcuts(origin),
  ribbons: [
    {
      contexts: ["default"],
      tabs: [
        {
          builtInTabId: "TabHome",
          groups: [
            {
              id: "drumbeatGroup",
              label: words.group,
              icons: iconsOf(origin),
              controls: [
                button(origin, "openPane", words.open),
                button(origin, "pull", words.pull),
                button(origin, "check", words.check),
                button(origin, "push", words.push),
              ],
            },
          ],
        },
      ],
    },
  ],
});

/** The unified manifest: Teams app and Excel add-in in one package. */
export const teamsManifest = ({ origin, appId, addInId, clientId, version, developer }: ManifestValues) => {
  const { host } = new URL(origin);
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${VERSION}/MicrosoftTeams.schema.json`,
    manifestVersion: VERSION,
    version,
    id: appId,
    developer: {
      name: developer.name,
      websiteUrl: developer.websiteUrl,
      privacyUrl: developer.privacyUrl,
      termsOfUseUrl: developer.termsOfUseUrl,
    },
    name: { short: words.name, full: words.fullName },
    description: { short: words.short, full: words.full },
    icons: { color: "color.png", outline: "outline.png" },
    accentColor: "#5B5FC7",
    localizationInfo: {
      defaultLanguageTag: "en-us",
      additionalLanguages: [
        { languageTag: "de", file: "de.json" },
        { languageTag: "ar", file: "ar.json" },
      ],
    },
    defaultInstallScope: "personal",
    defaultGroupCapability: { team: "tab" },
    staticTabs: [
      {
        entityId: PERSONAL_TAB,
        name: words.tab,
        contentUrl: `${origin}/tab.html`,
        websiteUrl: `${origin}/tab.html`,
        scopes: ["personal"],
      },
      { entityId: "about", scopes: ["personal"] },
    ],
    configurableTabs: [
      {
        id: "channelOkrs",
        configurationUrl: `${origin}/tab.html`,
        canUpdateConfiguration: true,
        scopes: ["team"],
        context: ["channelTab"],
      },
    ],
    supportsChannelFeatures: "tier1",
    validDomains: [host],
    permissions: ["identity", "messageTeamMembers"],
    webApplicationInfo: {
      id: clientId,
      resource: `api://${host}/${clientId}`,
      nestedAppAuthInfo: [
        {
          redirectUri: `brk-multihub://${host}`,
          scopes: ["User.Read", "User.ReadBasic.All", "Sites.Selected"],
        },
      ],
    },
    showLoadingIndicator: true,
    // Without it Excel answers no call of the add-in. Learn: "Requesting permissions for API use in add-ins".
    authorization: { permissions: { resourceSpecific: [{ name: "Document.ReadWrite.User", type: "Delegated" }] } },
    extensions: [excelExtension(origin, addInId)],
  };
};

/** The names of a language, as a language file of the package. Keys are paths into the manifest. */
export const languageFile = (language: "de" | "ar"): Readonly<Record<string, string>> => {
  const own = texts[language];
  const control = (at: number, { label, tip }: ButtonText) => {
    const path = `extensions[0].ribbons[0].tabs[0].groups[0].controls[${at}]`;
    return { [`${path}.label`]: label, [`${path}.supertip.title`]: label, [`${path}.supertip.description`]: tip };
  };
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${VERSION}/MicrosoftTeams.Localization.schema.json`,
    "name.short": own.name,
    "name.full": own.fullName,
    "description.short": own.short,
    "description.full": own.full,
    "staticTabs[0].name": own.tab,
    "extensions[0].ribbons[0].tabs[0].groups[0].label": own.group,
    ...control(0, own.open),
    ...control(1, own.pull),
    ...control(2, own.check),
    ...control(3, own.push),
    ...Object.fromEntries(
      SHORTCUTS.map(({ words: of }, at) => [
        `extensions[0].runtimes[0].actions[${at + 1}].displayName`,
        nameOf(of, language),
      ]),
    ),
    ...functionTexts(language, "extensions[0].runtimes[0].customFunctions"),
  };
};
