import fc from "fast-check";
import type { Language } from "../values/language";
import { fieldKinds, kindOf, type FieldKind, type KindProblem } from "./allKinds";
import { plainField, type KindBook } from "./kind";
import { joinMulti, splitMulti } from "../values/multiList";
import { isBlank, type CellValue } from "../values/value";

const zh: KindBook = { system: 1900, language: "zh-CN" };
const en: KindBook = { system: 1900, language: "en" };

function kindRule(kind: FieldKind, book: KindBook, entries: readonly string[] = []) {
  return kindOf(kind).rule(book, { ...plainField, entries });
}

describe("values that are right as they are stored", () => {
  test.each<[FieldKind, KindBook, CellValue]>([
    ["text", zh, "华为（深圳）有限公司"],
    ["text", zh, 10_023],
    ["text", zh, "两个  空格"],
    ["text", en, "'90s Diner"],
    ["text", en, "=1+1"],
    ["longText", zh, " 第一行\n第二行 "],
    ["date", zh, 46_241],
    ["date", zh, 46_241.75],
    ["wholeNumber", zh, -3],
    ["amount", zh, 0],
    ["amount", zh, 0.1],
    ["phone", zh, "13800138000"],
    ["phone", zh, "010-62345678"],
    ["phone", zh, "010 6234 5678 转 801"],
    ["phone", zh, "+86 13800138000"],
    ["phone", zh, "+1 (415) 555-1234"],
    ["phone", zh, "(+852) 2345 6789"],
    ["phone", zh, "400-820-8820"],
    ["phone", zh, "95588"],
    ["phone", zh, "13800138000、010-62345678"],
    ["phone", zh, "13800138000/13900139000"],
    ["phone", en, "+44 20 7946 0958"],
    ["phone", en, "(415) 555-1234 ext. 12"],
    ["phone", en, "138 0013 8000"],
    ["mail", zh, "zhang.min+a@mail.example.com.cn"],
    ["mail", zh, "张敏@例子.公司"],
    ["mail", zh, "a@b.cn; c@d.cn"],
    ["list", zh, "展会"],
    ["person", en, "Ann Lee"],
    ["multiList", zh, "重点、老客户"],
    ["multiList", en, "key, existing"],
    ["multiList", zh, "成交/流失"],
    ["link", zh, "https://example.com/a?b=1#c"],
    ["link", zh, "www.example.com"],
    ["link", zh, "例子.公司/关于？"],
    ["link", en, "mailto:zhang.min@mail.example.com"],
    ["link", zh, "mailto:张敏@例子.公司?subject=报价"],
    ["link", zh, "C:\\客户\\报价.xlsx"],
    ["link", zh, "d:\\客户 资料\\远山（2026）\\报价 v2.xlsx"],
    ["link", zh, "C:\\客户\\Ａ公司，１期＼报价.xlsx"],
    ["link", zh, "\\\\server\\share\\报价.pdf"],
    ["link", zh, "\\\\文件服务器\\销售部"],
    ["link", en, "\\\\files.example.com@SSL\\DavWWWRoot\\a b.docx"],
    ["link", en, "file:///C:/Deals/Offer%20v2.xlsx"],
    ["link", en, "file:///Users/li/Offer.pdf"],
    ["link", en, "file://server/share/Offer.pdf"],
    ["link", en, "file:///\\\\server\\share\\Offer.pdf"],
    ["yesNo", zh, "是"],
    ["yesNo", en, "No"],
  ])("%s, %j: %j", (kind, book, value) => {
    expect(kindRule(kind, book).problem(value)).toBeNull();
    expect(kindRule(kind, book).repair(value)).toBeNull();
  });

  test.each(fieldKinds)("%s may be blank", (kind) => {
    for (const blank of ["", "  "]) {
      expect(kindRule(kind, zh).problem(blank)).toBeNull();
      expect(kindRule(kind, zh).repair(blank)).toBeNull();
    }
  });
});

describe("values with a repair that is no guess", () => {
  test.each<[FieldKind, KindBook, CellValue, KindProblem, CellValue]>([
    ["text", zh, " 绿源食品　", "untidy", "绿源食品"],
    ["text", zh, "\u200B绿源食品\n", "untidy", "绿源食品"],
    ["text", zh, "ＡＢＣ（中国）", "untidy", "ABC（中国）"],
    ["text", zh, "\u3000", "untidy", ""],
    ["text", zh, '="000123"', "untidy", "000123"],
    ["text", zh, "'000125", "untidy", "000125"],
    ["list", zh, "展会\u00A0", "untidy", "展会"],
    ["person", zh, "　张敏", "untidy", "张敏"],
    ["date", zh, "2026/8/7", "textDate", 46_241],
    ["date", { ...zh, system: 1904 }, "2026年8月7日", "textDate", 44_779],
    ["date", zh, "２０２６－０８－０７", "textDate", 46_241],
    ["date", zh, "2026-08-07 18:00", "textDate", 46_241.75],
    ["date", zh, "2026-08-07 18:30", "textDate", 46_241 + 18.5 / 24],
    ["date", zh, "2026/8/7 00:03", "textDate", 46_241 + 3 / 1440],
    ["date", zh, "2026/8/7 00:00:45", "textDate", 46_241 + 45 / 86_400],
    ["date", zh, 20_260_807, "textDate", 46_241],
    ["date", zh, "20260807", "textDate", 46_241],
    ["date", zh, "46241", "textDate", 46_241],
    ["date", zh, "2026\\8\\7", "textDate", 46_241],
    ["date", zh, "2026—08—07", "textDate", 46_241],
    ["date", zh, "2026 8 7", "textDate", 46_241],
    ["date", zh, "2026。8。7", "textDate", 46_241],
    ["date", zh, "2026年8月7日 10:30", "textDate", 46_241 + 10.5 / 24],
    ["date", zh, "2026年8月7日上午10点30分", "textDate", 46_241 + 10.5 / 24],
    ["date", zh, "2026/8/7 下午3点半", "textDate", 46_241 + 15.5 / 24],
    ["date", zh, "2026年8月7日（周五）10:30", "textDate", 46_241 + 10.5 / 24],
    ["date", zh, "2026-08-07T10:30:00Z", "textDate", 46_241 + 10.5 / 24],
    ["date", zh, "2026-08-07T23:30:00.000+0000", "textDate", 46_241 + 23.5 / 24],
    ["date", zh, "2026-08-07T16:30:00+08:00", "textDate", 46_241 + 16.5 / 24],
    ["date", zh, "20260807T103000Z", "textDate", 46_241 + 10.5 / 24],
    ["date", en, "8/15/2026 10:30", "textDate", 46_249 + 10.5 / 24],
    ["date", en, "8/15/2026 10:30 PM", "textDate", 46_249 + 22.5 / 24],
    ["date", en, "8/15/2026, 12:05:00 AM", "textDate", 46_249 + 5 / 1440],
    ["date", en, "8/15/2026 9 am", "textDate", 46_249 + 9 / 24],
    ["date", en, "Aug 15, 2026", "textDate", 46_249],
    ["date", en, "15-Aug-2026", "textDate", 46_249],
    ["date", en, "Sat Aug 15 2026 10:30:00 GMT+0800 (China Standard Time)", "textDate", 46_249 + 10.5 / 24],
    ["date", en, "Sat, 15 Aug 2026 10:30:00 +0800", "textDate", 46_249 + 10.5 / 24],
    ["date", zh, "2026年8月7号（周五）", "textDate", 46_241],
    ["date", en, "15 Aug 2026", "textDate", 46_249],
    ["wholeNumber", zh, "１２", "textNumber", 12],
    ["amount", zh, "1,500,000", "textNumber", 1_500_000],
    ["amount", zh, "1 500 000.5", "textNumber", 1_500_000.5],
    ["amount", zh, "￥３.３万元", "textNumber", 33_000],
    ["amount", zh, "-20 元", "textNumber", -20],
    ["amount", zh, "约5万", "textNumber", 50_000],
    ["amount", zh, "1.2w", "textNumber", 12_000],
    ["amount", zh, "1.2W", "textNumber", 12_000],
    ["amount", zh, "15万", "textNumber", 150_000],
    ["amount", zh, "1.5k", "textNumber", 1500],
    ["amount", zh, "¥12,000", "textNumber", 12_000],
    ["amount", zh, "RMB 12000", "textNumber", 12_000],
    ["amount", zh, "12000元", "textNumber", 12_000],
    ["amount", zh, "(1,200)", "textNumber", -1200],
    ["amount", zh, "1 250,50", "textNumber", 1250.5],
    ["amount", zh, "1.250,50", "textNumber", 1250.5],
    ["amount", en, "1’250.50", "textNumber", 1250.5],
    ["amount", en, "$1,200.50", "textNumber", 1200.5],
    ["phone", zh, 13_800_138_000, "numberPhone", "13800138000"],
    ["phone", zh, 8_613_800_138_000, "numberPhone", "8613800138000"],
    ["phone", zh, 62_345_678, "numberPhone", "62345678"],
    ["phone", zh, 4_008_208_820, "numberPhone", "4008208820"],
    ["phone", en, 4_155_551_234, "numberPhone", "4155551234"],
    ["phone", zh, "138 0013 8000", "untidy", "13800138000"],
    ["phone", zh, '="13800138000"', "untidy", "13800138000"],
    ["phone", zh, "'13800138000", "untidy", "13800138000"],
    ["phone", zh, "\t13800138000", "untidy", "13800138000"],
    ["phone", zh, '="01062345678"', "untidy", "01062345678"],
    ["phone", zh, "138-0013-8000", "untidy", "13800138000"],
    ["phone", zh, "+86 138 0013 8000", "untidy", "+86 13800138000"],
    ["phone", zh, "１３８００１３８０００", "untidy", "13800138000"],
    ["phone", zh, "\u202D13800138000\u202C", "untidy", "13800138000"],
    ["phone", zh, "０１０－６２３４５６７８ ", "untidy", "010-62345678"],
    ["mail", zh, " zhang@example.com ", "untidy", "zhang@example.com"],
    ["mail", zh, "ｚｈａｎｇ＠example．com", "untidy", "zhang@example.com"],
    ["mail", zh, "zhang @example。com", "untidy", "zhang@example.com"],
    ["mail", zh, "mailto:zhang@example.com", "untidy", "zhang@example.com"],
    ["link", zh, " https://example.com/a ", "untidy", "https://example.com/a"],
    ["link", zh, "ｈｔｔｐｓ：／／example。com/ａ？", "untidy", "https://example.com/a？"],
    ["link", zh, "ｍａｉｌｔｏ：zhang＠example。com", "untidy", "mailto:zhang@example.com"],
    ["link", zh, "\u202AC:\\客户\\报价.xlsx", "untidy", "C:\\客户\\报价.xlsx"],
    ["link", zh, '"C:\\客户 资料\\报价.xlsx"', "untidy", "C:\\客户 资料\\报价.xlsx"],
    ["link", zh, "“\\\\server\\share\\a.pdf”", "untidy", "\\\\server\\share\\a.pdf"],
    ["link", zh, "Ｃ：＼客户＼Ａ公司.xlsx", "untidy", "C:\\客户\\Ａ公司.xlsx"],
    ["link", zh, "Ｄ：／客户／报价.xlsx", "untidy", "D:\\客户\\报价.xlsx"],
    ["link", zh, "d:/客户 资料\\报价.xlsx", "untidy", "d:\\客户 资料\\报价.xlsx"],
    ["link", zh, "＼＼server＼share＼１.pdf", "untidy", "\\\\server\\share\\１.pdf"],
    ["link", zh, "ｆｉｌｅ：／／／C:/报价.xlsx ", "untidy", "file:///C:/报价.xlsx"],
    ["yesNo", zh, "√", "otherYesNo", "是"],
    ["yesNo", zh, "Yes", "otherYesNo", "是"],
    ["yesNo", zh, " 是", "otherYesNo", "是"],
    ["yesNo", zh, "×", "otherYesNo", "否"],
    ["yesNo", zh, "ｘ", "otherYesNo", "否"],
    ["yesNo", zh, false, "otherYesNo", "否"],
    ["yesNo", en, "Y", "otherYesNo", "Yes"],
    ["yesNo", en, "yes", "otherYesNo", "Yes"],
    ["yesNo", en, "否", "otherYesNo", "No"],
    ["yesNo", en, true, "otherYesNo", "Yes"],
    ["multiList", zh, "重点，老客户;华东", "separators", "重点、老客户、华东"],
    ["multiList", zh, "重点、、重点、", "separators", "重点"],
    ["multiList", zh, "重点 、 老客户", "separators", "重点、老客户"],
    ["multiList", zh, "重点　", "untidy", "重点"],
    ["multiList", en, "key;existing", "separators", "key, existing"],
  ])("%s: %#. %j", (kind, book, value, problem, repaired) => {
    expect(kindRule(kind, book).problem(value)).toBe(problem);
    expect(kindRule(kind, book).repair(value)).toBe(repaired);
  });

  test("a slash parts entries only where both are on the list", () => {
    const rule = kindRule("multiList", zh, ["重点", "华东", "成交/流失"]);
    expect(rule.repair("重点/华东")).toBe("重点、华东");
    expect(rule.problem("成交/流失")).toBeNull();
    expect(rule.problem("重点/华南")).toBeNull();
    expect(rule.repair("华东；成交/流失")).toBe("华东、成交/流失");
  });

  test("an entry with a separator in it is not taken apart", () => {
    expect(splitMulti("Smith, Jones", ["Smith, Jones"])).toEqual(["Smith, Jones"]);
    expect(kindRule("multiList", zh, ["A，B"]).problem("A，B")).toBeNull();
  });
});

describe("values that are left to people", () => {
  test.each<[FieldKind, KindBook, CellValue, KindProblem]>([
    ["date", zh, "下周三", "notDate"],
    ["date", zh, "8月7日", "notDate"],
    ["date", zh, "07/08/2026", "notDate"],
    ["date", zh, "2026-02-30", "notDate"],
    ["date", zh, 20_261_307, "notDate"],
    ["date", zh, 8.7, "notDate"],
    ["date", zh, -1, "notDate"],
    ["date", zh, true, "notDate"],
    ["wholeNumber", zh, 1.5, "notWhole"],
    ["wholeNumber", zh, "1.5", "notWhole"],
    ["wholeNumber", zh, "三", "notNumber"],
    ["amount", zh, "待定", "notNumber"],
    ["amount", zh, "10-15万", "notNumber"],
    ["amount", zh, "10~15万", "notNumber"],
    ["amount", zh, "3,5", "notNumber"],
    ["amount", zh, "12.500", "notNumber"],
    ["amount", zh, "5万以上", "notNumber"],
    ["amount", zh, "5 8", "notNumber"],
    ["amount", zh, "5²", "notNumber"],
    ["amount", zh, "⑤", "notNumber"],
    ["amount", zh, "50%", "notNumber"],
    ["amount", zh, "$5,000", "notNumber"],
    ["amount", en, "5000元", "notNumber"],
    ["amount", zh, true, "notNumber"],
    ["phone", zh, 1_062_345_678, "notPhone"],
    ["phone", zh, 1.38e10 + 0.5, "notPhone"],
    ["phone", zh, "1380013800", "notPhone"],
    ["phone", zh, "138001380001", "notPhone"],
    ["phone", zh, "1.38E+10", "lostDigits"],
    ["phone", zh, "1.39001E+10", "lostDigits"],
    ["phone", zh, 13_800_000_000, "lostDigits"],
    ["phone", en, 5_550_000_000, "lostDigits"],
    ["date", zh, "2026-08-15 25:99", "notDate"],
    ["date", zh, "2026-08-15 24:00", "notDate"],
    ["date", { ...zh, system: 1904 }, 0, "notDate"],
    ["phone", zh, "13800138000.0", "notPhone"],
    ["phone", zh, "张总 13800138000", "notPhone"],
    ["phone", zh, "2026-08-07", "notPhone"],
    ["phone", en, "2026-08-07", "notPhone"],
    ["phone", zh, "wx_zhang", "notPhone"],
    ["phone", zh, "110", "notPhone"],
    ["phone", zh, "、", "notPhone"],
    ["mail", zh, "zhang#example.com", "notMail"],
    ["mail", zh, "zhang@example", "notMail"],
    ["mail", zh, "a@b-cd", "notMail"],
    ["mail", zh, "张敏 <zhang@example.com>", "notMail"],
    ["mail", zh, 5, "notMail"],
    ["link", zh, "javascript:alert(1)", "notLink"],
    ["link", zh, "ｊａｖａｓｃｒｉｐｔ：alert(1)", "notLink"],
    ["link", zh, "javascript:alert(1)//example.com", "notLink"],
    ["link", zh, " JaVaScRiPt://example.com/%0aalert(1)", "notLink"],
    ["link", zh, "java\tscript:alert(1)", "notLink"],
    ["link", zh, "data:text/html,<b>x</b>", "notLink"],
    ["link", zh, "vbscript:msgbox(1)", "notLink"],
    ["link", zh, "ms-excel:ofe|u|https://example.com/a.xlsx", "notLink"],
    ["link", zh, "ftp://example.com/a", "notLink"],
    ["link", zh, "blob:https://example.com/a", "notLink"],
    ["link", zh, "http://", "notLink"],
    ["link", zh, "https://example.com@evil.example", "notLink"],
    ["link", zh, "https://example.com\\@evil.example", "notLink"],
    ["link", zh, "https://example.com/a b", "notLink"],
    ["link", zh, "ex ample.com", "notLink"],
    ["link", zh, "mailto:", "notLink"],
    ["link", zh, "mailto:zhang@example", "notLink"],
    ["link", zh, "mailto:a@example.com,b@example.com", "notLink"],
    ["link", zh, "C:", "notLink"],
    ["link", zh, "C:\\", "notLink"],
    ["link", zh, "C:报价.xlsx", "notLink"],
    ["link", zh, "C:\\客户?.xlsx", "notLink"],
    ["link", zh, "C:\\a.xlsx\nC:\\b.xlsx", "notLink"],
    ["link", zh, "C:\\报价\u202Exslx.exe", "notLink"],
    ["link", zh, "\\\\server", "notLink"],
    ["link", zh, "\\\\?\\C:\\a", "notLink"],
    ["link", zh, "\\\\.\\pipe\\a", "notLink"],
    ["link", zh, "file://", "notLink"],
    ["link", zh, "file:///", "notLink"],
    ["link", zh, "file:///C:", "notLink"],
    ["link", zh, "客户\\报价.xlsx", "notLink"],
    ["link", zh, "example", "notLink"],
    ["link", zh, "见附件", "notLink"],
    ["yesNo", zh, "可能", "notYesNo"],
    ["yesNo", zh, 1, "notYesNo"],
    ["yesNo", en, "x", "notYesNo"],
    ["yesNo", zh, "无", "notYesNo"],
  ])("%s: %#. %j", (kind, book, value, problem) => {
    expect(kindRule(kind, book).problem(value)).toBe(problem);
    expect(kindRule(kind, book).repair(value)).toBeNull();
  });
});

describe("numbers that only look like a date", () => {
  test.each<[CellValue, number | null]>([
    [19_900_101, 32_874],
    [20_991_231, 73_050],
    [19_891_231, null],
    [21_000_101, null],
    [20_260_807.5, null],
    [20_260_230, null],
    [20_260_001, null],
  ])("%j: %j", (value, serial) => {
    expect(kindRule("date", zh).repair(value)).toBe(serial);
    expect(kindRule("date", zh).problem(value)).toBe(serial === null ? "notDate" : "textDate");
  });
});

describe("a share that is not sure", () => {
  const meant = (value: CellValue, max: number | null = null) =>
    kindOf("percentage")
      .rule(zh, { ...plainField, max })
      .meant?.(value);

  test.each<[CellValue, number | null]>([
    [30, 0.3],
    ["30", 0.3],
    ["三成", 0.3],
    ["三成半", 0.35],
    ["3.5成", 0.35],
    ["十成", 1],
    ["十一成", null],
    ["成", null],
    ["待定", null],
    [200, 2],
    [201, null],
    [true, null],
  ])("%j probably means %j", (value, share) => {
    expect(meant(value)).toBe(share);
  });

  test("goes as far as the field's limits", () => {
    expect([meant(400, 5), meant(500, 5), meant(501, 5)]).toEqual([4, 5, null]);
  });

  test.each<[CellValue, KindProblem | null]>([
    [2, null],
    [-2, null],
    [2.1, "hundredfold"],
    ["百分之百", "textNumber"],
    ["百分之一百", "textNumber"],
    ["百分之甲", "notPercentage"],
    ["1", "notPercentage"],
    ["0.5", "textNumber"],
  ])("%j is %j", (value, problem) => {
    expect(kindRule("percentage", zh).problem(value)).toBe(problem);
  });
});

describe("whatever stands in a cell", () => {
  const pieces = fc.constantFrom(
    ...[
      "1",
      "3",
      "８",
      "0013",
      "8000",
      " ",
      "　",
      "\u200B",
      "\u202D",
      "-",
      "－",
      "+86",
      "、",
      "，",
      ";",
      "/",
      ".",
      "。",
      "@",
    ],
    ...[
      "＠",
      "a",
      "Ｂ",
      "cn",
      "https://",
      "mailto:",
      "C：",
      "\\",
      "＼",
      '"',
      "2026",
      "年",
      "8",
      "月",
      "7",
      "日",
      ":30",
      "万",
      "元",
      "$",
      "是",
      "x",
      "√",
      "张",
      "\n",
    ],
  );
  const written = fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join(""));
  const value: fc.Arbitrary<CellValue> = fc.oneof(
    written,
    fc.string({ unit: "grapheme" }),
    fc.boolean(),
    fc.double(),
    fc.integer({ min: 0, max: 20_300_000_000 }),
  );
  const book = fc.record({
    system: fc.constantFrom<1900 | 1904>(1900, 1904),
    language: fc.constantFrom<Language>("zh-CN", "en"),
  });

  test.each(fieldKinds)("a repaired %s is right, and needs no second repair", (kind) => {
    let repairs = 0;
    fc.assert(
      fc.property(value, book, (cell, of) => {
        const rule = kindRule(kind, of, ["a", "1"]);
        const repaired = rule.repair(cell);
        if (rule.problem(cell) === null) expect(repaired).toBeNull();
        if (repaired === null) return;
        repairs += 1;
        expect(repaired).not.toBe(cell);
        expect(rule.problem(repaired)).toBeNull();
        expect(rule.repair(repaired)).toBeNull();
      }),
      // A cell that only looks blank is repaired whatever its kind, but for long text, which stays as it is.
      { numRuns: 500, examples: [["\u3000", zh]] },
    );
    expect(repairs > 0).toBe(kind !== "longText");
  });

  test("a telephone number keeps its digits, an amount its sign", () => {
    const digits = (cell: CellValue) => String(cell).normalize("NFKC").replace(/\D/g, "");
    const repaired = new Set<FieldKind>();
    fc.assert(
      fc.property(value, (cell) => {
        const phone = kindRule("phone", zh).repair(cell);
        if (phone !== null) {
          repaired.add("phone");
          expect(digits(phone)).toBe(digits(cell));
        }
        const amount = kindRule("amount", zh).repair(cell);
        if (typeof amount === "number") {
          repaired.add("amount");
          expect(Object.is(Math.sign(amount), -1)).toBe(/^\D*-.*[1-9]/.test(String(cell).normalize("NFKC")));
        }
      }),
      { examples: [["138 0013 8000"], ["－2０ 元"], ["￥３.３万元"]] },
    );
    expect([...repaired].sort()).toEqual(["amount", "phone"]);
  });

  test("entries written into one cell come out of it again", () => {
    const entry = fc.stringMatching(/^[a-z\u4e00-\u4e50]{1,6}$/);
    fc.assert(
      fc.property(fc.uniqueArray(entry), book, (entries, { language, system }) => {
        const text = joinMulti(entries, language);
        expect(splitMulti(text)).toEqual(entries);
        expect(isBlank(text) || kindRule("multiList", { language, system }).problem(text) === null).toBe(true);
      }),
    );
  });
});
