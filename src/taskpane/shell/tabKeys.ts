/** What Tab stops at. The library that Excel on the web brings has a list like it, without the heads of folded parts. */
const stops =
  "a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex]";

/** Of some radio buttons Tab stops at the chosen one, else at the first. */
function isStop(element: HTMLElement): boolean {
  if (element.tabIndex < 0 || element.getClientRects().length === 0) return false;
  if (!(element instanceof HTMLInputElement) || element.type !== "radio" || element.checked) return true;
  const group = [...document.querySelectorAll<HTMLInputElement>('input[type="radio"]')].filter(
    ({ name }) => name === element.name,
  );
  return group[0] === element && group.every(({ checked }) => !checked);
}

const noText = ["checkbox", "radio", "button", "submit"];

/** Whether Escape is something to whoever types there: it takes back what was typed, or closes a list. */
function takesEscape(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !noText.includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/**
 * Leaves Tab and Escape to the browser. In Excel on the web office.js takes both on `window`: it moves the focus by itself, past the heads
 * of folded parts and nowhere from the page, and Escape in a field leaves the pane. Only where Tab leads out of the pane it is needed.
 */
export function keepTabKeys(page: Document): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" && takesEscape(event.target)) event.stopPropagation();
    if (event.key !== "Tab" || event.ctrlKey || event.altKey || event.metaKey) return;
    const all = [...page.querySelectorAll<HTMLElement>(stops)].filter(isStop);
    const edge = event.shiftKey ? all[0] : all.at(-1);
    if (edge && event.target !== edge) event.stopPropagation();
  };
  page.addEventListener("keydown", onKeyDown);
  return () => page.removeEventListener("keydown", onKeyDown);
}
