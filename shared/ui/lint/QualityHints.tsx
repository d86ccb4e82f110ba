import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { LightbulbRegular } from "@fluentui/react-icons";
import { useMemo, useState } from "react";
import { dayOf, instantOf } from "#shared/domain/day.ts";
import { byLevel, type Finding } from "#shared/domain/lint/finding.ts";
import { lintOkrs } from "#shared/domain/lint/lint.ts";
import type { ObjectiveId } from "#shared/domain/okr/ids.ts";
import type { Frame, OkrSet } from "#shared/domain/okr/okrSet.ts";
import { useUi } from "../UiContext.ts";
import { HintText } from "./HintText.tsx";
import { useLintTexts } from "./text/useLintTexts.ts";

const useStyles = makeStyles({
  panel: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    paddingBlock: tokens.spacingVerticalS,
    paddingInline: tokens.spacingHorizontalM,
  },
  intro: { color: tokens.colorNeutralForeground3 },
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
  },
  of: { display: "block", overflowWrap: "anywhere" },
});

export interface QualityHintsProps {
  readonly objectiveId: ObjectiveId;
  /** The objective, its key results, and what else is known here: parents, and what its owner carries besides. */
  readonly set: OkrSet;
  readonly frame: Frame;
}

const titleOf = (set: OkrSet, { kind, id }: Finding["about"]): string | undefined =>
  kind === "objective" ? undefined : set.keyResults.find((one) => one.id === id)?.title;

/** What the method suggests about one objective; closed until somebody asks, and nothing where there is nothing to say. */
export const QualityHints = ({ objectiveId, set, frame }: QualityHintsProps) => {
  const styles = useStyles();
  const { locale, clock } = useUi();
  const texts = useLintTexts();
  const [open, setOpen] = useState(false);
  const today = dayOf(instantOf(clock.now()));
  const found = useMemo(
    () =>
      lintOkrs({ set, frame, today, locale, whole: false, asked: ({ id }) => id === objectiveId }).toSorted(byLevel),
    [set, frame, today, locale, objectiveId],
  );
  if (found.length === 0) return undefined;
  return (
    <div>
      <Button appearance="subtle" icon={<LightbulbRegular />} aria-expanded={open} onClick={() => setOpen(!open)}>
        {texts.title(found.length)}
      </Button>
      {open ? (
        <section className={styles.panel} aria-label={texts.title(found.length)}>
          <Text size={200} className={styles.intro}>
            {texts.intro}
          </Text>
          <ul className={styles.list}>
            {found.map((finding) => {
              const title = titleOf(set, finding.about);
              return (
                <li key={`${finding.about.id} ${finding.breach}`}>
                  {title === undefined ? undefined : (
                    <Text weight="semibold" size={200} className={styles.of}>
                      <bdi>{title}</bdi>
                    </Text>
                  )}
                  <HintText finding={finding} />
                </li>
              );
            })}
          </ul>
        </section>
      ) : undefined}
    </div>
  );
};
