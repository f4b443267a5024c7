/** The element that stands where nodes were taken out; null where the page has nothing there any more. */
function placeOf({ nextSibling, previousSibling, target }: MutationRecord): HTMLElement | null {
  const isThere = (node: Node | null): node is HTMLElement => node instanceof HTMLElement && node.isConnected;
  return [nextSibling, previousSibling, target].find(isThere) ?? null;
}

/** Focuses an element that usually takes no focus; afterwards it takes none again. */
function focusOnce(element: HTMLElement): void {
  if (!element.hasAttribute("tabindex")) {
    element.tabIndex = -1;
    element.addEventListener("blur", () => element.removeAttribute("tabindex"), { once: true });
  }
  element.focus({ preventScroll: true });
}

/**
 * Keeps the focus near its place when the element that had it goes: a row that was rescheduled, a preview that was applied. It moves to
 * what stands there now, so that a screen reader reads on and Tab goes on from there. A view that focuses something itself comes first.
 */
export function keepFocusInPlace(page: Document): void {
  let last: Node | null = null;
  page.addEventListener("focusin", ({ target }) => {
    last = target instanceof Node ? target : null;
  });
  // Whoever presses elsewhere has left the place.
  page.addEventListener("pointerdown", () => {
    last = null;
  });
  new MutationObserver((records) => {
    const lost = last;
    if (lost === null || lost.isConnected || page.activeElement !== page.body) return;
    const record = records.find(({ removedNodes }) => [...removedNodes].some((node) => node.contains(lost)));
    if (record === undefined) return;
    requestAnimationFrame(() => {
      if (last !== lost || page.activeElement !== page.body) return;
      const place = placeOf(record);
      if (place !== null) focusOnce(place);
    });
  }).observe(page.body, { childList: true, subtree: true });
}
