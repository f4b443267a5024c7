import type { Frame, Locator, Page } from "playwright-core";

/** The pane's document beside the workbook; undefined while there is none. */
export function findPane(page: Page): Frame | undefined {
  return page.frames().find((frame) => frame.url().includes("/taskpane.html"));
}

export function byId(pane: Frame, id: string): Locator {
  return pane.locator(`[data-testid="${id}"]`);
}

/** Nothing is under way, and no part of the pane is still to come. */
const idle = 'html:not(:has([data-testid="loading"])) [data-testid="status"][data-state="idle"]';

/** Runs in the pane's document: whether a state lasts for some turns of 50 ms, one after the other. */
async function lasts({ state, turns }: { readonly state: string; readonly turns: number }): Promise<boolean> {
  for (let turn = 0; turn < turns; turn += 1) {
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
    if (!document.querySelector(state)) return false;
  }
  return true;
}

/**
 * Ends when the pane was in a state for some turns of its page. Turns, not time of whoever drives it: what the page was still about to
 * do (a press that is to show as work, an event on its way) has its turn before they are over, however slow the machine is.
 */
async function waitForTurns(pane: Frame, limit: number, state: string, turns: number): Promise<void> {
  const end = performance.now() + limit;
  do {
    await pane.locator(state).waitFor({ state: "attached", timeout: Math.max(1, end - performance.now()) });
  } while (!(await pane.evaluate(lasts, { state, turns })));
}

/**
 * Ends when the pane has nothing under way and shows the view that was asked for.
 * @param limit milliseconds
 * @throws playwright's TimeoutError after them
 */
export function paneIdle(pane: Frame, limit: number): Promise<void> {
  return waitForTurns(pane, limit, idle, 3);
}

/** Ends when the pane has nothing under way and has looked at every change that was made in the workbook before. */
export function paneSettled(pane: Frame, limit: number): Promise<void> {
  return waitForTurns(pane, limit, `${idle}:not([data-pending])`, 6);
}
