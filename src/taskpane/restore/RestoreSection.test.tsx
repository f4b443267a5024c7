import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { act } from "react";
import type { RestorePlan } from "../../domain/restore/restorePlan";
import { checkResult, renderPane, today } from "../../../test/support/sessionStub";

beforeAll(() =>
  Promise.all([
    ...[import("./RestoreSection"), import("../setup/SetupView"), import("../setup/recorder/RecorderSection")],
    ...[import("../selfCheck/SelfCheckEntry"), import("../result/ResultBar")],
  ]),
);

const ready = { installed: true, check: checkResult() };
const entry = { id: "1", at: today + 0.4458, cause: "setUp", first: true, bytes: 80_000 } as const;
const list = {
  points: [entry, { ...entry, id: "2", cause: "fixes", first: false, bytes: 4000 } as const],
  dropped: 0,
  closed: false,
};
const plan: RestorePlan = {
  points: [entry],
  whole: true,
  known: true,
  cells: 12,
  columns: ["客户编号"],
  sheets: ["跟进设置"],
  conflicts: [
    { sheet: "客户", cell: "D2", before: "2026.8.9", after: "2026-08-09", now: "下周" },
    { sheet: "跟进记录", cell: "F3", before: "线索", after: "新线索", now: "成交" },
  ],
  kept: [{ kind: "sheet", sheet: "跟进记录", why: "log" }],
  gone: 0,
  dependents: [{ sheet: "看板", cell: "B2", formula: "=FU_Open" }],
  sheet: "客户",
  actions: [],
};

/** What was asked of this section's use cases. */
const ofRestore = (asked: readonly (readonly unknown[])[]) =>
  asked.filter(([name]) => String(name).startsWith("restore."));

function show(...given: Parameters<typeof renderPane>) {
  return act(() => Promise.resolve(renderPane(...given)));
}

test("the points are listed with when, what and how large, the newest first, each with its way back", async () => {
  const { asked } = await show(ready, { tab: "setup", restore: { list } });
  expect(await screen.findByTestId("restore-size")).toHaveTextContent("2 个还原点，共 83 KB");
  const points = screen.getAllByTestId("restore-point").map(({ textContent }) => textContent);
  expect(points[0]).toContain("修复单元格");
  expect(points[1]).toMatch(/首次设置.*2026-08-07 10:42 · 79 KB/);
  await userEvent.click(screen.getAllByTestId("restore-choose")[1]!);
  expect(ofRestore(asked)).toEqual([["restore.plan", { id: "1", deleteKept: false }]]);
});

test("the preview names what goes, what stays and whose formulas break; deleting kept sheets is asked for anew", async () => {
  const { asked } = await show(ready, {
    tab: "setup",
    restore: { list, preview: plan, chosen: { id: "1", deleteKept: false } },
  });
  const preview = await screen.findByTestId("restore-preview");
  for (const said of ["退回 12 个单元格", "「客户编号」", "「跟进设置」", "里面有跟进记录，保留", "看板!B2"])
    expect(preview).toHaveTextContent(said);
  const conflicts = screen.getAllByRole("listitem").map(({ textContent }) => textContent);
  expect(conflicts).toContain("D2：原来是「2026.8.9」，我们写了「2026-08-09」，现在是「下周」");
  expect(conflicts).toContain("跟进记录!F3：原来是「线索」，我们写了「新线索」，现在是「成交」");
  await userEvent.click(screen.getByTestId("restore-delete-kept"));
  await userEvent.click(screen.getByTestId("restore-apply"));
  expect(ofRestore(asked)).toEqual([["restore.plan", { id: "1", deleteKept: true }], ["restore.apply"]]);
});

test("a workbook without points offers what an earlier version's workbook can give up, and says how far", async () => {
  await show(ready, { tab: "setup", language: "en", restore: { list: { points: [], dropped: 0, closed: false } } });
  expect(await screen.findByTestId("restore-earlier")).toBeVisible();
  expect(screen.getByTestId("restore")).toHaveTextContent("former values, formats and widths cannot be brought back");
});

test("what stands in the way is said with what to do", async () => {
  await show(ready, {
    tab: "setup",
    restore: { list, problem: { kind: "refusal", refusal: { code: "filtered", sheet: "客户" } } },
  });
  expect(await screen.findByTestId("restore-problem")).toHaveTextContent("请先清除筛选");
});
