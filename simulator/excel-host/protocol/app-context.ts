import type { Workbook } from "../model/types.ts";
import type { FrameIdentity } from "./messages.ts";
import type { RequirementSets } from "./requirement-sets.ts";

interface ContextOptions {
  readonly workbook: Workbook;
  readonly identity: FrameIdentity;
  readonly requirementSets: RequirementSets;
  readonly documentUrl: string | undefined;
}

/** Excel on the web. */
const EXCEL_ONLINE = 16;

/** The answer to "getAppContextAsync": what `Office.context` is made of. */
export const appContext = ({ workbook, identity, requirementSets, documentUrl }: ContextOptions): object => {
  const { controlId, conversation, locale = "en-US", hostOrigin } = identity;
  return {
    _id: controlId,
    _appName: EXCEL_ONLINE,
    _appVersion: 16,
    _appMinorVersion: 1,
    _appUILocale: locale,
    _dataLocale: workbook.culture.locale,
    _docUrl: documentUrl ?? `${hostOrigin}/${encodeURIComponent(workbook.name)}`,
    _clientMode: workbook.readOnly ? 0 : 1,
    _settings: [...workbook.documentSettings],
    _reason: "inserted",
    _osfControlType: 1,
    _eToken: "",
    _correlationId: conversation,
    _appInstanceId: controlId,
    _requirementMatrix: JSON.stringify(requirementSets),
    _hostFullVersion: "16.0.18000.20000",
    _initialDisplayMode: 0,
    _wacHostEnvironment: "0",
  };
};
