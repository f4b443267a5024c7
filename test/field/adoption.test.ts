/** Sheets as people and sales systems leave them. They stand outside the project; where they are missing these tests are skipped and say so. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { asProposed, type AdoptionChoices } from "../../src/domain/adoption/choices";
import { findFollowUps } from "../../src/domain/followUps/followUps";
import type { Language } from "../../src/domain/values/language";
import { serialOfIso } from "../../src/domain/values/date";
import { describeWith, sharedDataOf, sharedFile } from "../support/needs";
import { inMemorySession } from "../support/inMemorySession";
import { bookSnapshot, inMemoryPort } from "../support/inMemoryWorkbook";
import { openInMemory } from "../support/openInMemory";

const cases = sharedDataOf("field");
const today = serialOfIso("2026-08-07", 1900) ?? 0;

/** The folder of a case by its number. */
function folderOf(number: string): string {
  const folder = readdirSync(sharedFile("field")).find((name) => name.startsWith(`${number}-`));
  if (folder === undefined) throw new Error(`There is no case ${number}.`);
  return path.join("field", folder);
}

function languageOf(folder: string): Language {
  const file = sharedFile(path.join(folder, "lang"));
  return existsSync(file) && readFileSync(file, "utf8").trim() === "en" ? "en" : "zh-CN";
}

/** A case planned and adopted as it is proposed, or as it was chosen. */
async function adopt(number: string, choices: AdoptionChoices = asProposed) {
  const folder = folderOf(number);
  const language = languageOf(folder);
  const file = readdirSync(sharedFile(folder)).find((name) => name.startsWith("in.")) ?? "";
  const book = openInMemory(path.join(folder, file), language);
  const session = inMemorySession(inMemoryPort(book, today), today, language);
  await session.planSetUp(language, choices);
  const { plan, problem, found } = session.getState();
  await session.applySetUp();
  await session.check();
  const { check } = session.getState();
  const table = findFollowUps(bookSnapshot(book));
  return { book, plan, found, problem, preview: plan?.adoption ?? null, check, figures: check?.figures.key, table };
}

/** Fields by the headers that were taken for them. */
const taken = ({ plan }: Awaited<ReturnType<typeof adopt>>) =>
  Object.fromEntries(plan?.matches.map(({ field, header }) => [field, header]) ?? []);

/** What the eight customers come to that most workbooks of the collection share. */
const base = { open: 5, won: 1, lost: 1, parked: 1, overdue: 2, pipelineAmount: 1_800_000 };

describeWith(cases)("a sheet is adopted as its owner would expect", () => {
  test.each<[string, object]>([
    ["01", { open: 2, overdue: 1, pipelineAmount: 20_000 }],
    ["02", { open: 3, overdue: 1, pipelineAmount: 14_730.5 }],
    ["04", { open: 4, overdue: 3 }],
    ["05", { open: 3, overdue: 2 }],
    ["06", { open: 6, won: 3, lost: 3, pipelineAmount: 39_000 }],
    ["07", { open: 4, won: 2, lost: 2, pipelineAmount: 18_000 }],
    ["08", { open: 4, won: 2, lost: 2, overdue: 0 }],
    ["10", { open: 12, pipelineAmount: 78_000 }],
    ["11", { open: 8, overdue: 8 }],
    ["12", { open: 6, won: 3, overdue: 4 }],
    ["14", { open: 2, overdue: 1 }],
    ["15", { open: 2, overdue: 1, pipelineAmount: 30_000 }],
    ["16", { open: 8, won: 2, lost: 2 }],
    ["18", { open: 15, won: 3, overdue: 10 }],
    ["20", base],
    ["22", base],
    ["23", base],
    ["24", { open: 6, won: 1, lost: 1, parked: 1, pipelineAmount: 2_700_000 }],
    ["30", { open: 5, won: 1, noNextStep: 1 }],
    ["31", base],
    ["37", base],
    ["38", base],
    ["54", base],
    ["55", base],
    ["62", base],
    ["71", base],
    ["75", base],
  ])("case %s has the figures that its rows say", async (number, expected) => {
    const { figures, problem, table } = await adopt(number);
    expect(problem).toBeNull();
    expect(table).not.toBeNull();
    expect(figures).toMatchObject(expected);
  });

  test("04: digits that are lost are said to be, and two strangers are not one customer", async () => {
    const { preview, check } = await adopt("04");
    expect(preview?.fields.find(({ field }) => field === "phone")).toMatchObject({ fixable: 0, lost: 3 });
    expect(check?.findings.filter(({ reason }) => reason.rule === "duplicate")).toEqual([]);
  });

  test("05: guards of other programs come off, and phones are text", async () => {
    const { check } = await adopt("05");
    expect(check?.findings.filter(({ field }) => field === "phone")).toEqual([]);
  });

  test("06: one day behind the twelfth settles all three columns, and no date is half read", async () => {
    const { preview, check } = await adopt("06");
    expect(preview?.questions).toEqual([]);
    expect(preview?.settled.map(({ settled }) => settled.answer)).toEqual(["mdy", "mdy", "mdy"]);
    expect(preview?.cells).toHaveLength(36);
    expect(check?.findings.filter(({ reason: { rule } }) => rule === "textDate" || rule === "notDate")).toEqual([]);
  });

  test("07, 15, 20, 22, 62: what is no customer is left out, and said", async () => {
    const kinds = async (number: string) => (await adopt(number)).preview?.leftOut.map(({ kind }) => kind);
    expect(await kinds("07")).toEqual(["below"]);
    expect(await kinds("15")).toEqual(["above"]);
    expect(await kinds("20")).toEqual(["total"]);
    expect(await kinds("22")).toEqual(["above"]);
    expect(await kinds("62")).toEqual(["beside"]);
  });

  test("08: a deal's company is the customer", async () => {
    expect(taken(await adopt("08"))).toMatchObject({ customer: "Associated Company", owner: "Deal owner" });
  });

  test("10: a close date to come of an open deal is when it is expected to close, and nothing is wrong with it", async () => {
    const { check, plan } = await adopt("10");
    expect(plan?.matches).toContainEqual({ field: "expectedClose", header: "Close Date", by: "values" });
    expect(check?.findings.filter(({ header }) => header === "Close Date")).toEqual([]);
  });

  test("11: an instant is its day, however its zone is written", async () => {
    const { check } = await adopt("11");
    expect(check?.findings.filter(({ reason: { rule } }) => rule === "textDate" || rule === "notDate")).toEqual([]);
  });

  test("12: 成交状态 is the stage, and 未成交 is asked about", async () => {
    const adopted = await adopt("12");
    expect(taken(adopted)).toMatchObject({ stage: "成交状态", owner: "负责人*", customer: "客户名称*" });
    const stages = adopted.preview?.values.find(({ field }) => field === "stage")?.values;
    expect(stages?.filter(({ asked }) => asked).map(({ value }) => value)).toEqual(["未成交"]);
  });

  test("16: stages are shown as the sheet shows them and follow their numbers; the ends are asked", async () => {
    const { plan, preview } = await adopt("16");
    expect(plan?.schema.stages.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["10%", "30%", "50%", "80%", "100%", "0%"]),
    );
    expect(plan?.schema.stages.filter(({ kind }) => kind === "open").map(({ name }) => name)).toEqual([
      ...["10%", "30%", "50%", "80%"],
    ]);
    const stages = preview?.values.find(({ field }) => field === "stage")?.values;
    expect(stages?.filter(({ asked }) => asked).map(({ value }) => value)).toEqual(["100%", "0%"]);
  });

  test("18: every name stays its own, whatever signs it has", async () => {
    const { check, plan } = await adopt("18");
    const owners = plan?.schema.owners.map(({ name }) => name) ?? [];
    expect(owners).toEqual(["王磊", "王?", "~李", "<待定>", ">50", "王*"]);
    const counted = check?.figures.byOwner.map(({ owner, open, won }) => [owner, (open ?? 0) + (won ?? 0)]);
    expect(counted).toEqual(owners.map((owner) => [owner, 3]));
  });

  test("24: merged cells are read, and the customers go to a sheet of their own", async () => {
    const { preview, table, book } = await adopt("24");
    expect(preview).toMatchObject({ target: "newSheet", obstacle: { kind: "mergedCells" } });
    expect(table?.sheet).toBe("客户跟进表");
    expect(book.sheets[0]?.merged).toHaveLength(3);
  });

  test("31: no spelling of a stage makes another one; people are not mixed up", async () => {
    const { plan, preview } = await adopt("31");
    expect(plan?.schema.stages.filter(({ kind }) => kind !== "open").map(({ name }) => name)).toEqual([
      ...["成交", "流失", "搁置"],
    ]);
    const owners = preview?.values.find(({ field }) => field === "owner")?.values ?? [];
    expect(owners.map(({ value, asked }) => [value, asked])).toEqual(
      expect.arrayContaining([
        ["王磊", false],
        ["王 磊", true],
      ]),
    );
  });

  test("28: a workbook that takes no sheet says so before anything is changed", async () => {
    const folder = folderOf("28");
    const book = openInMemory(path.join(folder, "in.xlsx"), "zh-CN");
    book.structureProtected = true;
    const session = inMemorySession(inMemoryPort(book, today), today, "zh-CN");
    await session.planSetUp("zh-CN", asProposed);
    expect(session.getState().problem).toEqual({ kind: "refusal", refusal: { code: "structure" } });
  });
});
