import { yesNoWords } from "../../domain/values/yesNo";
import { logText } from "../../domain/log/logText";
import { takeAlongText } from "../../domain/log/takeAlongText";
import { levels, outcomes, stageKinds } from "../../domain/schema/field";
import { fieldName } from "../../domain/schema/fieldName";
import { terms as enTerms } from "../../domain/schema/terms/en";
import { terms as zhTerms } from "../../domain/schema/terms/zh-CN";
import { workbookText } from "../../domain/schema/workbookText";
import { columnHeader } from "../../domain/settings/tables";
import { severityOf } from "../../domain/rules/finding";
import { summaryText, type SummaryText } from "../../domain/summary/summaryText";
import { winRateIds } from "../../domain/measures/conversion";
import { ageingBands, figureKeys } from "../../domain/measures/figures";
import { schemaStub } from "../../../test/support/schemaStub";
import { inline } from "./en/inline";
import { numbersText as numbersEn } from "./en/numbers";
import { paneText as paneEn } from "./en/pane";
import { numbersText as numbersZh } from "./zh-CN/numbers";
import { paneText as paneZh } from "./zh-CN/pane";

const languages = [
  { language: "zh-CN", terms: zhTerms, pane: paneZh, numbers: numbersZh, inSentence: (word: string) => word },
  { language: "en", terms: enTerms, pane: paneEn, numbers: numbersEn, inSentence: inline },
] as const;

/** A band of days as the Summary puts it together. */
function bandOf({ between, over }: SummaryText["ageing"], from: number, to: number | null): string {
  return to === null ? `${over[0]}${from - 1}${over[1]}` : `${from}${between[0]}${to}${between[1]}`;
}

describe.each(languages)("one word for one thing, $language", ({ language, terms, pane, numbers, inSentence }) => {
  const book = workbookText[language];
  const summary = summaryText[language];
  const log = logText[language];
  const digest = takeAlongText[language];
  const { figure, measure } = terms;
  const { groups } = pane.today;

  test.each<[string, readonly string[]]>([
    ["product", [terms.product, book.product, pane.product]],
    ...stageKinds.map((kind): [string, readonly string[]] => [
      `stage kind ${kind}`,
      [terms.stageKind[kind], book.stageKind[kind], pane.figures.name(kind)],
    ]),
    ...outcomes.map((outcome): [string, readonly string[]] => [
      `outcome ${outcome}`,
      [terms.stageKind[outcome], book.status[outcome], summary.figures[outcome], numbers.counts[outcome].name],
    ]),
    ...levels.map((level): [string, readonly string[]] => [
      `level ${level}`,
      [terms.level[level], book.level[level], pane.check.severity(severityOf[level])],
    ]),
    ["open", [figure.open, terms.stageKind.open, numbers.counts.open.name]],
    ["overdue", [figure.overdue, book.status.overdue, groups.overdue, digest.group.overdue]],
    ["due today", [figure.dueToday, book.status.today, groups.today, digest.group.today]],
    ["stale", [figure.stale, book.status.stale, groups.stale, digest.group.stale]],
    ["stuck", [figure.stuck, book.status.stuck, groups.stuck, digest.group.stuck]],
    ["no next step", [figure.noNextStep, book.status.noNextStep, groups.noNextStep, digest.group.noNextStep]],
    ["to revisit", [figure.revisit, groups.revisit, digest.group.revisit]],
    ...(["overdue", "dueToday", "stale", "stuck", "noNextStep", "revisit"] as const).map(
      (key): [string, readonly string[]] => [`count ${key}`, [figure[key], numbers.counts[key].name]],
    ),
    // The Summary says of what the first of its figures is a count.
    ...figureKeys
      .filter((key) => key !== "open")
      .map((key): [string, readonly string[]] => [
        `figure ${key}`,
        [figure[key], summary.figures[key], pane.figures.name(key)],
      ]),
    ["win rate", [figure.winRate, numbers.winRate, numbers.groups.conversion]],
    ...winRateIds.map((id): [string, readonly string[]] => [
      `win rate ${id}`,
      [terms.winRateBy[id], summary.winRates.name[id], numbers.winRates[id].name],
    ]),
    ["win probability", [terms.winProbability, columnHeader("stages", "probability", language)]],
    ["reasons", [terms.lossReasons, summary.reasons.heading, numbers.groups.reasons]],
    ["second follow-up", [terms.secondFollowUp, pane.rep.today.secondFollowUp, digest.group.secondFollowUp]],
    ["key account", [terms.keyAccount, book.keyAccount, pane.rep.today.keyAccount]],
    ["yes", [terms.yes, book.yes, yesNoWords[language].yes]],
    ["no", [terms.no, book.no, yesNoWords[language].no]],
    ["owner", [fieldName("owner", language), columnHeader("owners", "name", language), numbers.groupings.owner]],
    ["team", [terms.team, columnHeader("owners", "team", language), numbers.groupings.team]],
    ["source", [fieldName("source", language), book.settings.lists.source, numbers.groupings.source]],
    [
      "stage",
      [fieldName("stage", language), columnHeader("stages", "name", language), numbers.stageHead, pane.rep.log.stage],
    ],
    [
      "customer type",
      [fieldName("customerType", language), columnHeader("types", "name", language), numbers.groupings.customerType],
    ],
    ["log column method", [log.headers.method, pane.rep.log.method]],
    ["log column result", [log.headers.result, pane.rep.log.result]],
    ["log column date", [log.headers.date, pane.rep.log.date]],
    ["transfer", [log.kind.transfer, pane.rep.timeline.kind("transfer"), pane.rep.today.transfer]],
    ["reschedule", [log.kind.reschedule, pane.rep.timeline.kind("reschedule"), pane.rep.today.reschedule]],
    ["contact", [log.kind.contact, pane.rep.timeline.kind("contact")]],
    ["promise kept", [inSentence(log.promise.kept), pane.rep.timeline.promise("kept")]],
    ["promise late", [inSentence(log.promise.late), pane.rep.timeline.promise("late")]],
    ["ageing", [measure.ageing, summary.ageing.heading, numbers.ageing]],
    ...ageingBands(schemaStub()).map(({ from, to }): [string, readonly string[]] => [
      `band from ${from}`,
      [measure.band(from, to), bandOf(summary.ageing, from, to), numbers.band(from, to)],
    ]),
    ["to the next stage", [measure.toNext, summary.toNext, numbers.toNextHead]],
    ["of all", [measure.ofAll, summary.ofAll, numbers.ofAllHead]],
    ["won within days", [measure.converted(90), summary.values.converted(90), numbers.converted(90).name]],
    ["coverage", [measure.coverage(7), summary.values.coverage(7), numbers.coverage.name]],
    ["on time", [measure.onTime(30), summary.values.onTime(30), numbers.onTime.name]],
    ["touches", [measure.touches(7), summary.values.touches(7), summary.touches(7), numbers.touches.name]],
    ["target", [summary.targets.heading, numbers.target.figure.name]],
    ["gap", [summary.targets.gap, numbers.target.gap("").trim()]],
    ["needed share", [summary.targets.needed, numbers.target.needed("").trim()]],
    ["weighted amount", [measure.weighted, summary.values.weighted, numbers.weighted.name]],
    ["neglected", [measure.neglected, summary.values.neglected, numbers.neglected.name]],
    ["amount a day", [measure.velocity, summary.values.velocity, numbers.velocity.name]],
    ["not measured", [terms.notMeasured, summary.notMeasured, numbers.notMeasured, pane.figures.notMeasuredShort]],
  ])("%s", (_, words) => {
    expect(words[0]).not.toBe("");
    expect(new Set(words)).toEqual(new Set([words[0]]));
  });

  test("longer names are made of the term", () => {
    expect(summary.figures.open).toContain(figure.open);
    expect(summary.values.cycle).toContain(numbers.cycle.name);
    expect(summary.values.firstResponse).toContain(numbers.firstResponse.name);
    expect(numbers.chances).toContain(terms.winProbability);
    expect(pane.rep.log.comeBack(3)).toContain(terms.secondFollowUp);
    for (const level of levels) {
      const { observeNote, warnNote, requireNote } = pane.schema;
      expect({ observe: observeNote, warn: warnNote, require: requireNote }[level]).toContain(book.level[level]);
    }
  });
});
