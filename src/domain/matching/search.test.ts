import fc from "fast-check";
import type { CellValue } from "../values/value";
import { customerSearch, type Pinyin } from "./search";

const syllables: Readonly<Record<string, readonly string[]>> = {
  ...{
    华: ["hua"],
    为: ["wei"],
    深: ["shen"],
    圳: ["zhen"],
    重: ["zhong", "chong"],
    庆: ["qing"],
    长: ["zhang", "chang"],
  },
  ...{
    沙: ["sha"],
    绿: ["lv", "lu"],
    源: ["yuan"],
    食: ["shi"],
    品: ["pin"],
    远: ["yuan"],
    山: ["shan"],
    张: ["zhang"],
  },
  ...{ 敏: ["min"], 西: ["xi"], 安: ["an"], 先: ["xian"], 锋: ["feng"] },
};
const pinyin: Pinyin = (character) => syllables[character] ?? [];

const customers: readonly (readonly [name: string, contact: string, phone: CellValue])[] = [
  ["华为（深圳）有限公司", "张敏", "13800138000"],
  ["重庆远山", "李强", "023-62345678"],
  ["长沙绿源食品", "Ann Lee", "13900139000、13800001111"],
  ["绿源食品", "王芳", 13_700_137_000],
  ["Acme Foods", "Bob", "+1 415 555 1234"],
  ["西安先锋", "", ""],
];
const search = customerSearch(
  customers.map(([name, contact, phone]) => ({ name, contact, phone })),
  pinyin,
);

function found(query: string, limit?: number): readonly string[] {
  return search(query, limit).map((place) => customers[place]?.[0] ?? "");
}

test.each([
  ["a name's beginning before its middle", "绿源", ["绿源食品", "长沙绿源食品"]],
  ["a whole name before a longer one", "绿源食品", ["绿源食品", "长沙绿源食品"]],
  ["a name over its brackets", "华为深圳", ["华为（深圳）有限公司"]],
  ["a name in other case and width", "ａｃｍｅ f", ["Acme Foods"]],
  ["a contact", "张敏", ["华为（深圳）有限公司"]],
  ["a contact's second name", "lee", ["长沙绿源食品"]],
  ["two words", "长沙 ann", ["长沙绿源食品"]],
  ["a number's beginning", "138", ["华为（深圳）有限公司", "长沙绿源食品"]],
  ["a number's end", "7000", ["绿源食品"]],
  ["the end of a number that begins with zeros", "0001111", ["长沙绿源食品"]],
  ["zeros within a number", "0013", ["华为（深圳）有限公司", "长沙绿源食品", "绿源食品"]],
  ["a number with gaps", "139-0013", ["长沙绿源食品"]],
  ["an area code", "023-62", ["重庆远山"]],
  ["a country's code", "+86138001380", ["华为（深圳）有限公司"]],
  ["initials", "hwsz", ["华为（深圳）有限公司"]],
  ["initials with sh and zh", "hwshzh", ["华为（深圳）有限公司"]],
  ["initials from within a name", "sz", ["华为（深圳）有限公司"]],
  ["initials of the contact", "zm", ["华为（深圳）有限公司"]],
  ["full pinyin", "huaweishenzhen", ["华为（深圳）有限公司"]],
  ["pinyin whose last syllable is not finished", "huawei she", ["华为（深圳）有限公司"]],
  ["syllables and initials mixed", "huawsz", ["华为（深圳）有限公司"]],
  ["a character by either of its sounds", "cq", ["重庆远山"]],
  ["and by the other one", "zhongq", ["重庆远山"]],
  ["changsha as people say it", "changsha", ["长沙绿源食品"]],
  ["ü as v", "lvyuan", ["绿源食品", "长沙绿源食品"]],
  ["ü as u", "luyuan", ["绿源食品", "长沙绿源食品"]],
  ["syllables that could be parted otherwise", "xianxianfeng", ["西安先锋"]],
])("%s", (_, query, expected) => {
  expect(found(query)).toEqual(expected);
});

test.each([
  ["two digits: too many numbers have them", "13"],
  ["initials in another order", "wh"],
  ["a sound nobody has", "xyz"],
  ["a word too many", "绿源 北京"],
  ["a syllable cut short in the middle", "hawei"],
])("%s finds nobody", (_, query) => {
  expect(found(query)).toEqual([]);
});

test("equally good ones stay in the order given, and no more than asked for come", () => {
  expect(found("13", 1)).toEqual([]);
  expect(found("", 2)).toEqual(["华为（深圳）有限公司", "重庆远山"]);
  expect(found(" - ")).toHaveLength(customers.length);
  expect(found("y")).toEqual(["重庆远山", "长沙绿源食品", "绿源食品"]);
});

test("whoever is looked for by the beginning, initials or sound of the name is found", () => {
  const name = fc.array(fc.constantFrom(...Object.keys(syllables)), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 8 }), fc.nat(), fc.nat(), (names, which, cut) => {
      const place = which % names.length;
      const wanted = names[place] ?? [];
      const part = wanted.slice(0, 1 + (cut % wanted.length));
      const by = customerSearch(
        names.map((characters) => ({ name: characters.join(""), contact: "", phone: "" })),
        pinyin,
      );
      const sounds = part.map((character) => syllables[character]?.at(-1) ?? "");
      expect(by(part.join(""))).toContain(place);
      expect(by(sounds.join(""))).toContain(place);
      expect(by(sounds.map((sound) => sound.slice(0, 1)).join(""))).toContain(place);
    }),
  );
});
