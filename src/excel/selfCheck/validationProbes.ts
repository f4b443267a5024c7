/** What this Excel takes as the validation of a cell, and how it gives it back. */
import type { Fact, Facts } from "../../domain/selfCheck/answer";
import { isFact } from "../../domain/selfCheck/answer";
import { dayOfLimit, smallestLimit } from "../../domain/selfCheck/judge";
import { cells, onScratch, refusalOf, write } from "./scratch";

/** What Excel gave where anything may come: itself if it is plain, else as text. */
function factOf(value: unknown): Fact {
  return isFact(value) ? value : JSON.stringify(value ?? null);
}

function readRule(top: number): Promise<Excel.DataValidationRule> {
  return onScratch(top, async (place, context) => {
    const { dataValidation } = cells(place, 0, 0);
    dataValidation.load("rule");
    await context.sync();
    return dataValidation.rule;
  });
}

function setRule(top: number, rule: Excel.DataValidationRule): Promise<string | null> {
  return refusalOf(top, (place) => {
    cells(place, 0, 0).dataValidation.rule = rule;
  });
}

export async function wholeLimits(top: number): Promise<Facts> {
  const whole = (operator: "Between" | "GreaterThanOrEqualTo", formula1: number, formula2?: number) =>
    setRule(top, { wholeNumber: { operator, formula1, ...(formula2 === undefined ? {} : { formula2 }) } });
  return {
    wide: await whole("GreaterThanOrEqualTo", smallestLimit),
    over: await whole("Between", 0, 65_536),
    within: await whole("Between", 0, 65_535),
  };
}

export async function decimalLimits(top: number): Promise<Facts> {
  await write(top, (place) => {
    cells(place, 0, 0).dataValidation.rule = {
      decimal: { operator: "Between", formula1: smallestLimit, formula2: -smallestLimit },
    };
  });
  const { decimal } = await readRule(top);
  return { formula1: factOf(decimal?.formula1), formula2: factOf(decimal?.formula2) };
}

async function dateRule(top: number, formula1: string): Promise<Facts> {
  await write(top, (place) => {
    cells(place, 0, 0).dataValidation.rule = {
      date: { operator: "Between", formula1, formula2: "=2958465.99999" },
    };
  });
  const { date } = await readRule(top);
  return { formula1: factOf(date?.formula1), formula2: factOf(date?.formula2) };
}

export function dateLimits(top: number): Promise<Facts> {
  return dateRule(top, `=${dayOfLimit}`);
}

export function dateTexts(top: number): Promise<Facts> {
  return dateRule(top, "2026-01-01");
}

export async function namedList(top: number): Promise<Facts> {
  const name = "FU_SelfCheck_List";
  // Of this sheet alone: the workbook's own names stay as they are, and this one goes with the sheet.
  await write(top, (place) => place.sheet.names.add(name, cells(place, 1, 0, 3)));
  await write(top, (place) => {
    cells(place, 0, 0).dataValidation.rule = { list: { inCellDropDown: true, source: `=${name}` } };
  });
  const { list } = await readRule(top);
  return { name: `=${name}`, source: factOf(list?.source) };
}

/** Lengths that Excel's own dialog keeps to: 255 for a formula and a message, 32 for a title. */
export async function entryTexts(top: number): Promise<Facts> {
  const formula = (start: string, more: number) => setRule(top, { custom: { formula: start + "+0".repeat(more) } });
  const alert = (title: number, message: number) =>
    refusalOf(top, (place) => {
      cells(place, 0, 0).dataValidation.errorAlert = {
        title: "t".repeat(title),
        message: "m".repeat(message),
        showAlert: true,
        style: "Stop",
      };
    });
  const formula255 = await formula("=LEN(A1)<10", 122);
  const formula256 = await formula("=LEN(A1)<9", 123);
  const title32 = await alert(32, 10);
  const title33 = await alert(33, 10);
  return {
    formula255,
    formula256,
    title32,
    title33,
    message255: await alert(10, 255),
    message256: await alert(10, 256),
  };
}

export async function unevenRules(top: number): Promise<Facts> {
  await write(top, (place) => {
    cells(place, 0, 0).dataValidation.rule = { textLength: { operator: "LessThan", formula1: 5 } };
    cells(place, 1, 0).dataValidation.rule = { textLength: { operator: "LessThan", formula1: 9 } };
  });
  return onScratch(top, async (place, context) => {
    const { dataValidation } = cells(place, 0, 0, 2);
    dataValidation.load("type");
    await context.sync();
    return { type: dataValidation.type };
  });
}

export async function ruleMembers(top: number): Promise<Facts> {
  const refusal = await setRule(top, { textLength: { operator: "LessThan", formula1: 5 } });
  return { refusal, members: Object.keys(await readRule(top)) };
}
