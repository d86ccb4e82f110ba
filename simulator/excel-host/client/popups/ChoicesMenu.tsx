import { makeStyles, Popover, PopoverSurface, tokens } from "@fluentui/react-components";
import type { JSX, KeyboardEvent as ReactKeyboardEvent } from "react";
import { useEffect, useRef, useState } from "react";
import { displayText, enterText, type Position } from "../../model/index.ts";
import { closePopup } from "../actions/menus.ts";
import { useSession } from "../session.ts";

const useStyles = makeStyles({
  surface: { padding: 0 },
  list: {
    maxHeight: "240px",
    minWidth: "120px",
    overflowY: "auto",
    outlineStyle: "none",
    fontSize: tokens.fontSizeBase300,
  },
  item: {
    padding: "3px 10px",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    '&[aria-selected="true"]': { backgroundColor: tokens.colorNeutralBackground1Selected },
  },
});

interface ChoicesMenuProps {
  readonly cell: Position;
  readonly items: readonly string[];
  readonly target: Element;
}

const nextIndex = (key: string, index: number, count: number): number | undefined => {
  switch (key) {
    case "ArrowDown":
      return Math.min(index + 1, count - 1);
    case "ArrowUp":
      return Math.max(index - 1, 0);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
};

/** The list of a cell's data validation. */
export const ChoicesMenu = ({ cell, items, target }: ChoicesMenuProps): JSX.Element => {
  const session = useSession();
  const styles = useStyles();
  const list = useRef<HTMLDivElement>(null);
  const sheet = session.workbook.activeSheet;
  const [index, setIndex] = useState(() => Math.max(0, items.indexOf(displayText(sheet, cell.row, cell.column))));
  useEffect(() => list.current?.focus(), []);
  // Braces matter: scrollIntoView returns a promise in new browsers, which React would take for a clean-up.
  useEffect(() => {
    list.current?.children[index]?.scrollIntoView({ block: "nearest" });
  }, [index]);

  const choose = (item: string | undefined): void => {
    closePopup(session);
    if (item !== undefined) enterText(sheet, cell, item);
  };
  const onKeyDown = (event: ReactKeyboardEvent): void => {
    event.stopPropagation();
    const next = nextIndex(event.key, index, items.length);
    if (next !== undefined) {
      event.preventDefault();
      setIndex(next);
    } else if (event.key === "Enter" || event.key === "Tab") {
      event.preventDefault();
      choose(items[index]);
    } else if (event.key === "Escape") closePopup(session);
    else if (/^.$/su.test(event.key)) {
      const found = items.findIndex((item) => item.toLocaleLowerCase().startsWith(event.key.toLocaleLowerCase()));
      if (found !== -1) setIndex(found);
    }
  };

  return (
    <Popover
      open
      positioning={{ target, position: "below", align: "start" }}
      onOpenChange={(_, { open }) => {
        if (!open) closePopup(session);
      }}
    >
      <PopoverSurface className={styles.surface}>
        <div
          ref={list}
          role="listbox"
          tabIndex={0}
          aria-label="Choices"
          aria-activedescendant={`choice-${index}`}
          className={styles.list}
          onKeyDown={onKeyDown}
        >
          {items.map((item, place) => (
            <div
              key={item}
              role="option"
              id={`choice-${place}`}
              aria-selected={place === index}
              tabIndex={-1}
              className={styles.item}
              dir="auto"
              onClick={() => choose(item)}
              onKeyDown={onKeyDown}
            >
              {item}
            </div>
          ))}
        </div>
      </PopoverSurface>
    </Popover>
  );
};
