import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Progress } from "#shared/domain/okr/progress.ts";
import type { Status } from "#shared/domain/okr/status.ts";
import { useUi } from "../UiContext.ts";

const useStyles = makeStyles({
  track: {
    position: "relative",
    height: "8px",
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground5,
    outline: `1px solid ${tokens.colorTransparentStroke}`,
  },
  bar: { height: "100%", borderRadius: tokens.borderRadiusCircular, minWidth: "4px" },
  onTrack: { backgroundColor: tokens.colorStatusSuccessBackground3 },
  behind: { backgroundColor: tokens.colorStatusWarningBackground3 },
  atRisk: { backgroundColor: tokens.colorStatusDangerBackground3 },
  neutral: { backgroundColor: tokens.colorBrandBackground },
  expected: {
    position: "absolute",
    top: "-3px",
    bottom: "-3px",
    width: "2px",
    backgroundColor: tokens.colorNeutralForeground1,
    borderRadius: tokens.borderRadiusSmall,
  },
});

export interface ProgressMeterProps {
  /** Absent = not measured yet, which is not zero: no bar is drawn. */
  readonly progress: Progress | undefined;
  readonly expected: Progress;
  readonly status: Status;
  readonly label: string;
}

/** How far, and a tick at where it should be today. */
export const ProgressMeter = ({ progress, expected, status, label }: ProgressMeterProps) => {
  const styles = useStyles();
  const { messages, format } = useUi();
  const fill = status === "onTrack" || status === "behind" || status === "atRisk" ? styles[status] : styles.neutral;
  const text =
    progress === undefined
      ? messages.progress.unmeasured
      : messages.progress.label(format.share(progress), format.share(expected));
  return (
    <div
      className={styles.track}
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round((progress ?? 0) * 100)}
      aria-valuetext={text}
      title={text}
    >
      {progress === undefined ? undefined : (
        <div className={mergeClasses(styles.bar, fill)} style={{ width: `${progress * 100}%` }} />
      )}
      {expected > 0 && expected < 1 ? (
        <div className={styles.expected} style={{ insetInlineStart: `calc(${expected * 100}% - 1px)` }} />
      ) : undefined}
    </div>
  );
};
