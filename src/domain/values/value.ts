/** A cell's value as Excel's `Range.values` gives it: `""` is a blank cell, dates are serial numbers, errors are texts such as `#N/A`, in English whatever Excel's language (the adapter sees to it). */
export type CellValue = string | number | boolean;

/** What to put into a cell. `null` leaves the cell as it is, `{ formula }` is en-US formula text starting with `=`, `""` clears. */
export type CellInput = CellValue | { readonly formula: string } | null;

/** True for a formula that is to come into a cell, or stands in one. */
export function isFormula(cell: CellInput | undefined): cell is { readonly formula: string } {
  return typeof cell === "object" && cell !== null;
}

/** The value of a cell; blank for a formula, whose value nobody knows from its text, and where nothing is said. */
export function plainValue(cell: CellInput | undefined): CellValue {
  return cell === undefined || cell === null || typeof cell === "object" ? "" : cell;
}

const errorText = /^#(N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!|FIELD!|BUSY!|GETTING_DATA)$/;

/**
 * True for a blank cell and for one that holds nothing but spaces. Exactly what the live formulas call blank
 * (`LEN(TRIM(x))=0` takes U+0020 only), so that the pane and the workbook never disagree.
 */
export function isBlank(value: CellValue): boolean {
  return value === "" || (typeof value === "string" && value.charCodeAt(0) === 32 && /^ *$/.test(value));
}

/** True for the text of an Excel error value. */
export function isErrorText(value: CellValue): boolean {
  return typeof value === "string" && value.charCodeAt(0) === 35 && errorText.test(value);
}
