/** A sheet as it lies there becomes a follow-up sheet: looked at, asked about, previewed, adopted. */
import {
  csvBook,
  openDesk,
  overflowOf,
  seriousFaults,
  startBrowser,
  stopBrowser,
  type Desk,
} from "../support/workbench";
import { moments } from "../support/moments";

jest.setTimeout(180_000);
beforeAll(startBrowser, 60_000);
afterAll(stopBrowser);

/** Title, unknown headers, days written month first, spellings, a total, a note: what people keep. */
const messy = {
  "zh-CN": csvBook("客户台账", [
    ["2026年客户台账", "", "", "", "", "", ""],
    ["客户", "跟单员", "商机状态", "预计签单金额", "下次回访时间", "情况", "区"],
    ["远山能源", "王磊", "洽谈中", "约5万", "8/13/2026", "8/3 电话，要报价；8/5 拜访，谈价格", "东"],
    ["绿源食品", "李静", "成交 ", "12万", "", "8/1 签合同；8/4 打款", "南"],
    ["金桥建设", "王磊 ", "已签约", "¥80000", "", "", "北"],
    ["天启汽配", "李静", "观望", "3-5万", "7/9/2026", "老客户", "东"],
    ["中科智联", "王磊", "-", "", "8/2/2026", "", "西"],
    ["合计", "", "", "", "", "", ""],
  ]),
  en: csvBook("accounts", [
    ["Pipeline 2026", "", "", "", "", "", ""],
    ["Company / Account", "Handled by", "Deal - Stage", "ExpectedValue", "follow_up_by", "What happened", "Area"],
    ["Yunshan Energy", "Ann Lee", "Negotiating", "50k", "8/13/2026", "8/3 call; 8/5 visit", "E"],
    ["Green Foods", "Bob Ray", "Closed Won ", "120000", "", "8/1 signed; 8/4 paid", "S"],
    ["Golden Bridge", "Ann Lee ", "Won", "80000", "", "", "N"],
    ["Sky Parts", "Bob Ray", "Watching", "3000-5000", "7/9/2026", "old customer", "E"],
    ["Zhongke", "Ann Lee", "-", "", "8/2/2026", "", "W"],
    ["Total", "", "", "", "", "", ""],
  ]),
} as const;

async function open(lang: "zh-CN" | "en"): Promise<Desk> {
  const desk = await openDesk(messy[lang], { lang, moment: moments.wednesday });
  const box = await desk.page.locator("iframe").boundingBox();
  await desk.page.setViewportSize({ width: 1280, height: 2600 + Math.ceil(box?.y ?? 0) });
  await desk.byId("first-check").waitFor();
  return desk;
}

test.each(["zh-CN", "en"] as const)("%s: from an unknown sheet to a running one", async (lang) => {
  const desk = await open(lang);
  await desk.press("first-check");
  await desk.screenshot(`adopt-check-${lang}`);
  await desk.press("tab-setup");
  await desk.press("setup-plan");
  await desk.screenshot(`adopt-plan-${lang}`);
  expect(await overflowOf(desk)).toBe(0);
  expect(await seriousFaults(desk)).toEqual([]);
  await desk.press("setup-apply");
  await desk.byId("setup-done").or(desk.byId("problem")).first().waitFor();
  await desk.screenshot(`adopt-done-${lang}`);
  await desk.press("tab-check");
  await desk.screenshot(`adopt-after-${lang}`);
  await desk.close();
});
