import type { CallTable } from "../host.ts";
import { errorCode, isRecord, textOf } from "../message.ts";
import type { Outcome } from "./navigation.ts";

export type DialogSize = number | "small" | "medium" | "large";

export interface DialogRequest {
  readonly url: string;
  readonly title: string;
  readonly width: DialogSize;
  readonly height: DialogSize;
}

export type DialogEnd = { readonly type: "submitted"; readonly result: unknown } | { readonly type: "closed" };

export interface DialogPort {
  /** Refusals come at once, the end when the dialog is closed. */
  readonly openDialog: (pageId: string, request: DialogRequest, ended: (end: DialogEnd) => void) => Outcome;
  readonly submitDialog: (pageId: string, result: unknown) => void;
  readonly resizeDialog: (pageId: string, size: { readonly width: DialogSize; readonly height: DialogSize }) => void;
  readonly toParent: (pageId: string, message: unknown) => void;
  readonly toDialog: (pageId: string, message: unknown) => void;
}

const sizeOf = (value: unknown): DialogSize => {
  if (typeof value === "number" && Number.isFinite(value) && value > 0) return value;
  return value === "medium" || value === "large" ? value : "small";
};

/** Dialogs that show a page of the app. [TS14] */
export const dialogCalls = (port: DialogPort): CallTable => ({
  "tasks.startTask": ({ page, args, reply }) => {
    const info = isRecord(args[0]) ? args[0] : {};
    const url = textOf(info["url"]);
    if (url === undefined || info["completionBotId"] !== undefined) {
      reply("Only dialogs that show an address and need no bot are simulated.", null);
      return;
    }
    const request = {
      url,
      title: textOf(info["title"]) ?? "",
      width: sizeOf(info["width"]),
      height: sizeOf(info["height"]),
    };
    const outcome = port.openDialog(page.id, request, (end) =>
      end.type === "submitted" ? reply(null, end.result) : reply("User cancelled/closed the task module.", null),
    );
    if (!outcome.ok) reply(outcome.reason, null);
  },
  "tasks.completeTask": ({ page, args }) => port.submitDialog(page.id, args[0]),
  "tasks.updateTask": ({ page, args }) => {
    const info = isRecord(args[0]) ? args[0] : {};
    port.resizeDialog(page.id, { width: sizeOf(info["width"]), height: sizeOf(info["height"]) });
  },
  messageForParent: ({ page, args }) => port.toParent(page.id, args[0]),
  messageForChild: ({ page, args }) => port.toDialog(page.id, args[0]),
});

export interface PickedPerson {
  readonly objectId: string;
  readonly displayName: string;
  readonly email: string;
}

export interface PeopleRequest {
  readonly title?: string;
  readonly single: boolean;
  readonly selectedIds: readonly string[];
}

export interface PeoplePort {
  /** Undefined when the person closed the picker. */
  readonly pickPeople: (request: PeopleRequest) => Promise<readonly PickedPerson[] | undefined>;
}

const peopleRequest = (value: unknown): PeopleRequest => {
  const input = isRecord(value) ? value : {};
  const title = textOf(input["title"]);
  const selected = Array.isArray(input["setSelected"]) ? (input["setSelected"] as readonly unknown[]) : [];
  return {
    single: input["singleSelect"] === true,
    selectedIds: selected.filter((id) => typeof id === "string"),
    ...(title === undefined ? {} : { title }),
  };
};

/** `people.selectPeople`. [TS17] */
export const peopleCalls = ({ pickPeople }: PeoplePort): CallTable => ({
  "people.selectPeople": async ({ args, reply }) => {
    const picked = await pickPeople(peopleRequest(args[0]));
    if (picked === undefined) reply({ errorCode: errorCode.userAbort, message: "The person closed the picker." }, null);
    else reply(null, picked);
  },
});
