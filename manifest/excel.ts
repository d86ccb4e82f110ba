import { NAMESPACE } from "./functions.ts";
import { texts, type ButtonText, type ManifestTexts } from "./texts.ts";
import type { ManifestValues } from "./values.ts";

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

const LOCALES = { "en-us": "en-US", de: "de-DE", ar: "ar-SA" } as const;

const value = (text: string): string => `Value="${escaped(text)}"`;

const prefixed = (like: string, name: string): string => (like.startsWith("bt:") ? `bt:${name}` : name);

/** A text with its translations, in the manner of the manifest. */
const localised = (tag: string, attributes: string, of: (words: ManifestTexts) => string): string => {
  const overrides = (["de", "ar"] as const)
    .map((language) => `<${prefixed(tag, "Override")} Locale="${LOCALES[language]}" ${value(of(texts[language]))}/>`)
    .join("");
  return `<${tag}${attributes} Default${value(of(texts["en-us"]))}>${overrides}</${tag}>`;
};

const icon =
  '<Icon><bt:Image size="16" resid="icon16"/><bt:Image size="32" resid="icon32"/><bt:Image size="80" resid="icon80"/></Icon>';

const control = (id: string, action: string): string =>
  `<Control xsi:type="Button" id="${id}Button"><Label resid="${id}Label"/>` +
  `<Supertip><Title resid="${id}Label"/><Description resid="${id}Tip"/></Supertip>${icon}${action}</Control>`;

const run = (id: string): string =>
  control(id, `<Action xsi:type="ExecuteFunction"><FunctionName>${id}</FunctionName></Action>`);

const BUTTONS = ["open", "pull", "check", "push"] as const;

const strings = (kind: "Label" | "Tip", of: (button: ButtonText) => string): string =>
  BUTTONS.map((id) => localised("bt:String", ` id="${id}${kind}"`, (words) => of(words[id]))).join("\n        ");

/** Excel reads about the functions in the file of the person's language. */
const functionsUrl = (origin: string): string => {
  const overrides = (["de", "ar"] as const)
    .map((language) => `<bt:Override Locale="${LOCALES[language]}" Value="${origin}/functions.${language}.json"/>`)
    .join("");
  return `<bt:Url id="functions" DefaultValue="${origin}/functions.json">${overrides}</bt:Url>`;
};

/** The functions run in the page of the pane; Excel wants a script to be named all the same. */
const functions = `<AllFormFactors>
          <ExtensionPoint xsi:type="CustomFunctions">
            <Script><SourceLocation resid="script"/></Script>
            <Page><SourceLocation resid="page"/></Page>
            <Metadata><SourceLocation resid="functions"/></Metadata>
            <Namespace resid="namespace"/>
          </ExtensionPoint>
        </AllFormFactors>`;

/**
 * The XML manifest, for Excel versions that cannot load the unified one (perpetual Office). The order of elements matters; see
 * Learn, "Office Add-ins XML manifest", and MS-OWEMXML.
 */
export const excelManifest = ({ origin, addInId, version, developer }: ManifestValues): string => {
  const page = `${origin}/taskpane.html`;
  const image = (size: number): string => `<bt:Image id="icon${size}" DefaultValue="${origin}/icons/${size}.png"/>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0" xsi:type="TaskPaneApp">
  <Id>${addInId}</Id>
  <Version>${version}.0</Version>
  <ProviderName>${escaped(developer.name)}</ProviderName>
  <DefaultLocale>en-US</DefaultLocale>
  ${localised("DisplayName", "", (words) => words.name)}
  ${localised("Description", "", (words) => words.short)}
  <IconUrl DefaultValue="${origin}/icons/32.png"/>
  <HighResolutionIconUrl DefaultValue="${origin}/icons/80.png"/>
  <SupportUrl DefaultValue="${escaped(developer.supportUrl)}"/>
  <AppDomains>
    <AppDomain>https://login.microsoftonline.com</AppDomain>
  </AppDomains>
  <Hosts>
    <Host Name="Workbook"/>
  </Hosts>
  <Requirements>
    <Sets DefaultMinVersion="1.1">
      <Set Name="SharedRuntime" MinVersion="1.1"/>
      <Set Name="ExcelApi" MinVersion="1.12"/>
    </Sets>
  </Requirements>
  <DefaultSettings>
    <SourceLocation DefaultValue="${page}"/>
  </DefaultSettings>
  <Permissions>ReadWriteDocument</Permissions>
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/taskpaneappversionoverrides" xsi:type="VersionOverridesV1_0">
    <Hosts>
      <Host xsi:type="Workbook">
        <Runtimes>
          <Runtime resid="page" lifetime="long"/>
        </Runtimes>
        ${functions}
        <DesktopFormFactor>
          <FunctionFile resid="page"/>
          <ExtensionPoint xsi:type="PrimaryCommandSurface">
            <OfficeTab id="TabHome">
              <Group id="drumbeatGroup">
                <Label resid="groupLabel"/>
                ${icon}
                ${control("open", '<Action xsi:type="ShowTaskpane"><TaskpaneId>drumbeat</TaskpaneId><SourceLocation resid="page"/></Action>')}
                ${run("pull")}
                ${run("check")}
                ${run("push")}
              </Group>
            </OfficeTab>
          </ExtensionPoint>
        </DesktopFormFactor>
      </Host>
    </Hosts>
    <Resources>
      <bt:Images>
        ${image(16)}
        ${image(32)}
        ${image(80)}
      </bt:Images>
      <bt:Urls>
        <bt:Url id="page" DefaultValue="${page}"/>
        <bt:Url id="script" DefaultValue="${origin}/functions.js"/>
        ${functionsUrl(origin)}
      </bt:Urls>
      <bt:ShortStrings>
        ${localised("bt:String", ' id="groupLabel"', (words) => words.group)}
        ${strings("Label", ({ label }) => label)}
        <bt:String id="namespace" DefaultValue="${NAMESPACE}"/>
      </bt:ShortStrings>
      <bt:LongStrings>
        ${strings("Tip", ({ tip }) => tip)}
      </bt:LongStrings>
    </Resources>
  </VersionOverrides>
  <ExtendedOverrides Url="${origin}/shortcuts.json"/>
</OfficeApp>
`;
};
