import { plainText } from "../values/tidy";

/** Legal forms that a Chinese name ends with, the longer first. A branch (分公司) is another customer than its head office. */
const chineseForm = /(?:股份有限公司|有限责任公司|有限公司|集团公司|总公司|(?<![分子])公司|集团)$/;
/** Legal forms and what goes with them, as the last words of a name in Latin letters. */
const latinForms: ReadonlySet<string> = new Set([
  ...[
    "co",
    "company",
    "corp",
    "corporation",
    "inc",
    "incorporated",
    "ltd",
    "limited",
    "llc",
    "llp",
    "lp",
    "plc",
    "group",
  ],
  ...["gmbh", "mbh", "ag", "kg", "kgaa", "ohg", "sa", "sas", "sarl", "srl", "spa", "sl", "bv", "nv", "ab", "oy", "oyj"],
  ...["as", "aps", "pty", "pte", "pvt", "sdn", "bhd", "and"],
]);

/** Cities that registered names write with 市 and people without. */
const cities =
  "北京|上海|天津|重庆|广州|深圳|杭州|南京|苏州|成都|武汉|西安|郑州|青岛|长沙|宁波|东莞|佛山|无锡|合肥|昆明|大连|福州|厦门|沈阳|" +
  "济南|哈尔滨|长春|石家庄|太原|南昌|南宁|贵阳|兰州|海口|乌鲁木齐|呼和浩特|银川|西宁|拉萨|常州|温州|嘉兴|绍兴|金华|台州|泉州|" +
  "珠海|中山|惠州|徐州|南通|扬州|烟台|潍坊|洛阳|唐山|保定|义乌|昆山";
const cityInFull = new RegExp(`^(${cities})市(?=.{2})`);
const cityAlone = new RegExp(`^(?:${cities}|中国|全国)$`);

const bracketed = /[([{【〔「]([^()[\]{}【】〔〕「」]*)[)\]}】〕」]/g;

/** What people write where they do not know the name: no two of them are the same customer. */
const placeholders: ReadonlySet<string> = new Set([
  "未知",
  "待定",
  "无",
  "暂无",
  "不详",
  "未填",
  "空",
  "na",
  "none",
  "null",
  "unknown",
  "tbd",
]);

/** A name with nothing in it to fold but the case of plain letters: most Chinese ones. At least one character is Chinese. */
const plainChinese = /^[A-Za-z\d]*[\u4E00-\u9FFF][A-Za-z\d\u4E00-\u9FFF]*$/;
const capital = /[A-Z]/;

/** True for the name of a place alone, which many customers have in theirs. */
export function isPlace(name: string): boolean {
  return cityAlone.test(name);
}

/** 集团股份有限公司 are two forms; no name ends with many. */
function withoutChineseForm(name: string): string {
  let shorter = name;
  for (let forms = 0; forms < 3 && (shorter.endsWith("公司") || shorter.endsWith("集团")); forms += 1) {
    shorter = shorter.replace(chineseForm, "");
  }
  return shorter;
}

/** A part of a name without its legal form and without whatever is neither a letter nor a digit. Blank when it is nothing else. */
function withoutForm(text: string): string {
  const words = text
    .replaceAll("&", " and ")
    .replace(/['’.]/g, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  if (words[0] === "the") words.shift();
  while (latinForms.has(words.at(-1) ?? "")) words.pop();
  return withoutChineseForm(words.join(""));
}

/**
 * A customer's name for comparing: two names that give the same text are taken for the same customer. Width, case, accents,
 * spaces and punctuation make no difference, nor does the legal form (有限公司, 集团, Co., Ltd., GmbH…), nor 市 behind a city in front.
 * What stands in brackets counts, wherever it stands: 华为（深圳）有限公司 is 华为有限公司（深圳） and 华为深圳有限公司, but neither 华为 nor
 * 华为（北京）. Branches are customers of their own.
 * @returns blank where there is nothing to compare: no letter or digit, or a word such as 待定
 */
export function normalisedName(name: string): string {
  const key = plainChinese.test(name) ? plainKey(name) : foldedKey(name);
  return placeholders.has(key) ? "" : key;
}

/** A name that is nothing but a legal form (The Company) or a single character with one (某公司) stays as it is. */
function keyOf(letters: string, base: string, aside: string): string {
  const name = base.includes("市") ? base.replace(cityInFull, "$1") : base;
  return aside === "" && base.length < letters.length && [...name].length < 2 ? letters : name + aside;
}

/** The short way for a name that `foldedKey` would leave as it is, but for capitals and the legal form. */
function plainKey(name: string): string {
  const letters = capital.test(name) ? name.toLowerCase() : name;
  return keyOf(letters, withoutChineseForm(letters), "");
}

function foldedKey(name: string): string {
  const plain = plainText(name)
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036F]/g, "")
    .normalize("NFC");
  const asides = Array.from(plain.matchAll(bracketed), (match) => withoutForm(match[1] ?? ""));
  const letters = plain.replace(/[^\p{L}\p{N}]+/gu, "");
  return keyOf(letters, withoutForm(plain.replace(bracketed, " ")), asides.join(""));
}
