import type { LogColumn } from "../../domain/log/logColumns";
import type { Language } from "../../domain/values/language";
import { logText } from "../../domain/log/logText";
import {
  copiedTalk,
  feedback,
  methods,
  owners,
  results,
  stages,
  talkEndings,
  talkOpenings,
  talkTopics,
  type Both,
} from "./words";

/** What the log has to know of a customer. Days are serials; `next` is null where nothing is planned. */
export interface LoggedCustomer {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  /** Place of the customer's stage in `stages`. */
  readonly stage: number;
  readonly firstContact: number;
  readonly lastContact: number;
  readonly next: number | null;
}

export type LogCells = Readonly<Record<LogColumn, string | number | null>>;

/** The stages that a customer went through: the open ones up to the present one, then the outcome. */
function pathOf(stage: number, dice: (sides: number) => number): readonly number[] {
  const open = stages.flatMap(({ kind }, place) => (kind === "open" ? [place] : []));
  if (stages[stage]?.kind === "open") return open.filter((place) => place <= stage);
  const last = stages[stage]?.kind === "won" ? open.length : 1 + dice(open.length);
  return [...open.slice(0, last), stage];
}

/** A contact's note, made of its opening and of a topic and an ending that follow from the customer and the contact. */
function talkOf(opening: number, { id, owner }: LoggedCustomer, index: number, language: Language): string {
  if (opening === 0 && owner === owners[2]?.[language]) return copiedTalk[language];
  const seed = [...id].reduce((sum, sign) => sum * 31 + sign.charCodeAt(0), index * 7919) % 100_003;
  const topic = talkTopics[seed % talkTopics.length]?.[language] ?? "";
  const ending = talkEndings[Math.floor(seed / talkTopics.length) % talkEndings.length]?.[language] ?? "";
  return `${talkOpenings[opening]?.[language] ?? ""}${topic}${language === "en" ? ", " : "，"}${ending}`;
}

/** Contacts of one customer, oldest first: from the first contact to the last one, the stages spread over them. */
function contactsOf(
  customer: LoggedCustomer,
  language: Language,
  dice: (sides: number) => number,
  newId: () => string,
): readonly LogCells[] {
  const say = (words: Both): string => words[language];
  const pick = <T>(list: readonly T[]): T | undefined => list[dice(list.length)];
  const words = logText[language];
  const path = pathOf(customer.stage, dice);
  const count = Math.max(path.length, 2 + dice(4));
  const span = customer.lastContact - customer.firstContact;
  let promised: number | null = null;
  let stage = path[0] ?? 0;
  return Array.from({ length: count }, (_, index): LogCells => {
    const isLast = index === count - 1;
    const day: number = customer.firstContact + Math.round((span * index) / (count - 1));
    const to: number = path[Math.min(path.length - 1, Math.floor((index * path.length) / (count - 1)))] ?? stage;
    const ahead: number = customer.firstContact + Math.round((span * (index + 1)) / (count - 1));
    const kept: keyof typeof words.promise = promised === null ? "none" : day <= promised ? "kept" : "late";
    const next: number | null = isLast ? customer.next : ahead - (dice(4) === 0 ? 2 : 0);
    // Most touches are written down on the day, some the days after.
    const entered: number = day + (dice(9) === 0 ? 3 : 0) + (9 * 60 + dice(480)) / 1440;
    const cells: LogCells = {
      id: newId(),
      enteredAt: entered,
      customerId: customer.id,
      customer: customer.name,
      kind: words.kind.contact,
      date: day,
      who: customer.owner,
      method: say(pick(methods) ?? { "zh-CN": "", en: "" }),
      content: talkOf(dice(talkOpenings.length), customer, index, language),
      feedback: dice(3) === 0 ? null : say(pick(feedback) ?? { "zh-CN": "", en: "" }),
      result: say(pick(results) ?? { "zh-CN": "", en: "" }),
      fromStage: say(stages[stage]?.name ?? { "zh-CN": "", en: "" }),
      toStage: say(stages[to]?.name ?? { "zh-CN": "", en: "" }),
      promised: next,
      promise: words.promise[kept],
    };
    promised = next;
    stage = to;
    return cells;
  });
}

/** The log of all customers in the order it was written. */
export function sampleLog(
  customers: readonly LoggedCustomer[],
  language: Language,
  dice: (sides: number) => number,
): readonly LogCells[] {
  let written = 0;
  const newId = () => `L${String((written += 1)).padStart(5, "0")}`;
  return customers
    .flatMap((customer) => contactsOf(customer, language, dice, newId))
    .sort((a, b) => Number(a.enteredAt) - Number(b.enteredAt));
}

/** The day on which a customer came to the present stage, by the log. */
export function stageDay(customer: LoggedCustomer, log: readonly LogCells[]): number {
  const changes = log.filter(
    ({ customerId, fromStage, toStage }) => customerId === customer.id && fromStage !== toStage,
  );
  return Number(changes.at(-1)?.date ?? customer.firstContact);
}
