import { Button, makeStyles, Radio, RadioGroup, Text, tokens, useFluent } from "@fluentui/react-components";
import { useState } from "react";
import type { RowConflict } from "#shared/application/sheet/sheetState.ts";
import type { Side } from "#shared/domain/merge/threeWay.ts";
import type { ColumnChoices } from "#shared/domain/sheet/conflicts.ts";
import { useUi } from "#shared/ui/UiContext.ts";
import { useExcel } from "./ExcelContext.ts";
import { shownText } from "./RowCard.tsx";

const useStyles = makeStyles({
  card: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThick} solid ${tokens.colorStatusWarningBorderActive}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: tokens.spacingHorizontalM,
    overflowWrap: "anywhere",
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  field: { border: "none", margin: 0, padding: 0, minWidth: 0 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
});

/** The value keeps its own reading direction beside the words of the pane. */
const sideLabel = (side: string, value: string) => (
  <>
    {side}: <bdi>{value}</bdi>
  </>
);

/** Deleting a record that somebody changed: what they changed, and whether it goes all the same. */
const RemovalChoice = ({ conflict: { id, fields }, disabled }: ConflictCardProps) => {
  const styles = useStyles();
  const ui = useUi();
  const { dir } = useFluent();
  const { texts, vocabulary, session } = useExcel();
  return (
    <>
      {fields.map(({ field, base, theirs }) => (
        <Text key={field}>
          {vocabulary.words.headers[field]}: <bdi>{shownText(field, base, ui, texts.preview.empty)}</bdi>
          {dir === "rtl" ? " ← " : " → "}
          <bdi>{shownText(field, theirs, ui, texts.preview.empty)}</bdi>
        </Text>
      ))}
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabledFocusable={disabled}
          onClick={() => void session.resolve(id, { title: "theirs" })}
        >
          {texts.deleting.keepIt}
        </Button>
        <Button disabledFocusable={disabled} onClick={() => void session.resolve(id, { title: "mine" })}>
          {texts.deleting.anyway}
        </Button>
      </div>
    </>
  );
};

interface ConflictCardProps {
  readonly conflict: RowConflict;
  readonly disabled: boolean;
}

/** One row that two people changed in the same fields: both values, and what it was before. */
export const ConflictCard = ({ conflict, disabled }: ConflictCardProps) => {
  const styles = useStyles();
  const ui = useUi();
  const { texts, vocabulary, session } = useExcel();
  const [choices, setChoices] = useState<ColumnChoices>({});
  const { conflict: words, preview, deleting } = texts;
  const fields = conflict.removal ? [] : conflict.fields;
  const complete = conflict.fields.every(({ field }) => choices[field] !== undefined);
  return (
    <section className={styles.card} aria-label={`${words.title}: ${conflict.title}`}>
      <h3 className={styles.title} dir="auto">
        {conflict.title}
      </h3>
      <Text>{conflict.removal ? deleting.changed(conflict.modifiedBy) : words.by(conflict.modifiedBy)}</Text>
      {conflict.removal ? <RemovalChoice conflict={conflict} disabled={disabled} /> : undefined}
      {conflict.fields.length === 0 && !conflict.removal ? <Text>{words.look}</Text> : undefined}
      {fields.map(({ field, base, mine, theirs }) => {
        const name = vocabulary.words.headers[field];
        return (
          <fieldset key={field} className={styles.field}>
            <legend className={styles.legend}>{name}</legend>
            <Text>
              {words.before}: <bdi>{shownText(field, base, ui, preview.empty)}</bdi>
            </Text>
            <RadioGroup
              aria-label={words.choose(name, conflict.title)}
              value={choices[field] ?? ""}
              onChange={(_, { value }) => setChoices({ ...choices, [field]: value as Side })}
            >
              <Radio value="mine" label={sideLabel(words.mine, shownText(field, mine, ui, preview.empty))} />
              <Radio value="theirs" label={sideLabel(words.theirs, shownText(field, theirs, ui, preview.empty))} />
            </RadioGroup>
          </fieldset>
        );
      })}
      {fields.length === 0 ? undefined : (
        <Button
          appearance="primary"
          disabledFocusable={!complete || disabled}
          onClick={() => void session.resolve(conflict.id, choices)}
        >
          {words.apply}
        </Button>
      )}
    </section>
  );
};
