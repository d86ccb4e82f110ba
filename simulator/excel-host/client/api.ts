/** A workbook as the server keeps it. */
export interface StoredWorkbook {
  readonly version: number;
  /** ISO 8601 instant. */
  readonly savedAt: string;
  readonly snapshot: unknown;
}

export type SaveAnswer =
  | { readonly type: "Saved"; readonly version: number; readonly savedAt: string }
  | { readonly type: "StaleVersion"; readonly stored: StoredWorkbook | undefined }
  | { readonly type: "Unreachable" };

export interface WorkbookApi {
  readonly load: () => Promise<StoredWorkbook | undefined>;
  readonly save: (basedOn: number, snapshot: unknown) => Promise<SaveAnswer>;
  /** The snapshot as an xlsx file. */
  readonly toXlsx: (snapshot: unknown) => Promise<Blob>;
  /** Snapshot of an xlsx file, or the reason why it cannot be read. */
  readonly fromXlsx: (file: Blob) => Promise<{ readonly snapshot: unknown } | { readonly reason: string }>;
}

const BASE = "/excel/api";
const JSON_TYPE = { "content-type": "application/json" };

export const createWorkbookApi = (fetch: typeof globalThis.fetch, user: string, name: string): WorkbookApi => {
  const address = `${BASE}/workbooks/${encodeURIComponent(user)}/${encodeURIComponent(name)}`;

  const save: WorkbookApi["save"] = async (basedOn, snapshot) => {
    let response: Response;
    try {
      response = await fetch(address, {
        method: "PUT",
        headers: JSON_TYPE,
        body: JSON.stringify({ basedOn, snapshot }),
      });
    } catch {
      return { type: "Unreachable" };
    }
    if (response.status === 409) {
      const { stored } = (await response.json()) as { stored?: StoredWorkbook };
      return { type: "StaleVersion", stored };
    }
    if (!response.ok) return { type: "Unreachable" };
    const { version, savedAt } = (await response.json()) as { version: number; savedAt: string };
    return { type: "Saved", version, savedAt };
  };

  return {
    load: async () => {
      const response = await fetch(address);
      if (response.status === 404) return undefined;
      if (!response.ok) throw new Error(`The workbook could not be loaded (HTTP ${response.status})`);
      return (await response.json()) as StoredWorkbook;
    },
    save,
    toXlsx: async (snapshot) => {
      const response = await fetch(`${BASE}/xlsx/write`, {
        method: "POST",
        headers: JSON_TYPE,
        body: JSON.stringify({ snapshot }),
      });
      if (!response.ok) throw new Error(`The workbook could not be written as xlsx (HTTP ${response.status})`);
      return response.blob();
    },
    fromXlsx: async (file) => {
      const response = await fetch(`${BASE}/xlsx/read`, {
        method: "POST",
        headers: { "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
        body: file,
      });
      return (await response.json()) as { snapshot: unknown } | { reason: string };
    },
  };
};
