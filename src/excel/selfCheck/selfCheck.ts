import type { SelfCheckPort } from "../../app/ports";
import type { Answer, Facts } from "../../domain/selfCheck/answer";
import { ownProbes, type OwnProbe } from "../../domain/selfCheck/probes";
import { errorText, chartPlace, mergedArea, pageSetup, sizes, typedTexts } from "./cellProbes";
import { ownEvents } from "./eventProbes";
import { hostIdentity } from "./hostIdentity";
import { notesOfHost } from "./notes";
import {
  ruleCopied,
  ruleDelete,
  ruleIds,
  ruleLength,
  ruleOrder,
  rulePriority,
  ruleRefused,
  ruleUnset,
} from "./ruleProbes";
import { closeScratch, openScratch } from "./scratch";
import {
  changedFormula,
  fillFormula,
  formulaText,
  headerForms,
  tableBlock,
  tableGrowth,
  tableHeaders,
} from "./tableProbes";
import { createTrials, errorOf } from "./trials";
import {
  dateLimits,
  dateTexts,
  decimalLimits,
  entryTexts,
  namedList,
  ruleMembers,
  unevenRules,
  wholeLimits,
} from "./validationProbes";

/** Each probe, given the first of the rows that are its own. */
const probes: Readonly<Record<OwnProbe, (top: number) => Promise<Facts>>> = {
  ruleIds,
  ruleOrder,
  rulePriority,
  ruleDelete,
  ruleRefused,
  ruleLength,
  ruleCopied,
  ruleUnset,
  wholeLimits,
  decimalLimits,
  dateLimits,
  dateTexts,
  namedList,
  entryTexts,
  unevenRules,
  ruleMembers,
  tableHeaders,
  headerForms,
  tableGrowth,
  tableBlock,
  fillFormula,
  changedFormula,
  errorText,
  typedTexts,
  formulaText,
  mergedArea,
  sizes,
  chartPlace,
  pageSetup,
  ownEvents,
};

/** Rows of the scratch sheet for each probe, below those of the mark and of what a person tries. */
const rowsOfProbe = 20;

/** The probe that writes a long block stands below all others: nothing of theirs is in its way. */
function topOf(probe: OwnProbe): number {
  return rowsOfProbe * (probe === "tableBlock" ? ownProbes.length + 1 : ownProbes.indexOf(probe) + 1);
}

async function answerOf(work: () => Promise<Facts>): Promise<Answer> {
  try {
    return { kind: "facts", facts: await work() };
  } catch (thrown) {
    return errorOf(thrown);
  }
}

/** The self-check over Office.js. Every part is a request of its own, on the scratch sheet alone. */
export function createSelfCheck(): SelfCheckPort {
  const trials = createTrials();
  return {
    host: hostIdentity,
    open: openScratch,
    ask: (probe) => answerOf(() => probes[probe](topOf(probe))),
    notes: notesOfHost,
    beginTrial: trials.begin,
    endTrial: (trial) => answerOf(() => trials.end(trial)),
    close: async () => closeScratch(await trials.leave()),
  };
}
