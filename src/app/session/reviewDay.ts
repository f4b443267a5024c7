import { todayName } from "../../domain/schema/settingsNames";
import type { Action } from "../../domain/workbook/action";
import { placeOfName } from "../../domain/workbook/namedCells";
import { fail, succeed } from "../fault";
import type { Progress } from "../ports";
import { transact } from "../transaction";
import type { UseCaseDependencies } from "../useCase";

type ReviewDayDependencies = Pick<UseCaseDependencies, "port" | "run" | "report" | "checkAll"> & {
  /** Brings the Summary's values up to date with the last check. */
  readonly refreshSummary: (progress: Progress) => Promise<void>;
};

/**
 * Sets the review day: reads where its cell is, writes the day there (null: the formula of today's date), checks, and brings the
 * Summary along.
 */
export function setReviewDay(dependencies: ReviewDayDependencies, day: number | null): Promise<void> {
  const { port, run, report, checkAll, refreshSummary } = dependencies;
  return run("applying", async (progress) => {
    await transact(
      port,
      {
        read: async () => {
          const read = await port.readWorkbook(() => [], progress);
          if (!read.ok) return read;
          const place = placeOfName(read.value.book, todayName);
          return place ? succeed(place) : fail({ code: "drift", what: todayName });
        },
        plan: ({ sheet, area }) => {
          const cells = [[day === null ? { formula: "=TODAY()" } : day]];
          const actions: readonly Action[] = [{ kind: "writeCells", sheet, area, cells }];
          return succeed({ actions });
        },
        tell: (outcome) => {
          if (!outcome.ok) report("applying", outcome.problem);
        },
        checkAgain: async () => {
          await checkAll(progress);
          await refreshSummary(progress);
        },
      },
      progress,
    );
  });
}
