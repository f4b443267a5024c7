/** The rep's forms on the sample workbook, 320 px wide: full form, closing, handing over, the duplicate guard, drafts. */
import {
  addressOf,
  chooseCustomer,
  chooseOption,
  openLog,
  openSample,
  rowsOf,
  sampleSheets,
  type SampleLanguage,
} from "../support/sampleDesk";
import { overflowOf, startBrowser, stopBrowser, type Desk } from "../support/workbench";

jest.setTimeout(120_000);
beforeAll(startBrowser, 60_000);
afterAll(stopBrowser);

const words = {
  "zh-CN": {
    amount: "金额",
    reason: "成交/流失原因",
    require: "要求",
    newName: "长汀新材料",
    tail: "股份有限公司",
    why: "区域调整",
  },
  en: {
    amount: "Amount",
    reason: "Reason",
    require: "Require",
    newName: "Changting Materials",
    tail: " Co., Ltd.",
    why: "new region",
  },
} as const;

describe.each(["zh-CN", "en"] as const)("%s", (lang: SampleLanguage) => {
  const names = sampleSheets[lang];
  let desk: Desk;
  /** Customers in progress that nobody has touched in this file yet. */
  let open: string[] = [];
  const nextOpen = () => open.shift() ?? "";

  beforeAll(async () => {
    desk = await openSample(lang);
    const book = await rowsOf(desk, names.list);
    const closed = new Set(await closedStages());
    open = book
      .filter((row) => row[names.owner] && !closed.has(String(row[names.stage])))
      .map((row) => String(row[names.customer]));
  }, 120_000);
  afterAll(() => desk.close());

  async function closedStages(): Promise<readonly string[]> {
    await openLog(desk);
    const all = await desk.byId("log-stage").locator("option").allInnerTexts();
    return all.slice(-3);
  }
  const customerRow = async (name: string) =>
    (await rowsOf(desk, names.list)).find((row) => row[names.customer] === name);
  const logOf = async (name: string) => (await rowsOf(desk, names.log)).filter((row) => row[names.customer] === name);

  test("the full form says all that is missing, leads there, and follows the stage; then the customer and its first log row stand there", async () => {
    for (const field of [words[lang].amount, words[lang].reason]) {
      const level = await addressOf(desk, names.settings, field, 4);
      await desk.page.evaluate(([s, a, v]) => window.workbench!.editAsPerson(s, a, v), [
        names.settings,
        level,
        words[lang].require,
      ] as const);
    }
    await desk.settled();
    await openLog(desk);
    await desk.byId("log-new").click();
    await desk.byId("log-new-name").fill(words[lang].newName);
    while (!(await desk.byId("log-stage").isVisible())) await desk.byId("log-forward").click();
    // Won: amount and reason are asked for; the next date is not.
    await chooseOption(desk, "log-stage", -3);
    expect(await desk.byId("log-next").count()).toBe(0);
    await desk.press("log-save");
    const problems = desk.byId("log-problems").getByRole("button");
    await problems.first().waitFor();
    const asWon = await problems.allInnerTexts();
    expect(asWon.join("\n")).toContain(names.amount);
    expect(asWon.join("\n")).toContain(names.reason);
    // A stage in progress: the next date is, and they are not.
    await chooseOption(desk, "log-stage", 1);
    await desk.press("log-save");
    const asOpen = await problems.allInnerTexts();
    expect(asOpen.join("\n")).not.toContain(names.amount);
    expect(asOpen.length).toBeGreaterThanOrEqual(3);
    // Owner stands on the first step: the line leads there.
    await problems.filter({ hasText: names.owner }).click();
    await desk.pane.waitForFunction(() => document.activeElement?.id === "control-owner");
    const owner = await chooseOption(desk, "field-owner", 2);
    await desk.byId("log-forward").click();
    await desk.byId("log-content").fill('=HYPERLINK("x")\n第二行 🙂');
    while (!(await desk.byId("log-stage").isVisible())) await desk.byId("log-forward").click();
    await desk.byId("log-next").locator("input").first().check();
    await desk.press("log-save");
    await desk.byId("receipt").filter({ hasText: words[lang].newName }).waitFor();
    const [row, log] = [await customerRow(words[lang].newName), await logOf(words[lang].newName)];
    expect(row?.[names.owner]).toBe(owner);
    expect(row?.[names.id]).toMatch(/^[A-Z][0-9A-Z]{9}$/);
    expect(log.map((each) => each[names.content])).toEqual(['=HYPERLINK("x")\n第二行 🙂']);
    expect(await overflowOf(desk)).toBeLessThanOrEqual(0);
  });

  test.each([
    ["lost", -2],
    ["won", -3],
    ["parked", -1],
  ] as const)("closing as %s writes stage, day and reason, and takes the next date away", async (kind, place) => {
    const name = nextOpen();
    await openLog(desk);
    await chooseCustomer(desk, name);
    await desk.byId("log-content").fill(kind);
    const stage = await chooseOption(desk, "log-stage", place);
    await desk.byId("log-closing").waitFor();
    expect(await desk.byId("log-next").count()).toBe(0);
    const reason = await chooseOption(desk, "field-reason", 1);
    if (kind === "won") await desk.byId("field-amount").fill("123456");
    await desk.press("log-save");
    await desk.byId("receipt").filter({ hasText: name }).waitFor();
    const row = await customerRow(name);
    expect(row?.[names.stage]).toBe(stage);
    expect(row?.[names.reason]).toBe(reason);
    expect(row?.[names.nextDate] ?? "").toBe("");
    if (kind === "won") expect(row?.[names.amount]).toBe(123_456);
    if (kind !== "parked") expect(Math.floor(Number(row?.[names.closedOn]))).toBeGreaterThan(46_000);
    expect((await logOf(name)).at(-1)?.[names.content]).toBe(kind);
    await desk.press("tab-today");
    expect(await desk.byId("due-item").filter({ hasText: name }).count()).toBe(0);
  });

  test("five customers are handed over at once, each with its record, and back again", async () => {
    const before = await rowsOf(desk, names.list);
    const logged = (await rowsOf(desk, names.log)).length;
    await desk.press("tab-today");
    await desk.byId("bulk-begin").click();
    const boxes = desk.byId("due-tick");
    for (const place of [0, 1, 2, 3, 4]) await boxes.nth(place).check();
    const chosen = (await desk.byId("due-name").allInnerTexts())
      .slice(0, 5)
      .map((text) => text.replace("★ ", "").trim());
    await desk.byId("bulk-transfer").click();
    const to = await chooseOption(desk, "transfer-to", 1);
    await desk.byId("bulk").getByRole("textbox").fill(words[lang].why);
    await desk.press("transfer-apply");
    await desk.byId("receipt").waitFor();
    const after = await rowsOf(desk, names.list);
    const owners = (rows: typeof after) =>
      chosen.map((name) => rows.find((row) => row[names.customer] === name)?.[names.owner]);
    expect(owners(after)).toEqual(chosen.map(() => to));
    const others = (rows: typeof after) =>
      rows.filter((row) => !chosen.includes(String(row[names.customer]))).map((row) => row[names.owner]);
    expect(others(after)).toEqual(others(before));
    const records = (await rowsOf(desk, names.log)).slice(logged);
    expect(records.map((row) => row[names.customer]).sort()).toEqual([...chosen].sort());
    for (const record of records) expect(record[names.content]).toContain(words[lang].why);
    await desk.press("undo");
    expect(owners(await rowsOf(desk, names.list))).toEqual(owners(before));
  });

  test("a new name that is there already shows whose it is, and leads to that customer", async () => {
    const name = nextOpen();
    const row = await customerRow(name);
    await openLog(desk);
    await desk.byId("log-new").click();
    await desk.byId("log-new-name").fill(`${name}${words[lang].tail}`);
    await desk.byId("log-similar").waitFor();
    const shown = await desk.byId("log-similar").innerText();
    expect(shown).toContain(name);
    expect(shown).toContain(String(row?.[names.owner]));
    await desk.byId("log-similar").getByRole("button").first().click();
    await desk.byId("log-words").waitFor();
    expect(await desk.byId("log-customer").inputValue()).toBe(name);
  });

  test("what was typed is there again after the pane was closed and opened", async () => {
    const name = nextOpen();
    await openLog(desk);
    await chooseCustomer(desk, name);
    await desk.byId("log-mode").click();
    await desk.byId("log-forward").click();
    await desk.byId("log-content").fill("还没说完\nnot finished");
    const step = await desk.byId("log-step").innerText();
    await desk.reopenPane();
    await desk.byId("tab-log").waitFor();
    await desk.press("tab-log");
    await desk.byId("log-step").waitFor();
    expect(await desk.byId("log-step").innerText()).toBe(step);
    expect(await desk.byId("log-content").inputValue()).toBe("还没说完\nnot finished");
    expect(await desk.byId("log-customer").inputValue()).toBe(name);
    expect(desk.errors).toEqual([]);
    expect(desk.strangers).toEqual([]);
  });
});
