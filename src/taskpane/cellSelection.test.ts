import type { Session } from "../app/session/session";
import type { Area } from "../domain/workbook/area";
import { createCellSelection } from "./cellSelection";

test("while a selection is under way only the latest wish is kept", async () => {
  const selected: number[] = [];
  const finish: (() => void)[] = [];
  const select = (_sheet: string, { row }: Area) =>
    new Promise<void>((resolve) => {
      selected.push(row + 1);
      finish.push(resolve);
    });
  const go = createCellSelection({ select } satisfies Pick<Session, "select">);
  go("客户", "A1");
  go("客户", "A2");
  go("客户", "A3");
  expect(selected).toEqual([1]);
  finish.shift()?.();
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(selected).toEqual([1, 3]);
});
