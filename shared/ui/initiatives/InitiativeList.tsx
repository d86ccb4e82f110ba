import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { initiativeId } from "#shared/domain/okr/ids.ts";
import { isOpen, serving, tallyInitiatives, type Initiative } from "#shared/domain/okr/initiative.ts";
import type { KeyResult } from "#shared/domain/okr/keyResult.ts";
import type { Objective } from "#shared/domain/okr/objective.ts";
import { InitiativeForm } from "./InitiativeForm.tsx";
import { InitiativeRow } from "./InitiativeRow.tsx";
import type { InitiativeServices } from "./services.ts";
import type { InitiativesTexts } from "./text/en.ts";
import { useInitiativesTexts } from "./text/useInitiativesTexts.ts";
import { partOf, type InitiativesView } from "./useInitiatives.ts";

const useStyles = makeStyles({
  section: { marginBlockStart: tokens.spacingVerticalS },
  head: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: tokens.spacingHorizontalM },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { listStyleType: "none", margin: 0, padding: 0 },
});

export interface InitiativeListProps {
  readonly view: InitiativesView;
  readonly services: InitiativeServices;
  readonly objective: Objective;
  /** Absent: those of the objective as a whole. */
  readonly keyResult?: KeyResult;
  /** Its cycle is closed: nothing is added or changed. */
  readonly isFixed: boolean;
}

const tallyText = (initiatives: readonly Initiative[], view: InitiativesView, texts: InitiativesTexts): string => {
  const { notStarted, underWay, overdue } = tallyInitiatives(initiatives, view.today);
  const open = notStarted + underWay;
  return [...(open > 0 ? [texts.open(open)] : []), ...(overdue > 0 ? [texts.overdue(overdue)] : [])].join(" · ");
};

/** The work for a key result or an objective: what is open, and on request what is done or dropped. */
export const InitiativeList = ({ view, services, objective, keyResult, isFixed }: InitiativeListProps) => {
  const styles = useStyles();
  const texts = useInitiativesTexts();
  const [isAdding, setAdding] = useState(false);
  const [showsClosed, setShowsClosed] = useState(false);
  const initiatives = partOf(view, keyResult?.id);
  const closed = initiatives.filter((initiative) => !isOpen(initiative));
  // What somebody has to decide about is never folded away.
  const shown = initiatives.filter(
    (initiative) => showsClosed || isOpen(initiative) || view.byId.get(initiative.id)?.entry !== undefined,
  );
  const hidden = initiatives.length - shown.length;
  const { title } = keyResult ?? objective;
  if (initiatives.length === 0 && isFixed) return undefined;
  return (
    <section className={styles.section} aria-label={texts.of(title)}>
      <div className={styles.head}>
        <h4 className={styles.heading}>{texts.title}</h4>
        <Text size={200}>{tallyText(initiatives, view, texts)}</Text>
        {isFixed ? undefined : (
          <Button
            size="small"
            appearance="subtle"
            icon={<AddRegular />}
            aria-label={texts.addTo(title)}
            aria-expanded={isAdding}
            onClick={() => setAdding(!isAdding)}
          >
            {texts.add}
          </Button>
        )}
      </div>
      {isAdding ? (
        <NewInitiative
          {...{ view, services, objective, isFixed }}
          {...(keyResult ? { keyResult } : {})}
          onClose={() => setAdding(false)}
        />
      ) : undefined}
      <ul className={styles.list}>
        {shown.map(({ id }) => {
          const one = view.byId.get(id);
          return one ? (
            <InitiativeRow key={id} shown={one} view={view} outbox={services.outbox} isFixed={isFixed} />
          ) : undefined;
        })}
      </ul>
      {hidden > 0 ? (
        <Button appearance="transparent" size="small" onClick={() => setShowsClosed(true)}>
          {texts.showClosed(closed.length)}
        </Button>
      ) : undefined}
    </section>
  );
};

const NewInitiative = ({
  view,
  services,
  objective,
  keyResult,
  onClose,
}: InitiativeListProps & { readonly onClose: () => void }) => {
  const texts = useInitiativesTexts();
  // Made with the form: saving twice stores it once.
  const [initiative] = useState<Initiative>(() => ({
    id: initiativeId(services.newId()),
    ...serving(objective, keyResult),
    title: "",
    state: "notStarted",
    note: "",
    ...(view.me ? { owner: view.me } : {}),
  }));
  return (
    <InitiativeForm
      initiative={initiative}
      isNew
      label={texts.addTo((keyResult ?? objective).title)}
      people={view.people}
      onSave={(after) => view.edit({ kind: "make", after })}
      onClose={onClose}
    />
  );
};
