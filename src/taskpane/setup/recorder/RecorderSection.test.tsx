import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { checkResult, renderPane } from "../../../../test/support/sessionStub";

const installed = { installed: true, check: checkResult() };
const text = '{"followUpSheetRecord":1}';
const done = { phase: "done", exchanges: 12, text } as const;

test("what is recorded, and what is not, is said before it begins", async () => {
  const { asked } = renderPane(installed, { tab: "setup" });
  expect(await screen.findByText(/不记内容/)).toBeVisible();
  await userEvent.click(screen.getByTestId("record-start"));
  expect(asked).toEqual([["recorder.start"]]);
});

test("while it runs every tab says so, and stopping leads to the record", async () => {
  const { asked, navigation } = renderPane(installed, { tab: "today", recorder: { phase: "recording", exchanges: 7 } });
  expect(await screen.findByTestId("recording")).toHaveTextContent("正在记录 Excel 的回答：7 次");
  await userEvent.click(screen.getByTestId("record-stop"));
  expect(asked).toContainEqual(["recorder.stop"]);
  expect(navigation.chosen()).toBe("setup");
});

test("where copying is refused, the whole text is selected and nothing is said to be copied", async () => {
  renderPane(installed, { tab: "setup", recorder: done });
  const refused = jest.fn().mockRejectedValue(new Error("not allowed"));
  Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText: refused } });
  await userEvent.click(await screen.findByTestId("record-copy"));
  expect(await screen.findByTestId("record-said")).toHaveTextContent("这里不能自动复制");
  const field = screen.getByLabelText<HTMLTextAreaElement>("记录全文");
  expect(field).toHaveFocus();
  expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe(text);
});

test("a record that is full says how much is not in it", async () => {
  renderPane(installed, { tab: "setup", recorder: { ...done, left: 3 } });
  expect(await screen.findByTestId("record-done")).toHaveTextContent("后面的 3 次没有记");
});

test("the hidden sheet of an earlier record can still be deleted", async () => {
  const { asked } = renderPane(installed, { tab: "setup", memory: [["recordSheet", "saved"]] });
  await userEvent.click(await screen.findByTestId("record-remove"));
  expect(asked).toContainEqual(["recorder.remove"]);
});

test.each([
  [{ kind: "deaf" }, "什么都没有记下"],
  [{ kind: "foreign" }, "没有动它"],
  [{ kind: "fault", fault: { code: "cellEdit" } }, "单元格"],
] as const)("what went wrong is said with what to do: %o", async (problem, words) => {
  renderPane(installed, { tab: "setup", recorder: { problem } });
  expect(await screen.findByTestId("record-problem")).toHaveTextContent(words);
});
