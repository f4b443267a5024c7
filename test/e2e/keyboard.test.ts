/** The pane without a mouse: every control of every view is reached by Tab, every fold is opened by a key, and the ways out of the pane lead out. */
import { paneViews } from "../../src/workbench/cli/paneViews";
import { openSample, type SampleLanguage } from "../support/sampleDesk";
import { startBrowser, stopBrowser, type Desk } from "../support/workbench";

jest.setTimeout(120_000);
beforeAll(startBrowser, 60_000);
afterAll(stopBrowser);

let desk: Desk;
const language: SampleLanguage = "zh-CN";
beforeAll(async () => {
  desk = await openSample(language);
}, 120_000);
afterAll(() => desk.close());

/** Most presses for one view: twice what the fullest has, with all its folds open. */
const mostPresses = 600;

/** What can be operated in the pane and is no part of a fold that is closed; each group of radio buttons once, by its name. */
function controls(): readonly string[] {
  const found = document.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary");
  const names = [...found]
    .filter((each) => each.tabIndex >= 0 && !each.matches(":disabled") && each.checkVisibility())
    .map((each) => {
      if (each instanceof HTMLInputElement && each.type === "radio") return `radio ${each.name}`;
      each.dataset["stop"] ??= String(Math.random());
      return each.dataset["stop"];
    });
  return [...new Set(names)];
}

/** The control that has the focus, by the same names; null outside of the pane's controls. Opens a fold that is closed. */
function here(): { readonly name: string; readonly closed: boolean; readonly said: string } | null {
  const at = document.activeElement;
  if (!(at instanceof HTMLElement) || at === document.body || !document.hasFocus()) return null;
  const isRadio = at instanceof HTMLInputElement && at.type === "radio";
  if (!isRadio) at.dataset["stop"] ??= String(Math.random());
  const fold = at.parentElement;
  return {
    name: isRadio ? `radio ${at.name}` : (at.dataset["stop"] ?? ""),
    closed: at.tagName === "SUMMARY" && fold instanceof HTMLDetailsElement && !fold.open,
    said: at.outerHTML.slice(0, 120),
  };
}

const isInPane = () => desk.page.evaluate(() => document.activeElement?.tagName === "IFRAME");
/** Ends when Excel has the focus: it hears of it by a message. */
const outOfPane = () => desk.page.waitForFunction(() => document.activeElement?.tagName !== "IFRAME");

/** Leads the focus into the pane as from the grid. */
async function enter(): Promise<void> {
  await desk.page.evaluate(() => window.workbench?.focusCell("客户跟进", "B2"));
  await desk.page.keyboard.press("F6");
  expect(await isInPane()).toBe(true);
  await desk.pane.evaluate(() => {
    // From the page's start, wherever the focus was before.
    const first = document.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]');
    first?.focus();
  });
}

test.each(paneViews.map((view) => [view.name, view] as const))("%s", async (_name, view) => {
  const { page, pane, byId, press } = desk;
  await view.open({ page, language, byId, press });
  await enter();
  const reached = new Set<string>();
  const unopened: string[] = [];
  for (let presses = 0; presses < mostPresses && (await isInPane()); presses += 1) {
    const at = await pane.evaluate(here);
    if (at !== null) reached.add(at.name);
    if (at?.closed) {
      await page.keyboard.press("Enter");
      if ((await pane.evaluate(here))?.closed) unopened.push(at.said);
    }
    await page.keyboard.press("Tab");
  }
  expect(unopened).toEqual([]);
  const missed = (await pane.evaluate(controls)).filter((name) => !reached.has(name));
  const said = await pane.evaluate(
    (names) => names.map((name) => document.querySelector(`[data-stop="${name}"]`)?.outerHTML.slice(0, 160) ?? name),
    missed,
  );
  expect(said).toEqual([]);
  // After the last control Tab leads on, to Excel.
  await outOfPane();
  await pane.evaluate(() => {
    for (const fold of document.querySelectorAll("details")) fold.open = false;
  });
});

test("Shift+Tab at the first control, Ctrl+F6 and Escape outside of a field lead to Excel; Escape in a field does not", async () => {
  const { page, press, byId } = desk;
  await press("tab-today");
  for (const key of ["Shift+Tab", "Control+F6", "Escape"]) {
    await enter();
    await page.keyboard.press(key);
    await outOfPane();
  }
  await press("due-log");
  await byId("log-content").fill("说到一半");
  await page.keyboard.press("Escape");
  expect(await isInPane()).toBe(true);
  await expect(byId("log-content").inputValue()).resolves.toBe("说到一半");
});

test("when the control that had the focus goes, the focus stays at its place", async () => {
  const { page, pane, press, byId } = desk;
  await press("tab-check");
  for (const id of ["fix-preview", "fix-apply", "fix-revert"]) {
    await byId(id).first().focus();
    await page.keyboard.press("Enter");
    await byId(id).first().waitFor({ state: "detached" });
    await desk.settled();
    // What takes a fix back is pressed in the result bar, and the focus stays there.
    const place = id === "fix-revert" ? '[data-testid="fix-done"]' : '[role="tabpanel"]';
    const isThere = await pane.evaluate((at) => document.activeElement?.closest(at) !== null, place);
    expect([id, isThere]).toEqual([id, true]);
  }
});
