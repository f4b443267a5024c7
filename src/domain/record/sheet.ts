/** Title of the hidden sheet that holds a record. */
export const recordSheet = "FU_Record";

/** First cell of that sheet: by it the sheet is known as ours, and whoever finds it knows what it is. */
export const recordTitle =
  "跟进表：Excel 的回答记录，可以删除此表。 Follow-up Sheet: a record of what Excel answered; this sheet may be deleted.";

/** Characters of a record in one cell; Excel takes 32,767. */
const mostCharacters = 32_000;

/** A record in cells: each begins with its number, so that none is taken for a number or a formula. */
export function chunksOfRecord(text: string): readonly string[] {
  return Array.from(
    { length: Math.ceil(text.length / mostCharacters) },
    (_, index) => `${index + 1}|${text.slice(index * mostCharacters, (index + 1) * mostCharacters)}`,
  );
}

export function isRecordTitle(cell: unknown): boolean {
  return cell === recordTitle;
}

/** The record that stands in a sheet's first column. */
export function recordInCells(cells: readonly string[]): string {
  return cells
    .slice(1)
    .map((cell) => cell.slice(cell.indexOf("|") + 1))
    .join("");
}
