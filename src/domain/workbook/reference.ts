import { parseAddress, type Area } from "./area";

/** A place in a workbook. */
export interface Place {
  readonly sheet: string;
  readonly area: Area;
}

/** Reads a plain reference such as `='跟进设置'!$B$3` or `=Sheet1!A1:C9`; null for anything else, broken references and other workbooks included. */
export function parseReference(formula: string): Place | null {
  const match = /^=?(?:'((?:[^'[\]]|'')+)'|([^'!#"()[\]{},;:=<>+*/^&]+))!([^!]+)$/.exec(formula.trim());
  const sheet = match?.[1]?.replaceAll("''", "'") ?? match?.[2];
  const area = parseAddress(match?.[3] ?? "");
  return sheet !== undefined && area ? { sheet, area } : null;
}

/** The smallest area that covers all areas given; null for none. */
export function covering(areas: readonly Area[]): Area | null {
  if (areas.length === 0) return null;
  const row = Math.min(...areas.map((area) => area.row));
  const column = Math.min(...areas.map((area) => area.column));
  return {
    row,
    column,
    rows: Math.max(...areas.map((area) => area.row + area.rows)) - row,
    columns: Math.max(...areas.map((area) => area.column + area.columns)) - column,
  };
}
