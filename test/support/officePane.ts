import type { Frame, Page } from "playwright-core";
import { findPane } from "../../src/workbench/cli/pane";

/** The pane's document once Office.js answers in it, for what asks the host without the pane's own views. */
export async function officePaneOf(page: Page): Promise<Frame> {
  for (;;) {
    const pane = findPane(page);
    const ready = await pane
      ?.evaluate(() => Office.onReady().then(() => typeof Excel !== "undefined"))
      .catch(() => false);
    if (pane && ready === true) return pane;
    await page.waitForTimeout(100);
  }
}
