import type { Figures } from "../../domain/measures/figures";
import { usePane } from "../pane";
import { useRowStyles } from "./row.styles";

/** Why the figures show nothing: columns that are gone, or rows with errors. Nothing where all of them are known. */
export function Unreadable({ figures: { unreadable } }: { readonly figures: Figures }) {
  const { texts } = usePane();
  const rows = useRowStyles();
  if (unreadable === null) return null;
  const { columns, rows: count } = unreadable;
  return (
    <p className={rows.wrap} data-testid="unreadable">
      ⚠ {texts.figures.unreadable(columns.map(texts.field), count)}
    </p>
  );
}
