/** Every view of the pane in light, those with colours of their own in dark and high contrast too: nothing that axe calls serious, and nothing that hangs out at the side. */
import { paneViews } from "../../src/workbench/cli/paneViews";
import { openSample, type SampleLanguage } from "../support/sampleDesk";
import { overflowOf, seriousFaults, startBrowser, stopBrowser, type Desk } from "../support/workbench";

jest.setTimeout(120_000);
beforeAll(startBrowser, 60_000);
afterAll(stopBrowser);

interface Look {
  readonly lang: SampleLanguage;
  readonly dark?: boolean;
  readonly highContrast?: boolean;
  /** Rules to check; all of them where none is named. */
  readonly rules?: readonly string[];
}

/** With EVERY_LOOK set, a run of minutes has every view in each look and in English; without, what they share is looked at once. */
const everywhere = process.env["EVERY_LOOK"] !== undefined;

/** What changes with the look is colour; everything else is the same in each. */
const looks: readonly (readonly [string, Look])[] = [
  ["light", { lang: "zh-CN" }],
  ...(everywhere ? [["light, in English", { lang: "en" }] as const] : []),
  ["dark", { lang: "zh-CN", dark: true, rules: ["color-contrast"] }],
  ["high contrast", { lang: "zh-CN", highContrast: true, rules: ["color-contrast"] }],
];

/** Views with colours of their own; the others are made of the same inputs and lists. */
const colourful = new Set(["today", "transfer", "log-missing", "check", "schema", "numbers", "drift"]);

describe.each(looks)("%s", (_, { lang, dark = false, highContrast = false, rules }) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openSample(lang, { dark, highContrast });
  }, 120_000);
  afterAll(() => desk.close());

  test("the look is the one asked for", async () => {
    const background = await desk.pane.evaluate(() => {
      const provider = document.querySelector(".fui-FluentProvider");
      return provider ? getComputedStyle(provider).backgroundColor : "";
    });
    const lightness = Number(/\d+/.exec(background)?.[0] ?? NaN);
    if (!highContrast) expect(lightness < 128).toBe(dark);
    expect(await desk.pane.evaluate(() => matchMedia("(forced-colors: active)").matches)).toBe(highContrast);
  });

  const views = paneViews.filter(({ name }) => rules === undefined || everywhere || colourful.has(name));
  test.each(views.map((view) => [view.name, view] as const))("%s", async (_name, view) => {
    await view.open({ page: desk.page, language: lang, byId: desk.byId, press: desk.press });
    expect(await seriousFaults(desk, rules)).toEqual([]);
    expect(await overflowOf(desk)).toBeLessThanOrEqual(0);
  });
});
