import {
  Badge,
  Button,
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Spinner,
  Text,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import { LockClosedRegular, LockOpenRegular } from "@fluentui/react-icons";
import { useRef, useState } from "react";
import {
  isOpenDraft,
  type LookedAt,
  type Publishing,
  type PublishError,
} from "#shared/application/protection/publishing.ts";
import type { Result } from "#shared/domain/result.ts";
import { accessText } from "../access/accessText.ts";
import { localTexts } from "../text/localTexts.ts";
import type { Messages } from "../text/en.ts";
import { useUi } from "../UiContext.ts";
import { publishEn, type PublishTexts } from "./text/en.ts";

const useTexts = localTexts<PublishTexts>({
  en: publishEn,
  de: async () => (await import("./text/de.ts")).publishDe,
  ar: async () => (await import("./text/ar.ts")).publishAr,
});

const useStyles = makeStyles({
  bar: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, ":focus": { outlineStyle: "none" } },
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, maxWidth: "40rem" },
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalM },
  hint: { flex: "1 1 14rem", color: tokens.colorNeutralForeground2 },
});

export interface PublishBarProps {
  readonly okr: LookedAt;
  readonly publishing: Publishing;
  /** The objective lies elsewhere now; shows it anew. */
  readonly onMoved: () => Promise<void>;
}

/** Whether an objective is a draft or agreed, and what a lead can do about it. */
export const PublishBar = ({ okr, publishing, onMoved }: PublishBarProps) => {
  const styles = useStyles();
  const texts = useTexts();
  const [asking, setAsking] = useState(false);
  const [working, setWorking] = useState(false);
  const [outcome, setOutcome] = useState<Result<string, PublishError>>();
  const bar = useRef<HTMLDivElement>(null);
  const draft = isOpenDraft(okr);
  const act = async (work: () => Promise<Result<void, PublishError>>, done: string): Promise<void> => {
    setWorking(true);
    setOutcome(undefined);
    const result = await work();
    if (result.ok) setAsking(false);
    // What somebody else changed has to be seen before anything is decided.
    if (result.ok || result.error.type === "ChangedMeanwhile") await onMoved();
    setOutcome(result.ok ? { ok: true, value: done } : result);
    setWorking(false);
    // The button or the form that was used is gone.
    if (result.ok) bar.current?.focus();
  };
  const stopAsking = (): void => {
    setAsking(false);
    bar.current?.focus();
  };
  return (
    <div className={styles.bar} ref={bar} tabIndex={-1} role="group" aria-label={draft ? texts.draft : texts.locked}>
      <div className={styles.row}>
        <Standing draft={draft} texts={texts} />
        {draft ? (
          <Button
            appearance="primary"
            disabledFocusable={working}
            icon={working ? <Spinner size="tiny" aria-hidden="true" /> : <LockClosedRegular />}
            onClick={() => void act(() => publishing.publish(okr), texts.published)}
          >
            {working ? texts.publishing : texts.publish}
          </Button>
        ) : asking ? undefined : (
          <Button
            icon={<LockOpenRegular />}
            onClick={() => {
              setOutcome(undefined);
              setAsking(true);
            }}
          >
            {texts.unlock}
          </Button>
        )}
      </div>
      {asking && !draft ? (
        <UnlockForm
          texts={texts}
          working={working}
          onCancel={stopAsking}
          onUnlock={(reason) => void act(() => publishing.unlock(okr, reason), texts.unlocked)}
        />
      ) : undefined}
      {outcome ? <Outcome outcome={outcome} texts={texts} /> : undefined}
    </div>
  );
};

const Standing = ({ draft, texts }: { readonly draft: boolean; readonly texts: PublishTexts }) => {
  const styles = useStyles();
  return (
    <>
      <Badge
        appearance="tint"
        color={draft ? "warning" : "success"}
        icon={draft ? <LockOpenRegular /> : <LockClosedRegular />}
      >
        {draft ? texts.draft : texts.locked}
      </Badge>
      <Text size={200} className={styles.hint}>
        {draft ? texts.draftHint : texts.lockedHint}
      </Text>
    </>
  );
};

const Outcome = ({
  outcome,
  texts,
}: {
  readonly outcome: Result<string, PublishError>;
  readonly texts: PublishTexts;
}) => {
  const { messages } = useUi();
  return (
    <MessageBar intent={outcome.ok ? "success" : "warning"} layout="multiline" role={outcome.ok ? "status" : "alert"}>
      <MessageBarBody>{outcome.ok ? outcome.value : errorText(outcome.error, texts, messages)}</MessageBarBody>
    </MessageBar>
  );
};

interface UnlockFormProps {
  readonly texts: PublishTexts;
  readonly working: boolean;
  readonly onCancel: () => void;
  readonly onUnlock: (reason: string) => void;
}

const UnlockForm = ({ texts, working, onCancel, onUnlock }: UnlockFormProps) => {
  const styles = useStyles();
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const unlock = (): void => {
    const given = reason.trim();
    setMissing(given === "");
    if (given !== "") onUnlock(given);
  };
  return (
    <form
      className={styles.form}
      noValidate
      aria-label={texts.unlockTitle}
      onSubmit={(event) => {
        event.preventDefault();
        unlock();
      }}
    >
      <Field
        label={texts.reason}
        hint={texts.unlockHint}
        required
        {...(missing ? { validationMessage: texts.reasonNeeded } : {})}
      >
        <Textarea value={reason} maxLength={1000} autoFocus onChange={(_, { value }) => setReason(value)} />
      </Field>
      <div className={styles.row}>
        <Button
          appearance="primary"
          type="submit"
          disabledFocusable={working}
          icon={working ? <Spinner size="tiny" aria-hidden="true" /> : null}
        >
          {working ? texts.unlocking : texts.unlock}
        </Button>
        <Button onClick={onCancel}>{texts.cancel}</Button>
      </div>
    </form>
  );
};

/** Enough to find somebody to ask; a group may have hundreds. */
const NAMED_LEADS = 6;

const errorText = (error: PublishError, texts: PublishTexts, messages: Messages): string => {
  if (error.type === "OnlyLeads") {
    const names = [
      ...error.leads.slice(0, NAMED_LEADS).map(({ name }) => name),
      ...(error.leads.length > NAMED_LEADS ? ["…"] : []),
    ].join(", ");
    return names === "" ? texts.onlyLeadsUnnamed : texts.onlyLeads(names);
  }
  if (error.type === "ChangedMeanwhile") return texts.changedMeanwhile(error.by);
  if (error.type === "GoneMeanwhile") return texts.gone;
  if (error.type === "Refused") return texts.refused(error.message);
  const { title, text } = accessText(error, messages);
  return `${title}. ${text}`;
};
