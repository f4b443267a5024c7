import { canEncode, encodeText } from "../../test/support/encodeText";
import { decodeText, guessEncoding } from "./encoding";
import type { EncodingName } from "./encodingNames";

const names: readonly (readonly [EncodingName, readonly string[]])[] = [
  ["gb18030", ["王伟", "联通", "阿里巴巴（中国）有限公司", "客户名称", "跟进"]],
  ["big5", ["陳怡君", "台灣積體電路製造股份有限公司", "客戶名稱", "業務"]],
  ["shift_jis", ["田中太郎", "株式会社日立製作所", "トヨタ自動車", "担当者"]],
  ["euc-jp", ["田中太郎", "株式会社日立製作所", "トヨタ自動車"]],
  ["euc-kr", ["김민수", "삼성전자 주식회사", "고객명"]],
  [
    "windows-1252",
    ["Müller & Söhne", "Société Générale", "José Peña", "L’Oréal", "Preis: 50 €", "“fine” – really", "ÖBB"],
  ],
  ["windows-1251", ["Иванов", "ООО Ромашка", "ЗАО «Газпром»"]],
];
const oneName = names.flatMap(([encoding, list]) => list.map((name) => [encoding, name] as const));

test.each(oneName)("in %s, one name among English ones is enough: %s", (encoding, name) => {
  const text = `Customer,Owner\r\nAlpha Ltd,Pat\r\n${name},Pat\r\n`;
  expect(canEncode(text, encoding)).toBe(true);
  expect(decodeText(encodeText(text, encoding), null).text).toBe(text);
});

test("one name in a long English list is enough", () => {
  const english = Array.from({ length: 150 }, (_, n) => `Customer ${n},C-${n},2026-08-01,Proposal\r\n`).join("");
  for (const [encoding, [name = ""]] of names) {
    const text = `${english}${name},C-151,2026-08-01,Won\r\n`;
    expect([encoding, decodeText(encodeText(text, encoding), null).text]).toEqual([encoding, text]);
  }
});

test.each(["utf-16le", "utf-16be"] as const)(
  "%s is known by its mark, and without it by its zero bytes",
  (encoding) => {
    const text = "客户,阶段\r\n甲,成交\r\n";
    expect(guessEncoding(encodeText(`\ufeff${text}`, encoding))).toMatchObject({ name: encoding, sureness: "certain" });
    expect(guessEncoding(encodeText(text, encoding))).toMatchObject({ name: encoding, sureness: "likely" });
    expect(decodeText(encodeText(`\ufeff${text}`, encoding), null).text).toBe(text);
  },
);

test("UTF-8 with one broken byte stays UTF-8", () => {
  const bytes = encodeText("客户,备注\r\n华宇精密制造,已确认立项\r\n蓝海零售,Müller\r\n", "utf-8");
  bytes[20] = 0xff;
  const { text, encoding } = decodeText(bytes, null);
  expect(encoding.name).toBe("utf-8");
  expect(text).toContain("蓝海零售,Müller");
  expect(text).toContain("\ufffd");
});

test("ASCII assumes nothing, and what somebody chose is taken", () => {
  expect(guessEncoding(encodeText("a,b\n1,2\n", "utf-8"))).toEqual({ name: "utf-8", sureness: "certain", plain: true });
  const bytes = encodeText("陳怡君", "big5");
  expect(decodeText(bytes, "big5")).toEqual({
    text: "陳怡君",
    encoding: { name: "big5", sureness: "told", plain: false },
  });
  expect(decodeText(bytes, "windows-1252").text).not.toBe("陳怡君");
});

test("two readings that are equally likely are told as unsure", () => {
  expect(guessEncoding(Uint8Array.from([0x61, 0xb5, 0x0a])).sureness).toBe("unsure");
});

test("windows-1252 has its own signs where Latin-1 has control characters", () => {
  expect(decodeText(Uint8Array.from([0x80, 0x20, 0x9c, 0x75, 0x76, 0x72, 0x65]), "windows-1252").text).toBe("€ œuvre");
});
