import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { checkResult, renderPane } from "../../../test/support/sessionStub";

// Scripts of their own: on a busy machine they take longer than a query waits.
beforeAll(() => Promise.all([import("./ResultBar"), import("../check/CheckView"), import("../numbers/NumbersView")]));

const state = { installed: true, check: checkResult() };
const build = "16.0.14334.20000";

test("where a write ends Ctrl+Z this is said beside the buttons, until somebody has read it", async () => {
  const { remembered } = renderPane(state, { tab: "check", endsUndo: build });
  expect(await screen.findByTestId("undo-ends")).toHaveTextContent(
    "这个版本的 Excel：窗格一写入，之前的操作就不能再按 Ctrl+Z 撤销。要撤销的，请先撤销。",
  );
  await userEvent.click(screen.getByTestId("undo-understood"));
  expect(screen.queryByTestId("undo-ends")).not.toBeInTheDocument();
  expect([...remembered]).toEqual([["undo-ends", build]]);
});

test("the first write ends it for this time alone: nobody said that they read it", async () => {
  const { undoNotice, remembered } = renderPane(state, { tab: "check", endsUndo: build });
  await screen.findByTestId("undo-ends");
  act(undoNotice.written);
  expect(screen.queryByTestId("undo-ends")).not.toBeInTheDocument();
  expect([...remembered]).toEqual([]);
});

test.each([
  ["in an Excel that keeps the steps of add-ins", { tab: "check" }],
  ["to somebody who has read it", { tab: "check", endsUndo: build, memory: [["undo-ends", build]] }],
  ["where nothing can be written", { tab: "numbers", endsUndo: build }],
] as const)("it is not said %s", async (_when, options) => {
  renderPane(state, options);
  expect(await screen.findByRole("tabpanel")).toBeVisible();
  await act(() => import("./ResultBar"));
  expect(screen.queryByTestId("undo-ends")).not.toBeInTheDocument();
});

test("after an update of Excel it is said again", async () => {
  renderPane(state, { tab: "check", endsUndo: "16.0.17932.20000", memory: [["undo-ends", build]] });
  expect(await screen.findByTestId("undo-ends")).toBeVisible();
});
