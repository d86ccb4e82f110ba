import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import type { JSX, KeyboardEvent as ReactKeyboardEvent, PointerEvent as ReactPointerEvent } from "react";
import { useState } from "react";

const MIN_WIDTH = 280;
const DEFAULT_WIDTH = 330;
const STEP = 20;

const useStyles = makeStyles({
  pane: {
    position: "relative",
    display: "flex",
    flexDirection: "column",
    flexShrink: 0,
    minWidth: 0,
    maxWidth: "100%",
    backgroundColor: tokens.colorNeutralBackground1,
    borderLeft: `1px solid ${tokens.colorNeutralStroke1}`,
    "@media (max-width: 640px)": {
      position: "absolute",
      inset: 0,
      width: "100% !important",
      zIndex: 3,
      borderLeft: "none",
    },
  },
  /** The frame stays in the document: an add-in with a shared runtime keeps running while its pane is closed. */
  closed: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", visibility: "hidden" },
  header: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
  },
  /** Pages without a colour of their own expect the white of a browser window, in the dark theme too. */
  frame: { flexGrow: 1, width: "100%", border: "none", minHeight: 0, backgroundColor: "white" },
  splitter: {
    position: "absolute",
    left: "-3px",
    top: 0,
    bottom: 0,
    width: "6px",
    cursor: "col-resize",
    zIndex: 2,
    touchAction: "none",
    ":hover": { backgroundColor: tokens.colorBrandStroke2 },
    ":focus-visible": { backgroundColor: tokens.colorBrandStroke1, outlineStyle: "none" },
    "@media (max-width: 640px)": { display: "none" },
  },
});

interface SplitterProps {
  readonly width: number;
  readonly onWidth: (width: number) => void;
}

const Splitter = ({ width, onWidth }: SplitterProps): JSX.Element => {
  const styles = useStyles();
  const largest = Math.max(MIN_WIDTH, Math.round(window.innerWidth * 0.7));
  const change = (wanted: number): void => onWidth(Math.min(largest, Math.max(MIN_WIDTH, wanted)));
  const onPointerMove = (event: ReactPointerEvent<HTMLDivElement>): void => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) change(window.innerWidth - event.clientX);
  };
  const onKeyDown = ({ key }: ReactKeyboardEvent): void => {
    if (key === "ArrowLeft") change(width + STEP);
    if (key === "ArrowRight") change(width - STEP);
  };
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label="Width of the pane"
      aria-valuenow={width}
      aria-valuemin={MIN_WIDTH}
      aria-valuemax={largest}
      tabIndex={0}
      className={styles.splitter}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
    />
  );
};

interface TaskPaneProps {
  readonly title: string;
  readonly url: string;
  /** `name` of the frame, by which office.js learns of its host. */
  readonly frameName: string;
  readonly isOpen: boolean;
  readonly onFrame: (frame: HTMLIFrameElement | null) => void;
  readonly onClose: () => void;
}

export const TaskPane = ({ title, url, frameName, isOpen, onFrame, onClose }: TaskPaneProps): JSX.Element => {
  const styles = useStyles();
  const [width, setWidth] = useState(DEFAULT_WIDTH);
  return (
    <aside
      className={isOpen ? styles.pane : styles.closed}
      style={isOpen ? { width } : undefined}
      aria-label={title}
      aria-hidden={!isOpen}
      data-region="pane"
    >
      {isOpen && <Splitter width={width} onWidth={setWidth} />}
      {isOpen && (
        <div className={styles.header}>
          <Text weight="semibold">{title}</Text>
          <Button
            size="small"
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label="Close pane"
            onClick={onClose}
          />
        </div>
      )}
      {/* As in Excel, the add-in's page is not restricted beyond its own origin. */}
      {/* oxlint-disable-next-line react/iframe-missing-sandbox */}
      <iframe
        ref={onFrame}
        title={title}
        name={frameName}
        src={url}
        className={styles.frame}
        allow="clipboard-read; clipboard-write"
      />
    </aside>
  );
};
