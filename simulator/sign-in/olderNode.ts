/**
 * `URL.parse` came to Node 20 late and oidc-provider relies on it. Earlier 20s get it from here.
 * https://developer.mozilla.org/docs/Web/API/URL/parse_static
 */
if (typeof (URL as { parse?: unknown }).parse !== "function") {
  Object.defineProperty(URL, "parse", {
    value: (url: string, base?: string): URL | null => (URL.canParse(url, base) ? new URL(url, base) : null),
  });
}
