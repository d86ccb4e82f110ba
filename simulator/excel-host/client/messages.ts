/** Every sentence of the simulated Excel that a person reads, except the texts of commands. */
export const MESSAGES = {
  appName: "Excel (simulated)",
  saving: "Saving…",
  saved: "Saved",
  unsaved: "Unsaved changes",
  saveFailed: "Not saved - trying again",
  entryRefused: "This cannot be entered here",
  refusedEntryTitle: "Data validation",
  refusedEntry: "The value doesn't match the data validation restrictions defined for this cell.",
  retry: "Retry",
  cancel: "Cancel",
  yes: "Yes",
  no: "No",
  ok: "OK",
  keepAnyway: "Continue?",
  savedElsewhereTitle: "This workbook was changed in another window",
  savedElsewhere:
    "Somebody saved it from another window or tab after you opened it here. Saving yours would replace those changes.",
  loadTheirs: "Load the saved one",
  keepMine: "Keep mine",
  deleteSheetTitle: "Delete sheet?",
  deleteSheet: "The sheet and everything on it will be deleted. This cannot be undone.",
  delete: "Delete",
  loading: "Opening the workbook…",
  downloadFailed: "The workbook could not be downloaded",
  openFailed: "The file cannot be opened",
  loadFailedTitle: "The workbook cannot be opened",
} as const;

/** Why a cell takes nothing, by the model's kind of refusal. */
export const ENTRY_REFUSALS = {
  protected: "The cell is on a protected sheet. To change it, unprotect the sheet first.",
  invalidFormula:
    "There is a problem with this formula. If you did not mean to type a formula, put an apostrophe (') in front of the text.",
  tooLong: "A cell takes 32,767 characters at most.",
  readOnly: "This workbook is open for reading only.",
} as const;
