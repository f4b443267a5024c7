import { gridMember, objectOf, type Json, type JsonObject } from "../../domain/record/anonymise";
import type { ExcelRecord } from "../../domain/record/record";
import { createBindings } from "./bindings";
import { compareAnswer, type Difference } from "./compareAnswer";
import { requestOf } from "./requestOf";

export interface Replayed {
  /** Exchanges that were held against the workbench, the one that differs among them. */
  readonly compared: number;
  /** Requests that Excel refused as a whole, such as while somebody typed: the workbench has no say in them. */
  readonly refused: number;
  /** Number (from 1) of the exchange with the first difference; null where there is none. */
  readonly difference: (Difference & { readonly exchange: number }) | null;
}

function writesCells(asked: JsonObject): boolean {
  return JSON.stringify(asked).includes(`"${gridMember}"`);
}

/**
 * Sends the requests of a record in their order and holds each answer against Excel's, up to the first that differs.
 * @param ask sends a request to the workbench
 */
export async function replayRecord(
  { exchanges }: Pick<ExcelRecord, "exchanges">,
  sameBook: boolean,
  ask: (body: Json) => Promise<Json>,
): Promise<Replayed> {
  const bindings = createBindings();
  /** Until something is written: what is sent then has the shapes of the record, and formulas give other values. */
  let sameCells = sameBook;
  let compared = 0;
  let refused = 0;
  for (const [index, { asked, answered }] of exchanges.entries()) {
    if (answered === null) {
      refused += 1;
      continue;
    }
    const answer = objectOf(await ask(requestOf(asked, bindings)));
    compared += 1;
    const found = compareAnswer(asked, answered, answer, { bindings, sameCells });
    sameCells &&= !writesCells(asked);
    if (found) return { compared, refused, difference: { ...found, exchange: index + 1 } };
  }
  return { compared, refused, difference: null };
}
