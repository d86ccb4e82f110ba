import { Button, makeStyles, MessageBar, MessageBarBody, Text, tokens } from "@fluentui/react-components";
import type { ImportState } from "#shared/application/importing/importState.ts";
import { useFailureText } from "./failure.ts";
import { useDesk } from "./ImportContext.ts";
import { LastImport } from "./ReportView.tsx";
import { useImportTexts } from "./text/useImportTexts.ts";

const useStyles = makeStyles({
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  button: { flexGrow: 1 },
});

export const ChooseSheet = ({ state }: { readonly state: Extract<ImportState, { kind: "choosing" }> }) => {
  const styles = useStyles();
  const desk = useDesk();
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
      <div className={styles.buttons}>
        <Button className={styles.button} appearance="primary" onClick={() => void desk.read("sheet")}>
          {texts.wholeSheet}
        </Button>
        <Button className={styles.button} onClick={() => void desk.read("selection")}>
          {texts.selection}
        </Button>
      </div>
      {state.last ? <LastImport report={state.last} /> : undefined}
    </>
  );
};
