import { knownStage } from "../../schema/knownStages";
import { readCellDate } from "../../values/cellDate";
import { isDateSerial, isoOfSerial, readPlainDate, type DateSystem } from "../../values/date";
import { isShortened, usualPhone } from "../../values/phone";
import { unguarded } from "../../values/tidy";
import { isBlank, isErrorText, type CellValue } from "../../values/value";

/** What the cells of a column look like, each as a number of the cells looked at. A cell can count as several of these. */
export interface ColumnProfile {
  /** Filled cells that were looked at: all, or some spread evenly over a long list. */
  readonly cells: number;
  readonly dates: number;
  /** Of the dates those after the review day. */
  readonly future: number;
  /** Dates written as text: no number can be taken for one of these. */
  readonly writtenDates: number;
  readonly numbers: number;
  readonly phones: number;
  readonly mails: number;
  /** Names of stages that sales teams use. */
  readonly stages: number;
  /** What reads as a person's name. */
  readonly people: number;
  /** Names that end as firms' names do. */
  readonly firms: number;
  readonly longTexts: number;
  /** Different values, as text without regard to case, with the number of cells that hold each. */
  readonly values: ReadonlyMap<string, number>;
  /** Three different cells as text, days as ISO dates. */
  readonly samples: readonly string[];
}

export interface ProfileContext {
  readonly today: number;
  readonly system: DateSystem;
}

/** Cells of a column that are looked at, at most. */
const mostCells = 200;
/** Years before and after the review day in which a number is taken for a date. */
const yearsAround = 12;
const longText = 24;
/** Names, numbers and stages are no longer. */
const longestShort = 40;

const longestDate = 40;
/** How dates begin: with a number, a month or a weekday. Reading a text as a date takes longer than seeing that it is none. */
const dateStart =
  /^(?:[\d'"=〇零一二三四五六七八九十公民周星]|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]*\W)/i;
const looseDays: readonly RegExp[] = [
  /^\d{1,2}(?:\s?月\s?\d{1,2}\s?[日号]?|[-/.]\d{1,2})$/,
  /^(?:今天|明天|后天|昨天|前天|[本上下]?周[一二三四五六日天末]|[本下]?个?月[初中底末]|today|tomorrow|yesterday|next (?:week|month|mon|tue|wed|thu|fri))/i,
];
const mailForm = /^[^\s@]+@[^\s@.]+\.[^\s@]+$/;
const amountForm =
  /^(?:约|大约|近|超|¥|￥|\$|€|£|rmb|usd|eur|cny)?\s?[\d,.\s]*\d\s?(?:[-~至到]\s?\d[\d,.]*)?\s?(?:k|w|m|万|万元|元|亿|usd|eur|cny|rmb|€|\$|%)?\+?$/i;
const phoneForm = /^(?=(?:\D*\d){7})(?:\+|00|\()?\d[\d\s().-]{5,18}\d(?:(?:转|ext\.?|x|#)\s*\d{1,6})?$/i;
const surnames =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧阳";
const hanName = new RegExp(`^(?:欧阳|司马|上官|诸葛|小|老|阿|[${surnames}])[\\u4e00-\\u9fff]{1,2}$`);
const latinName =
  /^\p{Lu}[\p{Ll}'’-]+(?: \p{Lu}\.?)?(?: (?:de|van|von|der|da|di|la|al|bin))*(?: \p{Lu}[\p{L}'’-]+){1,2}$/u;
const firmName =
  /(?:公司|集团|厂|工作室|事务所|银行|医院|学校|大学|中心|研究院|商行|酒店|超市|合作社|股份|科技|贸易|实业)$|\b(?:inc|ltd|llc|llp|gmbh|ag|corp|corporation|co|company|limited|plc|s\.?a|b\.?v|group|holdings?|kg|sarl|pty|oy|ab|srl)\.?$/i;

/** The earliest day that a text can mean, as a serial; null where it is none that says its year. */
function writtenDay(text: string, { system, today }: ProfileContext): number | null {
  if (text.length > longestDate || !dateStart.test(text)) return null;
  const days = readCellDate(text, system, today)?.flatMap((day) => (typeof day === "number" ? day : [])) ?? [];
  return days.length === 0 ? null : Math.min(...days);
}

/** Days without a year, and words for days that are another one tomorrow. */
function isLooseDay(text: string): boolean {
  return looseDays.some((form) => form.test(text));
}

interface Look {
  readonly isDate: boolean;
  readonly isWrittenDate: boolean;
  readonly day: number | null;
  readonly isNumber: boolean;
  readonly isPhone: boolean;
  readonly isMail: boolean;
  readonly isStage: boolean;
  readonly isPerson: boolean;
  readonly isFirm: boolean;
  readonly isLong: boolean;
}

const nothing: Look = {
  ...{ isDate: false, isWrittenDate: false, day: null, isNumber: false, isPhone: false },
  ...{ isMail: false, isStage: false, isPerson: false, isFirm: false, isLong: false },
};

function lookAtNumber(value: number, { today, system }: ProfileContext): Look {
  const isPhone = /^(?:86)?1[3-9]\d{9}$/.test(String(value));
  const isNear = Math.abs(value - today) < yearsAround * 366 && isDateSerial(value, system);
  const day = isNear ? Math.floor(value) : readPlainDate(String(value), system);
  return { ...nothing, isDate: day !== null, day, isNumber: !isPhone, isPhone };
}

function lookAtText(text: string, context: ProfileContext): Look {
  const plain = unguarded(text).normalize("NFKC").trim();
  const number = /^[1-9]\d{0,8}(?:\.\d+)?$/.test(plain) ? Number(plain) : null;
  if (number !== null) return lookAtNumber(number, context);
  const day = writtenDay(plain, context);
  const isDate = day !== null || isLooseDay(plain);
  const isShort = plain.length <= longestShort;
  const isPhone =
    !isDate && isShort && (usualPhone["zh-CN"].test(plain) || phoneForm.test(plain) || isShortened(plain));
  return {
    isDate,
    isWrittenDate: isDate,
    day,
    isNumber: !isDate && !isPhone && isShort && amountForm.test(plain),
    isPhone,
    isMail: plain.includes("@") && mailForm.test(plain),
    isStage: isShort && knownStage(plain) !== null,
    isPerson: isShort && (hanName.test(plain) || latinName.test(plain)),
    isFirm: !isDate && firmName.test(plain.slice(-longestShort)),
    isLong: plain.length > longText,
  };
}

/** What stands in a cell that somebody left blank. */
const placeholder = /^(?:[-–—/\\.]+|n\/?a|无|待定|请选择|select|none|null|tbd)$/i;

/** Offsets of the cells of a column that hold something, at most `mostCells` of them, spread evenly. */
function sampledRows(body: readonly (readonly CellValue[])[], column: number): readonly number[] {
  const filled: number[] = [];
  for (let row = 0; row < body.length; row += 1) {
    const value = body[row]?.[column] ?? "";
    if (!isBlank(value) && !isErrorText(value) && !placeholder.test(String(value))) filled.push(row);
  }
  const step = Math.max(1, filled.length / mostCells);
  return Array.from({ length: Math.min(filled.length, mostCells) }, (_, at) => filled[Math.floor(at * step)] ?? 0);
}

const mostSamples = 3;

/** Different cells as a person would read them. */
function samplesOf(
  values: readonly CellValue[],
  { cells, dates }: Pick<ColumnProfile, "cells" | "dates">,
  { system }: ProfileContext,
): readonly string[] {
  const isDay = (value: CellValue): value is number =>
    typeof value === "number" && dates * 2 > cells && isDateSerial(value, system);
  const texts = values.map((value) => (isDay(value) ? isoOfSerial(value, system) : String(value).trim()));
  return [...new Set(texts)].slice(0, mostSamples);
}

/** Looks at the cells of a column. Each value is looked at once, however often it stands there. */
export function profileOf(
  body: readonly (readonly CellValue[])[],
  column: number,
  context: ProfileContext,
): ColumnProfile {
  const counts = new Map<CellValue, number>();
  const rows = sampledRows(body, column);
  for (const row of rows) {
    const value = body[row]?.[column] ?? "";
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const profile = {
    ...{ cells: rows.length, dates: 0, future: 0, writtenDates: 0, numbers: 0, phones: 0, mails: 0 },
    ...{ stages: 0, people: 0, firms: 0, longTexts: 0 },
  };
  const values = new Map<string, number>();
  for (const [value, count] of counts) {
    const look =
      typeof value === "number"
        ? lookAtNumber(value, context)
        : typeof value === "string"
          ? lookAtText(value, context)
          : nothing;
    const share = (is: boolean) => (is ? count : 0);
    profile.dates += share(look.isDate);
    profile.writtenDates += share(look.isWrittenDate);
    profile.future += share(look.day !== null && look.day > context.today);
    profile.numbers += share(look.isNumber);
    profile.phones += share(look.isPhone);
    profile.mails += share(look.isMail);
    profile.stages += share(look.isStage);
    profile.people += share(look.isPerson);
    profile.firms += share(look.isFirm);
    profile.longTexts += share(look.isLong);
    const key = String(value).trim().toLowerCase();
    values.set(key, (values.get(key) ?? 0) + count);
  }
  return { ...profile, values, samples: samplesOf([...counts.keys()], profile, context) };
}
