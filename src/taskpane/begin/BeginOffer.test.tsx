import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { checkResult, renderPane } from "../../../test/support/sessionStub";

beforeAll(() => Promise.all([import("./BeginOffer"), import("./ExamplesSection"), import("../result/ResultBar")]));

const empty = { emptySheet: true, sheet: "Sheet1" };

test("an empty sheet is offered a follow-up sheet: one press takes the usual one with examples", async () => {
  const { asked } = renderPane(empty);
  expect(await screen.findByRole("radio", { name: /标准/ })).toBeChecked();
  expect(screen.getByRole("checkbox", { name: /12 个示例客户/ })).toBeChecked();
  await userEvent.click(screen.getByRole("button", { name: "建立跟进表" }));
  expect(asked).toEqual([["begin.create", "zh-CN", { kind: "default", withExamples: true, ownName: "" }]]);
});

test("kind, examples and name are the person's choice, in the pane's language", async () => {
  const { asked } = renderPane(empty, { language: "en" });
  await userEvent.click(await screen.findByRole("radio", { name: /Full/ }));
  await userEvent.click(screen.getByRole("checkbox", { name: /12 sample customers/ }));
  await userEvent.type(screen.getByRole("textbox", { name: /Your name/ }), "Ann Lee");
  await userEvent.click(screen.getByRole("button", { name: "Create the sheet" }));
  expect(asked).toEqual([["begin.create", "en", { kind: "full", withExamples: false, ownName: "Ann Lee" }]]);
});

test("whoever has a list already can have it checked instead", async () => {
  const { asked } = renderPane(empty);
  await userEvent.click(await screen.findByRole("button", { name: "检查这张表" }));
  expect(asked).toEqual([["check"]]);
});

test("a refusal is said in the result bar; the button under what was chosen does it again", async () => {
  const problem = { kind: "refusal", refusal: { code: "protectedSheet", sheet: "Sheet1" } } as const;
  renderPane(empty, { begin: { problem } });
  expect(await screen.findByTestId("begin-problem")).toHaveTextContent(
    "工作表「Sheet1」有保护。请在“审阅”里撤销保护，再试一次。",
  );
  expect(await screen.findByRole("button", { name: "建立跟进表" })).toBeEnabled();
  expect(screen.queryByTestId("begin-retry")).not.toBeInTheDocument();
});

test("a sheet on which something stands is not offered one", async () => {
  renderPane({ emptySheet: false });
  expect(await screen.findByRole("button", { name: "检查这张表" })).toBeVisible();
  expect(screen.queryByTestId("begin")).not.toBeInTheDocument();
});

test("examples that are there can be cleared away; where there are none nothing is said", async () => {
  const installed = { installed: true, check: checkResult() };
  const { asked } = renderPane(installed, { tab: "setup", examples: { rows: [0, 1, 2], kept: [] } });
  expect(await screen.findByTestId("examples")).toHaveTextContent("表里还有 3 行示例");
  await userEvent.click(screen.getByTestId("examples-clear"));
  expect(asked).toEqual([["begin.clear"]]);
});

test.each([
  ["zh-CN", "已清掉 11 行示例，空出来的行可以直接填写。「海棠大酒店」改过名称，当作您自己的客户留下了。"],
  [
    "en",
    "Cleared 11 sample rows: they are blank now, ready to fill in. Kept as your own, since renamed: “海棠大酒店”.",
  ],
] as const)("what was cleared and what stayed is told: %s", async (language, said) => {
  const cleared = { rows: 11, kept: ["海棠大酒店"] };
  renderPane({ installed: true, check: checkResult() }, { tab: "setup", language, begin: { cleared } });
  expect(await screen.findByTestId("examples-cleared")).toHaveTextContent(said);
  expect(screen.queryByTestId("examples-clear")).not.toBeInTheDocument();
});
