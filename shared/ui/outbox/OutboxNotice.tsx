import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { draftOf, type CheckInDraft } from "#shared/application/recordCheckIn.ts";
import { pendingCheckIns, type PendingCheckIn } from "#shared/application/outbox/pendingCheckIns.ts";
import type { OutboxState } from "#shared/application/outbox/outbox.ts";
import type { ReadonlyStore } from "#shared/application/store.ts";
import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import type { KeyResultId } from "#shared/domain/okr/ids.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { SignIn } from "#shared/ports/signIn.ts";
import { useStore } from "../store.ts";
import type { Messages } from "../text/en.ts";
import { useUi } from "../UiContext.ts";
import type { OutboxServices } from "./services.ts";

const WAITING_TEXTS = { Offline: "offline", Busy: "busy", SignInNeeded: "signIn" } as const;

const waitingText = (failure: AccessError, n: number, { outbox }: Messages): string => {
  const { type } = failure;
  const key = type === "Offline" || type === "Busy" || type === "SignInNeeded" ? WAITING_TEXTS[type] : "other";
  return outbox[key](n);
};

export interface OutboxNoticeProps {
  readonly outbox: OutboxServices;
  readonly signIn: Pick<SignIn, "interact">;
  /** Entries whose form waits for the answer and says it itself. */
  readonly asking: ReadonlyStore<ReadonlySet<string>>;
  readonly keepDraft: (id: KeyResultId, draft: CheckInDraft) => void;
  /** Brings somebody to the form of a check-in that was not accepted. */
  readonly onEdit: (checkIn: CheckIn) => void;
}

/** What waits on this device and why, and what was not accepted; nothing while all is well. */
export const OutboxNotice = (props: OutboxNoticeProps) => {
  const state = useStore(props.outbox.state);
  const pending = pendingCheckIns(state.entries);
  const asking = useStore(props.asking);
  const refused = pending.filter(({ id, refusal }) => refusal !== undefined && !asking.has(id));
  const waiting = pending.filter(({ refusal }) => refusal === undefined).length;
  return (
    <>
      {waiting > 0 && state.failure ? (
        <Waiting {...props} count={waiting} failure={state.failure} running={state.running !== undefined} />
      ) : undefined}
      {refused.map((one) => (
        <Refused key={one.id} {...props} pending={one} entries={state.entries} />
      ))}
    </>
  );
};

interface WaitingProps extends OutboxNoticeProps {
  readonly count: number;
  readonly failure: AccessError;
  readonly running: boolean;
}

const Waiting = ({ outbox, signIn, count, failure, running }: WaitingProps) => {
  const { messages } = useUi();
  const needsSignIn = failure.type === "SignInNeeded";
  const send = async (): Promise<void> => {
    if (failure.type === "SignInNeeded") {
      const signedIn = await signIn.interact(failure.scopes);
      if (!signedIn.ok) return;
    }
    await outbox.sendNow();
  };
  const label = needsSignIn ? messages.outbox.signInAndSend : messages.outbox.sendNow;
  return (
    <MessageBar intent="info">
      <MessageBarBody>{waitingText(failure, count, messages)}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" disabledFocusable={running} onClick={() => void send()}>
          {running ? messages.outbox.sending : label}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
};

interface RefusedProps extends OutboxNoticeProps {
  readonly pending: PendingCheckIn;
  readonly entries: OutboxState["entries"];
}

const Refused = ({ outbox, keepDraft, onEdit, pending, entries }: RefusedProps) => {
  const { messages } = useUi();
  const { id, label, checkIn, refusal } = pending;
  const edit = async (): Promise<void> => {
    const entry = entries.find((one) => one.id === id);
    if (entry) keepDraft(checkIn.keyResultId, draftOf(entry));
    await outbox.withdraw(new Set([id]));
    onEdit(checkIn);
  };
  return (
    <MessageBar intent="error">
      <MessageBarBody>
        <MessageBarTitle>{messages.outbox.refused(label)}</MessageBarTitle>{" "}
        {refusal?.type === "Invalid"
          ? messages.outbox.refusedBecause(refusal.message)
          : messages.outbox.refusedForbidden}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => void edit()}>
          {messages.outbox.edit}
        </Button>
        <Button size="small" onClick={() => void outbox.withdraw(new Set([id]))}>
          {messages.outbox.discard}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
};
