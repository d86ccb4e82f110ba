import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Link,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Select,
  Spinner,
  Text,
  tokens,
} from "@fluentui/react-components";
import { lazy, Suspense, useEffect, useMemo, useRef } from "react";
import type { AccessError } from "#shared/ports/access.ts";
import type { Channels } from "#shared/ports/channels.ts";
import type { Host } from "#shared/ports/host.ts";
import type { SignIn } from "#shared/ports/signIn.ts";
import { accessText } from "../access/accessText.ts";
import { useShownDialog } from "../dialog/useShownDialog.ts";
import { useUi } from "../UiContext.ts";
import { statusCard, type StatusFactsForCard } from "./statusCard.ts";
import { useShareStatus, type PreferredChannel, type ShareStatus as Share } from "./useShareStatus.ts";

const CardPreview = lazy(async () => ({ default: (await import("./CardPreview.tsx")).CardPreview }));

const useStyles = makeStyles({
  content: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    // Room for the focus outlines of what lies at the edge.
    padding: "2px",
    // Where it is low, the whole is scrolled; nothing is squeezed.
    "> *": { flexShrink: 0 },
  },
});

export interface ShareStatusProps {
  readonly facts: StatusFactsForCard;
  readonly channels: Channels;
  readonly signIn: Pick<SignIn, "interact">;
  readonly host: Pick<Host, "open">;
  readonly preferred: PreferredChannel;
  readonly onClose: () => void;
}

/** Shows the card as it will look, asks for a channel, posts it. */
export const ShareStatus = ({ facts, channels, signIn, host, preferred, onClose }: ShareStatusProps) => {
  const styles = useStyles();
  const ui = useUi();
  const { share } = ui.messages;
  const card = useMemo(() => statusCard(facts, ui), [facts, ui]);
  const summary = share.summary(facts.unitName, facts.cycleName);
  const state = useShareStatus({ channels, signIn, card, summary, preferred });
  const posted = state.posting.kind === "posted" ? state.posting : undefined;
  const { shown, closeAnd } = useShownDialog(onClose);
  return (
    <Dialog {...shown}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{share.title}</DialogTitle>
          <DialogContent className={styles.content}>
            <Text>{share.preview}</Text>
            <Suspense fallback={<Spinner size="tiny" aria-label={share.preview} />}>
              <CardPreview card={card} label={summary} />
            </Suspense>
            {posted ? undefined : <Choice state={state} />}
            <Outcome state={state} onOpen={(url) => void host.open(url)} />
          </DialogContent>
          <DialogActions>
            {posted ? undefined : (
              <Button
                appearance="primary"
                disabledFocusable={!state.channel || state.posting.kind === "posting"}
                icon={state.posting.kind === "posting" ? <Spinner size="tiny" aria-hidden="true" /> : null}
                onClick={() => void state.post()}
              >
                {state.posting.kind === "posting" ? share.posting : share.post}
              </Button>
            )}
            <Button onClick={closeAnd(onClose)}>{posted ? share.close : share.cancel}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};

const Choice = ({ state }: { readonly state: Share }) => {
  const { messages } = useUi();
  const { share } = messages;
  if (state.teams.kind === "failed") return <Refused error={state.teams.error} state={state} onRetry={state.again} />;
  if (state.teams.kind !== "ready") return <Spinner size="tiny" label={share.loadingTeams} />;
  if (state.teams.items.length === 0) return <Text>{share.noTeams}</Text>;
  return (
    <>
      <Field label={share.team}>
        <Select value={state.team?.id ?? ""} onChange={(_, { value }) => state.chooseTeam(value)}>
          {state.teams.items.map((team) => (
            <option key={team.id} value={team.id}>
              {team.name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={share.channel}>
        <Select
          value={state.channel?.id ?? ""}
          disabled={state.channels.kind !== "ready"}
          onChange={(_, { value }) => state.chooseChannel(value)}
        >
          {state.channels.kind === "ready"
            ? state.channels.items.map((channel) => (
                <option key={channel.id} value={channel.id}>
                  {channel.name}
                </option>
              ))
            : undefined}
        </Select>
      </Field>
      {state.channels.kind === "failed" ? (
        <Refused error={state.channels.error} state={state} onRetry={state.again} />
      ) : undefined}
    </>
  );
};

const Outcome = ({ state, onOpen }: { readonly state: Share; readonly onOpen: (url: string) => void }) => {
  const { messages } = useUi();
  const { share } = messages;
  if (state.posting.kind === "failed") {
    return <Refused error={state.posting.error} state={state} />;
  }
  if (state.posting.kind !== "posted") return undefined;
  const { webUrl } = state.posting.message;
  return (
    <MessageBar intent="success" role="status">
      <MessageBarBody>
        {share.posted(state.posting.channel.name)}{" "}
        {webUrl === undefined ? undefined : (
          <Link as="button" onClick={() => onOpen(webUrl)}>
            {share.openMessage}
          </Link>
        )}
      </MessageBarBody>
    </MessageBar>
  );
};

interface RefusedProps {
  readonly error: AccessError;
  readonly state: Share;
  /** Absent where the button that failed is still there. */
  readonly onRetry?: () => Promise<void>;
}

/** What asking once explains; other reasons need their own words. */
const ASKABLE: ReadonlySet<string> = new Set(["interactionRequired", "consentRequired", "cancelled"]);

const Refused = ({ error, state, onRetry }: RefusedProps) => {
  const { messages } = useUi();
  const known = accessText(error, messages);
  const askable = error.type === "SignInNeeded" && ASKABLE.has(error.reason);
  const act = known.next === "signIn" ? state.allow : onRetry;
  const place = useRef<HTMLDivElement>(null);
  // On a low screen it stands below the card, out of sight.
  useEffect(() => {
    place.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <div ref={place}>
      <MessageBar intent={askable ? "info" : "error"} layout="multiline" role="alert">
        <MessageBarBody>{askable ? messages.share.allowWhy : `${known.title}. ${known.text}`}</MessageBarBody>
        {act ? (
          <MessageBarActions>
            <Button appearance="primary" onClick={() => void act()}>
              {askable ? messages.share.allow : known.button}
            </Button>
          </MessageBarActions>
        ) : undefined}
      </MessageBar>
    </div>
  );
};
