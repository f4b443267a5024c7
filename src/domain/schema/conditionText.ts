import { isKnownField, knownFieldIds, ownField, type FieldId } from "./fieldIds";
import { foldText } from "../values/text";
import type { Language } from "../values/language";
import { workbookText } from "./workbookText";
import { outcomes, type Condition, type Outcome, type SimpleCondition } from "./field";
import { fieldName } from "./fieldName";

const languages: readonly Language[] = ["zh-CN", "en"];

type Join = "and" | "or";

/** What stands between two conditions, however it is written: 且, 并且, 和, and, &; 或, or, |. */
const joinAt: Readonly<Record<Join, RegExp>> = {
  and: /\s*(?:并且|而且|同时|且|和|与|&&?|＆)\s*|\s+(?:and|ａｎｄ)\s+/iuy,
  or: /\s*(?:或者|或|\|\|?|｜)\s*|\s+(?:or|ｏｒ)\s+/iuy,
};

/** A piece of a text, with what joins it to the one before. */
interface Piece {
  readonly text: string;
  readonly join: Join | null;
  /** The joining word as it stands there, for a name that holds it. */
  readonly by: string;
}

/** Cuts a text at every word that may join two conditions, except inside quotes. */
function cutAtJoins(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let [start, join, by]: [number, Join | null, string] = [0, null, ""];
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') quoted = !quoted;
    if (quoted) continue;
    for (const kind of ["and", "or"] as const) {
      const pattern = joinAt[kind];
      pattern.lastIndex = at;
      const found = pattern.exec(text)?.[0];
      if (found === undefined || at === start) continue;
      pieces.push({ text: text.slice(start, at), join, by });
      [start, join, by] = [at + found.length, kind, found];
      at = start - 1;
      break;
    }
  }
  return [...pieces, { text: text.slice(start), join, by }];
}

/** Names that would read as more than one, or as something else, stand in quotes. */
function quoteName(name: string): string {
  // As it will stand behind a word and in front of what follows.
  const isJoined = cutAtJoins(`: ${name} `).length > 1;
  return isJoined || /[;；,，、"“”:：]|^\s|\s$/.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
}

/** The names that a condition carries; null for one that is a word alone. */
function namesOf(condition: SimpleCondition, language: Language): readonly string[] | null {
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
 * How the Settings write when a field is required: `从阶段：方案演示 且 类型：重点客户 或 结果：成交、流失`, or one word for never. "And"
 * binds closer than "or". Neighbours of one kind share their word, but for "one of", where that would say something else.
 */
export function conditionText(conditions: readonly Condition[], language: Language): string {
  const { condition: words, joins } = workbookText[language];
  const [colon, comma] = language === "zh-CN" ? ["：", "、"] : [": ", ", "];
  const simple = (kind: SimpleCondition["kind"], names: readonly string[] | null) =>
    names ? words[kind] + colon + names.join(comma) : words[kind];
  const parts: { readonly kind: Condition["kind"]; readonly names: string[] | null; readonly all: string }[] = [];
  for (const condition of conditions) {
    if (condition.kind === "all") {
      const all = condition.of.map((each) => simple(each.kind, namesOf(each, language))).join(` ${joins.and} `);
      parts.push({ kind: "all", names: null, all });
      continue;
    }
    const names = namesOf(condition, language);
    const last = parts.at(-1);
    if (names && last?.names && last.kind === condition.kind && condition.kind !== "oneOf") last.names.push(...names);
    else parts.push({ kind: condition.kind, names: names && [...names], all: "" });
  }
  if (parts.length === 0) return words.never;
  return parts.map(({ kind, names, all }) => (kind === "all" ? all : simple(kind, names))).join(` ${joins.or} `);
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

type Word = SimpleCondition["kind"] | "never";
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

/** "From Demo" and “从方案演示起”, as people write it without the colon. */
const shortFromStage = /^从\s*(.+?)\s*起$|^from\s+(.+)$/iu;

/**
 * Reads one condition; several names in it are several conditions, of which one is enough. Null for what is none.
 * @param types names of customer types, which may stand alone
 */
function readSimple(text: string, types: readonly string[]): readonly SimpleCondition[] | null {
  const [head = "", ...rest] = split(text, /[:：]/);
  const word = byWord.get(foldText(head));
  const names = split(rest.join(":"), /[,，、]/).map(unquote);
  if (word === undefined) {
    if (rest.length > 0) return null;
    const alone = unquote(head);
    const type = types.find((each) => foldText(each) === foldText(alone));
    if (type !== undefined) return [{ kind: "customerType", type }];
    const [, chinese, english] = shortFromStage.exec(head) ?? [];
    const stage = chinese ?? english;
    return stage === undefined ? null : [{ kind: "fromStage", stage: unquote(stage) }];
  }
  const takesNames = word === "fromStage" || word === "outcome" || word === "customerType" || word === "oneOf";
  if (takesNames !== names.length > 0) return null;
  switch (word) {
    case "never":
      return [];
    case "always":
    case "open":
      return [{ kind: word }];
    case "fromStage":
      return names.map((stage) => ({ kind: word, stage }));
    case "outcome": {
      const found = names.map((name) => outcomeByWord.get(foldText(name)));
      return found.includes(undefined)
        ? null
        : found.flatMap((outcome) => (outcome === undefined ? [] : [{ kind: word, outcome }]));
    }
    case "customerType":
      return names.map((type) => ({ kind: word, type }));
    case "oneOf":
      return [{ kind: word, fields: names.map(fieldByText) }];
  }
}

/** Conditions that all have to hold as one; "always" adds nothing to others. */
function together(conditions: readonly SimpleCondition[]): Condition {
  const asking = conditions.filter(({ kind }) => kind !== "always");
  const seen = new Set<string>();
  const of = asking.filter((each) => !seen.has(JSON.stringify(each)) && seen.add(JSON.stringify(each)));
  const [only, ...others] = of;
  if (only === undefined) return { kind: "always" };
  return others.length === 0 ? only : { kind: "all", of };
}

/** A part between two semicolons: conditions joined by "and", which binds closer, and "or". */
function readPart(text: string, types: readonly string[]): readonly Condition[] | null {
  const pieces: Piece[] = [];
  for (const piece of cutAtJoins(text)) {
    const last = pieces.at(-1);
    // A word that joins nothing readable is part of a name: Research and Development.
    if (last && readSimple(piece.text, types) === null)
      pieces[pieces.length - 1] = { ...last, text: last.text + piece.by + piece.text };
    else pieces.push(piece);
  }
  const conditions: Condition[] = [];
  let alternatives: readonly (readonly SimpleCondition[])[] = [];
  const close = () => conditions.push(...alternatives.map(together));
  for (const { text: one, join } of pieces) {
    const read = readSimple(one, types);
    if (read === null) return null;
    if (join === "and") {
      alternatives = alternatives.flatMap((before) => read.map((each) => [...before, each]));
    } else {
      close();
      alternatives = read.map((each) => [each]);
    }
  }
  close();
  return conditions;
}

/**
 * Reads what `conditionText` writes, in either language, with half or full width punctuation and in any order; a semicolon is an "or".
 * @param types names of customer types, which may stand without the word in front of them
 * @returns null where a part cannot be read: nobody knows then when the field is required
 */
export function readConditions(text: string, types: readonly string[] = []): readonly Condition[] | null {
  const conditions: Condition[] = [];
  for (const part of split(text, /[;；]/)) {
    const read = readPart(part, types);
    if (read === null) return null;
    conditions.push(...read);
  }
  return conditions;
}

/** The simple conditions of which the conditions are made. */
export function simpleConditions(conditions: readonly Condition[]): readonly SimpleCondition[] {
  return conditions.flatMap((condition) => (condition.kind === "all" ? condition.of : [condition]));
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
  return simpleConditions(conditions).flatMap((condition) => {
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
