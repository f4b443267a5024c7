/** Every view of the pane and the way to it, on the sample workbook: for pictures and for checks that go through all of them. */
import type { Locator, Page } from "playwright-core";
import type { Language } from "../../domain/values/language";

/** The pane on the sample workbook, as whoever drives it sees it. */
export interface PaneDesk {
  readonly page: Page;
  readonly language: Language;
  readonly byId: (id: string) => Locator;
  readonly press: (id: string) => Promise<void>;
}

/** Something that only one of the languages' workbooks says. */
const words = {
  "zh-CN": {
    sheet: "客户跟进",
    header: "来源",
    renamed: "客户怎么来的",
    said: "报价收到，等采购部回复",
    copy: "云杉精密机械有限公司",
  },
  en: {
    sheet: "Customers",
    header: "Source",
    renamed: "Where from",
    said: "Has the quote, waits for purchasing",
    copy: "Yunshan Precision Machinery Ltd",
  },
} as const;

/** Brings a part of the view to the top of the pane. */
async function show(part: Locator): Promise<void> {
  await part.evaluate((element) => element.scrollIntoView({ block: "start" }));
}

/** Opens the Log with the first customer of the to-do list. */
async function logFirstDue({ press, byId }: PaneDesk): Promise<void> {
  await openLog({ press, byId });
  await press("tab-today");
  await press("due-log");
  await byId("log-words").waitFor();
}

async function openLog({ press, byId }: Pick<PaneDesk, "press" | "byId">): Promise<void> {
  await press("tab-log");
  await byId("log-customer").or(byId("log-new-name")).first().waitFor();
  await press("log-discard");
  // Asked once on a computer: what follows is seen as somebody sees it who has answered.
  if ((await byId("who-choice").count()) === 0) return;
  await chooseOption(byId("who-choice"), 1);
  await press("who-is-me");
}

/** Option of a select by its place, counted from the end where negative. */
async function chooseOption(select: Locator, place: number): Promise<void> {
  const values = await select
    .locator("option")
    .evaluateAll((options) => options.map((option) => option.getAttribute("value")));
  await select.selectOption(values.at(place) ?? "");
}

export interface PaneView {
  readonly name: string;
  readonly open: (desk: PaneDesk) => Promise<void>;
}

/** What there is to see, in the order in which one thing leads to the next. */
export const paneViews: readonly PaneView[] = [
  {
    name: "today",
    open: async ({ press, byId }) => {
      await press("tab-today");
      await byId("take-along").waitFor();
    },
  },
  {
    name: "transfer",
    open: async ({ press, byId }) => {
      await press("tab-today");
      await byId("bulk-begin").click();
      for (const place of [0, 1, 2, 3, 4]) await byId("due-tick").nth(place).check();
      await byId("bulk-transfer").click();
      await chooseOption(byId("transfer-to"), 2);
    },
  },
  {
    name: "log",
    open: async (desk) => {
      await logFirstDue(desk);
      await desk.byId("log-content").fill(words[desk.language].said);
      await desk.byId("log-result").locator("input").first().check();
      await desk.byId("log-next").locator("input").nth(1).check();
    },
  },
  {
    name: "log-missing",
    open: async (desk) => {
      await openLog(desk);
      await desk.press("log-save");
      await desk.byId("log-problems").waitFor();
    },
  },
  {
    name: "log-lost",
    open: async (desk) => {
      await logFirstDue(desk);
      await desk.byId("log-content").fill(words[desk.language].said);
      await chooseOption(desk.byId("log-stage"), -2);
      await desk.byId("log-closing").waitFor();
      await chooseOption(desk.byId("field-reason"), 1);
      await show(desk.byId("log-result"));
    },
  },
  ...[1, 2, 3].map((step) => ({
    name: `log-full-${step}`,
    open: async (desk: PaneDesk) => {
      if (step === 1) {
        await logFirstDue(desk);
        await desk.press("log-mode");
      } else {
        const before = await desk.byId("log-step").innerText();
        while ((await desk.byId("log-step").innerText()).slice(4) === before.slice(4)) await desk.press("log-forward");
      }
      await show(desk.byId("log-step"));
    },
  })),
  {
    name: "log-new",
    open: async (desk) => {
      await openLog(desk);
      await desk.press("log-new");
      await desk.byId("log-new-name").fill(words[desk.language].copy);
      await desk.byId("log-similar").waitFor();
    },
  },
  {
    name: "check",
    open: async ({ press, byId }) => {
      await press("tab-check");
      await byId("finding").first().waitFor();
    },
  },
  {
    name: "fix",
    open: async ({ press, byId }) => {
      await press("tab-check");
      await byId("fix-preview").click();
      await byId("fix-example").first().waitFor();
      await show(byId("fix-example").first().locator("xpath=ancestor::section[1]"));
    },
  },
  { name: "setup", open: async ({ press }) => press("tab-setup") },
  {
    name: "schema",
    open: async ({ press }) => {
      await press("tab-setup");
      await press("schema-open");
    },
  },
  {
    name: "field",
    open: async ({ press, byId }) => {
      await press("tab-setup");
      if ((await byId("schema-view").count()) === 0) await press("schema-open");
      await byId("field-amount").click();
      await byId("field-editor").waitFor();
      await show(byId("field-editor"));
    },
  },
  {
    name: "numbers",
    open: async ({ press, byId }) => {
      await press("tab-numbers");
      await byId("numbers").waitFor();
    },
  },
  {
    name: "drift",
    open: async ({ page, press, byId, language }) => {
      const { sheet, header, renamed } = words[language];
      const place = await page.evaluate(
        async ([title, wanted]) => {
          const book = await window.workbench?.read();
          const [headers] = book?.sheets.find(({ name }) => name === title)?.rows ?? [];
          return headers?.cells.find(({ value }) => value === wanted)?.column ?? 0;
        },
        [sheet, header] as const,
      );
      const address = `${String.fromCharCode(65 + place)}1`;
      await page.evaluate(([s, a, v]) => window.workbench?.editAsPerson(s, a, v), [sheet, address, renamed] as const);
      await press("tab-check");
      await byId("drift").waitFor({ timeout: 20_000 });
    },
  },
];
