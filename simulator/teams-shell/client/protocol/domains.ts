/** Whether the manifest lets an address be shown inside Teams. [TS6] */

const isLocal = (hostname: string): boolean => hostname === "localhost" || hostname.endsWith(".localhost");

/** `*` stands for exactly one label; an entry without a port covers every port of that host. */
const covers = (entry: string, url: URL): boolean => {
  const [pattern = "", port] = entry.toLowerCase().split(":");
  if (port !== undefined && port !== url.port) return false;
  const wanted = pattern.split(".");
  const given = url.hostname.split(".");
  return wanted.length === given.length && wanted.every((label, i) => label === "*" || label === given[i]);
};

export type AddressCheck = { readonly ok: true; readonly url: URL } | { readonly ok: false; readonly reason: string };

export const checkAddress = (address: string, validDomains: readonly string[]): AddressCheck => {
  if (!URL.canParse(address)) return { ok: false, reason: `"${address}" is not an absolute address.` };
  const url = new URL(address);
  const secure = url.protocol === "https:" || (url.protocol === "http:" && isLocal(url.hostname));
  if (!secure) return { ok: false, reason: `${url.origin} is not https (http is accepted on localhost only).` };
  if (validDomains.some((entry) => covers(entry, url))) return { ok: true, url };
  return { ok: false, reason: `${url.host} is not among the validDomains of the app's manifest.` };
};
