import type { Action } from "../workbook/action";
import { quoteSheet } from "../workbook/area";
import type { FormulaCell } from "./now";

/** What goes, by which formulas may know it. */
interface Going {
  /** The list's table; null where it stays. */
  readonly table: string | null;
  readonly sheets: readonly string[];
  readonly actions: readonly Action[];
}

/** Formulas of people's that use names, sheets or the table of ours that go: they show an error, or grow no more, from then on. */
export function dependentsOf(
  formulas: readonly FormulaCell[],
  { table, sheets, actions }: Going,
): readonly FormulaCell[] {
  const names = actions.flatMap((action) => (action.kind === "deleteName" ? [action.name.toLowerCase()] : []));
  const words = [
    ...sheets.flatMap((sheet) => [`${quoteSheet(sheet)}!`, `${sheet}!`]),
    ...(table === null ? [] : [`${table}[`]),
  ].map((word) => word.toLowerCase());
  const known = new Set(names);
  return formulas.filter(({ formula }) => {
    const text = formula.toLowerCase();
    if (words.some((word) => text.includes(word))) return true;
    return (text.match(/fu_\w+/g) ?? []).some((name) => known.has(name));
  });
}
