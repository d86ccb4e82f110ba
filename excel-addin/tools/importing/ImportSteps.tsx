import { Button, makeStyles, ProgressBar, Text, tokens } from "@fluentui/react-components";
import { useEffect } from "react";
import type { ImportDesk } from "#shared/application/importing/importDesk.ts";
import type { ImportState } from "#shared/application/importing/importState.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { useStore } from "#shared/ui/store.ts";
import { useExcel } from "../../screens/ExcelContext.ts";
import { ToolTitle } from "../ToolTitle.tsx";
import { ChooseSheet, ChooseSheetOfFile } from "./ChooseSheet.tsx";
import { ImportProvider, useDesk } from "./ImportContext.ts";
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

/** How far it is, and a way out of it. */
const Reading = ({ share }: { readonly share?: number }) => {
  const desk = useDesk();
  const texts = useImportTexts();
  return (
    <>
      <div role="status">
        <Text block>{texts.reading}</Text>
      </div>
      <ProgressBar aria-label={texts.reading} {...(share === undefined ? {} : { value: share })} />
      <div>
        <Button onClick={desk.leave}>{texts.cancel}</Button>
      </div>
    </>
  );
};

const Step = ({ state, frame }: { readonly state: ImportState; readonly frame: Frame }) => {
  const texts = useImportTexts();
  switch (state.kind) {
    case "choosing":
      return <ChooseSheet state={state} />;
    case "choosingSheet":
      return <ChooseSheetOfFile state={state} />;
    case "reading":
      return <Reading {...(state.share === undefined ? {} : { share: state.share })} />;
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
  const { places } = useExcel().texts;
  useEffect(() => {
    void desk.start();
  }, [desk]);
  return (
    <ImportProvider value={desk}>
      <main className={styles.pane}>
        <ToolTitle>{places.names.import}</ToolTitle>
        <Step state={state} frame={frame} />
      </main>
    </ImportProvider>
  );
};
