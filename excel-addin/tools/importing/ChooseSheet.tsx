import { Button, makeStyles, MessageBar, MessageBarBody, Text, tokens } from "@fluentui/react-components";
import { DocumentRegular, TableRegular } from "@fluentui/react-icons";
import { useId, useRef } from "react";
import type { ImportState } from "#shared/application/importing/importState.ts";
import type { PickedFile } from "#shared/ports/foreignFiles.ts";
import { useFailureText } from "./failure.ts";
import { useDesk } from "./ImportContext.ts";
import { LastImport } from "./ReportView.tsx";
import { useImportTexts } from "./text/useImportTexts.ts";

const useStyles = makeStyles({
  group: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, minWidth: 0 },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  button: { flexGrow: 1 },
  hint: { color: tokens.colorNeutralForeground3 },
});

/** Endings by which the device filters its files; what a file really is shows when it is read. */
const KINDS = ".xlsx,.xlsm,.csv,.tsv,.txt,.zip,.json";

const picked = (file: File): PickedFile => ({
  name: file.name,
  size: file.size,
  bytes: async () => new Uint8Array(await file.arrayBuffer()),
});

/** A file of the device. The browser's own field is out of sight: it speaks the language of the device, not of the pane. */
const FileChoice = () => {
  const styles = useStyles();
  const desk = useDesk();
  const texts = useImportTexts();
  const field = useRef<HTMLInputElement>(null);
  const hint = useId();
  return (
    <section className={styles.group}>
      <h2 className={styles.heading}>{texts.fromFile}</h2>
      <input
        ref={field}
        type="file"
        hidden
        multiple
        accept={KINDS}
        aria-label={texts.chooseFile}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])].map(picked);
          if (files.length > 0) void desk.readFiles(files);
        }}
      />
      <Button icon={<DocumentRegular />} aria-describedby={hint} onClick={() => field.current?.click()}>
        {texts.chooseFile}
      </Button>
      <Text id={hint} size={200} className={styles.hint}>
        {texts.fileHint}
      </Text>
    </section>
  );
};

const SheetChoice = () => {
  const styles = useStyles();
  const desk = useDesk();
  const texts = useImportTexts();
  return (
    <section className={styles.group}>
      <h2 className={styles.heading}>{texts.fromWorkbook}</h2>
      <div className={styles.buttons}>
        <Button
          className={styles.button}
          appearance="primary"
          icon={<TableRegular />}
          onClick={() => void desk.read("sheet")}
        >
          {texts.wholeSheet}
        </Button>
        <Button className={styles.button} onClick={() => void desk.read("selection")}>
          {texts.selection}
        </Button>
      </div>
    </section>
  );
};

export const ChooseSheet = ({ state }: { readonly state: Extract<ImportState, { kind: "choosing" }> }) => {
  const texts = useImportTexts();
  const failureText = useFailureText();
  return (
    <>
      <div role="alert">
        {state.failure ? (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>{failureText(state.failure)}</MessageBarBody>
          </MessageBar>
        ) : undefined}
      </div>
      <Text>{texts.intro}</Text>
      <SheetChoice />
      <FileChoice />
      {state.last ? <LastImport report={state.last} /> : undefined}
    </>
  );
};

/** Which of the sheets of a file is meant. */
export const ChooseSheetOfFile = ({
  state: { file },
}: {
  readonly state: Extract<ImportState, { kind: "choosingSheet" }>;
}) => {
  const styles = useStyles();
  const desk = useDesk();
  const texts = useImportTexts();
  return (
    <section className={styles.group}>
      <h2 className={styles.heading}>{texts.whichSheet(file.name)}</h2>
      {file.sheets.map((sheet) => (
        <Button key={sheet.name} icon={<TableRegular />} onClick={() => void desk.chooseSheet(sheet)}>
          <span>
            <bdi>{sheet.name}</bdi> <Text size={200}>{texts.rows(sheet.rows.length)}</Text>
          </span>
        </Button>
      ))}
      <div>
        <Button appearance="subtle" onClick={desk.leave}>
          {texts.back}
        </Button>
      </div>
    </section>
  );
};
