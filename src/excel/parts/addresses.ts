import { parseAddress, sheetLimits, type Area } from "../../domain/workbook/area";

/** Splits `'a,b'!A1:B2,'a,b'!D4` at the commas between areas; a comma in a quoted sheet title is no such comma. */
function splitAreas(address: string): readonly string[] {
  return address.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? [];
}

/** `A:C` as columns of the whole sheet, `2:5` as whole rows. */
function parseWhole(address: string): Area | null {
  const local = address.slice(address.lastIndexOf("!") + 1).replaceAll("$", "");
  const columns = /^([A-Z]{1,3}):([A-Z]{1,3})$/i.exec(local);
  if (columns) {
    const area = parseAddress(`${columns[1] ?? ""}1:${columns[2] ?? ""}1`);
    return area && { ...area, rows: sheetLimits.rows };
  }
  const rows = /^(\d{1,7}):(\d{1,7})$/.exec(local);
  if (!rows) return null;
  const area = parseAddress(`A${rows[1] ?? ""}:A${rows[2] ?? ""}`);
  return area && { ...area, columns: sheetLimits.columns };
}

function parsePart(part: string): Area | null {
  return parseAddress(part.trim()) ?? parseWhole(part.trim());
}

/** The areas of an address up to the first part that is none: Excel cuts long addresses, also in the middle of an area. */
export function parseLeading(address: string): readonly Area[] {
  const parts = splitAreas(address).map(parsePart);
  const end = parts.indexOf(null);
  return (end < 0 ? parts : parts.slice(0, end)).filter((area) => area !== null);
}

/**
 * Reads an address of one or more areas as Excel gives it, whole rows and columns included.
 * @returns null when any part of it is not an area
 */
export function parseAreas(address: string): readonly Area[] | null {
  const parts = splitAreas(address).map(parsePart);
  const areas = parts.filter((area) => area !== null);
  return areas.length > 0 && areas.length === parts.length ? areas : null;
}
