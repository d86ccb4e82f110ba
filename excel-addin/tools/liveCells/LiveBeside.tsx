import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import type { LiveCells } from "#shared/application/liveCells/liveCells.ts";
import { isSendable, type LiveCellsState } from "#shared/application/liveCells/liveState.ts";
import type { OpenSheet } from "#shared/application/sheet/sheetState.ts";
import { useStore } from "#shared/ui/store.ts";
import { useUi } from "#shared/ui/UiContext.ts";
import { useExcel } from "../../screens/ExcelContext.ts";
import { composeLiveCells } from "./compose.ts";
import { liveTexts } from "./texts.ts";

const useStyles = makeStyles({
  card: {
    display: "flex",
    flexDirection: "column",
    alignItems: "start",
    gap: tokens.spacingVerticalXS,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: tokens.spacingHorizontalS,
    overflowWrap: "anywhere",
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, alignSelf: "stretch" },
});

const sendableOf = (state: LiveCellsState) => (state.kind === "ready" ? state.lines.filter(isSendable) : []);

/** What became of the live cells in the last push. */
const outcomeOf = (state: LiveCellsState, texts: ReturnType<typeof liveTexts>): string | undefined => {
  if (state.kind !== "ready") return undefined;
  if (state.renewed) return texts.renewed;
  return state.stored === undefined || state.stored === 0 ? undefined : texts.beside.stored(state.stored);
};

/** Looks at the live cells with every check, and sends what was shown of them after every push. [BC10] */
const useLiveBeside = (live: LiveCells, { frame, preview, report, activity }: OpenSheet): void => {
  /** One after the other, in the order in which they were asked for. */
  const queue = useRef<Promise<void>>(Promise.resolve());
  /** What was there before this was: nothing of it is sent unseen. */
  const told = useRef(report);
  const isPushing = activity?.kind === "pushing";
  const pushing = useRef(isPushing);
  const plan = preview?.plan;
  useEffect(() => {
    pushing.current = isPushing;
  }, [isPushing]);
  useEffect(() => {
    const isNew = report !== undefined && report !== told.current && !report.kept;
    told.current = report;
    if (isNew) queue.current = queue.current.then(() => live.send(frame));
  }, [live, frame, report]);
  useEffect(() => {
    // A push looks at the sheet too; its cells are looked at once it has sent them.
    if (plan && !pushing.current) queue.current = queue.current.then(() => live.load(frame));
  }, [live, frame, plan]);
};

/** Live cells beside the table of OKRs: what of them goes out with the next push, and what became of it. */
export const LiveBeside = ({ open }: { readonly open: OpenSheet }) => {
  const styles = useStyles();
  const { locale, format } = useUi();
  const excel = useExcel();
  const [texts] = useState(() => liveTexts(locale));
  const [live] = useState(() => composeLiveCells(excel, texts));
  const state = useStore(live.state);
  useLiveBeside(live, open);
  useEffect(() => live.dispose, [live]);
  const lines = sendableOf(state);
  const outcome = outcomeOf(state, texts);
  const busy = open.activity !== undefined || (state.kind === "ready" && state.busy !== undefined);
  return (
    <div role="status">
      {outcome === undefined ? undefined : (
        <MessageBar intent={state.kind === "ready" && state.renewed ? "warning" : "success"} layout="multiline">
          <MessageBarBody>{outcome}</MessageBarBody>
        </MessageBar>
      )}
      {lines.length === 0 ? undefined : (
        <section className={styles.card} aria-label={texts.title}>
          <h3 className={styles.title}>{texts.beside.goingOut(lines.length)}</h3>
          <ul className={styles.list}>
            {lines.map(({ binding, state: judged }) => (
              <li key={binding.id}>
                <bdi>{binding.title}</bdi>: {"value" in judged ? format.number(judged.value) : ""}
              </li>
            ))}
          </ul>
          <Button size="small" disabledFocusable={busy} onClick={() => void live.send(open.frame)}>
            {texts.beside.now(lines.length)}
          </Button>
        </section>
      )}
    </div>
  );
};
