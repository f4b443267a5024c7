import { act, createEvent, fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { repDesk } from "../../../test/support/repStub";
import { checkResult, dueItem, finding, renderPane, today } from "../../../test/support/sessionStub";
import { keepTheKeyboard } from "../shell/keyboard";

// Scripts of their own: on a busy machine they take longer than a query waits.
beforeAll(() =>
  Promise.all([
    import("../result/ResultBar"),
    import("../today/TodayView"),
    import("../today/RowActions"),
    import("../check/CheckView"),
  ]),
);

const desk = repDesk(
  [
    { id: "A1", customer: "远山能源科技", owner: "李敏", stage: "方案演示", nextDate: today - 2 },
    { id: "A2", customer: "绿源食品", owner: "李敏", stage: "方案演示", nextDate: today - 1 },
  ],
  today,
);
const due = [dueItem({ row: 2, cell: "B2" }), dueItem({ row: 3, cell: "B3", customer: "绿源食品" })];
const findings = [finding("B2", "远山能源科技"), finding("B3", "绿源食品")];
const state = { installed: true, check: checkResult({ due, findings }) };

/** An input method's key goes down where the focus is; true when the pane made nothing of it. */
function isLeftAlone(key: string, how: { isComposing: true } | { keyCode: 229 }): boolean {
  const at = document.activeElement!;
  const event = createEvent.keyDown(at, { key, ...how });
  fireEvent(at, event);
  return !event.defaultPrevented && document.activeElement === at;
}

describe.each([
  ["isComposing", { isComposing: true }],
  ["the key that WebKit gives", { keyCode: 229 }],
] as const)("the keys of an input method that is composing (%s) are its own", (_, how) => {
  test("Escape in Today's search leaves what was typed", async () => {
    renderPane(state, { ...desk, tab: "today" });
    const search = await screen.findByTestId("today-search");
    await userEvent.type(search, "远山");
    expect(isLeftAlone("Escape", how)).toBe(true);
    expect(search).toHaveValue("远山");
    await userEvent.keyboard("{Escape}");
    expect(search).toHaveValue("");
  });

  test("arrows move neither among the tabs nor among Today's customers", async () => {
    const { navigation } = renderPane(state, { ...desk, tab: "today" });
    const [name] = await screen.findAllByTestId("due-name");
    act(() => name!.focus());
    expect(isLeftAlone("ArrowDown", how)).toBe(true);
    act(() => screen.getByRole("tab", { selected: true }).focus());
    expect(isLeftAlone("ArrowRight", how)).toBe(true);
    expect(navigation.chosen()).toBe("today");
  });

  test("arrows do not move among the findings", async () => {
    renderPane(state, { ...desk, tab: "check" });
    const [found] = await screen.findAllByTestId("finding");
    act(() => found!.focus());
    expect(isLeftAlone("ArrowDown", how)).toBe(true);
  });

  test("they do not reach the library that moves the focus in Excel on the web", () => {
    keepTheKeyboard(document);
    const reached = jest.fn();
    window.addEventListener("keydown", reached);
    fireEvent.keyDown(document.body, { key: "Tab", ...how });
    expect(reached).not.toHaveBeenCalled();
    fireEvent.keyDown(document.body, { key: "a" });
    expect(reached).toHaveBeenCalledTimes(1);
    window.removeEventListener("keydown", reached);
  });
});
