/**
 * Addresses of SharePoint's REST service: `{site}/_api/web/lists(guid'…')/roleassignments/addroleassignment(principalid=3,roledefid=5)`.
 * docs, "Determine SharePoint REST service endpoint URIs": names compare without case, parameters stand in brackets or in the
 * query under an alias (`@u`).
 */

export interface Step {
  /** Lower case. */
  readonly name: string;
  /** By lower-case name; a parameter without a name is "". */
  readonly args: Readonly<Record<string, string>>;
}

export interface RestAddress {
  /** Path of the site, for example `/sites/okr-home`; "" for the root site. */
  readonly site: string;
  readonly steps: readonly Step[];
  /** The steps without their values, as routes are written: `web/lists()/roleassignments`. */
  readonly shape: string;
}

const decode = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};

const splitOutsideQuotes = (text: string): readonly string[] => text.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? [];

const plain = (value: string): string => {
  const quoted = /^(?:guid)?'(.*)'$/is.exec(value.trim())?.[1];
  return quoted === undefined ? value.trim() : quoted.replaceAll("''", "'");
};

const valueOf = (text: string, query: URLSearchParams): string => {
  const value = text.trim();
  return plain(value.startsWith("@") ? (query.get(value) ?? "") : value);
};

const argsOf = (text: string, query: URLSearchParams): Readonly<Record<string, string>> =>
  Object.fromEntries(
    splitOutsideQuotes(text).map((part) => {
      const [, name, value] = /^\s*(\w+)\s*=(.*)$/s.exec(part) ?? [];
      return name === undefined || value === undefined
        ? ["", valueOf(part, query)]
        : [name.toLowerCase(), valueOf(value, query)];
    }),
  );

const stepOf = (segment: string, query: URLSearchParams): Step => {
  const [, name = "", args = ""] = /^([^()]*)(?:\((.*)\))?$/s.exec(decode(segment)) ?? [];
  return { name: name.toLowerCase(), args: argsOf(args, query) };
};

/** `lists/getbytitle('X')` and `lists(guid'…')` are two ways to one thing; so it is with groups and levels. */
const selectors: Readonly<Record<string, string>> = { getbytitle: "title", getbyname: "name", getbyid: "" };

const joined = (steps: readonly Step[]): readonly Step[] => {
  const out: Step[] = [];
  for (const step of steps) {
    const key = Object.hasOwn(selectors, step.name) ? selectors[step.name] : undefined;
    const before = out.at(-1);
    if (key === undefined || before === undefined) out.push(step);
    else out[out.length - 1] = { name: before.name, args: { [key]: step.args[""] ?? "" } };
  }
  return out;
};

/** Undefined when the path has no `_api`. */
export const readAddress = (path: string, query: URLSearchParams): RestAddress | undefined => {
  const segments = path.split("/").filter(Boolean);
  const at = segments.findIndex((segment) => segment.toLowerCase() === "_api");
  if (at === -1) return undefined;
  const steps = joined(segments.slice(at + 1).map((segment) => stepOf(segment, query)));
  const site = segments.slice(0, at).map(decode).join("/");
  return {
    site: site === "" ? "" : `/${site}`,
    steps,
    shape: steps.map(({ name, args }) => (Object.keys(args).length === 0 ? name : `${name}()`)).join("/"),
  };
};
