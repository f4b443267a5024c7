import type { EncodingName } from "../../csv/encodingNames";
import type { TextTable } from "../../csv/textTable";
import type { Language } from "../../domain/values/language";

const names: Readonly<Record<EncodingName, Readonly<Record<Language, string>>>> = {
  "utf-8": { "zh-CN": "UTF-8 ", en: "UTF-8" },
  "utf-16le": { "zh-CN": "UTF-16（小端）", en: "UTF-16 (little endian)" },
  "utf-16be": { "zh-CN": "UTF-16（大端）", en: "UTF-16 (big endian)" },
  gb18030: { "zh-CN": "GB18030（简体中文）", en: "GB18030 (simplified Chinese)" },
  big5: { "zh-CN": "Big5（繁体中文）", en: "Big5 (traditional Chinese)" },
  shift_jis: { "zh-CN": "Shift-JIS（日文）", en: "Shift-JIS (Japanese)" },
  "euc-jp": { "zh-CN": "EUC-JP（日文）", en: "EUC-JP (Japanese)" },
  "euc-kr": { "zh-CN": "EUC-KR（韩文）", en: "EUC-KR (Korean)" },
  "windows-1252": { "zh-CN": "Windows-1252（西欧）", en: "Windows-1252 (western European)" },
  "windows-1251": { "zh-CN": "Windows-1251（俄文）", en: "Windows-1251 (Russian)" },
};

const howToChange: Readonly<Record<Language, string>> = {
  "zh-CN": "如果文字显示不对，请用 --encoding 写明编码（例如 --encoding big5）再打开一次。",
  en: "If texts look wrong, name the encoding and open the file again, such as --encoding windows-1252.",
};

function unreadable({ rows }: TextTable, language: Language): string {
  const count = rows.reduce((sum, row) => sum + row.join("").split("\ufffd").length - 1, 0);
  if (count === 0) return "";
  if (language === "en")
    return ` ${count} ${count === 1 ? "character" : "characters"} could not be read (shown as \ufffd).`;
  return `有 ${count} 个字符读不出来，显示为“\ufffd”。`;
}

/** What a person should know of the encoding that a file was read in; null where there was nothing to assume. */
export function encodingNotice(table: TextTable, language: Language): string | null {
  const { name, sureness, plain } = table.encoding;
  const broken = unreadable(table, language);
  if (plain || (broken === "" && (sureness === "told" || (sureness === "certain" && name === "utf-8")))) return null;
  const encoding = names[name][language];
  const change = sureness === "certain" ? "" : howToChange[language];
  if (language === "en") {
    const read =
      sureness === "certain" || sureness === "told"
        ? `The file was read as ${encoding}.`
        : `The file does not say its encoding; it was read as ${encoding}${sureness === "unsure" ? ", which is not certain" : ""}.`;
    return `${read}${broken}${change === "" ? "" : ` ${change}`}`;
  }
  const read =
    sureness === "certain" || sureness === "told"
      ? `文件按 ${encoding}读取。`
      : `文件没有注明编码，现按 ${encoding}读取${sureness === "unsure" ? "，不能完全确定" : ""}。`;
  return `${read}${broken}${change}`;
}
