import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { Usage } from "#shared/application/health/sizes.ts";
import { useUi } from "../UiContext.ts";
import { Few } from "./Few.tsx";
import { Section } from "./Section.tsx";
import type { AdminTexts } from "./text/en.ts";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  row: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalL,
    paddingBlock: tokens.spacingVerticalXS,
    borderBottomStyle: "solid",
    borderBottomWidth: tokens.strokeWidthThin,
    borderBottomColor: tokens.colorNeutralStroke3,
  },
  name: { flex: "1 1 12rem", overflowWrap: "anywhere" },
  figures: { marginInlineStart: "auto", fontVariantNumeric: "tabular-nums", textAlign: "end" },
  share: { minWidth: "3rem", fontVariantNumeric: "tabular-nums", textAlign: "end" },
});

const shareOf = ({ items, limit }: Usage): number => items / limit;

/** A large site has hundreds of lists; those that fill up are what somebody has to look at. */
const MOST = 6;

/** How full the lists are, the fullest first. */
export const Sizes = ({ sizes, texts }: { readonly sizes: readonly Usage[]; readonly texts: AdminTexts }) => {
  const styles = useStyles();
  const { format } = useUi();
  const fullestFirst = sizes.toSorted((a, b) => shareOf(b) - shareOf(a));
  return (
    <Section title={texts.sizes} hint={texts.sizesHint}>
      <Few items={fullestFirst} most={MOST} showAll={texts.showAllLists}>
        {(shown) => (
          <ul className={styles.list}>
            {shown.map((usage) => (
              <li key={usage.list} className={styles.row}>
                <Text className={styles.name}>{usage.list}</Text>
                <Text className={styles.figures}>
                  {texts.size(format.number(usage.items), format.number(usage.limit))}
                </Text>
                <Text className={styles.share} weight={usage.isFilling ? "semibold" : "regular"}>
                  {format.share(shareOf(usage))}
                </Text>
              </li>
            ))}
          </ul>
        )}
      </Few>
    </Section>
  );
};
