/** Addresses that need no token because they carry their own proof: where files are downloaded from and uploaded to. */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { seal, unseal } from "./odata/paging.ts";
import type { Service } from "./service.ts";
import { fileByNum, type FileRow } from "./store/files.ts";

const secretOf = (service: Service): string => {
  const known = service.db.get<{ value: string }>("SELECT value FROM meta WHERE name = 'linkSecret'")?.value;
  if (known !== undefined) return known;
  const made = randomBytes(32).toString("base64url");
  service.db.run("INSERT INTO meta (name, value) VALUES ('linkSecret', ?)", made);
  return made;
};

const signature = (service: Service, text: string): Buffer =>
  createHmac("sha256", secretOf(service)).update(text).digest();

/** Good for the time that the settings say; it leads to the file's current contents, whoever calls. */
export const downloadAddress = (service: Service, serverOrigin: string, file: FileRow): string => {
  const content = seal({ file: file.num, until: service.now() + service.settings().downloadUrlLifetimeMs });
  return `${serverOrigin}/sharepoint/download/${content}.${signature(service, content).toString("base64url")}`;
};

type Download =
  { readonly type: "file"; readonly file: FileRow } | { readonly type: "refused" } | { readonly type: "gone" };

export const fileOfToken = (service: Service, token: string): Download => {
  const [content = "", proof = ""] = token.split(".");
  const given = Buffer.from(proof, "base64url");
  const expected = signature(service, content);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return { type: "refused" };
  const { file, until } = unseal(content) ?? {};
  if (typeof file !== "number" || typeof until !== "number" || until <= service.now()) return { type: "refused" };
  const row = fileByNum(service, file);
  return row === undefined ? { type: "gone" } : { type: "file", file: row };
};

export const uploadAddress = (serverOrigin: string, uploadId: string): string =>
  `${serverOrigin}/sharepoint/upload/${uploadId}`;
