import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ErrorCircleRegular, LightbulbRegular, WarningRegular } from "@fluentui/react-icons";
import type { Finding } from "#shared/domain/lint/finding.ts";
import { useUi } from "../UiContext.ts";
import { useLintTexts } from "./text/useLintTexts.ts";

const useStyles = makeStyles({
  hint: { display: "flex", alignItems: "start", gap: tokens.spacingHorizontalS, minWidth: 0, textAlign: "start" },
  sign: { flexShrink: 0, fontSize: tokens.fontSizeBase400, marginBlockStart: tokens.spacingVerticalXXS },
  text: { minWidth: 0, overflowWrap: "anywhere" },
  how: { display: "block", color: tokens.colorNeutralForeground3 },
  error: { color: tokens.colorStatusDangerForeground3 },
  warn: { color: tokens.colorStatusWarningForeground3 },
  info: { color: tokens.colorNeutralForeground3 },
});

const SIGNS = { error: ErrorCircleRegular, warn: WarningRegular, info: LightbulbRegular } as const;

/** One hint: why, and how it could be instead. Its level shows by more than colour. */
export const HintText = ({ finding }: { readonly finding: Finding }) => {
  const styles = useStyles();
  const { format } = useUi();
  const { hints, levels } = useLintTexts();
  const { level, breach, values } = finding;
  const Sign = SIGNS[level];
  const { why, how } = hints[breach];
  const shown = values.map((value) => (typeof value === "number" ? format.number(value) : value));
  return (
    <span className={styles.hint}>
      <Sign className={mergeClasses(styles.sign, styles[level])} aria-label={levels[level]} />
      <span className={styles.text}>
        <bdi>{why(...shown)}</bdi>
        <span className={styles.how}>{how}</span>
      </span>
    </span>
  );
};
