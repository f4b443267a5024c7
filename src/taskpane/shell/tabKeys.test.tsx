import { keepTabKeys } from "./tabKeys";

/** Keys that come as far as to the window, where office.js takes them. */
let taken: string[] = [];
const take = ({ key, shiftKey }: KeyboardEvent) => void taken.push(`${shiftKey ? "Shift+" : ""}${key}`);

let end: () => void;
beforeEach(() => {
  taken = [];
  // Nothing is laid out here: everything counts as seen.
  jest.spyOn(Element.prototype, "getClientRects").mockReturnValue([{}] as unknown as DOMRectList);
  document.body.innerHTML = `
    <button id="first">1</button>
    <details><summary id="fold">2</summary></details>
    <input id="text" />
    <input type="radio" name="a" id="other" /><input type="radio" name="a" id="chosen" checked />
    <button tabindex="-1">no stop</button>`;
  window.addEventListener("keydown", take);
  end = keepTabKeys(document);
});
afterEach(() => {
  end();
  window.removeEventListener("keydown", take);
});

const press = (id: string, key: string, shiftKey = false) =>
  document.getElementById(id)?.dispatchEvent(new KeyboardEvent("keydown", { key, shiftKey, bubbles: true }));

test("Tab is the browser's inside of the pane, so that it stops at folded parts too", () => {
  for (const id of ["first", "fold", "text"]) press(id, "Tab");
  for (const id of ["fold", "text", "chosen"]) press(id, "Tab", true);
  expect(taken).toEqual([]);
});

test("at the first and the last stop Tab leads out of the pane", () => {
  press("chosen", "Tab");
  press("first", "Tab", true);
  expect(taken).toEqual(["Tab", "Shift+Tab"]);
});

test("Escape in a field is the field's; elsewhere it leads out, as do other keys", () => {
  press("text", "Escape");
  press("first", "Escape");
  press("text", "F6");
  expect(taken).toEqual(["Escape", "F6"]);
});
