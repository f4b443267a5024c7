import fc from "fast-check";
import { normalisedName } from "./customerName";

describe("names of the same customer", () => {
  test.each([
    ["华为技术有限公司", "华为技术"],
    ["华为技术有限公司", "华为技术股份有限公司"],
    ["华为技术有限责任公司", "华为技术公司"],
    ["海尔集团股份有限公司", "海尔"],
    ["海尔（集团）有限公司", "海尔"],
    ["华为（深圳）有限公司", "华为(深圳)"],
    ["华为（深圳）有限公司", "华为有限公司（深圳）"],
    ["华为（深圳）有限公司", "华为深圳有限公司"],
    ["华为（深圳）技术有限公司", "华为技术【深圳】有限公司"],
    ["深圳市绿源食品有限公司", "深圳绿源食品"],
    ["绿 源　食品", "绿源食品"],
    ["ＡＢＣ科技", "abc科技"],
    ["远山·能源", "远山能源"],
    ["Acme Co., Ltd.", "ACME"],
    ["Acme, Inc", "acme"],
    ["The Acme Company", "Acme"],
    ["Acme (Pty) Ltd", "Acme"],
    ["Müller GmbH & Co. KG", "Muller"],
    ["O'Neil and Sons, L.L.C.", "ONeil & Sons"],
    ["Telefónica S.A.", "Telefonica"],
    ["Acme有限公司", "Acme"],
  ])("%s and %s", (one, other) => {
    expect(normalisedName(one)).toBe(normalisedName(other));
    expect(normalisedName(one)).not.toBe("");
  });
});

describe("names of different customers", () => {
  test.each([
    ["华为（深圳）有限公司", "华为（北京）有限公司"],
    ["华为（深圳）有限公司", "华为有限公司"],
    ["华为技术有限公司", "华为有限公司"],
    ["中国移动北京分公司", "中国移动北京"],
    ["中国移动北京分公司", "中国移动上海分公司"],
    ["某公司", "某集团"],
    ["上市公司", "上公司"],
    ["Acme", "Acme Foods"],
    ["The Group", "The Company"],
    ["张敏", "张民"],
  ])("%s and %s", (one, other) => {
    expect(normalisedName(one)).not.toBe(normalisedName(other));
  });
});

test.each(["", "  ", "-", "待定", "未知", "N/A", "（无）", "TBD", "😀"])("%j is nothing to compare", (name) => {
  expect(normalisedName(name)).toBe("");
});

test.each(["公司", "集团", "Group", "The Company", "（深圳）", "我"])("%s alone keeps something", (name) => {
  expect(normalisedName(name)).not.toBe("");
});

test("spaces, case, width and the usual form make no difference to any name", () => {
  const wide = (text: string) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
  // Names that end with a form themselves, or are one, are what the tables above are for.
  const name = fc.stringMatching(/^[远山能源绿食品华为金桥a-dx-z]{2,8}[qv]$/);
  fc.assert(
    fc.property(name, (text) => {
      const key = normalisedName(text);
      expect(normalisedName(` ${text.toUpperCase()} `)).toBe(key);
      expect(normalisedName(wide(text))).toBe(key);
      expect(normalisedName(`${text}有限公司`)).toBe(key);
      expect(normalisedName(`${text} Co., Ltd.`)).toBe(key);
    }),
  );
});

test("a long text costs no more than its length", () => {
  expect(normalisedName("公司".repeat(16_000))).not.toBe("");
  expect(normalisedName("(".repeat(32_000))).toBe("");
});
