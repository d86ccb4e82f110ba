import { MAX_COLUMNS } from "../../model/address.ts";
import type { Rect } from "../../model/address.ts";
import type { PageLayout } from "../../model/rules.ts";
import type { Worksheet } from "../../model/types.ts";
import { invalidArgument } from "../api-error.ts";
import { field, flag, isMissing, number, oneOf, record, whole } from "../arguments.ts";
import type { Property, TypeDefinition } from "../definition.ts";
import { readWrite } from "../definition.ts";
import { orNull } from "../targets.ts";
import { areaOf, rangeArgument, rangeAt } from "./areas.ts";

const change = (sheet: Worksheet, patch: Partial<PageLayout>): null => {
  sheet.workbook.journal.set(sheet, "pageLayout", { ...sheet.pageLayout, ...patch });
  return null;
};

type Switch = "centerHorizontally" | "centerVertically" | "printGridlines" | "printHeadings" | "blackAndWhite";

const switched = (key: Switch): Property<Worksheet> =>
  readWrite(
    ({ pageLayout: layout }) => layout[key],
    (sheet, value) => void change(sheet, { [key]: flag(value) }),
  );

/** Either a scale in per cent, 10 to 400, or a number of pages to fit into. */
const readZoom = (value: unknown): PageLayout["zoom"] => {
  const options = record(value);
  const scale = field(options, "scale");
  const across = field(options, "horizontalFitToPages");
  const down = field(options, "verticalFitToPages");
  if (!isMissing(scale)) {
    const percent = number(scale);
    if (percent < 10 || percent > 400) throw invalidArgument();
    return { scale: percent };
  }
  return {
    ...(isMissing(across) ? {} : { horizontalFitToPages: whole(across) }),
    ...(isMissing(down) ? {} : { verticalFitToPages: whole(down) }),
  };
};

const wholeRows = ({ row, rows }: Rect): Rect => ({ row, rows, column: 0, columns: MAX_COLUMNS });

export const pageLayout: TypeDefinition<Worksheet> = {
  properties: {
    Orientation: readWrite(
      ({ pageLayout: { orientation } }) => orientation,
      (sheet, value) => void change(sheet, { orientation: oneOf(value, ["Portrait", "Landscape"] as const) }),
    ),
    Zoom: readWrite(
      ({ pageLayout: { zoom } }) => zoom,
      (sheet, value) => void change(sheet, { zoom: readZoom(value) }),
    ),
    CenterHorizontally: switched("centerHorizontally"),
    CenterVertically: switched("centerVertically"),
    PrintGridlines: switched("printGridlines"),
    PrintHeadings: switched("printHeadings"),
    BlackAndWhite: switched("blackAndWhite"),
  },
  methods: {
    SetPrintArea: (sheet, [where]) => change(sheet, { printArea: areaOf(rangeArgument(sheet, where)) }),
    SetPrintTitleRows: (sheet, [where]) => change(sheet, { titleRows: wholeRows(areaOf(rangeArgument(sheet, where))) }),
    GetPrintTitleRowsOrNullObject: (sheet) =>
      orNull(sheet.pageLayout.titleRows ?? undefined, (area) => rangeAt(sheet, area)),
  },
};
