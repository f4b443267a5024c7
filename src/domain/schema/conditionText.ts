import { isKnownField, knownFieldIds, ownField, type FieldId } from "./fieldIds";
import { foldText } from "../values/text";
import type { Language } from "../values/language";
import { workbookText } from "./workbookText";
import { outcomes, type Condition, type Outcome } from "./field";
import { fieldName } from "./fieldName";

const languages: readonly Language[] = ["zh-CN", "en"];

/** Names that would read as more than one, or as something else, stand in quotes. */
function quoteName(name: string): string {
  return /[;；,，、"“”:：]|^\s|\s$/.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
}

/** The names that a condition carries; null for one that is a word alone. */
function namesOf(condition: Condition, language: Language): readonly string[] | null {
  switch (condition.kind) {
    case "always":
    case "open":
      return null;
    case "fromStage":
      return [quoteName(condition.stage)];
    case "outcome":
      return [workbookText[language].stageKind[condition.outcome]];
    case "customerType":
      return [quoteName(condition.type)];
    case "oneOf":
      return condition.fields.map((id) => quoteName(fieldName(id, language)));
  }
}

/**
 * How the Settings write when a field is required: `从阶段：方案演示；结果：成交、流失`, or one word for never. Neighbours of one
 * kind share their word, but for "one of", where that would say something else.
 */
export function conditionText(conditions: readonly Condition[], language: Language): string {
  const words = workbookText[language].condition;
  const [colon, comma, semicolon] = language === "zh-CN" ? ["：", "、", "；"] : [": ", ", ", "; "];
  const parts: { readonly kind: Condition["kind"]; readonly names: string[] | null }[] = [];
  for (const condition of conditions) {
    const names = namesOf(condition, language);
    const last = parts.at(-1);
    if (names && last?.names && last.kind === condition.kind && condition.kind !== "oneOf") last.names.push(...names);
    else parts.push({ kind: condition.kind, names: names && [...names] });
  }
  if (parts.length === 0) return words.never;
  return parts
    .map(({ kind, names }) => (names ? words[kind] + colon + names.join(comma) : words[kind]))
    .join(semicolon);
}

/** Splits at any of the characters, except inside quotes. */
function split(text: string, at: RegExp): readonly string[] {
  const parts: string[] = [""];
  let quoted = false;
  for (const letter of text) {
    if (letter === '"') quoted = !quoted;
    if (!quoted && at.test(letter)) parts.push("");
    else parts[parts.length - 1] = (parts.at(-1) ?? "") + letter;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

function unquote(name: string): string {
  return /^".*"$/s.test(name) ? name.slice(1, -1).replaceAll('""', '"') : name;
}

type Word = Condition["kind"] | "never";
const byWord = new Map<string, Word>();
const outcomeByWord = new Map<string, Outcome>();
const fieldByName = new Map<string, FieldId>();
for (const language of languages) {
  const { condition, stageKind } = workbookText[language];
  const words: readonly Word[] = ["never", "always", "open", "fromStage", "outcome", "customerType", "oneOf"];
  for (const word of words) byWord.set(foldText(condition[word]), word);
  for (const outcome of outcomes) outcomeByWord.set(foldText(stageKind[outcome]), outcome);
  for (const id of knownFieldIds) fieldByName.set(foldText(fieldName(id, language)), id);
}

/** The field that the Settings mean by a name: a known one in either language, else one of the team's own. */
export function fieldByText(name: string): FieldId {
  return fieldByName.get(foldText(name)) ?? ownField(name);
}

/**
 * Reads what `conditionText` writes, in either language, with half or full width punctuation and in any order.
 * @returns null where a part cannot be read: nobody knows then when the field is required
 */
export function readConditions(text: string): readonly Condition[] | null {
  const conditions: Condition[] = [];
  for (const part of split(text, /[;；]/)) {
    const [head = "", ...rest] = split(part, /[:：]/);
    const word = byWord.get(foldText(head));
    const names = split(rest.join(":"), /[,，、]/).map(unquote);
    if (word === undefined) return null;
    const takesNames = word === "fromStage" || word === "outcome" || word === "customerType" || word === "oneOf";
    if (takesNames !== names.length > 0) return null;
    switch (word) {
      case "never":
        break;
      case "always":
      case "open":
        conditions.push({ kind: word });
        break;
      case "fromStage":
        conditions.push(...names.map((stage): Condition => ({ kind: "fromStage", stage })));
        break;
      case "outcome":
        for (const name of names) {
          const outcome = outcomeByWord.get(foldText(name));
          if (outcome === undefined) return null;
          conditions.push({ kind: "outcome", outcome });
        }
        break;
      case "customerType":
        conditions.push(...names.map((type): Condition => ({ kind: "customerType", type })));
        break;
      case "oneOf":
        conditions.push({ kind: "oneOf", fields: names.map(fieldByText) });
        break;
    }
  }
  return conditions;
}

/** Stages, customer types and own fields that the conditions name and that the schema does not have. */
export function unknownNames(
  conditions: readonly Condition[],
  has: {
    readonly stage: (name: string) => boolean;
    readonly type: (name: string) => boolean;
    readonly field: (id: FieldId) => boolean;
  },
): readonly string[] {
  return conditions.flatMap((condition) => {
    switch (condition.kind) {
      case "fromStage":
        return has.stage(condition.stage) ? [] : [condition.stage];
      case "customerType":
        return has.type(condition.type) ? [] : [condition.type];
      case "oneOf":
        return condition.fields.flatMap((id) => (isKnownField(id) || has.field(id) ? [] : [id.slice("own:".length)]));
      default:
        return [];
    }
  });
}
