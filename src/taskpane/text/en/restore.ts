import type { RestoreText } from "../types/restore";
import { counted } from "./counted";

const quoted = (texts: readonly string[]) => texts.map((text) => `“${text}”`).join(", ");

export const restoreText: RestoreText = {
  heading: "Restore",
  intro:
    "One press gives back what the add-in changed: cells, formats, lists, colours, added columns and sheets. What you and others changed since stays.",
  look: "Show restore points",
  size: (points, size) => `${counted(points, "restore point")}, ${size} together`,
  kilobytes: (count) => `${count} KB`,
  dropped: (points) => `${counted(points, "older restore point")} dropped, to keep the workbook small.`,
  none: "There is no restore point in this workbook.",
  closed:
    "No restore points are kept: a sheet called _FollowUp is not the add-in’s, or the workbook is protected. Rename that sheet or take the protection off, and later changes will have one.",
  cause: {
    setUp: "Set-up completed",
    schema: "Fields and rules changed",
    fixes: "Cells repaired",
    update: "Updated from an export",
  },
  first: "First set-up",
  moment: (day, time) => `${day} ${time}`,
  choose: "Go back to before this…",
  earlier: "Take the add-in’s parts out…",
  earlierHint:
    "An earlier version set this workbook up and did not keep what was there before: its parts can be taken out, but former values, formats and widths cannot be brought back.",
  previewHeading: "What restore would do",
  whole: "Everything the add-in put in goes out, and the list is as it was.",
  partly: (points) => `The last ${counted(points, "change")} will be given back. The follow-up sheet stays in use.`,
  cells: (count) => `${counted(count, "cell")} given back`,
  columns: (headers) => `Columns that go: ${quoted(headers)}`,
  sheets: (titles) => `Sheets that are deleted: ${quoted(titles)}`,
  gone: (count) => `${counted(count, "place")} in rows or columns that were deleted: not made again`,
  unknownBefore:
    "There is no restore point: former values, formats, widths and filters are not known and stay as they are.",
  kept: (kept) => {
    if (kept.kind === "rows") return `Rows that an update added and somebody has changed since stay: ${kept.rows}`;
    if (kept.kind === "column")
      return kept.why === "filled"
        ? `Column “${kept.header}” stays: somebody filled it in`
        : `Column “${kept.header}” stays blank: a column of yours is on its right`;
    const reason = {
      log: "it holds follow-up entries",
      changed: "somebody changed it",
      unknown: "nobody knows whether somebody changed it",
    }[kept.why];
    return `Sheet “${kept.sheet}” stays: ${reason}`;
  },
  deleteKept: "Delete these sheets too",
  dependents: (count, cells) =>
    `${counted(count, "formula")} may show an error afterwards, for they use what goes: ${cells.join(", ")}`,
  conflicts: (count) => `${counted(count, "cell")} changed since; they stay as they are now:`,
  conflict: (cell, before, after, now) => `${cell}: was ${before}, we wrote ${after}, now ${now}`,
  content: (text) => `“${text}”`,
  blank: "blank",
  formula: "a formula",
  more: (count) => `and ${count} more`,
  apply: "Restore",
  cancel: "Cancel",
  done: (cells, columns, sheets) =>
    `Restored: ${counted(cells, "cell")} given back, ${counted(columns, "column")} taken out, ${counted(sheets, "sheet")} deleted.`,
  understood: "OK",
  refusal: (refusal) => {
    switch (refusal.code) {
      case "nothing":
        return "There is nothing to restore.";
      case "readOnly":
        return "The workbook is read-only and cannot be restored. Save a copy and try there.";
      case "structure":
        return "The workbook’s structure is protected, so no sheet can be deleted. Take the protection off under Review → Protect Workbook first.";
      case "protectedSheet":
        return `Sheet “${refusal.sheet}” is protected. Take the protection off and try again.`;
      case "filtered":
        return `A filter hides rows on sheet “${refusal.sheet}”. Clear the filter and try again.`;
      case "damaged":
        return "This restore point cannot be read: it was changed or deleted. Choose another one.";
    }
  },
};
