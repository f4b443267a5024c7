/** What depends on the day, on days and at hours at which it has gone wrong or could: the sample tells the same story on each. */
import { readFileSync } from "node:fs";
import { isoOfSerial } from "../../src/domain/values/date";
import { moments, type Moment } from "../support/moments";
import { addressOf, chooseCustomer, openLog, openSample, rowsOf, sampleSheets } from "../support/sampleDesk";
import { hostOfRun, review, startBrowser, stopBrowser, type Desk } from "../support/workbench";

jest.setTimeout(120_000);
beforeAll(startBrowser, 60_000);
afterAll(stopBrowser);

const names = sampleSheets["zh-CN"];

/** What the calendar of each moment says. */
interface Days {
  /** The day as the pane's head writes it. */
  readonly head: string;
  /** Under "next working day", "in three days", "next Monday" and "in two weeks", no two the same, the nearest first. */
  readonly chips: readonly string[];
  /** The Monday that "next Monday" means. */
  readonly nextMonday: string;
  /** First and last day of the week that the report is about. */
  readonly lastWeek: string;
  /** The first day of the weekly reminder, and the beginning of the moment by UTC, as calendar files write them. */
  readonly reminder: string;
  readonly stamp: string;
}

const days = {
  friday: {
    head: "周五 12月4日",
    chips: ["周一 12月7日", "周二 12月8日", "周一 12月14日", "周五 12月18日"],
    nextMonday: "2026-12-14",
    lastWeek: "11月23日–11月29日",
    reminder: "20261207",
    stamp: "20261203T23",
  },
  saturday: {
    head: "周六 11月28日",
    chips: ["周一 11月30日", "周二 12月1日", "周一 12月7日", "周一 12月14日"],
    nextMonday: "2026-12-07",
    lastWeek: "11月16日–11月22日",
    reminder: "20261130",
    stamp: "20261128T15",
  },
  sunday: {
    head: "周日 11月1日",
    chips: ["周一 11月2日", "周三 11月4日", "周一 11月9日", "周一 11月16日"],
    nextMonday: "2026-11-09",
    lastWeek: "10月19日–10月25日",
    reminder: "20261102",
    stamp: "20261102T02",
  },
  monday: {
    head: "周一 3月1日",
    chips: ["周二 3月2日", "周四 3月4日", "周一 3月8日", "周一 3月15日"],
    nextMonday: "2027-03-08",
    lastWeek: "2月22日–2月28日",
    reminder: "20270301",
    stamp: "20270228T16",
  },
  newYearsEve: {
    head: "周四 12月31日",
    chips: ["周五 1月1日", "周一 1月4日", "周二 1月5日", "周四 1月14日"],
    nextMonday: "2027-01-04",
    lastWeek: "12月21日–12月27日",
    reminder: "20270104",
    stamp: "20270101T04",
  },
  leapDay: {
    head: "周二 2月29日",
    chips: ["周三 3月1日", "周五 3月3日", "周一 3月6日", "周二 3月14日"],
    nextMonday: "2028-03-06",
    lastWeek: "2月21日–2月27日",
    reminder: "20280306",
    stamp: "20280228T23",
  },
} as const satisfies Partial<Record<keyof typeof moments, Days>>;

/** Customers in each group of Today, on whatever day the sample is opened. */
const story = { overdue: 7, today: 4, stale: 9, noNextStep: 2 };

const cases = (["friday", "saturday", "sunday", "monday", "newYearsEve", "leapDay"] as const).map(
  (name): readonly [string, string, Moment, Days] => [name, moments[name].at, moments[name], days[name]],
);

describe.each(cases)("%s, %s", (_name, _at, moment, expected) => {
  let desk: Desk;
  const head = () => desk.pane.locator("h2").first().innerText();
  const reviewDay = async () => desk.cell(names.settings, await addressOf(desk, names.settings, "复盘日期", 1));

  beforeAll(async () => {
    desk = await openSample("zh-CN", { moment, host: hostOfRun("downloads:work") });
  }, 120_000);
  afterAll(() => desk.close());

  test("page, grid and pane agree on the day, which is today and no review day", async () => {
    // The Swedish write the time as ISO does.
    for (const frame of [desk.page.mainFrame(), desk.pane])
      expect(await frame.evaluate<string>("new Date().toLocaleString('sv')")).toContain(
        moment.at.slice(0, 13).replace("T", " "),
      );
    expect(await reviewDay()).toBe(desk.today);
    expect(await head()).toBe(expected.head);
  });

  test("Today tells the same story", async () => {
    const sections = await desk.pane
      .locator("h3[data-testid^='due-']")
      .evaluateAll((headings) =>
        headings.map((heading) => [
          heading.getAttribute("data-testid")?.replace("due-", "") ?? "",
          Number(/\d+/.exec(heading.textContent)?.[0] ?? NaN),
        ]),
      );
    expect(Object.fromEntries(sections)).toMatchObject(story);
  });

  test("the report is about the week before, and once it is copied nothing calls it to mind", async () => {
    await desk.pane.evaluate(() => {
      Object.assign(navigator.clipboard, {
        writeText: (text: string) => Promise.resolve(void (document.title = text)),
      });
    });
    await desk.byId("report-copy").click();
    await desk.byId("report-done").waitFor();
    expect(await desk.pane.title()).toContain(expected.lastWeek);
    await desk.reopenPane();
    await desk.byId("take-along").waitFor();
    expect(await desk.byId("report-banner").count()).toBe(0);
  });

  test("the calendar file has each customer on its own day, what is overdue on today", async () => {
    const planned = (await rowsOf(desk, names.list))
      .map((row) => row[names.nextDate])
      .filter((day): day is number => typeof day === "number")
      .map((day) => Math.max(day, desk.today));
    await desk.byId("take-along").locator("summary").click();
    await desk.byId("calendar-weekly").check();
    const download = desk.page.waitForEvent("download");
    await desk.byId("calendar").click();
    const lines = readFileSync(await (await download).path(), "utf8").split("\r\n");
    const after = (start: string) =>
      lines.filter((line) => line.startsWith(start)).map((line) => line.slice(start.length));
    const begins = after("DTSTART;VALUE=DATE:");
    expect(begins.pop()).toBe(expected.reminder);
    expect(begins.length).toBeGreaterThan(10);
    expect(begins).toContain(isoOfSerial(desk.today, 1900).replaceAll("-", ""));
    const plannedDays = new Set(planned.map((day) => isoOfSerial(day, 1900).replaceAll("-", "")));
    for (const day of begins) expect(plannedDays).toContain(day);
    for (const stamp of after("DTSTAMP:")) expect(stamp.startsWith(expected.stamp)).toBe(true);
  });

  test("a touch is of today and of this hour, and the choices of the next date are working days", async () => {
    const row = (await rowsOf(desk, names.list)).find(
      (each) => each[names.stage] === "方案演示" && each[names.owner] !== "",
    );
    const customer = String(row?.[names.customer]);
    await openLog(desk);
    await chooseCustomer(desk, customer);
    await desk.byId("log-content").fill("约好了");
    await desk.byId("log-stage").selectOption("");
    const chips = (await desk.byId("log-next").locator("label").allInnerTexts()).map((text) => text.split("\n").at(-1));
    expect(chips.slice(0, 4)).toEqual(expected.chips);
    await desk.byId("log-next").locator('input[value="nextMonday"]').check();
    await desk.press("log-save");
    await desk.byId("receipt").waitFor();
    const touch = (await rowsOf(desk, names.log)).at(-1);
    const list = await rowsOf(desk, names.list);
    const monday = Number(list.find((each) => each[names.customer] === customer)?.[names.nextDate]);
    expect(isoOfSerial(monday, 1900)).toBe(expected.nextMonday);
    expect(touch).toMatchObject({ 客户名称: customer, 联系日期: desk.today, 约定下次日期: monday });
    const hour = (Number(touch?.["录入时间"]) - desk.today) * 24;
    const began = Number(moment.at.slice(11, 13)) + Number(moment.at.slice(14, 16)) / 60;
    expect(hour).toBeGreaterThan(began - 1 / 60);
    expect(hour).toBeLessThan(began + 0.5);
  });

  test("a review day is said to be one, and gives way to today again", async () => {
    await review(desk, isoOfSerial(desk.today - 1, 1900));
    expect(await reviewDay()).toBe(desk.today - 1);
    await desk.press("tab-today");
    expect(await head()).toContain("复盘日");
    await desk.press("tab-setup");
    await desk.pane.getByRole("button", { name: "恢复为今天" }).click();
    await desk.idle();
    expect(await reviewDay()).toBe(desk.today);
    await desk.press("tab-today");
    expect(await head()).toBe(expected.head);
    expect(desk.errors).toEqual([]);
  });
});
