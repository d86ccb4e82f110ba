import { makeStyles, Spinner, Text, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { FieldChange, HistoryEvent, SubjectChange } from "#shared/domain/audit/history.ts";
import type { Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import { accessText } from "../access/accessText.ts";
import { localTexts } from "../text/localTexts.ts";
import { useUi } from "../UiContext.ts";
import { historyEn, type HistoryTexts } from "./text/en.ts";
import { valueOf } from "./valueOf.ts";

/** Words of the change history, for what opens it too. */
export const useHistoryTexts = localTexts<HistoryTexts>({
  en: historyEn,
  de: async () => (await import("./text/de.ts")).historyDe,
  ar: async () => (await import("./text/ar.ts")).historyAr,
});

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", gap: tokens.spacingVerticalL, minWidth: 0 },
  event: {
    display: "grid",
    gap: tokens.spacingVerticalXXS,
    paddingInlineStart: tokens.spacingHorizontalM,
    borderInlineStartStyle: "solid",
    borderInlineStartWidth: tokens.strokeWidthThick,
    borderInlineStartColor: tokens.colorNeutralStroke2,
    overflowWrap: "anywhere",
  },
  when: { color: tokens.colorNeutralForeground2 },
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
  const texts = useHistoryTexts();
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
  const styles = useStyles();
  const { format, clock } = useUi();
  const who = event.by.name || texts.somebody;
  return (
    <div className={styles.event}>
      <Text block weight="semibold">
        {headOf(event, who, texts)}
      </Text>
      <Text block size={200} className={styles.when}>
        <time dateTime={event.at}>{format.stamp(event.at)}</time> · {format.age(event.at, clock.now())}
      </Text>
      {event.type === "logged" && event.entry.reason !== "" ? (
        <Text>{texts.reason(event.entry.reason)}</Text>
      ) : undefined}
      {event.type === "changed" ? <Fields fields={event.fields} texts={texts} /> : undefined}
      {event.type === "logged"
        ? changesOf(event).map(({ subject, change, fields }) => (
            <div key={subject.id}>
              <Text block>{texts.changes[change](subject.title)}</Text>
              <Fields fields={fields} texts={texts} />
            </div>
          ))
        : undefined}
    </div>
  );
};

/** Publishing and unlocking change the stage; the headline has said so. */
const changesOf = ({ entry, changes }: Extract<HistoryEvent, { type: "logged" }>): readonly SubjectChange[] => {
  if (entry.action !== "publish" && entry.action !== "unlock") return changes;
  return changes
    .map((one) => ({ ...one, fields: one.fields.filter(({ field }) => field !== "stage") }))
    .filter(({ change, fields }) => change !== "changed" || fields.length > 0);
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
  const ui = useUi();
  if (fields.length === 0) return undefined;
  return (
    <ul className={styles.fields}>
      {fields.map(({ field, before, after }) => (
        <li key={field}>
          {texts.fields[field]}:{" "}
          <del className={`${styles.value} ${styles.before}`} aria-label={texts.from}>
            <bdi>{valueOf(field, before, texts, ui)}</bdi>
          </del>{" "}
          →{" "}
          <ins className={styles.value} style={{ textDecoration: "none" }} aria-label={texts.to}>
            <bdi>{valueOf(field, after, texts, ui)}</bdi>
          </ins>
        </li>
      ))}
    </ul>
  );
};
