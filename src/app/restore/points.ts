import type { PointEntry } from "../../domain/restore/point";
import { pointsIn } from "../../domain/restore/points";
import { succeed, type Result } from "../fault";
import type { WorkbookPort } from "../ports";
import { readBookkeeping } from "./keep";

/** The restore points of a workbook. */
export interface PointList {
  /** The oldest first. */
  readonly points: readonly PointEntry[];
  /** Points that were dropped because there were too many, or they were too large. */
  readonly dropped: number;
  /** True where none can be kept: a sheet of the title is somebody else's, or cannot be written to. */
  readonly closed: boolean;
}

/** The restore points that the workbook holds. */
export async function readPointList(port: Pick<WorkbookPort, "readWorkbook">): Promise<Result<PointList>> {
  const facts = await port.readWorkbook(() => [], { report: () => undefined, cancelled: () => false });
  if (!facts.ok) return facts;
  const kept = await readBookkeeping(port, facts.value.book);
  if (!kept.ok) return kept;
  if (kept.value === "closed") return succeed({ points: [], dropped: 0, closed: true });
  return succeed({ ...pointsIn(kept.value ?? new Map()), closed: false });
}
