import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { InitiativeEntry } from "#shared/application/initiatives/underWay.ts";
import { parseDay } from "#shared/domain/day.ts";
import type { FieldClash, Side } from "#shared/domain/merge/threeWay.ts";
import type { InitiativeState } from "#shared/domain/okr/initiative.ts";
import type { EntryRefusal } from "#shared/ports/outboxStore.ts";
import { useUi, type Ui } from "../UiContext.ts";
import type { InitiativeServices } from "./services.ts";
import type { InitiativesTexts } from "./text/en.ts";
import { useInitiativesTexts } from "./text/useInitiativesTexts.ts";

export interface InitiativeNoticeProps {
  readonly entry: InitiativeEntry;
  readonly outbox: InitiativeServices["outbox"];
}

/** What stands in the way of something that was typed; nothing while it is only on its way. */
export const InitiativeNotice = ({ entry, outbox }: InitiativeNoticeProps) => {
  const { state } = entry;
  if (state.type === "conflict") return <Conflict entry={entry} clashes={state.clashes} outbox={outbox} />;
  return state.type === "refused" ? <Refused entry={entry} reason={state.reason} outbox={outbox} /> : undefined;
};

const isField = (field: string, texts: InitiativesTexts): field is keyof InitiativesTexts["fields"] =>
  field in texts.fields;

/** A value of a field as people say it. The value is one that the app itself keeps in that field. */
const valueText = (field: string, value: unknown, texts: InitiativesTexts, { format }: Pick<Ui, "format">): string => {
  if (value === undefined || value === "") return texts.nothing;
  if (field === "state") return texts.states[value as InitiativeState];
  if (typeof value === "object" && value !== null && "name" in value) return String(value.name);
  const day = field === "due" && typeof value === "string" ? parseDay(value) : undefined;
  if (day !== undefined) return format.day(day);
  return typeof value === "string" ? value : texts.nothing;
};

const Conflict = ({ entry, clashes, outbox }: InitiativeNoticeProps & { readonly clashes: readonly FieldClash[] }) => {
  const texts = useInitiativesTexts();
  const ui = useUi();
  const isRemoval = entry.write.kind === "removeInitiative";
  const who = entry.state.type === "conflict" ? entry.state.modifiedBy : "";
  const choose = async (side: Side): Promise<void> => {
    await outbox.resolve(entry.id, Object.fromEntries(clashes.map(({ field }) => [field, side])));
    await outbox.sendNow();
  };
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{texts.meanwhile(who, entry.label)}</MessageBarTitle>{" "}
        {isRemoval
          ? texts.removedMeanwhile
          : clashes
              .map(({ field, mine, theirs }) =>
                texts.clash(
                  isField(field, texts) ? texts.fields[field] : field,
                  valueText(field, mine, texts, ui),
                  valueText(field, theirs, texts, ui),
                ),
              )
              .join(" ")}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => void choose("mine")}>
          {texts.keepMine}
        </Button>
        <Button size="small" onClick={() => void choose("theirs")}>
          {texts.keepTheirs}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
};

const reasonText = (reason: EntryRefusal, texts: InitiativesTexts): string => {
  switch (reason.type) {
    case "Forbidden":
      return texts.refusedForbidden;
    case "Gone":
      return texts.refusedGone;
    case "Invalid":
      return texts.refusedBecause(reason.message);
    case "ChangedSince":
      return texts.meanwhile(reason.modifiedBy, "");
  }
};

const Refused = ({ entry, reason, outbox }: InitiativeNoticeProps & { readonly reason: EntryRefusal }) => {
  const texts = useInitiativesTexts();
  const again = async (): Promise<void> => {
    await outbox.retry(new Set([entry.id]));
    await outbox.sendNow();
  };
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{texts.refused(entry.label)}</MessageBarTitle> {reasonText(reason, texts)}
      </MessageBarBody>
      <MessageBarActions>
        {reason.type === "Gone" ? undefined : (
          <Button size="small" onClick={() => void again()}>
            {texts.again}
          </Button>
        )}
        <Button size="small" onClick={() => void outbox.withdraw(new Set([entry.id]))}>
          {texts.discard}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
};
