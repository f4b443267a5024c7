import type { Desk } from "./workbench";

/**
 * Fills the quick form of a touch by keyboard: the first way of contact, the stage as it is, the first next date.
 * @returns the key presses beside the text
 */
export async function fillByKeys(desk: Desk, search: string, words: string): Promise<number> {
  const { keyboard } = desk.page;
  await desk.byId("log-customer").focus();
  await keyboard.type(search, { delay: 120 });
  await desk.byId("log-match").first().waitFor();
  await keyboard.press("Enter");
  // The field takes the focus when it is there: what is typed before goes elsewhere.
  await desk.pane.locator('[data-testid="log-content"]:focus').waitFor();
  await keyboard.type(words, { delay: 120 });
  const keys = ["Tab", "Tab", "Tab", "Tab", "Space"];
  for (const key of keys) {
    await keyboard.press(key);
    await desk.idle();
  }
  return keys.length + 1;
}
