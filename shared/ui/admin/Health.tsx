import { Badge, Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { HealthReport } from "#shared/application/health/checkHealth.ts";
import { mendOf, severityOf, type Finding, type Mend } from "#shared/application/health/findings.ts";
import { useUi } from "../UiContext.ts";
import { Section } from "./Section.tsx";
import { findingText } from "./text/findingText.ts";
import type { AdminTexts } from "./text/en.ts";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", gap: tokens.spacingVerticalM },
  finding: { display: "grid", gap: tokens.spacingVerticalXS, justifyItems: "start", overflowWrap: "anywhere" },
  sizes: {
    margin: 0,
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    "& dt": { overflowWrap: "anywhere" },
    "& dd": { margin: 0 },
  },
});

const COLOURS = { error: "danger", warning: "warning", info: "informative" } as const;

export interface HealthProps {
  readonly report: HealthReport;
  readonly texts: AdminTexts;
  /** Absent for what cannot be mended here. */
  readonly onMend: (mend: Mend, finding: Finding) => (() => void) | undefined;
  readonly onLookAgain: () => void;
}

/** What is wrong, what it means, how it is mended; and how full the lists are. */
export const Health = ({ report, texts, onMend, onLookAgain }: HealthProps) => {
  const styles = useStyles();
  const { format } = useUi();
  return (
    <>
      <Section title={texts.health}>
        {report.findings.length === 0 ? <Text role="status">{texts.healthy}</Text> : undefined}
        <ul className={styles.list}>
          {report.findings.map((finding) => (
            <li key={findingText(finding, texts.findings).what} className={styles.finding}>
              <FindingView finding={finding} texts={texts} onMend={onMend} />
            </li>
          ))}
        </ul>
        {report.proved.map(({ name, role }) => (
          <Text key={role} size={200}>
            {texts.proved(name, role)}
          </Text>
        ))}
        <Text size={200}>{texts.version(report.schema, report.supported)}</Text>
        <div>
          <Button onClick={onLookAgain}>{texts.lookAgain}</Button>
        </div>
      </Section>
      {report.sizes.length === 0 ? undefined : (
        <Section title={texts.sizes}>
          <dl className={styles.sizes}>
            {report.sizes.map(({ list, items, limit }) => (
              <div key={list} style={{ display: "contents" }}>
                <dt>{list}</dt>
                <dd>{texts.size(format.number(items), format.number(limit))}</dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
    </>
  );
};

const FindingView = ({
  finding,
  texts,
  onMend,
}: { readonly finding: Finding } & Pick<HealthProps, "texts" | "onMend">) => {
  const { what, means, how } = findingText(finding, texts.findings);
  const severity = severityOf(finding);
  const mend = mendOf(finding);
  const act = mend && onMend(mend, finding);
  return (
    <>
      <Badge appearance="tint" color={COLOURS[severity]}>
        {texts.severity[severity]}
      </Badge>
      <Text weight="semibold">{what}</Text>
      <Text>{means}</Text>
      <Text>{how}</Text>
      {mend && act ? <Button onClick={act}>{texts.mend[mend]}</Button> : undefined}
    </>
  );
};
