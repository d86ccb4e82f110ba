import { company } from "./company.ts";
import { execution } from "./execution.ts";
import { field } from "./field.ts";
import { parseThemes } from "./parse.ts";
import type { Theme } from "./parse.ts";

/** Everything written for the invented group. Parsed once; throws at import when a line does not fit. */
export const themes: readonly Theme[] = [company, execution, field].flatMap(parseThemes);
