import { Button, makeStyles, Radio, RadioGroup, Text, tokens, useFluent } from "@fluentui/react-components";
import { useState } from "react";
import type { RowConflict } from "#shared/application/sheet/sheetState.ts";
import type { Side } from "#shared/domain/merge/threeWay.ts";
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

/** A field that two people changed, as it is read. */
export interface ConflictField<F extends string> {
  readonly field: F;
  readonly name: string;
  readonly before: string;
  readonly mine: string;
  readonly theirs: string;
}

export interface ConflictViewProps<F extends string> {
  readonly title: string;
  readonly modifiedBy: string;
  readonly fields: readonly ConflictField<F>[];
  /** It was to be deleted. */
  readonly removal: boolean;
  readonly disabled: boolean;
  readonly onApply: (choices: { readonly [K in F]?: Side }) => void;
  /** Of one that was to be deleted: `theirs` keeps it. */
  readonly onRemoval: (side: Side) => void;
}

/** Deleting a record that somebody changed: what they changed, and whether it goes all the same. */
const RemovalChoice = <F extends string>({
  fields,
  disabled,
  onRemoval,
}: Pick<ConflictViewProps<F>, "fields" | "disabled" | "onRemoval">) => {
  const styles = useStyles();
  const { dir } = useFluent();
  const { texts } = useExcel();
  return (
    <>
      {fields.map(({ field, name, before, theirs }) => (
        <Text key={field}>
          {name}: <bdi>{before}</bdi>
          {dir === "rtl" ? " ← " : " → "}
          <bdi>{theirs}</bdi>
        </Text>
      ))}
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={disabled} onClick={() => onRemoval("theirs")}>
          {texts.deleting.keepIt}
        </Button>
        <Button disabledFocusable={disabled} onClick={() => onRemoval("mine")}>
          {texts.deleting.anyway}
        </Button>
      </div>
    </>
  );
};

/** One row that two people changed in the same fields: both values, and what it was before. */
export const ConflictView = <F extends string>(props: ConflictViewProps<F>) => {
  const { title, modifiedBy, removal, disabled, onApply } = props;
  const styles = useStyles();
  const { conflict: words, deleting } = useExcel().texts;
  const [choices, setChoices] = useState<{ readonly [K in F]?: Side }>({});
  const fields = removal ? [] : props.fields;
  const complete = props.fields.every(({ field }) => choices[field] !== undefined);
  return (
    <section className={styles.card} aria-label={`${words.title}: ${title}`}>
      <h3 className={styles.title} dir="auto">
        {title}
      </h3>
      <Text>{removal ? deleting.changed(modifiedBy) : words.by(modifiedBy)}</Text>
      {removal ? <RemovalChoice {...props} /> : undefined}
      {props.fields.length === 0 && !removal ? <Text>{words.look}</Text> : undefined}
      {fields.map(({ field, name, before, mine, theirs }) => (
        <fieldset key={field} className={styles.field}>
          <legend className={styles.legend}>{name}</legend>
          <Text>
            {words.before}: <bdi>{before}</bdi>
          </Text>
          <RadioGroup
            aria-label={words.choose(name, title)}
            value={choices[field] ?? ""}
            onChange={(_, { value }) => setChoices({ ...choices, [field]: value as Side })}
          >
            <Radio value="mine" label={sideLabel(words.mine, mine)} />
            <Radio value="theirs" label={sideLabel(words.theirs, theirs)} />
          </RadioGroup>
        </fieldset>
      ))}
      {fields.length === 0 ? undefined : (
        <Button appearance="primary" disabledFocusable={!complete || disabled} onClick={() => onApply(choices)}>
          {words.apply}
        </Button>
      )}
    </section>
  );
};

interface ConflictCardProps {
  readonly conflict: RowConflict;
  readonly disabled: boolean;
}

/** A row of the table of OKRs. */
export const ConflictCard = ({ conflict, disabled }: ConflictCardProps) => {
  const ui = useUi();
  const { texts, vocabulary, session } = useExcel();
  const { id, title, modifiedBy, removal = false } = conflict;
  const fields = conflict.fields.map(({ field, base, mine, theirs }) => {
    const say = (value: typeof base): string => shownText(field, value, ui, texts.preview.empty);
    const name = vocabulary.words.headers[field];
    return { field, name, before: say(base), mine: say(mine), theirs: say(theirs) };
  });
  return (
    <ConflictView
      {...{ title, modifiedBy, fields, removal, disabled }}
      onApply={(choices) => void session.resolve(id, choices)}
      onRemoval={(side) => void session.resolve(id, { title: side })}
    />
  );
};
