import type { ActivityItem } from "./wire.ts";

/** Turning a sent activity notification into a line of the feed, as Teams does with the manifest's templates. [TS29] */

type Fields = Readonly<Record<string, unknown>>;
const fields = (value: unknown): Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
const list = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.map(fields) : []);
const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** The type every app may use without declaring it. Source: Graph documentation of `sendActivityNotification`. */
const systemDefault = { type: "systemDefault", template: "{actor} {systemDefaultText}" };

const templateOf = (manifest: unknown, type: string): string => {
  if (type === systemDefault.type) return systemDefault.template;
  const declared = list(fields(fields(manifest)["activities"])["activityTypes"]);
  return text(declared.find((one) => one["type"] === type)?.["templateText"]);
};

export interface ActivitySurroundings {
  readonly manifest: unknown;
  readonly nameOf: (userId: string) => string;
}

export const readActivity = (given: unknown, index: number, around: ActivitySurroundings): ActivityItem => {
  const sent = fields(given);
  const values = new Map(list(sent["templateParameters"]).map(({ name, value }) => [text(name), text(value)]));
  values.set("actor", around.nameOf(text(sent["senderId"])));
  const type = text(sent["activityType"]);
  const template = templateOf(around.manifest, type) || `{actor}: ${type}`;
  const topic = fields(sent["topic"]);
  const preview = text(fields(sent["previewText"])["content"]);
  const link = text(topic["webUrl"]);
  return {
    id: `${text(sent["at"])}-${index}`,
    at: text(sent["at"]),
    text: template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values.get(name) ?? whole),
    ...(preview === "" ? {} : { preview }),
    ...(link === "" ? {} : { link }),
  };
};
