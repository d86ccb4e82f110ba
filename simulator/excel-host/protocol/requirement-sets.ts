/** Requirement sets a host offers: name → highest version. */
export type RequirementSets = Readonly<Record<string, string>>;

/** What Excel on the web offers as far as the library of the package knows it (its Excel API ends at 1.15). */
export const REQUIREMENT_SETS: RequirementSets = {
  ExcelApi: "1.15",
  SharedRuntime: "1.2",
  RibbonApi: "1.2",
  CustomFunctions: "1.7",
  CustomFunctionsRuntime: "1.4",
  RichApiRuntime: "1.2",
  DialogApi: "1.2",
  KeyboardShortcuts: "1.1",
  AddinCommands: "1.3",
  IdentityApi: "1.3",
};
