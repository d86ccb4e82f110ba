import {
  Button,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Select,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from "react";
import {
  draftOfInitiative,
  readInitiative,
  type InitiativeDraft,
  type InitiativeDraftProblem,
} from "#shared/application/initiatives/readInitiative.ts";
import { INITIATIVE_STATES, type Initiative, type InitiativeState } from "#shared/domain/okr/initiative.ts";
import type { Person } from "#shared/domain/okr/person.ts";
import type { InitiativesTexts } from "./text/en.ts";
import { useInitiativesTexts } from "./text/useInitiativesTexts.ts";

const useStyles = makeStyles({
  form: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(11rem, 100%), 1fr))",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    marginBlock: tokens.spacingVerticalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  wide: { gridColumn: "1 / -1" },
  // Fluent's own least width is more than a narrow pane has.
  input: { minWidth: 0, width: "100%" },
  buttons: { gridColumn: "1 / -1", display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

const problemText = (problem: InitiativeDraftProblem, texts: InitiativesTexts): string => {
  switch (problem.type) {
    case "TitleMissing":
      return texts.titleMissing;
    case "TitleTooLong":
      return texts.titleTooLong(problem.by);
    case "DayUnreadable":
      return texts.dayUnreadable;
    case "LinkUnreadable":
      return texts.linkUnreadable;
  }
};

type FieldName = "title" | "due" | "link";

const FIELDS: Readonly<Record<InitiativeDraftProblem["type"], FieldName>> = {
  TitleMissing: "title",
  TitleTooLong: "title",
  DayUnreadable: "due",
  LinkUnreadable: "link",
};

export interface InitiativeFormProps {
  /** For what is made, everything but what is typed. */
  readonly initiative: Initiative;
  readonly isNew: boolean;
  readonly label: string;
  readonly people: readonly Person[];
  /** False when it could not be kept. */
  readonly onSave: (initiative: Initiative) => Promise<boolean>;
  readonly onRemove?: () => Promise<boolean>;
  readonly onClose: () => void;
}

/** An initiative in one line and a few fields; Enter in a line saves, Escape closes. */
export const InitiativeForm = (props: InitiativeFormProps) => {
  const { initiative, isNew, label, people, onSave, onRemove, onClose } = props;
  const styles = useStyles();
  const texts = useInitiativesTexts();
  const [draft, setDraft] = useState<InitiativeDraft>(() => draftOfInitiative(initiative));
  const [problem, setProblem] = useState<InitiativeDraftProblem>();
  const [failed, setFailed] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (problem) form.current?.querySelector<HTMLElement>(`[name="${FIELDS[problem.type]}"]`)?.focus();
  }, [problem]);
  const change = (next: Partial<InitiativeDraft>): void => {
    setDraft({ ...draft, ...next });
    setProblem(undefined);
  };
  const finish = async (done: Promise<boolean>): Promise<void> => {
    setFailed(false);
    if (await done) onClose();
    else setFailed(true);
  };
  const save = (event: FormEvent): void => {
    event.preventDefault();
    const read = readInitiative(draft, initiative);
    if (read.ok) void finish(onSave(read.value));
    else setProblem(read.error);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    // Office listens on the window for Escape and would move the focus out of the pane.
    event.stopPropagation();
    onClose();
  };
  const said = (field: FieldName) => {
    const isHere = problem !== undefined && FIELDS[problem.type] === field;
    return { validationMessage: isHere ? problemText(problem, texts) : null };
  };
  return (
    // The keyboard shortcuts only add to what the buttons do.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form ref={form} className={styles.form} aria-label={label} noValidate onSubmit={save} onKeyDown={onKeyDown}>
      <Field className={styles.wide} label={texts.what} {...said("title")}>
        <Input
          name="title"
          className={styles.input}
          value={draft.title}
          autoComplete="off"
          autoFocus
          dir="auto"
          onChange={(_, { value }) => change({ title: value })}
        />
      </Field>
      {isNew ? undefined : (
        <Field label={texts.state}>
          <Select
            className={styles.input}
            value={draft.state}
            onChange={(_, { value }) => change({ state: value as InitiativeState })}
          >
            {INITIATIVE_STATES.map((state) => (
              <option key={state} value={state}>
                {texts.states[state]}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field label={texts.dueDay} {...said("due")}>
        <Input
          name="due"
          type="date"
          className={styles.input}
          value={draft.due}
          onChange={(_, { value }) => change({ due: value })}
        />
      </Field>
      <Field label={texts.owner}>
        <OwnerSelect owner={draft.owner} people={people} onChange={(owner) => change({ owner })} />
      </Field>
      <Field className={styles.wide} label={texts.link} {...said("link")}>
        <Input
          name="link"
          type="url"
          inputMode="url"
          className={styles.input}
          value={draft.link}
          autoComplete="off"
          onChange={(_, { value }) => change({ link: value })}
        />
      </Field>
      <Field className={styles.wide} label={texts.note}>
        <Textarea
          value={draft.note}
          resize="vertical"
          dir="auto"
          onChange={(_, { value }) => change({ note: value })}
        />
      </Field>
      {failed ? (
        <MessageBar className={styles.wide} intent="error" layout="multiline" role="alert">
          <MessageBarBody>{texts.notKept}</MessageBarBody>
        </MessageBar>
      ) : undefined}
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary">
          {texts.save}
        </Button>
        <Button onClick={onClose}>{texts.cancel}</Button>
        {onRemove ? <RemoveButton texts={texts} onRemove={() => void finish(onRemove())} /> : undefined}
      </div>
    </form>
  );
};

const OwnerSelect = ({
  owner,
  people,
  onChange,
  ...field
}: {
  readonly owner: Person | undefined;
  readonly people: readonly Person[];
  readonly onChange: (owner: Person | undefined) => void;
}) => {
  const styles = useStyles();
  const texts = useInitiativesTexts();
  // Somebody whom nobody found in the directory has no id.
  const known = owner && !people.some(({ id }) => id === owner.id) ? [owner, ...people] : people;
  return (
    <Select
      {...field}
      className={styles.input}
      value={owner?.id ?? "nobody"}
      onChange={(_, { value }) => onChange(known.find(({ id }) => id === value))}
    >
      <option value="nobody">{texts.nobody}</option>
      {known.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  );
};

/** Asks once more in its own place. */
const RemoveButton = ({ texts, onRemove }: { readonly texts: InitiativesTexts; readonly onRemove: () => void }) => {
  const [isAsked, setAsked] = useState(false);
  return (
    <Button appearance="subtle" onClick={() => (isAsked ? onRemove() : setAsked(true))}>
      {isAsked ? texts.removeSurely : texts.remove}
    </Button>
  );
};
