import {
  Badge,
  Button,
  Caption1,
  Field,
  makeStyles,
  ProgressBar,
  Text,
  Textarea,
  Title3,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import { conformanceCases } from "./cases/all.ts";
import { runConformance, type CaseResult, type ConformanceReport, type Outcome } from "./runConformance.ts";

const useStyles = makeStyles({
  page: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    minHeight: "100vh",
    boxSizing: "border-box",
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  list: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, margin: 0, padding: 0 },
  result: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS, overflowWrap: "anywhere" },
});

const LABELS: Readonly<Record<Outcome["type"], string>> = {
  AsExpected: "As expected",
  Different: "Different",
  Failed: "Failed",
  NotOffered: "Not offered",
};
const COLOURS = {
  AsExpected: "success",
  Different: "danger",
  Failed: "danger",
  NotOffered: "informative",
} as const;

const detailOf = ({ outcome, expected }: CaseResult): string | undefined => {
  if (outcome.type === "Failed") return outcome.message;
  if (outcome.type !== "Different") return undefined;
  return `Found ${JSON.stringify(outcome.found)}, expected ${JSON.stringify(expected)}`;
};

const ResultLine = ({ result }: { readonly result: CaseResult }) => {
  const styles = useStyles();
  const detail = detailOf(result);
  return (
    <li className={styles.result}>
      <Text>{result.id.replaceAll("-", " ")}</Text>
      <div>
        <Badge appearance="tint" color={COLOURS[result.outcome.type]}>
          {LABELS[result.outcome.type]}
        </Badge>
      </div>
      {detail !== undefined && <Caption1>{detail}</Caption1>}
    </li>
  );
};

/** For engineers, and therefore in English alone: what this Excel does, beside what the add-in relies on. */
export const ConformancePage = () => {
  const styles = useStyles();
  const [results, setResults] = useState<readonly CaseResult[]>([]);
  const [report, setReport] = useState<ConformanceReport>();
  const [isRunning, setIsRunning] = useState(false);

  const run = async (): Promise<void> => {
    setIsRunning(true);
    setReport(undefined);
    setResults([]);
    setReport(await runConformance(conformanceCases, (result) => setResults((before) => [...before, result])));
    setIsRunning(false);
  };

  const other = results.filter(({ outcome }) => outcome.type === "Different" || outcome.type === "Failed").length;
  return (
    <main className={styles.page}>
      <Title3 as="h1">Conformance of Excel</Title3>
      <Text>
        Asks {conformanceCases.length} questions, each on a sheet of its own that is removed afterwards. Use an empty
        workbook.
      </Text>
      <div>
        <Button appearance="primary" disabledFocusable={isRunning} onClick={() => void run()}>
          Run
        </Button>
      </div>
      {isRunning && (
        <Field validationState="none" validationMessage={`${results.length} of ${conformanceCases.length}`}>
          <ProgressBar max={conformanceCases.length} value={results.length} />
        </Field>
      )}
      {report && (
        <>
          <Text role="status">
            {other === 0 ? "Everything as expected" : `${other} of ${results.length} other than expected`} in{" "}
            {report.host} {report.version} ({report.platform}, ExcelApi {report.excelApi}).
          </Text>
          <Field label="The report, to be compared with another run">
            <Textarea readOnly rows={8} value={JSON.stringify(report, undefined, 2)} />
          </Field>
        </>
      )}
      <ul className={styles.list}>
        {results.map((result) => (
          <ResultLine key={result.id} result={result} />
        ))}
      </ul>
    </main>
  );
};
