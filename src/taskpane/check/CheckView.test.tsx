import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { checkResult, finding, renderPane } from "../sessionStub";

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
