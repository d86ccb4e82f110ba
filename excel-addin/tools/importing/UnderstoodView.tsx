import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  ProgressBar,
  Select,
  Text,
  tokens,
} from "@fluentui/react-components";
import type { ImportState, Understood } from "#shared/application/importing/importState.ts";
import { cycleKey } from "#shared/domain/okr/ids.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { UnitPicker } from "#shared/ui/unitPicker/UnitPicker.tsx";
import { Doubts, Writing } from "./Doubts.tsx";
import { useFailureText } from "./failure.ts";
import { useDesk } from "./ImportContext.ts";
import { MappingForm } from "./MappingForm.tsx";
import { PassedList } from "./PassedList.tsx";
import { People } from "./People.tsx";
import { RecordTree } from "./RecordTree.tsx";
import { useImportTexts } from "./text/useImportTexts.ts";

const useStyles = makeStyles({
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  group: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS, minWidth: 0 },
  wide: { minWidth: 0, width: "100%" },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

const Summary = ({ understood }: { readonly understood: Understood }) => {
  const styles = useStyles();
  const texts = useImportTexts();
  const { plan, judged, passed } = understood.result;
  const refused = judged.filter(({ fate }) => fate.type === "refused").length;
  const skipped = judged.filter(({ fate }) => fate.type === "passed").length;
  const left = passed.filter(({ why }) => why !== "Empty").length + skipped;
  const kept = judged.reduce((sum, { fate }) => sum + (fate.type === "taken" ? fate.kept.length : 0), 0);
  return (
    <div className={styles.group} role="status">
      <h2 className={styles.heading}>{texts.understood}</h2>
      <Text weight="semibold">
        {texts.summary(plan.objectives.length, plan.keyResults.length, plan.checkIns.length)}
      </Text>
      {refused > 0 ? <Text>{texts.refusedCount(refused)}</Text> : undefined}
      {left > 0 ? <Text>{texts.passedCount(left)}</Text> : undefined}
      {kept > 0 ? <Text>{texts.kept(kept)}</Text> : undefined}
    </div>
  );
};

const DestinationForm = ({ frame, understood }: { readonly frame: Frame; readonly understood: Understood }) => {
  const styles = useStyles();
  const desk = useDesk();
  const texts = useImportTexts();
  const { destination } = understood;
  return (
    <div className={styles.group}>
      <Field label={texts.unit}>
        <UnitPicker
          frame={frame}
          value={destination.unitKey}
          onChoose={(unitKey) => void desk.send({ ...destination, unitKey })}
        />
      </Field>
      <Field label={texts.cycle}>
        <Select
          className={styles.wide}
          value={destination.cycleKey}
          onChange={(_, { value }) => void desk.send({ ...destination, cycleKey: cycleKey(value) })}
        >
          {frame.cycles
            .filter(({ closed }) => !closed)
            .map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
        </Select>
      </Field>
      {understood.sheet.locale === undefined ? <Writing understood={understood} /> : undefined}
    </div>
  );
};

const Details = ({ understood }: { readonly understood: Understood }) => {
  const texts = useImportTexts();
  const { owners } = understood;
  const matched = owners.filter(({ person }) => person !== undefined).length;
  return (
    <Accordion collapsible multiple defaultOpenItems={["tree"]}>
      {owners.length > 0 ? (
        <AccordionItem value="people">
          <AccordionHeader>{`${texts.people}: ${texts.matched(matched, owners.length)}`}</AccordionHeader>
          <AccordionPanel>
            <People understood={understood} />
          </AccordionPanel>
        </AccordionItem>
      ) : undefined}
      <AccordionItem value="columns">
        <AccordionHeader>{`${texts.levels}, ${texts.columns}`}</AccordionHeader>
        <AccordionPanel>
          <MappingForm understood={understood} />
        </AccordionPanel>
      </AccordionItem>
      <AccordionItem value="tree">
        <AccordionHeader>{texts.tree}</AccordionHeader>
        <AccordionPanel>
          <RecordTree understood={understood} />
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
};

export interface UnderstoodViewProps {
  readonly frame: Frame;
  readonly state: Extract<ImportState, { kind: "understood" }>;
}

/** What would be imported, what would not, and everything about it that can be corrected. */
export const UnderstoodView = ({ frame, state: { understood, failure, busy } }: UnderstoodViewProps) => {
  const styles = useStyles();
  const desk = useDesk();
  const texts = useImportTexts();
  const failureText = useFailureText();
  const { objectives, keyResults } = understood.result.plan;
  const count = objectives.length + keyResults.length;
  return (
    <>
      <div role="alert">
        {failure ? (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>{failureText(failure)}</MessageBarBody>
          </MessageBar>
        ) : undefined}
      </div>
      <Summary understood={understood} />
      {busy === undefined ? undefined : <ProgressBar aria-label={texts.reading} value={busy} />}
      <Doubts understood={understood} />
      <DestinationForm frame={frame} understood={understood} />
      <div className={styles.buttons}>
        {count > 0 ? (
          <Button appearance="primary" disabledFocusable={busy !== undefined} onClick={() => void desk.importAll()}>
            {texts.importAll(count)}
          </Button>
        ) : (
          <Text>{texts.nothingToImport}</Text>
        )}
        <Button onClick={desk.leave}>{texts.back}</Button>
      </div>
      <Details understood={understood} />
      <PassedList understood={understood} />
    </>
  );
};
