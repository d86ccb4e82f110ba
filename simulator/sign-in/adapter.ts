/** Keeps oidc-provider's models in the sign-in database. */
import type { Adapter, AdapterPayload } from "oidc-provider";
import type { SignInDatabase } from "./database.ts";

interface Row {
  readonly payload: string;
  readonly expires_at: number | null;
}

const seconds = (): number => Math.floor(Date.now() / 1000);

/** The factory oidc-provider asks once per model name. */
export const createAdapterFactory =
  (database: SignInDatabase) =>
  (model: string): Adapter => {
    const read = (row: unknown): AdapterPayload | undefined => {
      const found = row as Row | undefined;
      if (!found || (found.expires_at !== null && found.expires_at <= seconds())) return undefined;
      return JSON.parse(found.payload) as AdapterPayload;
    };
    const select = (where: string, ...values: readonly string[]): AdapterPayload | undefined =>
      read(
        database.prepare(`SELECT payload, expires_at FROM payloads WHERE model = ? AND ${where}`).get(model, ...values),
      );
    return {
      upsert: async (id, payload, expiresIn) => {
        database
          .prepare(
            "INSERT OR REPLACE INTO payloads (model, id, payload, grant_id, uid, expires_at) VALUES (?, ?, ?, ?, ?, ?)",
          )
          .run(
            model,
            id,
            JSON.stringify(payload),
            payload.grantId ?? null,
            payload.uid ?? null,
            expiresIn ? seconds() + expiresIn : null,
          );
      },
      find: async (id) => select("id = ?", id),
      findByUid: async (uid) => select("uid = ?", uid),
      // The device flow is switched off, so nothing is ever stored under a user code.
      findByUserCode: async () => undefined,
      consume: async (id) => {
        const payload = select("id = ?", id);
        if (!payload) return;
        database
          .prepare("UPDATE payloads SET payload = ? WHERE model = ? AND id = ?")
          .run(JSON.stringify({ ...payload, consumed: seconds() }), model, id);
      },
      destroy: async (id) => {
        database.prepare("DELETE FROM payloads WHERE model = ? AND id = ?").run(model, id);
      },
      revokeByGrantId: async (grantId) => {
        database.prepare("DELETE FROM payloads WHERE grant_id = ?").run(grantId);
      },
    };
  };

/** Expired rows are never read again; called at start so that the file does not grow for ever. */
export const dropExpired = (database: SignInDatabase): void => {
  database.prepare("DELETE FROM payloads WHERE expires_at IS NOT NULL AND expires_at <= ?").run(seconds());
};
