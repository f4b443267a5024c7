const digits = "〇一二三四五六七八九";

/** Value of one Chinese digit, or -1. */
function digitOf(character: string): number {
  if (character === "零" || character === "○") return 0;
  return character === "两" ? 2 : digits.indexOf(character);
}

/** A number below 100 in digits or in Chinese words (15, 十五, 二十, 两), or null. */
export function smallNumber(text: string): number | null {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (!match || text === "") return text === "两" ? 2 : null;
  const [, first = "", ten = "", last = ""] = match;
  if (ten === "") return last === "" || first === "" ? digitOf(first || last) : null;
  return (first === "" ? 1 : digitOf(first)) * 10 + (last === "" ? 0 : digitOf(last));
}

/** A year said digit by digit (二〇二六, 2026), or null. */
export function spokenYear(text: string): number | null {
  const plain = Array.from(text, (character) => (/\d/.test(character) ? Number(character) : digitOf(character)));
  return /^.{4}$/u.test(text) && plain.every((digit) => digit >= 0) ? Number(plain.join("")) : null;
}
