/** Whole files of the shared data, adopted as they lie there or refused in one sentence. Where they are missing these tests are skipped and say so. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { asProposed } from "../../src/domain/adoption/choices";
import type { Language } from "../../src/domain/values/language";
import { serialOfIso } from "../../src/domain/values/date";
import { loadPaneText } from "../../src/taskpane/text/load";
import { describeWith, sharedDataOf, sharedFile } from "../support/needs";
import { inMemorySession } from "../support/inMemorySession";
import { inMemoryPort, type InMemoryWorkbook } from "../support/inMemoryWorkbook";
import { openInMemory, openTextInMemory } from "../support/openInMemory";

const [maven, qm, odd] = [sharedDataOf("maven-crm"), sharedDataOf("qm-demo"), sharedDataOf("workbooks")];
const reviewDay = serialOfIso("2017-12-31", 1900) ?? 0;

async function look(book: InMemoryWorkbook, today: number, language: Language) {
  const session = inMemorySession(inMemoryPort(book, today), today, language);
  await session.planSetUp(language, asProposed);
  return session.getState();
}

describeWith(maven)("the opportunities of a firm, with their dates written in other ways", () => {
  const lines = () => readFileSync(sharedFile("maven-crm/sales_pipeline.csv"), "utf8").split(/\r?\n/);

  /** The same file with each ISO date written otherwise. */
  function rewritten(write: (year: string, month: string, day: string) => string): string {
    return lines()
      .map((line) =>
        line.replace(/\b(\d{4})-(\d{2})-(\d{2})\b/g, (_, year: string, month: string, day: string) =>
          write(year, month, day),
        ),
      )
      .join("\r\n");
  }

  test.each<[string, (year: string, month: string, day: string) => string]>([
    ["m/d/yyyy", (year, month, day) => `${Number(month)}/${Number(day)}/${year}`],
    ["dd-mm-yy", (year, month, day) => `${day}-${month}-${year.slice(2)}`],
  ])("%s gives the figures of ISO dates, and no date is called wrong", async (_, write) => {
    const iso = await look(openTextInMemory("pipeline.csv", lines().join("\r\n"), "en"), reviewDay, "en");
    const other = await look(openTextInMemory("pipeline.csv", rewritten(write), "en"), reviewDay, "en");
    expect(other.plan?.adoption?.figures).toEqual(iso.plan?.adoption?.figures);
    expect(other.plan?.adoption?.figures.key).toMatchObject({ open: 2089, won: 4238, lost: 2473 });
    expect(other.plan?.adoption?.questions).toEqual([]);
    expect(other.plan?.adoption?.failing.filter(({ rule }) => rule === "notDate" || rule === "textDate")).toEqual([]);
    expect(other.plan?.matches.map(({ field, header }) => [field, header])).toEqual(
      iso.plan?.matches.map(({ field, header }) => [field, header]),
    );
  });
});

describeWith(
  qm,
  odd,
  maven,
)("every shared workbook", () => {
  const files = [maven, qm, odd].every(({ isThere }) => isThere)
    ? ["workbooks/exceljs", "qm-demo", "maven-crm"].flatMap((folder) =>
        readdirSync(sharedFile(folder))
          .filter((file) => /\.(xlsx|csv)$/.test(file))
          .map((file) => path.join(folder, file)),
      )
    : ["none"];
  const broken = ["invalid-xml.xlsx", "missing-bits.xlsx"];

  test.each(files.filter((file) => !broken.includes(path.basename(file))))(
    "%s is adopted, or refused with one sentence; looking changes nothing",
    async (file) => {
      const book = openInMemory(file, "zh-CN");
      const before = JSON.stringify(book, (_, value: unknown) => (value instanceof Map ? [...value] : value));
      const { plan, problem } = await look(book, serialOfIso("2026-08-07", 1900) ?? 0, "zh-CN");
      expect(JSON.stringify(book, (_, value: unknown) => (value instanceof Map ? [...value] : value))).toBe(before);
      if (plan) return;
      const texts = await loadPaneText("zh-CN");
      if (problem?.kind !== "refusal") throw new Error(JSON.stringify(problem));
      const { what, todo } = texts.refusal(problem.refusal);
      expect([what, todo]).toEqual([expect.stringMatching(/^.+。$/), expect.stringMatching(/^(请|如).+。$/)]);
    },
  );
});
