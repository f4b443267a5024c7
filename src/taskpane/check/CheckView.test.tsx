import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { checkResult, finding, renderPane } from "../../../test/support/sessionStub";

// Scripts of their own: on a busy machine they take longer than a query waits.
beforeAll(() => Promise.all([import("./CheckView"), import("./HealthSection")]));

const threeFindings = [
  finding("G6", "恒达物流"),
  finding("G7", "绿源食品"),
  finding("G16", "金桥建设集团", { rule: "notDate", repaired: null }),
];

const cell = (row: number) => ({ row, column: 6, rows: 1, columns: 1 });

test("the arrow keys walk the findings across groups and select each one's cell", async () => {
  const { asked } = renderPane({ installed: true, check: checkResult({ findings: threeFindings }) }, { tab: "check" });
  const [first, second, third] = await screen.findAllByTestId("finding");
  first?.focus();
  await userEvent.keyboard("{ArrowDown}");
  expect(second).toHaveFocus();
  await userEvent.keyboard("{ArrowDown}");
  expect(third).toHaveFocus();
  await userEvent.keyboard("{ArrowDown}");
  expect(third).toHaveFocus();
  await userEvent.keyboard("{ArrowUp}{Enter}");
  expect(second).toHaveFocus();
  expect(asked).toEqual([
    ["select", "客户", cell(6)],
    ["select", "客户", cell(15)],
    ["select", "客户", cell(6)],
    ["select", "客户", cell(6)],
  ]);
});

test("a finding says who, where, and what to do", async () => {
  const odd = { ...finding("G16", "金桥建设集团", { rule: "notDate", repaired: null }), value: "8月15" };
  renderPane({ installed: true, check: checkResult({ findings: [odd] }) }, { tab: "check" });
  const item = await screen.findByRole("button", { name: /金桥建设集团 G16/ });
  expect(item).toHaveTextContent("「下次跟进日期」里的“8月15”不是日期，请改成日期");
});

test("a long list shows a hundred lines and more on request", async () => {
  const findings = Array.from({ length: 250 }, (_, index) => finding(`G${index + 2}`, `客户${index}`));
  renderPane({ installed: true, check: checkResult({ findings }) }, { tab: "check" });
  expect(await screen.findAllByTestId("finding")).toHaveLength(100);
  await userEvent.click(screen.getByRole("button", { name: "再显示 100 条" }));
  expect(screen.getAllByTestId("finding")).toHaveLength(200);
});

test("a sheet that was only looked at is offered set-up as the next step", async () => {
  const { navigation } = renderPane({ check: checkResult({ installed: false, findings: threeFindings }) });
  await userEvent.click(await screen.findByRole("button", { name: "设为跟进表" }));
  expect(navigation.chosen()).toBe("setup");
});

test("the same findings stand by row or by column on request", async () => {
  renderPane({ installed: true, check: checkResult({ findings: threeFindings }) }, { tab: "check" });
  await userEvent.click(await screen.findByRole("button", { name: "按行" }));
  expect(screen.getAllByTestId("finding-group").map((group) => group.textContent)).toEqual([
    "恒达物流 · 第 6 行1",
    "绿源食品 · 第 7 行1",
    "金桥建设集团 · 第 16 行1",
  ]);
  await userEvent.click(screen.getByRole("button", { name: "按列" }));
  expect(screen.getAllByTestId("finding-group").map((group) => group.textContent)).toEqual(["下次跟进日期3"]);
});

test("a search leaves what it names, and says when there is nothing", async () => {
  renderPane({ installed: true, check: checkResult({ findings: threeFindings }) }, { tab: "check" });
  const search = await screen.findByRole("searchbox");
  await userEvent.type(search, "绿源");
  expect(await screen.findAllByTestId("finding")).toHaveLength(1);
  await userEvent.type(search, "没有的");
  expect(await screen.findByText(/没有和“绿源没有的”有关的问题/)).toBeVisible();
});

test("a fix shows each cell first, and leaves out what is unticked", async () => {
  const dates = { ...finding("G6", "恒达物流", { rule: "textDate", repaired: 46249 }), value: "2026.8.15" };
  const spaces = { ...finding("B7", "绿源食品", { rule: "untidy", repaired: "绿源食品" }), value: "绿源食品 " };
  const { asked } = renderPane(
    { installed: true, check: checkResult({ findings: [dates, spaces] }) },
    { tab: "check" },
  );
  await userEvent.click(await screen.findByTestId("fix-preview"));
  expect(screen.getAllByTestId("fix-example")[0]).toHaveTextContent("G6 “2026.8.15” → “2026年8月15日”");
  await userEvent.click(screen.getByRole("checkbox", { name: /去掉多余空格/ }));
  await userEvent.click(screen.getByRole("button", { name: "修正 1 处" }));
  expect(asked).toEqual([["applyFixes", ["textDate"]]]);
});

test("after a fix the way back is offered, and what was left alone is said", async () => {
  const receipt = { fixed: 4, formulas: 1, changed: 0, reverted: null };
  const { asked } = renderPane({ installed: true, check: checkResult() }, { tab: "check", fix: { receipt } });
  expect(await screen.findByTestId("fix-done")).toHaveTextContent("已修正 4 处；1 处是公式，没有动");
  await userEvent.click(screen.getByTestId("fix-revert"));
  expect(asked).toEqual([["revertFixes"]]);
});
