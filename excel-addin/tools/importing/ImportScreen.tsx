import { makeStyles, ProgressBar, Spinner, Text, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { ImportState } from "#shared/application/importing/importState.ts";
import { useStore } from "#shared/ui/store.ts";
import { useExcel } from "../../screens/ExcelContext.ts";
import type { ToolProps } from "../tool.ts";
import { ChooseSheet } from "./ChooseSheet.tsx";
import { composeImport } from "./compose.ts";
import { ImportProvider } from "./ImportContext.ts";
import { ReportView, TakenBack } from "./ReportView.tsx";
import { useImportTexts } from "./text/useImportTexts.ts";
import { UnderstoodView } from "./UnderstoodView.tsx";

const useStyles = makeStyles({
  pane: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    minWidth: 0,
  },
});

const Step = ({ state, open }: { readonly state: ImportState; readonly open: ToolProps["open"] }) => {
  const texts = useImportTexts();
  switch (state.kind) {
    case "choosing":
      return <ChooseSheet state={state} />;
    case "reading":
      return <Spinner label={texts.reading} />;
    case "understood":
      return <UnderstoodView frame={open.frame} state={state} />;
    case "sending":
      return (
        <div role="status">
          <Text>{texts.sending(state.done, state.total)}</Text>
          <ProgressBar value={state.total === 0 ? undefined : state.done / state.total} />
        </div>
      );
    case "done":
      return <ReportView report={state.report} {...(state.understood ? { understood: state.understood } : {})} />;
    case "takenBack":
      return <TakenBack count={state.count} stays={state.stays} />;
  }
};

/** From a sheet somebody has already to drafts of ours. */
export const ImportScreen = ({ open }: ToolProps) => {
  const styles = useStyles();
  const services = useExcel();
  const [desk] = useState(() =>
    composeImport(services, () => {
      const now = services.session.state.get();
      return now.kind === "ready" ? now.frame : open.frame;
    }),
  );
  const state = useStore(desk.state);
  useEffect(() => {
    void desk.start();
  }, [desk]);
  return (
    <ImportProvider value={desk}>
      <main className={styles.pane}>
        <Step state={state} open={open} />
      </main>
    </ImportProvider>
  );
};
