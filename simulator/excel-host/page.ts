/** What the page needs to start; handed over as JSON inside the HTML. */
export interface ExcelBoot {
  readonly person: {
    readonly key: string;
    readonly id: string;
    readonly displayName: string;
    readonly userPrincipalName: string;
  };
  readonly workbookName: string;
  readonly theme: "light" | "dark";
  /** BCP 47. */
  readonly locale: string;
  /** Newest ExcelApi requirement set that the host says it supports. */
  readonly api: "1.12" | "1.15";
  /** Added before each answer to the add-in. */
  readonly latencyMs: number;
  /** Unified manifest of the installed app. */
  readonly manifest: unknown;
  /** Page of another add-in that is opened instead of the installed one. */
  readonly appUrl: string | undefined;
}

const escapeText = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** `</script>` or `<!--` inside a string of the JSON would end the element. */
const jsonForScript = (value: unknown): string => JSON.stringify(value).replaceAll("<", String.raw`\u003c`);

export const excelPage = (boot: ExcelBoot, scriptPath: string): string => `<!doctype html>
<html lang="${escapeText(boot.locale)}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${escapeText(boot.workbookName)} - simulated Excel</title>
    <link rel="icon" href="data:," />
    <style>html, body, #root { height: 100%; margin: 0; } body { overflow: hidden; }</style>
  </head>
  <body>
    <div id="root"></div>
    <script type="application/json" id="boot">${jsonForScript(boot)}</script>
    <script src="${escapeText(scriptPath)}"></script>
  </body>
</html>
`;

/** Shown for an address that cannot be opened; says what would work. */
export const refusalPage = (title: string, explanation: string): string => `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>${escapeText(title)}</title></head>
  <body style="font: 16px/1.5 sans-serif; max-width: 40em; margin: 4em auto; padding: 0 1em">
    <h1 style="font-size: 1.4em">${escapeText(title)}</h1>
    <p>${escapeText(explanation)}</p>
  </body>
</html>
`;
