import type { CallTable } from "../host.ts";
import { textOf } from "../message.ts";
import type { NaaBroker } from "../nestedAppAuth.ts";

export interface PopupRequest {
  readonly url: string;
  readonly width: number;
  readonly height: number;
}

export type PopupEnd = { readonly ok: true; readonly result: string } | { readonly ok: false; readonly reason: string };

export interface SignInPort {
  readonly openPopup: (request: PopupRequest) => Promise<PopupEnd>;
  readonly popupReported: (pageId: string, end: PopupEnd) => void;
}

const sizeOr = (value: unknown, standard: number): number =>
  typeof value === "number" && value > 0 ? value : standard;

/** The popup of `authentication.authenticate` and the nested-app-auth bridge. [TS15] [TS18] */
export const signInCalls = ({ openPopup, popupReported }: SignInPort, broker: NaaBroker): CallTable => ({
  "authentication.authenticate": async ({ args, reply }) => {
    const [url, width, height] = args;
    // teams-js documents 500 x 600 as the standard size of the window.
    const end = await openPopup({ url: String(url), width: sizeOr(width, 500), height: sizeOr(height, 600) });
    if (end.ok) reply(true, end.result);
    else reply(false, end.reason);
  },
  "authentication.authenticate.success": ({ page, args }) =>
    popupReported(page.id, { ok: true, result: textOf(args[0]) ?? "" }),
  "authentication.authenticate.failure": ({ page, args }) =>
    popupReported(page.id, { ok: false, reason: textOf(args[0]) ?? "" }),
  "authentication.getAuthToken": ({ reply }) =>
    reply(false, "resourceDisabled: the simulated client offers nested app authentication only."),
  "nestedAppAuth.execute": async ({ data, reply }) => {
    if (data === undefined) throw new Error("nestedAppAuth.execute carries its request in `data`.");
    reply(null, await broker.answer(data));
  },
});
