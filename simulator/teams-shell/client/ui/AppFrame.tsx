import { Button, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { ErrorCircleRegular, ShieldErrorRegular } from "@fluentui/react-icons";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { LoadState } from "../protocol/loading.ts";
import type { PageSpec } from "../shell/state.ts";
import { EmptyState } from "./EmptyState.tsx";
import type { Texts } from "./text/en.ts";
import { useShell, useShellState, useTexts } from "./useShell.ts";

const useStyles = makeStyles({
  box: {
    position: "relative",
    flexGrow: 1,
    minHeight: 0,
    minWidth: 0,
    display: "flex",
    backgroundColor: tokens.colorNeutralBackground3,
  },
  frame: { flexGrow: 1, border: "none", minWidth: 0, width: "100%", height: "100%" },
  cover: { position: "absolute", inset: 0, display: "flex", backgroundColor: tokens.colorNeutralBackground3 },
  spinner: { margin: "auto" },
});

/** What Teams lets a page do; in particular not to navigate the client away. */
const sandbox = [
  "allow-downloads",
  "allow-forms",
  "allow-modals",
  "allow-pointer-lock",
  "allow-popups",
  "allow-popups-to-escape-sandbox",
  "allow-same-origin",
  "allow-scripts",
].join(" ");

const problemText = (load: LoadState, texts: Texts, limit: number): string | undefined => {
  if (load.type === "timedOut") return texts.pageTimedOut(Math.round(limit / 1000));
  if (load.type !== "failed") return undefined;
  const { reason, message } = load;
  return texts.pageReportedFailure(message === undefined ? reason : `${reason}, ${message}`);
};

/** Tells the shell when the page has used up its time; starts again when the page loads again. */
const useLoadLimit = (page: PageSpec, load: LoadState): void => {
  const { session, pageReported } = useShell();
  const waiting = load.type === "loading" || load.type === "loaded";
  useEffect(() => {
    if (!waiting) return undefined;
    const timer = setTimeout(() => pageReported(page.id, { type: "limitReached" }), session.loadLimit);
    return () => clearTimeout(timer);
  }, [waiting, page.id, pageReported, session.loadLimit]);
};

const OpenFrame = ({ page, url }: { readonly page: PageSpec; readonly url: URL }) => {
  const styles = useStyles();
  const texts = useTexts();
  const shell = useShell();
  const frame = useRef<HTMLIFrameElement>(null);
  const load = useShellState((state) => state.loads[page.id]) ?? shell.loadOf(shell.store.get(), page.id);
  // The place a page stands in does not change while it is open: a new place is a new page.
  const [attached] = useState(page);
  const [attempt, setAttempt] = useState(1);
  useLayoutEffect(() => {
    const window = attempt > 0 ? frame.current?.contentWindow : undefined;
    return window ? shell.attach(window, attached, url.origin) : undefined;
  }, [shell, attached, url, attempt]);
  useLoadLimit(page, load);
  const problem = problemText(load, texts, shell.session.loadLimit);
  return (
    <div className={styles.box}>
      <iframe
        key={attempt}
        ref={frame}
        className={styles.frame}
        title={page.title}
        src={url.href}
        sandbox={sandbox}
        allow="clipboard-read; clipboard-write"
        data-page={page.place.frameContext}
      />
      {load.type === "loading" && (
        <div className={styles.cover}>
          <Spinner className={styles.spinner} label={texts.loadingPage(page.title)} labelPosition="below" />
        </div>
      )}
      {problem !== undefined && (
        <div className={styles.cover} role="alert">
          <EmptyState icon={<ErrorCircleRegular />} title={texts.pageFailed} text={problem}>
            <Button
              appearance="primary"
              onClick={() => {
                shell.pageReported(page.id, { type: "retried" });
                setAttempt(attempt + 1);
              }}
            >
              {texts.tryAgain}
            </Button>
          </EmptyState>
        </div>
      )}
    </div>
  );
};

/** A page of the app in its frame. Give it the page's id as key: each visit is a frame of its own. */
export const AppFrame = ({ page }: { readonly page: PageSpec }) => {
  const texts = useTexts();
  const shell = useShell();
  // Placeholders are filled once; a later change of theme reaches the page as an event.
  const [address] = useState(() => shell.addressOf(page));
  return address.ok ? (
    <OpenFrame page={page} url={address.url} />
  ) : (
    <EmptyState icon={<ShieldErrorRegular />} title={texts.pageNotAllowed} text={address.reason} />
  );
};
