import {
  Button,
  Field,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Radio,
  RadioGroup,
  Select,
  Spinner,
  Text,
  tokens,
} from "@fluentui/react-components";
import type { Applied, BulkReading, RowChoice } from "#shared/application/bulk/bulkState.ts";
import type { BulkKind } from "#shared/domain/bulk/operation.ts";
import { useUi } from "#shared/ui/UiContext.ts";
import { FailureBanner } from "../../screens/Banners.tsx";
import { useExcel } from "../../screens/ExcelContext.ts";
import type { ToolProps } from "../tool.ts";
import { BulkPreviewList } from "./BulkPreviewList.tsx";
import { OperationFields } from "./fields/OperationFields.tsx";
import { useBulkTexts } from "./text/useBulkTexts.ts";
import { countRows, useBulk, type Bulk } from "./useBulk.ts";

const useStyles = makeStyles({
  screen: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    minWidth: 0,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  quiet: { color: tokens.colorNeutralForeground3 },
  wide: { minWidth: 0, width: "100%" },
  radios: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  news: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    minWidth: 0,
    ":empty": { marginBlockStart: `calc(-1 * ${tokens.spacingVerticalM})` },
  },
  apply: { width: "100%" },
});

const CHOICES: readonly RowChoice[] = ["selected", "visible", "all"];
const KINDS: readonly BulkKind[] = [
  "moveCycle",
  "setOwner",
  "shiftDays",
  "rescale",
  "setParent",
  "carryOver",
  "clone",
  "replace",
];

const RowsField = ({ bulk, reading }: { readonly bulk: Bulk; readonly reading: BulkReading }) => {
  const styles = useStyles();
  const texts = useBulkTexts();
  const counts = countRows(reading);
  return (
    <Field label={texts.rows} {...(bulk.rows === "selected" ? { hint: texts.selectHint } : {})}>
      <RadioGroup
        className={styles.radios}
        value={bulk.rows}
        onChange={(_, { value }) => bulk.onRows(value as RowChoice)}
      >
        {CHOICES.map((choice) => (
          <Radio key={choice} value={choice} label={texts.choices[choice](counts[choice])} />
        ))}
      </RadioGroup>
    </Field>
  );
};

/** What became of the last change, until the next one is begun. */
const Outcome = ({ applied, onLeave }: { readonly applied: Applied; readonly onLeave: () => void }) => {
  const texts = useBulkTexts();
  const { session } = useExcel();
  if (applied.type === "failed") return undefined;
  if (applied.type === "outdated") {
    return (
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>{texts.outdated}</MessageBarBody>
      </MessageBar>
    );
  }
  const done = applied.rows > 0 ? texts.addedRows(applied.rows) : texts.changed(applied.cells);
  const check = (): void => {
    onLeave();
    void session.check();
  };
  return (
    <MessageBar intent="success" layout="multiline">
      <MessageBarBody>{`${done} ${texts.next}`}</MessageBarBody>
      <MessageBarActions>
        <Button onClick={check}>{texts.check}</Button>
      </MessageBarActions>
    </MessageBar>
  );
};

const ApplyButton = ({ bulk, busy }: { readonly bulk: Bulk; readonly busy: boolean }) => {
  const styles = useStyles();
  const texts = useBulkTexts();
  const { preview, form, applied } = bulk;
  const adds = form.kind === "carryOver" || form.kind === "clone";
  const size = (adds ? preview?.additions.length : preview?.changes.length) ?? 0;
  const running = applied === "running";
  const label = adds ? texts.add(size) : texts.change(size);
  return (
    <Button
      className={styles.apply}
      appearance="primary"
      disabledFocusable={busy || running || size === 0}
      onClick={bulk.apply}
    >
      {running ? texts.applying : label}
    </Button>
  );
};

const Ready = ({
  bulk,
  reading,
  open,
  onLeave,
}: ToolProps & { readonly bulk: Bulk; readonly reading: BulkReading }) => {
  const styles = useStyles();
  const texts = useBulkTexts();
  const { applied, form, preview } = bulk;
  const hint = texts.hints[form.kind];
  const outcome = applied === "running" ? undefined : applied;
  return (
    <>
      <RowsField bulk={bulk} reading={reading} />
      <Field label={texts.operation} {...(hint === "" ? {} : { hint })}>
        <Select
          className={styles.wide}
          value={form.kind}
          onChange={(_, { value }) => bulk.onForm({ kind: value as BulkKind })}
        >
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {texts.operations[kind]}
            </option>
          ))}
        </Select>
      </Field>
      <OperationFields bulk={bulk} reading={reading} frame={open.frame} />
      <ApplyButton bulk={bulk} busy={open.activity !== undefined} />
      <div role="alert" className={styles.news}>
        {outcome?.type === "failed" ? <FailureBanner failure={outcome.failure} onRetry={bulk.apply} /> : undefined}
      </div>
      <div role="status" className={styles.news}>
        {outcome ? <Outcome applied={outcome} onLeave={onLeave} /> : undefined}
      </div>
      {preview ? <BulkPreviewList preview={preview} reading={reading} /> : undefined}
    </>
  );
};

/** Changes many rows of the OKR sheet at once, and shows beforehand what that would do. */
export const BulkScreen = (props: ToolProps) => {
  const styles = useStyles();
  const { messages } = useUi();
  const texts = useBulkTexts();
  const bulk = useBulk(props.open.frame);
  const { state } = bulk;
  return (
    <main className={styles.screen}>
      <h1 className={styles.title}>{texts.title}</h1>
      <Text className={styles.quiet}>{texts.intro}</Text>
      {state.kind === "reading" ? <Spinner label={messages.app.loading} /> : undefined}
      {state.kind === "none" ? <Text>{texts.noTable}</Text> : undefined}
      {state.kind === "failed" ? <FailureBanner failure={state.failure} onRetry={bulk.retry} /> : undefined}
      {state.kind === "ready" ? <Ready {...props} bulk={bulk} reading={state.reading} /> : undefined}
    </main>
  );
};
