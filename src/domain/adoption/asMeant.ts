import type { Located } from "../followUps/locate";
import type { Records } from "../followUps/records";
import { checkingSheet } from "../rules/checkSheet";
import type { Finding } from "../rules/finding";
import type { ReviewContext } from "../schema/reviewContext";
import { each, type Steps } from "../steps/steps";
import { cellAddress } from "../workbook/area";
import { adopting } from "./adopt";
import { asProposed } from "./choices";

/** A sheet that nobody has set up, as it is meant. */
export interface MeantSheet {
  readonly records: Records;
  readonly findings: readonly Finding[];
}

/**
 * Checks a sheet that nobody has set up as it would be adopted: no figure is wrong, and nothing is called missing, for a space behind a
 * stage or a date that is a text.
 * @param ofCells what was found in the cells as they stand: of those that adopting puts right it is told
 */
export function* checkingAsMeant(
  located: Located,
  review: ReviewContext,
  ofCells: readonly Finding[],
): Steps<MeantSheet> {
  const { records, cells } = yield* adopting(located, { ...review, schema: null }, asProposed);
  const { findings } = yield* checkingSheet(records, review);
  const changed = new Set<string>();
  yield* each(cells, ({ row, column }) => changed.add(cellAddress(row, column)));
  const ofChanged = ofCells.filter(({ cell, reason }) => changed.has(cell) && reason.rule !== "required");
  const ofOthers = findings.filter(({ cell, reason }) => !changed.has(cell) || reason.rule === "required");
  return { records, findings: [...ofChanged, ...ofOthers].sort((a, b) => a.row - b.row) };
}
