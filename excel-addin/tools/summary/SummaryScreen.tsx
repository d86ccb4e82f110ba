import {
  Button,
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Select,
  Spinner,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import type { SummaryRequest } from "#shared/application/summary/writeSummary.ts";
import type { SheetScope } from "#shared/domain/sheet/scope.ts";
import { localTexts } from "#shared/ui/text/localTexts.ts";
import { FailureBanner } from "../../screens/Banners.tsx";
import { useExcel } from "../../screens/ExcelContext.ts";
import { scopeName } from "../../screens/scope/scopeText.ts";
import { ToolTitle } from "../ToolTitle.tsx";
import type { ToolProps } from "../tool.ts";
import { summaryEn, type SummaryTexts } from "./text/en.ts";
import { useSummary, type SummaryState } from "./useSummary.ts";

const useStyles = makeStyles({
  screen: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    minWidth: 0,
  },
  wide: { minWidth: 0, width: "100%" },
});

const useTexts = localTexts({
  en: summaryEn,
  de: async () => (await import("./text/de.ts")).summaryDe,
  ar: async () => (await import("./text/ar.ts")).summaryAr,
});

const EVERYBODY: SheetScope = { unit: "all", below: true };

/** Everything at the place of the table: a summary of some owner's OKRs alone would say nothing about the place. */
const wholePlace = ({ unit, below, cycleKey }: SheetScope): SheetScope => ({
  unit,
  below,
  ...(cycleKey ? { cycleKey } : {}),
});

const Outcome = ({
  state,
  texts,
  onRetry,
}: {
  readonly state: SummaryState;
  readonly texts: SummaryTexts;
  readonly onRetry: () => void;
}) => {
  switch (state.kind) {
    case "asking":
      return undefined;
    case "making":
      return <Spinner size="small" labelPosition="after" label={texts.making} />;
    case "done":
      return (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody>
            {texts.done(state.written.groups, state.written.keyResults, state.written.level)}
          </MessageBarBody>
        </MessageBar>
      );
    case "failed":
      return state.failure.type === "NothingToSummarise" ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{texts.nothing}</MessageBarBody>
        </MessageBar>
      ) : (
        <FailureBanner failure={state.failure} onRetry={onRetry} />
      );
  }
};

/** One click to sheets that say how the OKRs stand. */
export const SummaryScreen = ({ open: { frame, sheet } }: ToolProps) => {
  const styles = useStyles();
  const texts = useTexts();
  const { places } = useExcel().texts;
  const { state, make } = useSummary(frame, texts);
  const [ofTable, setOfTable] = useState(sheet !== undefined);
  const [level, setLevel] = useState("");
  const scope = ofTable && sheet ? wholePlace(sheet.scope) : EVERYBODY;
  const request: SummaryRequest = { scope, ...(level === "" ? {} : { levelKey: level }) };
  const run = (): void => void make(request);
  return (
    <main className={styles.screen}>
      <ToolTitle>{places.names.summary}</ToolTitle>
      <Text>{texts.intro}</Text>
      <Field label={texts.scope}>
        <Select
          className={styles.wide}
          value={ofTable && sheet ? "table" : "all"}
          onChange={(_, { value }) => setOfTable(value === "table")}
        >
          {sheet ? (
            <option value="table">{texts.table(scopeName(frame, sheet.scope, texts.everybody))}</option>
          ) : undefined}
          <option value="all">{texts.everybody(frame.organisation)}</option>
        </Select>
      </Field>
      <Field label={texts.level}>
        <Select className={styles.wide} value={level} onChange={(_, { value }) => setLevel(value)}>
          <option value="">{texts.automatic}</option>
          {frame.levels.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Button appearance="primary" disabledFocusable={state.kind === "making"} onClick={run}>
        {texts.make}
      </Button>
      <div role="status">
        <Outcome state={state} texts={texts} onRetry={run} />
      </div>
    </main>
  );
};
