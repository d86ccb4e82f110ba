import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { useUi } from "#shared/ui/UiContext.ts";
import { formulaTexts } from "./texts.ts";

const useStyles = makeStyles({
  pane: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    minWidth: 0,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  part: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  list: { margin: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  formula: { fontFamily: tokens.fontFamilyMonospace, fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** What can be typed into cells and pressed on the keyboard. */
export const FormulasScreen = () => {
  const styles = useStyles();
  const { locale } = useUi();
  const texts = formulaTexts(locale);
  return (
    <main className={styles.pane}>
      <h1 className={styles.title}>{texts.title}</h1>
      <Text>{texts.intro}</Text>
      <dl className={styles.list}>
        {Object.values(texts.functions).map(({ example, text }) => (
          <div key={example}>
            <dt className={styles.formula}>
              <bdi dir="ltr">{example}</bdi>
            </dt>
            <dd className={styles.text}>{text}</dd>
          </div>
        ))}
      </dl>
      <Text>{texts.argument}</Text>
      <Text>{texts.empty}</Text>
      <h2 className={styles.part}>{texts.keysTitle}</h2>
      <dl className={styles.list}>
        {Object.entries(texts.keys).map(([letter, text]) => (
          <div key={letter}>
            <dt className={styles.formula}>
              <bdi dir="ltr">{`Ctrl+Alt+Shift+${letter}`}</bdi>
            </dt>
            <dd className={styles.text}>{text}</dd>
          </div>
        ))}
      </dl>
      <Text>{texts.keysHint}</Text>
    </main>
  );
};
