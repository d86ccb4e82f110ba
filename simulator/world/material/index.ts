import { arabic } from "./arabic.ts";
import { chinese } from "./chinese.ts";
import { clients } from "./clients.ts";
import { company } from "./company.ts";
import { contrary } from "./contrary.ts";
import { execution } from "./execution.ts";
import { field } from "./field.ts";
import { german } from "./german.ts";
import { inside } from "./inside.ts";
import { parseThemes } from "./parse.ts";
import type { Theme } from "./parse.ts";
import { romance } from "./romance.ts";
import { wider } from "./wider.ts";

const material = [company, execution, field, clients, inside, wider, contrary, german, arabic, romance, chinese];

/** Everything written for the invented group. Parsed once; throws at import when a line does not fit. */
export const themes: readonly Theme[] = material.flatMap(parseThemes);
