import { makeStyles, Spinner, Text, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { FieldChange, HistoryEvent } from "#shared/domain/audit/history.ts";
import type { Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import { accessText } from "../access/accessText.ts";
import { localTexts } from "../text/localTexts.ts";
import { useUi } from "../UiContext.ts";
import { historyEn, type HistoryTexts } from "./text/en.ts";

const useTexts = localTexts<HistoryTexts>({
  en: historyEn,
  de: async () => (await import("./text/de.ts")).historyDe,
  ar: async () => (await import("./text/ar.ts")).historyAr,
});

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", gap: tokens.spacingVerticalM },
  fields: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, display: "grid", gap: tokens.spacingVerticalXXS },
  value: { overflowWrap: "anywhere", whiteSpace: "pre-line" },
  before: { textDecorationLine: "line-through", color: tokens.colorNeutralForeground3 },
});

export interface HistoryPanelProps {
  readonly read: () => Promise<Result<readonly HistoryEvent[], AccessError>>;
}

/** Who changed what, when, from what to what; the latest first. */
export const HistoryPanel = ({ read }: HistoryPanelProps) => {
  const styles = useStyles();
  const texts = useTexts();
  const { messages } = useUi();
  const [events, setEvents] = useState<Result<readonly HistoryEvent[], AccessError>>();
  useEffect(() => {
    let mounted = true;
    const load = async (): Promise<void> => {
      const found = await read();
      if (mounted) setEvents(found);
    };
    void load();
    return () => {
      mounted = false;
    };
  }, [read]);
  if (!events) return <Spinner size="tiny" label={texts.loading} />;
  if (!events.ok) return <Text role="alert">{accessText(events.error, messages).title}</Text>;
  if (events.value.length === 0) return <Text>{texts.empty}</Text>;
  return (
    <ol className={styles.list} aria-label={texts.open}>
      {events.value.map((event) => (
        <li key={`${event.at} ${headOf(event, event.by.name, texts)}`}>
          <Event event={event} texts={texts} />
        </li>
      ))}
    </ol>
  );
};

const Event = ({ event, texts }: { readonly event: HistoryEvent; readonly texts: HistoryTexts }) => {
  const { format, clock } = useUi();
  const who = event.by.name || texts.somebody;
  const age = format.age(event.at, clock.now());
  return (
    <div>
      <Text block weight="semibold">
        {headOf(event, who, texts)}
      </Text>
      <Text block size={200} title={event.at}>
        {age}
      </Text>
      {event.type === "logged" && event.entry.reason !== "" ? (
        <Text>{texts.reason(event.entry.reason)}</Text>
      ) : undefined}
      {event.type === "changed" ? <Fields fields={event.fields} texts={texts} /> : undefined}
      {event.type === "logged"
        ? event.changes.map(({ subject, change, fields }) => (
            <div key={subject.id}>
              <Text block>{texts.changes[change](subject.title)}</Text>
              <Fields fields={fields} texts={texts} />
            </div>
          ))
        : undefined}
    </div>
  );
};

const headOf = (event: HistoryEvent, who: string, texts: HistoryTexts): string => {
  switch (event.type) {
    case "made":
      return texts.made(who, event.subject.title);
    case "changed":
      return texts.changed(who, event.subject.title);
    case "logged":
      return texts.actions[event.entry.action](who);
  }
};

const Fields = ({ fields, texts }: { readonly fields: readonly FieldChange[]; readonly texts: HistoryTexts }) => {
  const styles = useStyles();
  if (fields.length === 0) return undefined;
  return (
    <ul className={styles.fields}>
      {fields.map(({ field, before, after }) => (
        <li key={field}>
          {texts.fields[field]}:{" "}
          <del className={`${styles.value} ${styles.before}`} aria-label={texts.from}>
            <bdi>{valueText(before, texts)}</bdi>
          </del>{" "}
          →{" "}
          <ins className={styles.value} style={{ textDecoration: "none" }} aria-label={texts.to}>
            <bdi>{valueText(after, texts)}</bdi>
          </ins>
        </li>
      ))}
    </ul>
  );
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const valueText = (value: unknown, texts: HistoryTexts): string => {
  if (value === undefined || value === "") return texts.nothing;
  if (Array.isArray(value)) return value.length === 0 ? texts.nothing : String(value.length);
  if (typeof value === "string" || typeof value === "number") return String(value);
  if (!isObject(value)) return JSON.stringify(value);
  if (typeof value["name"] === "string") return value["name"];
  return Object.values(value)
    .filter((part) => part !== "")
    .map(String)
    .join(" · ");
};
