import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  Text,
  tokens,
} from "@fluentui/react-components";
import type { Understood } from "#shared/application/importing/importState.ts";
import { CellLink } from "./CellLink.tsx";
import { addressOf, checkInLines, passedLines, refusedLines, type ReportLine } from "./reportRows.ts";
import { useImportTexts } from "./text/useImportTexts.ts";

const useStyles = makeStyles({
  list: { display: "flex", flexDirection: "column", alignItems: "stretch", minWidth: 0 },
  reason: { color: tokens.colorNeutralForeground3 },
});

const MOST = 100;

const Lines = ({ understood, lines }: { readonly understood: Understood; readonly lines: readonly ReportLine[] }) => {
  const styles = useStyles();
  const texts = useImportTexts();
  return (
    <div className={styles.list}>
      {lines.slice(0, MOST).map(({ key, place, text, reason }) => (
        <CellLink key={key} understood={understood} place={place}>
          <bdi>{addressOf(understood, place)}</bdi> <bdi>{text.split("\n")[0]}</bdi>
          <Text size={200} block className={styles.reason}>
            {reason}
          </Text>
        </CellLink>
      ))}
      {lines.length > MOST ? <Text>{texts.more(lines.length - MOST)}</Text> : undefined}
    </div>
  );
};

/** Every row that is not imported, with the reason. */
export const PassedList = ({ understood }: { readonly understood: Understood }) => {
  const texts = useImportTexts();
  const refused = refusedLines(understood, texts);
  const left = passedLines(understood, texts);
  const checkIns = checkInLines(understood, texts);
  return (
    <Accordion collapsible multiple defaultOpenItems={refused.length > 0 ? ["refused"] : []}>
      {refused.length > 0 ? (
        <AccordionItem value="refused">
          <AccordionHeader>{`${texts.refused} (${refused.length})`}</AccordionHeader>
          <AccordionPanel>
            <Lines understood={understood} lines={refused} />
          </AccordionPanel>
        </AccordionItem>
      ) : undefined}
      {left.length > 0 ? (
        <AccordionItem value="passed">
          <AccordionHeader>{`${texts.passed} (${left.length})`}</AccordionHeader>
          <AccordionPanel>
            <Lines understood={understood} lines={left} />
          </AccordionPanel>
        </AccordionItem>
      ) : undefined}
      {checkIns.length > 0 ? (
        <AccordionItem value="checkIns">
          <AccordionHeader>{`${texts.checkInLeft} (${checkIns.length})`}</AccordionHeader>
          <AccordionPanel>
            <Lines understood={understood} lines={checkIns} />
          </AccordionPanel>
        </AccordionItem>
      ) : undefined}
    </Accordion>
  );
};
