/** Widths of the sheet's text, in pixels, measured by the browser and remembered. */
export type MeasureText = (text: string, fontSize: number, bold: boolean) => number;

const REMEMBERED = 5000;

export const createMeasure = (document: Document): MeasureText => {
  const context = document.createElement("canvas").getContext("2d");
  const known = new Map<string, number>();
  return (text, fontSize, bold) => {
    const key = `${fontSize}${bold ? "b" : ""} ${text}`;
    const remembered = known.get(key);
    if (remembered !== undefined) return remembered;
    if (context === null) return text.length * fontSize * 0.7;
    context.font = `${bold ? 600 : 400} ${fontSize}pt Calibri, Carlito, "Segoe UI", sans-serif`;
    const { width } = context.measureText(text);
    if (known.size >= REMEMBERED) known.clear();
    known.set(key, width);
    return width;
  };
};
