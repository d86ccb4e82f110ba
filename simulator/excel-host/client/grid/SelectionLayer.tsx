import { mergeClasses } from "@fluentui/react-components";
import type { JSX } from "react";
import { intersection, isSingleCell, rect, type Position, type Rect } from "../../model/index.ts";
import { subtract } from "../../model/address.ts";
import type { CopiedBlock, DragPreview } from "../uiState.ts";
import { useSelectionStyles } from "./Grid.styles.ts";
import { sheetBox, type Layout } from "./layout.ts";

interface SelectionLayerProps {
  readonly layout: Layout;
  readonly areas: readonly Rect[];
  readonly active: Position;
  readonly copied: CopiedBlock | null;
  readonly drag: DragPreview | null;
  readonly isEditing: boolean;
}

const key = ({ row, column, rows, columns }: Rect): string => `${row}.${column}.${rows}.${columns}`;

/** Marks are drawn over the neighbouring grid lines, as Excel does. */
const frame = (layout: Layout, area: Rect): { left: number; top: number; width: number; height: number } => {
  const { left, top, width, height } = sheetBox(layout, area);
  return { left: left - 1, top: top - 1, width: width + 1, height: height + 1 };
};

const Tint = ({ layout, area, active }: { layout: Layout; area: Rect; active: Position }): JSX.Element => {
  const styles = useSelectionStyles();
  const hole = intersection(area, rect(active.row, active.column));
  const parts = hole === undefined ? [area] : subtract(area, hole);
  return (
    <>
      {parts.map((part) => (
        <div key={key(part)} className={styles.tinted} style={sheetBox(layout, part)} />
      ))}
    </>
  );
};

export const SelectionLayer = (props: SelectionLayerProps): JSX.Element => {
  const { layout, areas, active, copied, drag, isEditing } = props;
  const styles = useSelectionStyles();
  const [main] = areas;
  const isMultiple = areas.length > 1;
  const mainBox = main === undefined ? undefined : frame(layout, main);
  return (
    <div aria-hidden data-testid="selection">
      {areas.map((area) => (
        <div key={key(area)}>
          {!(isSingleCell(area) && !isMultiple) && <Tint layout={layout} area={area} active={active} />}
          <div className={mergeClasses(styles.area, styles.selected)} style={frame(layout, area)} />
        </div>
      ))}
      {mainBox !== undefined && !isMultiple && !isEditing && (
        <div
          className={styles.handle}
          data-testid="fill-handle"
          style={{ left: mainBox.left + mainBox.width - 4, top: mainBox.top + mainBox.height - 4 }}
        />
      )}
      {copied !== null && (
        <div className={mergeClasses(styles.area, styles.copied)} style={frame(layout, copied.area)} />
      )}
      {drag !== null && <div className={mergeClasses(styles.area, styles.preview)} style={frame(layout, drag.area)} />}
    </div>
  );
};
