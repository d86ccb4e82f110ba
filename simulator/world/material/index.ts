import { arabic } from "./arabic.ts";
import { chinese } from "./chinese.ts";
import { clients } from "./clients.ts";
import { company } from "./company.ts";
import { contrary } from "./contrary.ts";
import { execution } from "./execution.ts";
import { field } from "./field.ts";
import { german } from "./german.ts";
import { office } from "./office.ts";
import { parseThemes } from "./parse.ts";
import type { Theme } from "./parse.ts";
import { romance } from "./romance.ts";
import { shoppers } from "./shoppers.ts";
import { stores } from "./stores.ts";
import { support } from "./support.ts";
import { systems } from "./systems.ts";

const english = [company, execution, stores, field, clients, shoppers, office, systems, support, contrary];
const otherLanguages = [german, arabic, romance, chinese];

/** Everything written for the invented group. Parsed once; throws at import when a line does not fit. */
export const themes: readonly Theme[] = [...english, ...otherLanguages].flatMap(parseThemes);
