import { weekdayNamed } from "./relativeDate";
import { plainText } from "./tidy";

/** Longest text that is looked at as a day: the longest that programs write, with zone and its name, has about 70 characters. */
const longestDay = 100;

/** What programs write: digits and signs, with nothing to be made plain. */
const alreadyPlain = /^[\d/:.-]+(?:[ T][\d:.]+(?: [AP]M)?)?(?:Z|[+-][\d:]+)?$/;

const simplified: Readonly<Record<string, string>> = {
  週: "周",
  後: "后",
  禮: "礼",
  個: "个",
  號: "号",
  這: "这",
  兩: "两",
  過: "过",
  時: "时",
  點: "点",
};

/**
 * Lower case, half width, simplified characters; spaces only where they part words of letters or numbers; blank for a text that
 * is too long for any day, so that nothing that follows takes long.
 */
export function plainWords(text: string): string {
  if (text.length > longestDay) return "";
  if (alreadyPlain.test(text)) return text.toLowerCase();
  return plainText(text)
    .toLowerCase()
    .replace(/[週後禮個號這兩過時點]/g, (character) => simplified[character] ?? character)
    .replace(/[‐‑‒–—−]/g, "-")
    .replace(/\\/g, "/")
    .replace(/’/g, "'")
    .replace(/(\d)。(?=\d)/g, "$1.")
    .replace(/\s+/g, " ")
    .replace(/ ?([\u3007\u4e00-\u9fff]) ?/g, "$1")
    .replace(/[。.!]$/, "")
    .replace(/^(?:on )?(?:the )?/, "");
}

const weekdayBehind = /^(.+?)[\s,、]*\(?((?:周|星期|礼拜)[一二三四五六日天]|[a-z]+\.?)\)?$/;
const weekdayInFront =
  /^((?:周|星期|礼拜)[一二三四五六日天]|[a-z]+\.?)[\s,、]+(.+)$|^((?:周|星期|礼拜)[一二三四五六日天])(\d.+)$/;

/** A text parted into a date and the weekday that stands behind or in front of it. */
export interface Parting {
  readonly date: string;
  readonly name: string;
  /** 0 for Sunday. */
  readonly weekday: number;
}

/** The ways to part a text, as `plainWords` gives it, into a date and its weekday. */
export function partings(text: string): readonly Parting[] {
  const behind = weekdayBehind.exec(text);
  const front = weekdayInFront.exec(text);
  return [
    { date: behind?.[1], name: behind?.[2] },
    { date: front?.[2] ?? front?.[4], name: front?.[1] ?? front?.[3] },
  ].flatMap(({ date, name }) => {
    const weekday = name === undefined ? null : weekdayNamed(name);
    return date === undefined || name === undefined || weekday === null ? [] : [{ date, name, weekday }];
  });
}

const partsOfDay = "上午|下午|中午|凌晨|清晨|早上|早|傍晚|晚上|晚";
const halves = "am|pm|a\\.m\\.?|p\\.m\\.?";
const zoneNames = "z|[ecmp][sd]t|cet|cest|eet|wet|bst|ist|jst|kst|hkt|sgt";
const zone = `(?: ?(?:(?:utc|gmt)? ?[+-](?:0?\\d|1[0-4])(?::?[0-5]\\d)?(?: (?:${zoneNames}))?|utc|gmt|${zoneNames}))?(?: ?\\([^()]*\\)| ?\\[[^[\\]]*\\])?`;
/**
 * A time of day behind a date: 10:30, 10:30:00.000, 10点30分, 10时半, 10 am, T103000, with the part of the day in front of it, and with
 * its zone behind it or not.
 */
const timeBehind = new RegExp(
  `(?:t|,? (?:at )?|(?<=[\\u4e00-\\u9fff)])|(?=(?:${partsOfDay})))(?:(${partsOfDay}) ?)?` +
    `(?:(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2}(?:[.,]\\d{1,9})?))?|(\\d{1,2})[时点](?:(半)|整|(\\d{1,2})(?:分(?:(\\d{1,2})秒)?)?)?|(\\d{1,2})(?= ?(?:${halves}))|(?<=t)(\\d{2})(\\d{2})(\\d{2})?)` +
    `(?: ?(${halves}))?${zone}$`,
);
const mornings = /^(?:上午|凌晨|清晨|早上|早|a)/;
const evenings = /^(?:傍晚|晚上|晚)/;

/** The hour of 24 that an hour means in its part of the day; null where there is no such hour there. */
function hourOf(hour: number, part: string): number | null {
  if (part === "") return hour;
  if (mornings.test(part)) return hour > 12 ? null : hour % 12;
  if (part === "中午") return hour >= 11 && hour <= 14 ? hour : hour === 1 || hour === 2 ? hour + 12 : null;
  // Twelve in the evening is midnight, and nobody can tell of which day.
  if (evenings.test(part) && hour === 12) return null;
  return hour >= 12 ? hour : hour + 12;
}

/** A day as text, and the time of day behind it as a share of a day. */
export interface TimedDay {
  readonly date: string;
  readonly time: number;
}

/**
 * Takes the time of day off a text as `plainWords` gives it. The zone behind it changes nothing: an instant stands on the day that its
 * own text says.
 * @returns null where the time is none, such as 25:99
 */
export function withoutTime(text: string): TimedDay | null {
  const match = timeBehind.exec(text);
  if (!match) return { date: text, time: 0 };
  const [, part = "", ...clock] = match;
  const [h1, m1, s1, h2, half, m2, s2, h3, h4, m4, s4, behind = ""] = clock;
  const hour = hourOf(Number(h1 ?? h2 ?? h3 ?? h4), part || behind);
  const minute = half === undefined ? Number(m1 ?? m2 ?? m4 ?? 0) : 30;
  const second = Number((s1 ?? s2 ?? s4 ?? "0").replace(",", "."));
  if (hour === null || hour > 23 || minute > 59 || second >= 60) return null;
  return { date: text.slice(0, match.index), time: (hour * 3600 + minute * 60 + second) / 86_400 };
}
