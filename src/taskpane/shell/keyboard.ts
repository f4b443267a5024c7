import { isComposing, keyOf } from "../controls/composing";
import { keepFocusInPlace } from "./lostFocus";

/** What Tab can stop at, before it is looked at whether it is there to be seen. */
const operable = "a[href], button, input, select, textarea, summary, [tabindex], [contenteditable]";

function isShown(element: HTMLElement): boolean {
  if (element.getClientRects().length === 0) return false;
  // What a closed fold holds has a place on the page in some browsers; only its own summary can be reached.
  const fold = element.parentElement?.closest("details:not([open])");
  return !fold || (element.tagName === "SUMMARY" && element.parentElement === fold);
}

/** Tab stops at a group of radio buttons once. */
function isSameChoice(one: Element | null, other: Element): boolean {
  return (
    one instanceof HTMLInputElement &&
    other instanceof HTMLInputElement &&
    one.type === "radio" &&
    other.type === "radio" &&
    one.name === other.name
  );
}

/** Whether Tab, or Shift+Tab, has nowhere to go in the pane from where the focus is. */
function isAtTheEdge(page: Document, backward: boolean): boolean {
  const here = page.activeElement;
  // From the page itself the browser goes on where the focus was last.
  if (here === null || here === page.body) return false;
  const side = backward ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
  return ![...page.querySelectorAll<HTMLElement>(operable)].some(
    (stop) =>
      (here.compareDocumentPosition(stop) & side) !== 0 &&
      stop.tabIndex >= 0 &&
      !stop.matches(":disabled") &&
      !isSameChoice(here, stop) &&
      isShown(stop),
  );
}

const takesText = "input, select, textarea, [contenteditable], [role='combobox']";

/**
 * Keeps Tab and Escape for the pane. The client library that Excel on the web uses takes both on `window` and moves by itself: past every
 * summary, nowhere at all from an element that is focused by script, and out of a field on Escape. So they end at the page, after the pane's own
 * handlers, and go on to the library only where they lead out of the pane: Tab at its first and last stop, Escape outside of a field. Keys
 * with Ctrl, Alt or the command key stay Excel's own, and those of an input method that is composing go no further than its field.
 */
export function keepTheKeyboard(page: Document): void {
  page.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const key = keyOf(event);
    const ours =
      isComposing(event) ||
      (key === "Tab"
        ? !isAtTheEdge(page, event.shiftKey)
        : key === "Escape" &&
          (event.defaultPrevented || (event.target instanceof Element && event.target.matches(takesText))));
    if (ours) event.stopPropagation();
  });
  keepFocusInPlace(page);
}
