import fc from "fast-check";
import { cellTextLimit, foldText, readPlainNumber, toCellText } from "./text";

/** What Excel does with a text that starts with an apostrophe: it hides the first one. */
function shownByExcel(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell;
}

describe("text on its way into a cell", () => {
  test.each([
    ...["=1+1", '=HYPERLINK("http://a")', "+8613800000000", "-5", "@SUM(A1)", "'quoted", "\t=1", "\r=1", "\n=1"],
    ...[" =1+1", "＝1+1", "＋1", "－1", "＠x", "001", " 007", "1/2", "2026-08-07", "1e5", "50%", ".5", "(5)", ",5"],
    ...["$5", "¥5", "￥5", "€5", "£5", "%5", "TRUE", "false", " True ", "Jan 5", "sept-12", "MAR2026", "#N/A", "#REF!"],
    ...[
      "上午9:00",
      "１２３",
      "8月7日",
      "2/3/2026",
      "3-4",
      "0:2",
      "２/3",
      "½",
      "①",
      "٣",
      "₽5",
      "R$5",
      "−5",
      "\u200b007",
      "\u00a01/2",
    ],
    // What another language's Excel reads.
    ...[
      "ИСТИНА",
      "falsch",
      "VERO",
      "März 5",
      "5 мая",
      "мая 5, 2026",
      "янв-26",
      "R5.1.2",
      "H30/1/1",
      "令和8年1月2日",
      "民國115年",
    ],
    ...["八月七日", "二〇二六年", "오전 9:00", "USD 5", "Mon, Jan 5, 2026", "5,00 €"],
  ])("%j is guarded, so that Excel keeps it as it is", (text) => {
    expect(toCellText(text)).toBe(`'${text}`);
  });

  test.each([
    "",
    "张敏",
    "Acme",
    "a=b",
    "O'Neil",
    "truely yours",
    "march on",
    "Januar",
    "无 1",
    "客户：3家",
    "x@y.cn",
    "周一再打",
    "十分满意",
    "A 座 3 层",
    "Veronika",
    "见邮件 2026-08-07",
    "https://a.cn/?b=1",
  ])("%j needs no guard", (text) => {
    expect(toCellText(text)).toBe(text);
  });

  test("Excel shows the very text that was given", () => {
    const dangerous = fc.constantFrom("=", "+", "-", "@", "'", "''", "\t", " ", "0", "#", "＝", "TRUE", "");
    fc.assert(
      fc.property(dangerous, fc.string({ unit: "grapheme" }), (start, rest) => {
        const text = start + rest;
        const cell = toCellText(text);
        expect(shownByExcel(cell)).toBe(text);
        expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
      }),
    );
  });

  test("a text that is too long is cut at Excel's limit, never within a character", () => {
    expect(toCellText("字".repeat(40_000))).toHaveLength(cellTextLimit);
    const cut = toCellText("字".repeat(cellTextLimit - 1) + "😀");
    expect(cut).toBe("字".repeat(cellTextLimit - 1));
  });
});

describe("numbers that people typed as text", () => {
  test.each([
    ["1500000", 1_500_000],
    ["1,500,000", 1_500_000],
    ["１５０万", 1_500_000],
    ["1.23万", 12_300],
    ["3.3万元", 33_000],
    ["¥ 5,000.50", 5000.5],
    ["￥5000元", 5000],
    ["$-20", -20],
    ["+7", 7],
    ["0.1", 0.1],
  ])("%j is %d", (text, number) => {
    expect(readPlainNumber(text)).toBe(number);
  });

  test.each(["", "待定", "约5万", "5-8万", "1,00", "1.2.3", "5k", "万", "1e5", "5万5", "-"])("%j is none", (text) => {
    expect(readPlainNumber(text)).toBeNull();
  });
});

test("names that look alike fold to one: width, case and spaces", () => {
  expect(foldText(" Ｗｏｎ ")).toBe(foldText("won"));
  expect(foldText("张　敏")).toBe(foldText("张敏"));
  expect(foldText("张敏")).not.toBe(foldText("张民"));
});
