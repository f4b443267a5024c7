import { asProposed } from "../../domain/adoption/choices";
import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { checkResult, renderPane, setUpPlan, today } from "../../../test/support/sessionStub";

const looked = { check: checkResult({ installed: false }) };

test("the first step only plans, in the pane's language", async () => {
  const { asked } = renderPane(looked, { tab: "setup", language: "en" });
  await userEvent.click(await screen.findByTestId("setup-plan"));
  expect(asked).toEqual([["planSetUp", "en", asProposed]]);
});

test("choosing the workbook's language plans anew in it", async () => {
  const { asked } = renderPane({ ...looked, plan: setUpPlan() }, { tab: "setup" });
  await userEvent.click(await screen.findByRole("radio", { name: "English" }));
  expect(asked).toEqual([["planSetUp", "en", asProposed]]);
});

test("nothing is applied until the preview is agreed to", async () => {
  const { asked } = renderPane({ ...looked, plan: setUpPlan() }, { tab: "setup" });
  expect(await screen.findByText("补上客户编号")).toBeVisible();
  expect(asked).toEqual([]);
  await userEvent.click(screen.getByTestId("setup-apply"));
  expect(asked).toEqual([["applySetUp"]]);
});

test("what a set-up has made is said in what somebody will look for", async () => {
  const plan = setUpPlan({
    changes: [
      { kind: "sheet", role: "log", title: "跟进记录", isNew: true },
      { kind: "sheet", role: "settings", title: "跟进设置", isNew: true },
      { kind: "sheet", role: "summary", title: "跟进汇总", isNew: false },
      { kind: "columns", headers: ["客户编号", "状态"] },
      { kind: "hiddenColumns", headers: ["已逾期"] },
      { kind: "names", count: 190 },
    ],
  });
  const { become } = renderPane({ ...looked, plan }, { tab: "setup" });
  await screen.findByTestId("setup-apply");
  // Parts that come with scripts of their own are waited for.
  await act(async () => {
    become({ installed: true, check: checkResult(), plan: null, applied: 202 });
    await Promise.resolve();
  });
  expect(await screen.findByTestId("setup-done")).toHaveTextContent("✓ 设置完成：新建 2 张表、新增 2 列。");
});

test("a complete set-up says so and offers nothing to apply", async () => {
  const plan = setUpPlan({ actions: [], changes: [] });
  renderPane({ installed: true, check: checkResult(), plan }, { tab: "setup" });
  expect(await screen.findByTestId("setup-nothing")).toHaveTextContent("没有需要改的");
  expect(screen.queryByTestId("setup-apply")).not.toBeInTheDocument();
});

test("the review day is set as a day number and can be taken back", async () => {
  const { asked } = renderPane({ installed: true, check: checkResult({ asOf: true }) }, { tab: "setup" });
  const input = await screen.findByLabelText("复盘日期");
  expect(input).toHaveValue("2026-08-07");
  await userEvent.clear(input);
  await userEvent.click(screen.getByTestId("as-of-apply"));
  expect(screen.getByText("请填一个完整的日期。")).toBeVisible();
  await userEvent.type(input, "2026-08-06");
  await userEvent.click(screen.getByTestId("as-of-apply"));
  await userEvent.click(screen.getByRole("button", { name: "恢复为今天" }));
  expect(asked).toEqual([
    ["setAsOf", today - 1],
    ["setAsOf", null],
  ]);
});
