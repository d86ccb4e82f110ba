import { strToU8, zipSync } from "fflate";
import { conformanceManifest } from "../../manifest/conformance.ts";
import { excelManifest } from "../../manifest/excel.ts";
import { languageFile, teamsManifest } from "../../manifest/teams.ts";
import type { ManifestValues } from "../../manifest/values.ts";

export interface PackageFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const json = (content: unknown): Uint8Array => strToU8(`${JSON.stringify(content, null, 2)}\n`);

/** A fixed day, so that the same values give the same bytes; the format begins in 1980. */
const MODIFIED = new Date(2020, 0, 1);

/** The Teams app package. @param icon reads `color.png` and `outline.png` */
export const appPackage = (values: ManifestValues, icon: (name: string) => Uint8Array): PackageFile => ({
  name: `drumbeat-${values.version}.zip`,
  bytes: zipSync(
    {
      "manifest.json": json(teamsManifest(values)),
      "de.json": json(languageFile("de")),
      "ar.json": json(languageFile("ar")),
      "color.png": icon("color.png"),
      "outline.png": icon("outline.png"),
    },
    { mtime: MODIFIED, os: 0 },
  ),
});

/** The add-in alone, for Excel versions that the unified manifest does not reach. */
export const excelManifestFile = (values: ManifestValues): PackageFile => ({
  name: `drumbeat-excel-${values.version}.xml`,
  bytes: strToU8(excelManifest(values)),
});

/** For engineers: the page that compares an Excel with what the add-in relies on, to be loaded by hand. */
export const conformanceManifestFile = (values: ManifestValues): PackageFile => ({
  name: `drumbeat-conformance-${values.version}.xml`,
  bytes: strToU8(conformanceManifest(values)),
});
