import type { Highlight } from "../../domain/workbook/action";
import type { HighlightFacts } from "../../domain/workbook/snapshot";
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
  const formats = sheet.getRange().untrack().conditionalFormats;
  formats.load("items/id,items/type");
  return formats;
}

function askCustom(format: Excel.ConditionalFormat, id: string): () => InstalledHighlight | null {
  const custom = format.customOrNullObject;
  custom.load("rule/formula,format/fill/color,format/font/color,format/font/bold");
  const ranges = format.getRanges().untrack();
  ranges.load("address");
  return () => {
    const areas = custom.isNullObject ? null : parseAreas(ranges.address);
    if (!areas) return null;
    const { fill, font } = custom.format;
    const highlight: Highlight = {
      formula: custom.rule.formula,
      fill: colorOf(fill.color),
      font: colorOf(font.color),
      bold: font.bold === true,
    };
    return { id, areas, highlight };
  };
}

/**
 * Asks for the formulas, formats and places of the custom ones. To be followed by a sync, after which the returned
 * function reads them.
 */
export function askHighlightDetails(
  sheet: Excel.Worksheet,
  formats: Excel.ConditionalFormatCollection,
): () => readonly InstalledHighlight[] {
  const custom = formats.items.filter(({ type }) => type === "Custom");
  // Nothing is named that nobody asks for: it would cost a round trip of its own.
  if (custom.length === 0) return () => [];
  // The collection was reached through a range of the last request, which Excel knows no more.
  const { conditionalFormats } = sheet.getRange().untrack();
  const reads = custom.map(({ id }) => askCustom(conditionalFormats.getItem(id), id));
  return () => reads.map((read) => read()).filter((rule) => rule !== null);
}

export function addHighlight(range: Excel.Range, { formula, fill, font, bold }: Highlight): void {
  const { custom } = range.conditionalFormats.add("Custom");
  custom.rule.formula = formula;
  if (fill !== null) custom.format.fill.color = fill;
  if (font !== null) custom.format.font.color = font;
  if (bold) custom.format.font.bold = true;
}
