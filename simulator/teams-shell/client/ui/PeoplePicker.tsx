import {
  Body1,
  Button,
  Caption1,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Input,
  makeStyles,
  Persona,
  Radio,
  RadioGroup,
  tokens,
} from "@fluentui/react-components";
import { SearchRegular } from "@fluentui/react-icons";
import { useEffect, useState } from "react";
import type { ShellPerson } from "../../wire.ts";
import type { PeopleRequest } from "../protocol/calls/dialogs.ts";
import { useShell, useShellState, useTexts } from "./useShell.ts";

const useStyles = makeStyles({
  content: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  list: { height: "280px", overflowY: "auto", display: "flex", flexDirection: "column" },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const useFound = (search: string): readonly ShellPerson[] => {
  const { api, notify } = useShell();
  const [found, setFound] = useState<readonly ShellPerson[]>([]);
  useEffect(() => {
    let current = true;
    const look = async (): Promise<void> => {
      const answer = await api.people(search);
      if (!current) return;
      if (answer.ok) setFound(answer.value);
      else notify("error", answer.message);
    };
    void look();
    return () => {
      current = false;
    };
  }, [api, notify, search]);
  return found;
};

interface ChoiceProps {
  readonly people: readonly ShellPerson[];
  readonly chosen: readonly ShellPerson[];
  readonly choose: (people: readonly ShellPerson[]) => void;
}

const Label = ({ person }: { readonly person: ShellPerson }) => (
  <Persona
    name={person.displayName}
    secondaryText={person.jobTitle}
    avatar={{ color: "colorful", "aria-hidden": true }}
  />
);

const Single = ({ people, chosen, choose }: ChoiceProps) => (
  <RadioGroup
    value={chosen[0]?.id ?? ""}
    onChange={(_event, { value }) => choose(people.filter(({ id }) => id === value))}
  >
    {people.map((person) => (
      <Radio key={person.id} value={person.id} label={<Label person={person} />} />
    ))}
  </RadioGroup>
);

const Several = ({ people, chosen, choose }: ChoiceProps) => (
  <>
    {people.map((person) => (
      <Checkbox
        key={person.id}
        label={<Label person={person} />}
        checked={chosen.some(({ id }) => id === person.id)}
        onChange={(_event, { checked }) => {
          const others = chosen.filter(({ id }) => id !== person.id);
          choose(checked === true ? [...others, person] : others);
        }}
      />
    ))}
  </>
);

const OpenPicker = ({ request }: { readonly request: PeopleRequest }) => {
  const styles = useStyles();
  const texts = useTexts();
  const { questions } = useShell();
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState<readonly ShellPerson[] | undefined>(undefined);
  const people = useFound(search);
  const current = chosen ?? people.filter(({ id }) => request.selectedIds.includes(id));
  const Choice = request.single ? Single : Several;
  const finish = (): void =>
    questions.answerPicker(current.map(({ id, displayName, mail }) => ({ objectId: id, displayName, email: mail })));
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && questions.answerPicker(undefined)}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{request.title ?? (request.single ? texts.pickPerson : texts.pickPeople)}</DialogTitle>
          <DialogContent className={styles.content}>
            <Input
              type="search"
              aria-label={texts.searchPeople}
              placeholder={texts.searchPeople}
              contentBefore={<SearchRegular />}
              value={search}
              onChange={(_event, { value }) => setSearch(value)}
            />
            <div className={styles.list}>
              {people.length === 0 ? (
                <Body1 className={styles.quiet}>{texts.nobodyFound}</Body1>
              ) : (
                <Choice people={people} chosen={current} choose={setChosen} />
              )}
            </div>
            <Caption1 className={styles.quiet} aria-live="polite">
              {texts.chosen(current.length)}
            </Caption1>
          </DialogContent>
          <DialogActions>
            <Button onClick={() => questions.answerPicker(undefined)}>{texts.cancel}</Button>
            <Button appearance="primary" disabledFocusable={current.length === 0} onClick={finish}>
              {texts.done}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};

/** What `people.selectPeople` opens. [TS17] */
export const PeoplePicker = () => {
  const request = useShellState((state) => state.picker);
  return request === undefined ? null : <OpenPicker request={request} />;
};
