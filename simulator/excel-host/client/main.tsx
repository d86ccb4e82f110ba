import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createWorkbook, fromJson, toJson, type Workbook, type WorkbookJson } from "../model/index.ts";
import type { ExcelBoot } from "../page.ts";
import { createWorkbookApi, type StoredWorkbook, type WorkbookApi } from "./api.ts";
import { App } from "./App.tsx";
import { createAutosave, type Autosave } from "./autosave.ts";
import { MESSAGES } from "./messages.ts";
import { createAddinHost } from "./pane/addinHost.ts";
import { addinFromPage, readAddin } from "./ribbon/manifest.ts";
import { createSession, type ExcelSession } from "./session.ts";
import type { FileActions } from "./TitleBar.tsx";

/** Quiet time before a change is saved, milliseconds. */
const SAVE_DELAY = 600;

const readBoot = (): ExcelBoot => {
  const element = document.getElementById("boot");
  if (element?.textContent == null) throw new Error("The page has no boot data");
  return JSON.parse(element.textContent) as ExcelBoot;
};

const openWorkbook = (boot: ExcelBoot, stored: StoredWorkbook | undefined): Workbook => {
  const now = Date.now;
  if (stored === undefined) return createWorkbook({ name: `${boot.workbookName}.xlsx`, locale: boot.locale, now });
  // The locale belongs to the person who opens the file, not to the file.
  const json = { ...(stored.snapshot as WorkbookJson), locale: boot.locale };
  return fromJson(json, { now });
};

const setTimer = (work: () => void, delayMs: number): (() => void) => {
  const timer = setTimeout(work, delayMs);
  return () => clearTimeout(timer);
};

const startAutosave = (session: ExcelSession, api: WorkbookApi, version: number): Autosave => {
  const { workbook, ui } = session;
  const autosave = createAutosave({
    api,
    snapshot: () => toJson(workbook),
    version,
    delayMs: SAVE_DELAY,
    setTimer,
    onState: (save) => ui.patch({ save }),
    onConflict: (stored) => ui.patch({ dialog: { type: "savedElsewhere", savedAt: stored?.savedAt ?? "" } }),
  });
  session.content.subscribe(autosave.changed);
  addEventListener("beforeunload", (event) => {
    if (!autosave.hasUnsaved()) return;
    void autosave.flush();
    event.preventDefault();
  });
  addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") void autosave.flush();
  });
  return autosave;
};

const offerDownload = (file: Blob, name: string): void => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
};

const tell = (session: ExcelSession, title: string, message: string): void =>
  session.ui.patch({ dialog: { type: "message", title, message } });

const openFile = async (session: ExcelSession, api: WorkbookApi, autosave: Autosave, file: File): Promise<void> => {
  const answer = await api.fromXlsx(file);
  if ("reason" in answer) tell(session, MESSAGES.openFailed, answer.reason);
  else if (await autosave.replace(answer.snapshot)) location.reload();
};

const fileActions = (session: ExcelSession, api: WorkbookApi, autosave: Autosave, boot: ExcelBoot): FileActions => ({
  onDownload: () => {
    api
      .toXlsx(toJson(session.workbook))
      .then((file) => offerDownload(file, `${boot.workbookName}.xlsx`))
      .catch((error: unknown) => tell(session, MESSAGES.downloadFailed, String(error)));
  },
  onOpenFile: (file) => {
    openFile(session, api, autosave, file).catch((error: unknown) => tell(session, MESSAGES.openFailed, String(error)));
  },
});

/** The address says who is signed in only once; a reload must ask anew. */
const cleanAddress = (): void => {
  const address = new URL(location.href);
  address.searchParams.delete("signedIn");
  history.replaceState(null, "", address);
};

const start = async (): Promise<void> => {
  const boot = readBoot();
  cleanAddress();
  const root = createRoot(document.getElementById("root") ?? document.body);
  const api = createWorkbookApi(fetch.bind(window), boot.person.key, boot.workbookName);
  const stored = await api.load();
  const session = createSession(openWorkbook(boot, stored));
  const addin = boot.appUrl === undefined ? readAddin(boot.manifest) : addinFromPage(boot.appUrl);
  for (const missing of addin?.notSimulated ?? []) console.warn(`Simulated Excel does not show ${missing}`);
  const host = addin === undefined ? undefined : createAddinHost({ session, addin, boot });
  const autosave = startAutosave(session, api, stored?.version ?? 0);
  root.render(
    <StrictMode>
      <App
        boot={boot}
        session={session}
        addin={addin}
        host={host}
        file={fileActions(session, api, autosave, boot)}
        onKeepMine={() => {
          session.ui.patch({ dialog: null });
          void autosave.keepMine();
        }}
        onLoadTheirs={() => {
          autosave.abandon();
          location.reload();
        }}
      />
    </StrictMode>,
  );
};

start().catch((error: unknown) => {
  const message = document.createElement("p");
  message.setAttribute("role", "alert");
  message.textContent = `${MESSAGES.loadFailedTitle}: ${String(error)}`;
  document.getElementById("root")?.replaceChildren(message);
});
