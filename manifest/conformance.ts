import type { ManifestValues } from "./values.ts";

/** Not the add-in of the product: a page for engineers, loaded by hand beside it. */
const ADD_IN_ID = "c1b6c0a3-5f0e-4a9c-8f1d-3f6a2d0e7b58";

/** The XML manifest of the page that compares an Excel with what the add-in relies on. Needs nothing but a task pane. */
export const conformanceManifest = ({ origin, version }: ManifestValues): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="TaskPaneApp">
  <Id>${ADD_IN_ID}</Id>
  <Version>${version}.0</Version>
  <ProviderName>Drumbeat</ProviderName>
  <DefaultLocale>en-US</DefaultLocale>
  <DisplayName DefaultValue="Drumbeat conformance"/>
  <Description DefaultValue="Compares this Excel with what Drumbeat relies on."/>
  <IconUrl DefaultValue="${origin}/icons/32.png"/>
  <HighResolutionIconUrl DefaultValue="${origin}/icons/80.png"/>
  <SupportUrl DefaultValue="${origin}/conformance.html"/>
  <Hosts>
    <Host Name="Workbook"/>
  </Hosts>
  <DefaultSettings>
    <SourceLocation DefaultValue="${origin}/conformance.html"/>
  </DefaultSettings>
  <Permissions>ReadWriteDocument</Permissions>
</OfficeApp>
`;
