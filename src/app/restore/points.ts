import { pointsIn } from "../../domain/restore/points";
import { succeed, type Result } from "../fault";
import type { WorkbookPort } from "../ports";
import { readBookkeeping } from "./keep";
import type { PointList } from "./session";

/** The restore points that the workbook holds. */
export async function readPointList(port: Pick<WorkbookPort, "readWorkbook">): Promise<Result<PointList>> {
  const facts = await port.readWorkbook(() => [], { report: () => undefined, cancelled: () => false });
  if (!facts.ok) return facts;
  const kept = await readBookkeeping(port, facts.value.book);
  if (!kept.ok) return kept;
  if (kept.value === "closed") return succeed({ points: [], dropped: 0, closed: true });
  return succeed({ ...pointsIn(kept.value ?? new Map()), closed: false });
}
