import type { Highlight } from "../domain/plan/action";
import type { HighlightFacts } from "../domain/plan/snapshot";
import { parseAreas } from "./addresses";

/** A conditional format with a custom formula, with Excel's id for it. */
export interface InstalledHighlight extends HighlightFacts {
  readonly id: string;
}

/** A colour that is not set comes as an empty text or null. */
function colorOf(color: unknown): string | null {
  return typeof color === "string" && /^#[0-9a-f]{6}$/i.test(color) ? color.toUpperCase() : null;
}

/** All conditional formats of a sheet, as far as `readHighlights` needs them. To be followed by a sync. */
export function askHighlights(sheet: Excel.Worksheet): Excel.ConditionalFormatCollection {
  const formats = sheet.getRange().conditionalFormats;
  formats.load("items/id,items/type");
  return formats;
}

/**
 * Asks for the formulas, formats and places of the custom ones. To be followed by a sync, after which the returned
 * function reads them.
 */
export function askHighlightDetails(formats: Excel.ConditionalFormatCollection): () => readonly InstalledHighlight[] {
  const asked = formats.items
    .filter((format) => format.type === "Custom")
    .map((format) => {
      const custom = format.customOrNullObject;
      custom.load("rule/formula,format/fill/color,format/font/color,format/font/bold");
      const ranges = format.getRanges();
      ranges.load("address");
      return { id: format.id, custom, ranges };
    });
  return () =>
    asked.flatMap(({ id, custom, ranges }) => {
      const areas = custom.isNullObject ? null : parseAreas(ranges.address);
      if (!areas) return [];
      const { fill, font } = custom.format;
      const highlight: Highlight = {
        formula: custom.rule.formula,
        fill: colorOf(fill.color),
        font: colorOf(font.color),
        bold: font.bold === true,
      };
      return [{ id, areas, highlight }];
    });
}

export function addHighlight(range: Excel.Range, { formula, fill, font, bold }: Highlight): void {
  const { custom } = range.conditionalFormats.add("Custom");
  custom.rule.formula = formula;
  if (fill !== null) custom.format.fill.color = fill;
  if (font !== null) custom.format.font.color = font;
  if (bold) custom.format.font.bold = true;
}
