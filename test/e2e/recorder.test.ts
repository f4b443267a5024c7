import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { readRecord } from "../../src/domain/record/record";
import { projectRoot } from "../../src/workbench/cli/build";
import { writeXlsx } from "../../src/workbench/files/writeXlsx";
import { sampleBook } from "../../src/workbench/sample/customers";
import { chooseUsualRules, csvBook, openDesk, startBrowser, stopBrowser, type Desk } from "../support/workbench";

jest.setTimeout(300_000);
beforeAll(startBrowser);
afterAll(stopBrowser);

const customers = csvBook("客户", [
  ["客户名称", "负责人", "阶段", "下次跟进日期", "电话"],
  ["远山能源科技", "李敏", "方案演示", "2026-08-09", "13800000001"],
  ["云杉精密机械", "王强", "初步沟通", "2026-08-20", "13800000002"],
]);

/** The Excel that is recorded. */
const played = "microsoft365";

/** Records while somebody works, and gives the record's text. */
async function record(desk: Desk, work: () => Promise<void>): Promise<string> {
  await desk.press("tab-setup");
  await desk.press("record-start");
  await desk.byId("recording").waitFor();
  await work();
  await desk.press("record-stop");
  return desk.byId("record-text").inputValue();
}

/** Runs `npm run replay` on a record. */
function replay(text: string, ...options: readonly string[]): { readonly code: number | null; readonly said: string } {
  const folder = mkdtempSync(path.join(os.tmpdir(), "record-"));
  try {
    const file = path.join(folder, "record.txt");
    writeFileSync(file, text);
    const tsx = path.join(projectRoot, "node_modules/tsx/dist/cli.mjs");
    const cli = path.join(projectRoot, "src/workbench/cli/replay.ts");
    const done = spawnSync(process.execPath, [tsx, cli, file, "--lang", "en", ...options], { encoding: "utf8" });
    return { code: done.status, said: done.stdout + done.stderr };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test("a check and a set-up are recorded without a word of the workbook, and the workbench agrees with its own record", async () => {
  const desk = await openDesk(customers, { host: played });
  await desk.press("first-check");
  const text = await record(desk, async () => {
    await desk.press("tab-check");
    await desk.press("check-run");
    await desk.press("tab-setup");
    await desk.press("setup-plan");
    await chooseUsualRules(desk);
    await desk.press("setup-apply");
    // The rules in the cells are looked at where somebody asks for it.
    await desk.press("tab-check");
    await desk.press("check-run");
  });
  const read = readRecord(text);
  if (!read.ok) throw new Error(`${read.problem} in line ${read.line}`);
  expect(read.record.exchanges.length).toBeGreaterThan(5);
  for (const word of ["客户", "远山", "云杉", "李敏", "方案", "电话", "13800000001"]) expect(text).not.toContain(word);
  expect(desk.errors).toEqual([]);
  await desk.close();
  expect(replay(text, "--host", played)).toEqual({
    code: 0,
    said: expect.stringContaining("the form of every answer agrees"),
  });
  // An Excel that tells conditional formats by ids of their own, and one that tells limits as numbers.
  const byId = replay(text, "--host", `${played},conditionalFormatIds:stable`);
  expect([byId.code, byId.said]).toEqual([1, expect.stringMatching(/conditionalFormats\S*\.id\n/)]);
  const byNumber = replay(text, "--host", `${played},readDates:number,readLimits:number`);
  expect([byNumber.code, byNumber.said]).toEqual([1, expect.stringMatching(/\.rule\.\w+\.formula1\n/)]);
});

test("the record is put into a hidden sheet and taken out again; what else stands in the workbook stays as it was", async () => {
  const desk = await openDesk({ name: "book.xlsx", bytes: writeXlsx(sampleBook("zh-CN", 46_266), null) });
  await desk.press("first-check");
  const titles = async () =>
    (await desk.page.evaluate(() => window.workbench?.read()))?.sheets.map(
      ({ name, visibility }) => `${name} ${visibility}`,
    );
  const before = await titles();
  const text = await record(desk, () => desk.press("tab-check"));
  await desk.press("record-save");
  expect(await titles()).toEqual([...(before ?? []), "FU_Record hidden"]);
  const cell = await desk.cell("FU_Record", "A2");
  expect(cell).toBe(`1|${text.slice(0, 32_000)}`);
  await desk.press("record-remove");
  expect(await titles()).toEqual(before);
  await desk.close();
});
