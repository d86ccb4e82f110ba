import type { CallTable } from "../host.ts";
import { errorCode, isRecord } from "../message.ts";

export interface ClipboardPort {
  readonly writeText: (text: string) => Promise<void>;
  readonly readText: () => Promise<string>;
}

const utf8 = (base64: string): string =>
  new TextDecoder().decode(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));

const base64 = (text: string): string => btoa(String.fromCodePoint(...new TextEncoder().encode(text)));

/** Plain text in and out of the clipboard. [TS19] */
export const clipboardCalls = ({ writeText, readText }: ClipboardPort): CallTable => ({
  "clipboard.writeToClipboard": async ({ args, reply }) => {
    const blob = isRecord(args[0]) ? args[0] : {};
    if (blob["mimeType"] !== "text/plain" || typeof blob["content"] !== "string") {
      reply({ errorCode: errorCode.invalidArguments, message: "Only text/plain is simulated." }, null);
      return;
    }
    await writeText(utf8(blob["content"]));
    reply(null, true);
  },
  "clipboard.readFromClipboard": async ({ reply }) =>
    reply(null, JSON.stringify({ mimeType: "text/plain", content: base64(await readText()) })),
});
