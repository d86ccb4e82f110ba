import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { Component, lazy, Suspense, useEffect, type ComponentType, type ReactNode } from "react";
import { useUi } from "../UiContext.ts";

/** A part of the app that is fetched when it is first shown. */
export interface Part<Props> {
  (props: Props): ReactNode;
  /** Fetches it beforehand, so that it opens at once, and also without a network. */
  readonly warm: () => void;
}

export interface PartOptions {
  /** Stands in its place until it is there. */
  readonly waiting?: () => ReactNode;
  /**
   * What happens where it cannot be fetched: `say` so in its place, with a button to try again; or `wait` in silence and try again
   * by itself, for what nobody asked for.
   */
  readonly absent?: "say" | "wait";
}

/** Milliseconds until a part that nobody asked for is tried again. */
const AGAIN_AFTER_MS = 10_000;

/** The code could not be fetched: no network, or it was replaced by a newer version of the app. */
class NotFetched extends Error {
  override readonly name = "NotFetched";
}

export const part = <Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { waiting = () => undefined, absent = "say" }: PartOptions = {},
): Part<Props> => {
  let fetched: Promise<{ readonly default: ComponentType<Props> }> | undefined;
  let made: ComponentType<Props> | undefined;
  const fetch = (): Promise<{ readonly default: ComponentType<Props> }> =>
    (fetched ??= load().then(
      (component) => ({ default: component }),
      (cause: unknown) => {
        throw new NotFetched("A part of the app could not be fetched", { cause });
      },
    ));
  const forget = (): void => {
    fetched = undefined;
    made = undefined;
  };
  // Looked up at each rendering: after a failure it is another one.
  const Content = (props: Props): ReactNode => {
    const Fetched = (made ??= lazy(fetch));
    return <Fetched {...props} />;
  };
  const Absent = absent === "say" ? SaidAbsent : WaitingAbsent;
  const Shown = (props: Props): ReactNode => (
    <Boundary onRetry={forget} Absent={Absent} waiting={waiting()}>
      <Suspense fallback={waiting()}>
        <Content {...props} />
      </Suspense>
    </Boundary>
  );
  return Object.assign(Shown, { warm: () => void fetch().catch(forget) });
};

interface BoundaryProps {
  readonly children: ReactNode;
  readonly onRetry: () => void;
  readonly Absent: ComponentType<AbsentProps>;
  readonly waiting: ReactNode;
}

/** Keeps the rest of the page when a part cannot be fetched. Other errors are bugs and go on upwards. */
class Boundary extends Component<BoundaryProps, { readonly error?: unknown }> {
  override state: { readonly error?: unknown } = {};

  static getDerivedStateFromError(error: unknown): { readonly error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    const { children, Absent, waiting, onRetry } = this.props;
    const { error } = this.state;
    if (error === undefined) return children;
    if (!(error instanceof NotFetched)) throw error;
    const retry = (): void => {
      onRetry();
      this.setState({ error: undefined });
    };
    return <Absent retry={retry}>{waiting}</Absent>;
  }
}

interface AbsentProps {
  readonly retry: () => void;
  readonly children: ReactNode;
}

const SaidAbsent = ({ retry }: AbsentProps) => {
  const { messages } = useUi();
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>{messages.app.partMissing}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={retry}>
          {messages.access.tryAgain}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
};

const WaitingAbsent = ({ retry, children }: AbsentProps) => {
  const { clock } = useUi();
  useEffect(() => clock.after(AGAIN_AFTER_MS, retry), [clock, retry]);
  return children;
};
