import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import type { SheetScope } from "#shared/domain/sheet/scope.ts";
import { useExcel } from "../ExcelContext.ts";
import { scopeDetails, scopeName } from "./scopeText.ts";

const useStyles = makeStyles({
  title: {
    margin: 0,
    overflowWrap: "anywhere",
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
  },
  details: { overflowWrap: "anywhere" },
});

/** What a table holds: whose OKRs of which cycle, and below it what narrows that. */
export const ScopeTitle = ({ frame, scope }: { readonly frame: Frame; readonly scope: SheetScope }) => {
  const styles = useStyles();
  const { texts, vocabulary } = useExcel();
  const details = scopeDetails(frame, scope, texts, vocabulary.words).join(" · ");
  return (
    <>
      <h2 className={styles.title}>
        <bdi>{scopeName(frame, scope, texts.pane.everybody)}</bdi>
      </h2>
      {details === "" ? undefined : <Text className={styles.details}>{details}</Text>}
    </>
  );
};
