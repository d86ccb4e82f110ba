import { Badge, Button, makeStyles, Spinner, Text, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { HealthReport } from "#shared/application/health/checkHealth.ts";
import type { Finding, Mend } from "#shared/application/health/findings.ts";
import { Few } from "./Few.tsx";
import { groupFindings, type FindingGroup } from "./groupFindings.ts";
import { Section } from "./Section.tsx";
import type { AdminTexts } from "./text/en.ts";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", gap: tokens.spacingVerticalL },
  finding: { display: "grid", gap: tokens.spacingVerticalXS, justifyItems: "start", overflowWrap: "anywhere" },
  head: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  whats: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  mend: { marginBlockStart: tokens.spacingVerticalXS },
  facts: { display: "grid", gap: tokens.spacingVerticalXXS, color: tokens.colorNeutralForeground2 },
});

const COLOURS = { error: "danger", warning: "warning", info: "informative" } as const;

/** A site without rights has a finding for each list. */
const MOST = 4;

export interface HealthProps {
  readonly report: HealthReport;
  readonly texts: AdminTexts;
  /** Absent for what cannot be mended here. */
  readonly onMend: (mend: Mend, finding: Finding) => (() => void) | undefined;
  readonly looking: boolean;
  readonly onLookAgain: () => void;
  /** What became of mending. */
  readonly children: ReactNode;
}

/** What is wrong, what it means, how it is mended. */
export const Health = ({ report, texts, onMend, looking, onLookAgain, children }: HealthProps) => {
  const styles = useStyles();
  const groups = groupFindings(report.findings, texts.findings);
  return (
    <Section title={texts.health}>
      {groups.length === 0 ? <Text role="status">{texts.healthy}</Text> : undefined}
      <ul className={styles.list}>
        {groups.map((group) => (
          <li key={group.whats[0]} className={styles.finding}>
            <Group group={group} texts={texts} onMend={onMend} />
          </li>
        ))}
      </ul>
      {children}
      <div className={styles.facts}>
        {report.proved.map(({ name, role }) => (
          <Text key={role} size={200}>
            {texts.proved(name, role)}
          </Text>
        ))}
        <Text size={200}>{texts.version(report.schema, report.supported)}</Text>
      </div>
      <div>
        <Button
          disabledFocusable={looking}
          icon={looking ? <Spinner size="tiny" aria-hidden="true" /> : null}
          onClick={onLookAgain}
        >
          {looking ? texts.loading : texts.lookAgain}
        </Button>
      </div>
    </Section>
  );
};

const Group = ({ group, texts, onMend }: { readonly group: FindingGroup } & Pick<HealthProps, "texts" | "onMend">) => {
  const styles = useStyles();
  const { severity, whats, means, how, mend, first } = group;
  const act = mend && onMend(mend, first);
  const [what] = whats;
  const isOne = whats.length === 1;
  return (
    <>
      <div className={styles.head}>
        <Badge appearance="tint" color={COLOURS[severity]}>
          {texts.severity[severity]}
        </Badge>
        <Text weight="semibold">{isOne ? what : means}</Text>
      </div>
      {isOne ? (
        <Text>{means}</Text>
      ) : (
        <Few items={whats} most={MOST} showAll={texts.showAllFindings}>
          {(shown) => (
            <ul className={styles.whats}>
              {shown.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          )}
        </Few>
      )}
      <Text>{how}</Text>
      {mend && act ? (
        <Button className={styles.mend} onClick={act}>
          {texts.mend[mend]}
        </Button>
      ) : undefined}
    </>
  );
};
