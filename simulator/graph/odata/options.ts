/** System query options: names with or without `$` (v1.0 takes both), unknown ones refused by name. */
import { invalid, notEmulated, refuse } from "../http/exchange.ts";

interface Expansion {
  readonly name: string;
  readonly select?: readonly string[];
}

export interface OrderKey {
  readonly path: string;
  readonly descending: boolean;
}

export interface Options {
  readonly select?: readonly string[];
  readonly expand: readonly Expansion[];
  readonly filter?: string;
  readonly orderBy: readonly OrderKey[];
  readonly top?: number;
  readonly skipToken?: string;
  readonly count: boolean;
  readonly search?: string;
}

/** Splits at a separator outside brackets and quotes. */
const splitOutside = (text: string, separator: string): readonly string[] => {
  const parts: string[] = [];
  let depth = 0;
  let quoted = false;
  let current = "";
  for (const char of text) {
    if (char === "'") quoted = !quoted;
    if (!quoted && char === "(") depth += 1;
    if (!quoted && char === ")") depth -= 1;
    if (char === separator && depth === 0 && !quoted) {
      parts.push(current.trim());
      current = "";
    } else current += char;
  }
  parts.push(current.trim());
  return parts.filter((part) => part !== "");
};

const parseExpand = (text: string): readonly Expansion[] =>
  splitOutside(text, ",").map((part) => {
    const match = /^([\w.]+)(?:\((.*)\))?$/s.exec(part);
    const name = match?.[1];
    if (name === undefined) return refuse(400, "BadRequest", `Parsing OData Select and Expand failed: '${part}'.`);
    const nested = match?.[2];
    if (nested === undefined) return { name };
    let select: readonly string[] | undefined;
    for (const option of splitOutside(nested, ";")) {
      const pair = /^\$?select\s*=\s*(.*)$/is.exec(option);
      if (pair?.[1] === undefined) return notEmulated(`the option '${option}' inside $expand`);
      select = splitOutside(pair[1], ",");
    }
    return select === undefined ? { name } : { name, select };
  });

const parseOrderBy = (text: string): readonly OrderKey[] =>
  splitOutside(text, ",").map((part) => {
    const match = /^([\w./]+)(?:\s+(asc|desc))?$/i.exec(part);
    if (match?.[1] === undefined) return refuse(400, "BadRequest", `Invalid $orderby clause: '${part}'.`);
    return { path: match[1], descending: match[2]?.toLowerCase() === "desc" };
  });

const parseTop = (text: string): number => {
  if (!/^\d+$/.test(text) || Number(text) === 0)
    return refuse(
      400,
      "BadRequest",
      `Invalid value '${text}' for $top query option found. A positive integer is expected.`,
    );
  return Number(text);
};

const parseCount = (text: string): boolean => {
  if (text !== "true" && text !== "false") return invalid(`Invalid value '${text}' for $count query option found.`);
  return text === "true";
};

/** @param allowed lower-case names without `$`, as the route declares them */
export const readOptions = (query: URLSearchParams, allowed: readonly string[]): Options => {
  const found = new Map<string, string>();
  for (const [name, value] of query) {
    const bare = name.toLowerCase().replace(/^\$/, "");
    if (!allowed.includes(bare)) return notEmulated(`the query option '${name}' on this path`);
    if (found.has(bare)) return refuse(400, "BadRequest", `Query option '${name}' was specified more than once.`);
    found.set(bare, value);
  }
  const select = found.get("select");
  const top = found.get("top");
  const filter = found.get("filter");
  const skipToken = found.get("skiptoken");
  const search = found.get("search");
  return {
    expand: parseExpand(found.get("expand") ?? ""),
    orderBy: parseOrderBy(found.get("orderby") ?? ""),
    count: parseCount(found.get("count") ?? "false"),
    ...(select === undefined ? {} : { select: splitOutside(select, ",") }),
    ...(filter === undefined ? {} : { filter }),
    ...(top === undefined ? {} : { top: parseTop(top) }),
    ...(skipToken === undefined ? {} : { skipToken }),
    ...(search === undefined ? {} : { search }),
  };
};
