import type { AdoptedList } from "../adoption/grow/adopted";
import { findFollowUps } from "../followUps/followUps";
import { planKeptHeaders } from "../followUps/keptHeaders";
import { locating, type Located, type Location } from "../followUps/locate";
import { findLog, logHeaders, planLogSheet } from "../log/logSheet";
import { measuringAll } from "../measures/allMeasures";
import type { HealthItem } from "../plan/healthItem";
import type { Change, PlanPart, Refusal } from "../plan/setUpPlan";
import type { Schema } from "../schema/field";
import { headerNames } from "../schema/headerNames";
import type { Language } from "../values/language";
import { workbookText } from "../schema/workbookText";
import { readInstalledSchema, schemaInForce, type InstalledSchema } from "../settings/inForce";
import { planSettingsSheet } from "../settings/planSettingsSheet";
import { repairSettingsSheet } from "../settings/repair/repairSettingsSheet";
import { settingsHeaders } from "../settings/settings";
import { planSummary } from "../summary/planSummary";
import type { SettingsPlaces } from "../summary/summaryPage";
import { summarySheet } from "../summary/summarySheet";
import { ownerLinesOf, valueLines } from "../summary/summaryValues";
import type { Action } from "../workbook/action";
import { atOnce, type Steps } from "../steps/steps";
import { areaAddress } from "../workbook/area";
import { tableStyle } from "../workbook/layout";
import { mergesIn } from "../workbook/merges";
import { foundList } from "./adoptionPreview";
import { bookItems } from "./bookItems";
import { noteRows } from "./noteRows";
import { planningAdoption, readingAsChosen, type PlannedAdoption } from "./planAdoption";
import { planFormulas } from "./planFormulas";
import { planFurthest } from "./planFurthest";
import { planIds } from "./planIds";
import { planPages } from "./planPages";
import { planRowRules } from "./planRowRules";
import { planTable } from "./planTable";
import type { AsChosen, SetUpInput, SetUpResult, SetUpSubject } from "./setUpInput";
import { cellInTheWay, tableColumns, type TableColumns } from "./tableColumns";

function refuse(refusal: Refusal): SetUpResult {
  return { ok: false, refusal };
}

function namesChange(actions: readonly Action[]): readonly Change[] {
  const count = actions.filter((action) => action.kind === "setName").length;
  return count > 0 ? [{ kind: "names", count }] : [];
}

/** The log, with the dated notes of the list where somebody wants them there. */
function planLog(
  subject: SetUpSubject,
  ids: readonly string[],
  adopted: PlannedAdoption | null,
): PlanPart & { readonly title: string | null } {
  const { input, words } = subject;
  const author = input.choices.notes;
  const notes = author === null ? null : (adopted?.preview.notes ?? null);
  const rows = notes && author !== null ? noteRows(subject, notes.notes, { ids, author }) : [];
  const log = planLogSheet(input.book, words.language, tableStyle, rows);
  if (!log) return { title: findLog(input.book)?.sheet ?? null, actions: [], changes: [], health: [] };
  return {
    title: log.title,
    actions: log.actions,
    changes: [
      { kind: "sheet", role: "log", title: log.title, isNew: true },
      ...(rows.length > 0 ? [{ kind: "notes", rows: rows.length } as const] : []),
    ],
    health: [],
  };
}

function* planSummarySheet(
  { input, located, schema, columns, words }: SetUpSubject,
  tables: SettingsPlaces,
  isChanged: boolean,
): Steps<PlanPart> {
  const { book, installed, log, today } = input;
  const review = { schema, today, system: book.dateSystem, language: words.language };
  const numbers = yield* measuringAll(located.records, log, review);
  const summary = planSummary(book, installed, words, (title, corner) =>
    summarySheet(title, corner, {
      headers: columns.headers,
      schema,
      settings: tables,
      list: { sheet: located.records.sheet, area: { ...located.area, rows: 1, columns: 1 } },
      log: logHeaders(book, words.language),
      words,
      values: valueLines(numbers, words, ownerLinesOf(schema)),
      asOf: today,
    }),
  );
  // What is a day old was not broken by anybody, and follows by itself: it is written along, where there is something to be written.
  if (summary.onlyOld && !isChanged)
    return { actions: summary.actions.filter(({ kind }) => kind === "setName"), changes: [], health: [] };
  return { actions: summary.actions, changes: summary.change && !summary.onlyOld ? [summary.change] : [], health: [] };
}

/** The steps of a set-up in the order in which they are carried out: what comes later refers to what came before. */
function* planSteps(subject: SetUpSubject, adopted: PlannedAdoption | null) {
  const { input, schema, words } = subject;
  const settings = planSettingsSheet(input.book, input.settings, schema, words.language);
  yield;
  const ids = planIds(subject);
  yield;
  const table: readonly PlanPart[] = [
    ...(adopted ? [adopted.part] : []),
    settings,
    planTable(subject),
    ids,
    planFurthest(subject, ids.ids),
    planFormulas(subject),
  ];
  yield;
  const rules = planRowRules(subject);
  yield;
  const log = planLog(subject, ids.ids, adopted);
  const others = [...table, log, rules].some(({ actions }) => actions.length > 0);
  const summary = yield* planSummarySheet(subject, settings.tables, others && !subject.input.rulesOnly);
  const parts: readonly PlanPart[] = [...table, log, summary, rules];
  const isChanged = parts.some(({ actions }) => actions.length > 0);
  const pages = isChanged && log.title !== null ? planPages(subject, settings.tables, log.title) : [];
  const steps: readonly PlanPart[] = [...parts, { actions: pages, changes: [], health: [] }];
  return { steps, keptValidations: rules.kept, ids: ids.ids };
}

/** Without what only follows: formulas of an earlier version have colours and a Summary of that version. */
function causesOf(items: readonly HealthItem[]): readonly HealthItem[] {
  if (!items.some(({ damage }) => damage === "outdated")) return items;
  return items.filter(({ part, damage }) => part !== "highlight" && !(part === "summary" && damage === "altered"));
}

/** Tells of a sheet that reads as no list, with what was found of one, for a person to point at the rest. */
function refuseAsLocated({ refusal, found }: Extract<Location, { readonly ok: false }>): SetUpResult {
  return found ? { ok: false, refusal, found: foundList(found) } : refuse(refusal);
}

/**
 * The plan on Settings that are in order, as far as they can be put in order.
 * @param read the sheet as it reads by the choices; null where nobody has worked that out
 */
function* planSheet(input: SetUpInput, read: AsChosen | null): Steps<SetUpResult> {
  const { book, sheet, choices } = input;
  const title = sheet.sheet.name;
  const inForce = readInstalledSchema(book, input.settings);
  const language = inForce?.language ?? input.language;
  const settings = inForce?.settings ?? null;
  if (findFollowUps(book) !== null) {
    const location = yield* locating(book, sheet, settingsHeaders(settings), { ...choices, today: input.today });
    if (!location.ok) return refuseAsLocated(location);
    if (sheet.filtered) return refuse({ code: "filtered", sheet: title });
    const schema = schemaInForce(location.located, settings ?? input.starting ?? null, language, choices.values);
    return yield* planList({ input, located: location.located, schema, inForce, adopted: null });
  }
  const reading = read ? ({ ok: true, asChosen: read } as const) : yield* readingAsChosen(input);
  if (!reading.ok) return refuseAsLocated(reading);
  const adopted = yield* planningAdoption(input, reading.asChosen, { language, settings });
  if (sheet.filtered && adopted.preview.target === "inPlace") return refuse({ code: "filtered", sheet: title });
  const { located, schema } = adopted;
  return yield* planList({ input: adopted.input, located, schema, inForce, adopted });
}

/** A list as the set-up goes on from it. */
interface ListToSetUp {
  readonly input: SetUpInput;
  readonly located: Located;
  readonly schema: Schema;
  readonly inForce: InstalledSchema | null;
  /** Null for a list that is set up. */
  readonly adopted: PlannedAdoption | null;
}

/** Our column of IDs beside one of the team's that only has its name: then the Settings say which of the two it is. */
function withIdHeader(schema: Schema, { headers }: TableColumns, language: Language): Schema {
  const header = headers.fields.get("id") ?? null;
  const isUsual = header === null || header === headerNames.id.own[language];
  if (isUsual) return schema;
  return { ...schema, fields: schema.fields.map((field) => (field.id === "id" ? { ...field, header } : field)) };
}

/** What the customers come from, with the IDs that they get. */
function originOf({ from: { headers, records }, rows }: PlannedAdoption, ids: readonly string[]): AdoptedList {
  return { headers, records, ids: rows.map((row) => (row === null ? "" : (ids[row] ?? ""))) };
}

/** What turns the list into a follow-up table with all that belongs to it. */
function* planList({ input, located, schema: plain, inForce, adopted }: ListToSetUp): Steps<SetUpResult> {
  const { book, sheet } = input;
  const title = sheet.sheet.name;
  const language = inForce?.language ?? input.language;
  const columns = tableColumns(located, plain, language, findFollowUps(book) !== null);
  const schema = withIdHeader(plain, columns, language);
  const blocked = columns.added.length > 0 ? cellInTheWay(sheet, located, columns.added.length) : null;
  if (blocked !== null) return refuse({ code: "noRoom", sheet: title, cell: blocked });
  const merged = mergesIn(sheet.merged, { ...located.area, columns: columns.all.length });
  if (merged.length > 0) return refuse({ code: "mergedCells", sheet: title, cells: merged.map(areaAddress) });

  yield;
  const subject: SetUpSubject = { input, located, schema, columns, words: workbookText[language] };
  const { steps, keptValidations, ids } = yield* planSteps(subject, adopted);
  const kept = adopted ? planKeptHeaders(book, located.headers, columns.columns) : [];
  const actions = [...steps.flatMap((step) => step.actions), ...kept];
  const changes = [...steps.flatMap((step) => step.changes), ...namesChange(actions)];
  const matched = new Set(located.matches.map(({ column }) => column));
  return {
    ok: true,
    plan: {
      sheet: title,
      language,
      schema,
      matches: located.matches.map(({ field, column, by }) => ({ field, by, header: located.headers[column] ?? "" })),
      kept: located.headers.filter((header, column) => !matched.has(column) && !columns.ours.has(header)),
      keptValidations,
      dormant: schema.fields.filter((field) => field.header === null && field.id !== "id").map(({ id }) => id),
      changes,
      actions,
      health: causesOf([...steps.flatMap((step) => step.health), ...bookItems(book, changes, actions)]),
      left: inForce?.issues ?? [],
      adoption: adopted?.preview ?? null,
      origin: adopted && originOf(adopted, ids),
    },
  };
}

/**
 * Works out what turns the sheet into a follow-up sheet, or what a set-up sheet still lacks, in steps. Pure: nothing is changed.
 * Running the plan and planning again gives a plan without actions.
 * @returns the plan, or a refusal that says what has to be changed first
 */
export function* planningSetUp(input: SetUpInput): Steps<SetUpResult> {
  const { book, sheet } = input;
  if (book.readOnly) return refuse({ code: "readOnly" });
  if (sheet.sheet.protected) return refuse({ code: "protectedSheet", sheet: sheet.sheet.name });
  const followUps = findFollowUps(book);
  if (followUps && followUps.sheet !== sheet.sheet.name) {
    return refuse({ code: "otherFollowUpSheet", sheet: sheet.sheet.name, followUpSheet: followUps.sheet });
  }
  const repair = repairSettingsSheet(input);
  yield;
  // On other Settings the sheet may read otherwise.
  const isAsRead = repair.actions.length === 0;
  const result = yield* planSheet(repair.input, isAsRead ? (input.asChosen ?? null) : null);
  if (!result.ok) return result;
  if (book.structureProtected && result.plan.actions.some(({ kind }) => kind === "addSheet"))
    return refuse({ code: "structure" });
  if (repair.actions.length === 0) return result;
  const { plan } = result;
  const actions = [...repair.actions, ...plan.actions];
  const count = repair.items.length;
  return {
    ok: true,
    plan: {
      ...plan,
      actions,
      changes: [
        ...(count > 0 ? [{ kind: "settings", count } as const] : []),
        ...plan.changes.filter(({ kind }) => kind !== "names"),
        ...namesChange(actions),
      ],
      health: [...repair.items, ...bookItems(book, [], repair.actions), ...plan.health],
    },
  };
}

/** The plan in one go: `planningSetUp`. */
export function planSetUp(input: SetUpInput): SetUpResult {
  return atOnce(planningSetUp(input));
}
