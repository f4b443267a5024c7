import { defaultCalendar } from "../../schema/defaults";
import type { ClosingReason, CustomerType, Outcome, Owner } from "../../schema/field";
import { defaultStages } from "../../schema/knownStages";
import { workbookText } from "../../schema/workbookText";
import { defaultRevisitDays } from "../../settings/proposeSchema";
import type { Settings } from "../../settings/settings";
import type { Language } from "../../values/language";

/** Entries of a list by the names that the examples use, in the order in which the list shows them. */
type Names<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>;

export type TypeKey = "fresh" | "standing" | "key";
export const typeNames: Names<TypeKey> = {
  "zh-CN": { fresh: "新客户", standing: "老客户", key: workbookText["zh-CN"].keyAccount },
  en: { fresh: "New customer", standing: "Existing customer", key: workbookText.en.keyAccount },
};

export type SourceKey = "referral" | "fair" | "website" | "call" | "repeat" | "other";
export const sourceNames: Names<SourceKey> = {
  "zh-CN": {
    referral: "转介绍",
    fair: "展会",
    website: "官网咨询",
    call: "电话开发",
    repeat: "老客户复购",
    other: "其他",
  },
  en: {
    referral: "Referral",
    fair: "Trade fair",
    website: "Website",
    call: "Cold call",
    repeat: "Repeat business",
    other: "Other",
  },
};

const reasonKeys = ["fit", "price", "trust", "tooDear", "competitor", "noNeed", "noBudget", "postponed"] as const;
export type ReasonKey = (typeof reasonKeys)[number];
export const reasonNames: Names<ReasonKey> = {
  "zh-CN": {
    fit: "方案合适",
    price: "价格合适",
    trust: "服务和口碑好",
    tooDear: "价格太高",
    competitor: "选了竞争对手",
    noNeed: "需求取消",
    noBudget: "暂时没有预算",
    postponed: "项目推迟",
  },
  en: {
    fit: "Good fit",
    price: "Good price",
    trust: "Service and reputation",
    tooDear: "Too expensive",
    competitor: "Chose a competitor",
    noNeed: "No need any more",
    noBudget: "No budget yet",
    postponed: "Project postponed",
  },
};

const outcomes: Readonly<Record<ReasonKey, Outcome>> = {
  fit: "won",
  price: "won",
  trust: "won",
  tooDear: "lost",
  competitor: "lost",
  noNeed: "lost",
  noBudget: "parked",
  postponed: "parked",
};

function typesOf(language: Language): readonly CustomerType[] {
  const { fresh, standing, key } = typeNames[language];
  return [fresh, standing, key].map((name) => ({ name, staleDays: null, keyAccount: name === key }));
}

function reasonOf(key: ReasonKey, language: Language): ClosingReason {
  const outcome = outcomes[key];
  return { name: reasonNames[language][key], outcome, revisitDays: defaultRevisitDays[outcome] };
}

/**
 * What the Settings of a workbook that begins from nothing say, so that each list has something to pick from the first minute on.
 * The fields are those of the sheet's columns, with the rules that every field starts with.
 */
export function startingSettings(owners: readonly Owner[], language: Language): Settings {
  const { method, result } = workbookText[language].defaultLists;
  return {
    fields: null,
    stages: defaultStages(language),
    types: typesOf(language),
    owners,
    reasons: reasonKeys.map((key) => reasonOf(key, language)),
    lists: [
      { key: "source", entries: Object.values(sourceNames[language]) },
      { key: "tags", entries: [] },
      { key: "method", entries: method },
      { key: "result", entries: result },
    ],
    calendar: defaultCalendar,
  };
}
