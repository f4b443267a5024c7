import { readFileSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "../../src/workbench/cli/build";
import { openDesk, overflowOf, seriousFaults, startBrowser, stopBrowser, type Desk } from "../support/workbench";

jest.setTimeout(240_000);
beforeAll(startBrowser, 60_000);
afterAll(stopBrowser);

/** Controls of the view that are smaller than a finger needs. Widths and heights, px. */
function smallTargets({ pane }: Desk): Promise<readonly string[]> {
  return pane.evaluate(() =>
    [...document.querySelectorAll('[role="tabpanel"] :is(button, select, a)')]
      .filter((control) => {
        const { width, height } = control.getBoundingClientRect();
        return width > 0 && (width < 24 || height < 24);
      })
      .map((control) => control.textContent),
  );
}

/** How far the view itself, which scrolls for itself, is wider than it shows. px. */
function cutOff({ pane }: Desk): Promise<number> {
  return pane.evaluate(() => {
    const view = document.querySelector('[role="tabpanel"]');
    return view === null ? 0 : view.scrollWidth - view.clientWidth;
  });
}

/** The sample workbook, set up and with a log. */
async function openSample(lang: "zh-CN" | "en"): Promise<Desk> {
  const file = path.join(projectRoot, `assets/sample/follow-up-${lang}.xlsx`);
  const desk = await openDesk({ name: "sample.xlsx", bytes: new Uint8Array(readFileSync(file)) }, { lang });
  await desk.idle();
  await desk.press("tab-numbers");
  await desk.byId("numbers-now").waitFor();
  return desk;
}

async function calm(desk: Desk): Promise<void> {
  expect(await overflowOf(desk)).toBeLessThanOrEqual(0);
  expect(await seriousFaults(desk)).toEqual([]);
}

describe.each(["zh-CN", "en"] as const)("the Numbers view, %s", (lang) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openSample(lang);
  }, 240_000);
  afterAll(() => desk.close());

  test("fits 320 px with its five tabs, without a serious accessibility fault", async () => {
    const tabs = await desk.byId("tab-setup").boundingBox();
    const frame = await (await desk.pane.frameElement()).boundingBox();
    expect(tabs!.x + tabs!.width).toBeLessThanOrEqual(frame!.x + frame!.width);
    await desk.screenshot(`${lang}-numbers`);
    await calm(desk);
    expect(await smallTargets(desk)).toEqual([]);
    expect(await cutOff(desk)).toBeLessThanOrEqual(0);
  });

  test("is not cut at twice the size of letters", async () => {
    // 200 px are left, as in a pane of 400 px whose letters are twice as large.
    await desk.pane.evaluate(() => document.documentElement.style.setProperty("zoom", "1.6"));
    expect(await cutOff(desk)).toBeLessThanOrEqual(0);
    await desk.pane.evaluate(() => document.documentElement.style.removeProperty("zoom"));
  });

  test("follows a filter that stays in sight, and lets go of it with one press", async () => {
    const all = Number(/\d+/.exec(await desk.byId("number-count-open").innerText())![0]);
    await desk.byId("numbers-filter").selectOption({ index: 1 });
    await desk.byId("numbers-filter-clear").waitFor();
    const own = Number(/\d+/.exec(await desk.byId("number-count-open").innerText())![0]);
    expect(own).toBeLessThan(all);
    await desk.byId("numbers-signals").scrollIntoViewIfNeeded();
    await expect(desk.byId("numbers-filter-count").isVisible()).resolves.toBe(true);
    const [bar, frame] = [
      await desk.byId("numbers-filter-bar").boundingBox(),
      await (await desk.pane.frameElement()).boundingBox(),
    ];
    expect(bar!.y + bar!.height).toBeLessThan(frame!.y + frame!.height / 2);
    await desk.screenshot(`${lang}-numbers-filter`);
    await calm(desk);
    await desk.byId("number-count-open").click();
    expect(await desk.byId("number-value").innerText()).toBe(String(own));
    await desk.byId("number-back").click();
    await desk.byId("numbers-filter-clear").click();
    await desk.byId("numbers-filter-clear").waitFor({ state: "detached" });
    expect(await desk.byId("number-count-open").innerText()).toMatch(new RegExp(`^${all}\\b`));
  });

  test("opens what stands behind a number, counts its rows, and goes to one", async () => {
    await desk.byId("number-count-overdue").click();
    await desk.byId("number-drill").waitFor();
    await desk.screenshot(`${lang}-numbers-drill`);
    await calm(desk);
    const count = Number(await desk.byId("number-value").innerText());
    expect(count).toBeGreaterThan(0);
    expect(await desk.byId("number-row").count()).toBe(count);
    const first = desk.byId("number-row").first();
    const [, row] = /(?:第 |row )(\d+)/.exec(await first.innerText())!;
    await first.click();
    await desk.page.waitForFunction((wanted) => window.workbench?.selected().address.endsWith(wanted), row!);
    await desk.byId("number-show").click();
    await desk.page.waitForFunction(() => window.workbench?.selected().address.includes(":"));
    await desk.byId("number-back").click();
    await desk.byId("numbers").waitFor();
    // The focus is back where the person was.
    const focused = await desk.pane.evaluate(() => document.activeElement?.getAttribute("data-testid"));
    expect(focused).toBe("number-count-overdue");
  });
});
