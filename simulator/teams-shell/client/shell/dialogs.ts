import type { ShellSession } from "../../wire.ts";
import type { DialogEnd, DialogPort, PeoplePort, PickedPerson } from "../protocol/calls/dialogs.ts";
import type { PopupEnd, SignInPort } from "../protocol/calls/signIn.ts";
import type { LegacyContext, PageWindow, ProtocolHost } from "../protocol/host.ts";
import { checkAddress } from "../protocol/domains.ts";
import type { ConsentDecision, ConsentQuestion } from "../protocol/nestedAppAuth.ts";
import type { ShellState } from "./state.ts";
import type { Store } from "./store.ts";

export interface PopupWindow extends PageWindow {
  readonly closed: boolean;
}

export interface DialogDeps {
  readonly session: ShellSession;
  readonly store: Store<ShellState>;
  readonly host: () => Pick<ProtocolHost, "attach" | "emit">;
  readonly newPageId: () => string;
  /** Null when the browser blocked the window. */
  readonly openPopup: (address: string, width: number, height: number) => PopupWindow | null;
  /** Runs the action again and again until the returned function is called. */
  readonly every: (milliseconds: number, action: () => void) => () => void;
  /** Context of a page that stands nowhere in the shell, such as a sign-in window. */
  readonly popupContext: () => LegacyContext;
}

const withoutDialog = ({ dialog: _closed, ...state }: ShellState): ShellState => state;
const withoutPicker = ({ picker: _closed, ...state }: ShellState): ShellState => state;
const withoutConsent = ({ consent: _closed, ...state }: ShellState): ShellState => state;

/** A browser tells nobody when a window is closed; it is looked at this often (milliseconds). */
const popupCheck = 300;

/** Dialogs that show a page of the app. [TS14] */
export const createDialogs = ({ session, store, host, newPageId }: DialogDeps) => {
  let ended: ((end: DialogEnd) => void) | undefined;

  const end = (result: DialogEnd): void => {
    store.update(withoutDialog);
    ended?.(result);
    ended = undefined;
  };
  const isOpen = (pageId: string): boolean => store.get().dialog?.pageId === pageId;

  const port: DialogPort = {
    openDialog: (parentId, request, whenEnded) => {
      const check = checkAddress(request.url, session.app.validDomains);
      if (!check.ok) return check;
      if (store.get().dialog !== undefined) return { ok: false, reason: "Another dialog is open." };
      ended = whenEnded;
      store.update((state) => ({ ...state, dialog: { ...request, parentId, pageId: newPageId() } }));
      return { ok: true };
    },
    submitDialog: (pageId, result) => {
      if (isOpen(pageId)) end({ type: "submitted", result });
    },
    resizeDialog: (pageId, size) =>
      store.update((state) =>
        state.dialog?.pageId === pageId ? { ...state, dialog: { ...state.dialog, ...size } } : state,
      ),
    toParent: (pageId, message) => {
      const { dialog } = store.get();
      if (dialog?.pageId === pageId) host().emit(dialog.parentId, "messageForParent", message);
    },
    toDialog: (pageId, message) => {
      const { dialog } = store.get();
      if (dialog?.parentId === pageId) host().emit(dialog.pageId, "messageForChild", message);
    },
  };
  return { port, close: () => end({ type: "closed" }) };
};

/** Questions to the person: who, and may this app. [TS16] [TS17] */
export const createQuestions = ({ store }: Pick<DialogDeps, "store">) => {
  let picked: ((people: readonly PickedPerson[] | undefined) => void) | undefined;
  let decided: ((decision: ConsentDecision) => void) | undefined;

  const people: PeoplePort = {
    pickPeople: (request) =>
      new Promise((resolve) => {
        picked?.(undefined);
        picked = resolve;
        store.update((state) => ({ ...state, picker: request }));
      }),
  };

  const ask = (kind: "consent" | "approval", question: ConsentQuestion): Promise<ConsentDecision> =>
    new Promise((resolve) => {
      decided?.({ type: "cancelled" });
      decided = resolve;
      store.update((state) => ({ ...state, consent: { ...question, kind } }));
    });

  return {
    people,
    askConsent: (question: ConsentQuestion) => ask("consent", question),
    explainApproval: async (question: ConsentQuestion): Promise<void> => {
      await ask("approval", question);
    },
    answerPicker: (people: readonly PickedPerson[] | undefined): void => {
      store.update(withoutPicker);
      picked?.(people);
      picked = undefined;
    },
    answerConsent: (decision: ConsentDecision): void => {
      store.update(withoutConsent);
      decided?.(decision);
      decided = undefined;
    },
  };
};

/** The window of `authentication.authenticate`. [TS18] */
export const createPopups = ({ session, host, newPageId, openPopup, every, popupContext }: DialogDeps): SignInPort => {
  const open = new Map<string, (end: PopupEnd) => void>();
  return {
    openPopup: ({ url, width, height }) => {
      const check = checkAddress(url, session.app.validDomains);
      if (!check.ok) return Promise.resolve({ ok: false, reason: check.reason });
      const popup = openPopup(url, width, height);
      if (popup === null) return Promise.resolve({ ok: false, reason: "FailedToOpenWindow" });
      const id = newPageId();
      const { origin } = check.url;
      const detach = host().attach(popup, { id, origin, frameContext: "authentication", context: popupContext });
      return new Promise((resolve) => {
        const finish = (end: PopupEnd): void => {
          stop();
          detach();
          open.delete(id);
          resolve(end);
        };
        const stop = every(popupCheck, () => {
          if (popup.closed) finish({ ok: false, reason: "CancelledByUser" });
        });
        open.set(id, finish);
      });
    },
    popupReported: (pageId, end) => open.get(pageId)?.(end),
  };
};
