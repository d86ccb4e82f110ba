import { makeStyles, ProgressBar, Spinner, Text, tokens } from "@fluentui/react-components";
import { useEffect } from "react";
import type { ImportDesk } from "#shared/application/importing/importDesk.ts";
import type { ImportState } from "#shared/application/importing/importState.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { useStore } from "#shared/ui/store.ts";
import { ChooseSheet } from "./ChooseSheet.tsx";
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

const Step = ({ state, frame }: { readonly state: ImportState; readonly frame: Frame }) => {
  const texts = useImportTexts();
  switch (state.kind) {
    case "choosing":
      return <ChooseSheet state={state} />;
    case "reading":
      return <Spinner label={texts.reading} />;
    case "understood":
      return <UnderstoodView frame={frame} state={state} />;
    case "sending":
      return (
        <div role="status">
          <Text>{texts.sending(state.done, state.total)}</Text>
          {state.total === 0 ? <ProgressBar /> : <ProgressBar value={state.done / state.total} />}
        </div>
      );
    case "done":
      return <ReportView report={state.report} {...(state.understood ? { understood: state.understood } : {})} />;
    case "takenBack":
      return <TakenBack count={state.count} stays={state.stays} />;
  }
};

export interface ImportStepsProps {
  readonly desk: ImportDesk;
  readonly frame: Frame;
}

/** One step after the other: choose a sheet, see what was understood, import it, see what it came to. */
export const ImportSteps = ({ desk, frame }: ImportStepsProps) => {
  const styles = useStyles();
  const state = useStore(desk.state);
  useEffect(() => {
    void desk.start();
  }, [desk]);
  return (
    <ImportProvider value={desk}>
      <main className={styles.pane}>
        <Step state={state} frame={frame} />
      </main>
    </ImportProvider>
  );
};
