import { Button, Link, makeStyles, Select, Text, tokens } from "@fluentui/react-components";
import { CalendarErrorRegular, EditRegular } from "@fluentui/react-icons";
import { useState } from "react";
import type { InitiativeUnderWay } from "#shared/application/initiatives/underWay.ts";
import { revision as asRevision } from "#shared/domain/okr/ids.ts";
import {
  daysOverdue,
  INITIATIVE_STATES,
  isOpen,
  type Initiative,
  type InitiativeState,
} from "#shared/domain/okr/initiative.ts";
import { WaitingBadge } from "../outbox/WaitingBadge.tsx";
import { useUi } from "../UiContext.ts";
import { InitiativeForm } from "./InitiativeForm.tsx";
import { InitiativeNotice } from "./InitiativeNotice.tsx";
import type { InitiativeServices } from "./services.ts";
import { useInitiativesTexts } from "./text/useInitiativesTexts.ts";
import type { InitiativesView } from "./useInitiatives.ts";

/** From here on the state stands beside the text; below it stands under it. */
const WIDE = "@container (min-width: 30rem)";

const useStyles = makeStyles({
  row: { containerType: "inline-size", paddingBlock: tokens.spacingVerticalXS },
  line: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    gridTemplateAreas: '"text edit" "state state"',
    alignItems: "start",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    [WIDE]: { gridTemplateColumns: "minmax(0, 1fr) 9rem auto", gridTemplateAreas: '"text state edit"' },
  },
  text: { gridArea: "text", minWidth: 0 },
  state: { gridArea: "state", minWidth: 0, maxWidth: "9rem" },
  edit: { gridArea: "edit" },
  title: { overflowWrap: "anywhere", unicodeBidi: "plaintext", textAlign: "left", display: "block" },
  facts: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  overdue: {
    display: "inline-flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  link: { fontSize: "inherit" },
  note: {
    overflowWrap: "anywhere",
    whiteSpace: "pre-line",
    unicodeBidi: "plaintext",
    textAlign: "left",
    display: "block",
  },
});

export interface InitiativeRowProps {
  readonly shown: InitiativeUnderWay;
  readonly view: InitiativesView;
  readonly outbox: InitiativeServices["outbox"];
  /** Its cycle is closed. */
  readonly isFixed: boolean;
}

export const InitiativeRow = ({ shown, view, outbox, isFixed }: InitiativeRowProps) => {
  const styles = useStyles();
  const texts = useInitiativesTexts();
  const [isEditing, setEditing] = useState(false);
  const { initiative, entry } = shown;
  // What is not stored yet has none; the outbox puts the change on top of what it stores.
  const revision = shown.revision ?? asRevision("");
  const change = (after: Initiative): Promise<boolean> =>
    view.edit({ kind: "change", before: initiative, after, revision });
  return (
    <li className={styles.row}>
      <div className={styles.line}>
        <div className={styles.text}>
          <Text className={styles.title}>{initiative.title}</Text>
          <Facts initiative={initiative} view={view} isWaiting={entry?.state.type === "waiting"} />
        </div>
        {isFixed ? (
          <Text className={styles.state}>{texts.states[initiative.state]}</Text>
        ) : (
          <Select
            className={styles.state}
            size="small"
            aria-label={texts.stateOf(initiative.title)}
            value={initiative.state}
            onChange={(_, { value }) => void change({ ...initiative, state: value as InitiativeState })}
          >
            {INITIATIVE_STATES.map((state) => (
              <option key={state} value={state}>
                {texts.states[state]}
              </option>
            ))}
          </Select>
        )}
        {isFixed ? undefined : (
          <Button
            className={styles.edit}
            size="small"
            appearance="subtle"
            icon={<EditRegular />}
            aria-label={texts.edit(initiative.title)}
            aria-expanded={isEditing}
            onClick={() => setEditing(!isEditing)}
          />
        )}
      </div>
      {entry ? <InitiativeNotice entry={entry} outbox={outbox} /> : undefined}
      {isEditing ? (
        <InitiativeForm
          initiative={initiative}
          isNew={false}
          label={texts.edit(initiative.title)}
          people={view.people}
          onSave={change}
          onRemove={() => view.edit({ kind: "remove", before: initiative, revision })}
          onClose={() => setEditing(false)}
        />
      ) : undefined}
    </li>
  );
};

const Facts = ({
  initiative,
  view,
  isWaiting,
}: {
  readonly initiative: Initiative;
  readonly view: InitiativesView;
  readonly isWaiting: boolean;
}) => {
  const styles = useStyles();
  const texts = useInitiativesTexts();
  const { format } = useUi();
  const { owner, due, link, note, title } = initiative;
  const late = daysOverdue(initiative, view.today);
  return (
    <>
      <div className={styles.facts}>
        {owner ? <bdi>{owner.name}</bdi> : <span>{texts.nobody}</span>}
        {due === undefined || late === undefined ? undefined : (
          <span className={styles.overdue}>
            <CalendarErrorRegular aria-hidden="true" />
            {texts.overdueBy(late, format.day(due))}
          </span>
        )}
        {due !== undefined && late === undefined ? <span>{texts.due(format.day(due))}</span> : undefined}
        {due === undefined && isOpen(initiative) ? <span>{texts.noDay}</span> : undefined}
        {link === undefined ? undefined : (
          <Link
            className={styles.link}
            href={link}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={texts.openLinkOf(title)}
          >
            {texts.openLink}
          </Link>
        )}
        {isWaiting ? <WaitingBadge /> : undefined}
      </div>
      {note === "" ? undefined : (
        <Text size={200} className={styles.note}>
          {note}
        </Text>
      )}
    </>
  );
};
