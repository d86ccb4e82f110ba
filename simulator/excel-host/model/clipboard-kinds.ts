/** "AutoFillType" of the Excel API, as far as it is emulated. */
export type FillKind = "FillDefault" | "FillCopy" | "FillSeries" | "FillValues" | "FillFormats";
