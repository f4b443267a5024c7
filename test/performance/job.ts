/**
 * The whole job over a messy sheet of 10,000 rows and 40 columns, with a validation on every cell of the sheet: seconds, seconds of
 * processor, and the most memory that its processes had together.
 *
 * `npm run bench:job`, with other numbers of rows and columns after it. The processes are looked at as Linux tells of them.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import ExcelJS from "exceljs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { isoOfSerial } from "../../src/domain/values/date";
import { projectRoot } from "../../src/workbench/cli/build";
import { messySheet } from "./messy";
import { today } from "./sheet";

/** Milliseconds between two looks at the processes. */
const lookEvery = 500;
const ticksPerSecond = 100;

interface ProcessLook {
  readonly id: number;
  readonly parent: number;
  readonly seconds: number;
}

function lookAtProcess(id: number): ProcessLook | null {
  try {
    // The name, in brackets, may hold spaces.
    const facts = readFileSync(`/proc/${id}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    const seconds = (Number(facts[11]) + Number(facts[12])) / ticksPerSecond;
    return { id, parent: Number(facts[1]), seconds };
  } catch {
    // It ended meanwhile.
    return null;
  }
}

/** Memory of its own, and its share of what it has together with others. Megabytes. */
function megabytesOf({ id }: ProcessLook): number {
  try {
    const share = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, "utf8"));
    return Number(share?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** A process with all that it started. */
function family(root: number): readonly ProcessLook[] {
  const ids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const all = ids.flatMap((id) => lookAtProcess(Number(id)) ?? []);
  const members = new Set([root]);
  for (let before = 0; before < members.size;) {
    before = members.size;
    for (const { id, parent } of all) if (members.has(parent)) members.add(id);
  }
  return all.filter(({ id }) => members.has(id));
}

/** A rule for every cell that a sheet has, as one press on the corner above the row numbers makes it. */
const validation =
  '<dataValidations count="1"><dataValidation type="textLength" operator="lessThanOrEqual" allowBlank="1" ' +
  'sqref="A1:XFD1048576"><formula1>255</formula1></dataValidation></dataValidations>';

function withValidation(file: Uint8Array): Uint8Array {
  const parts = unzipSync(file);
  const place = "xl/worksheets/sheet1.xml";
  const sheet = strFromU8(parts[place] ?? new Uint8Array());
  return zipSync({ ...parts, [place]: strToU8(sheet.replace("<pageMargins", `${validation}<pageMargins`)) });
}

async function messyFile(rows: number, columns: number): Promise<Uint8Array> {
  const file = new ExcelJS.Workbook();
  const sheet = file.addWorksheet("客户");
  for (const row of messySheet({ rows, columns, broken: false })) {
    sheet.addRow(row.map((cell) => (cell === "" ? null : cell)));
  }
  const bytes = new Uint8Array(await file.xlsx.writeBuffer());
  return withValidation(bytes);
}

async function main(): Promise<void> {
  const [rows = 10_000, columns = 40] = process.argv.slice(2).map(Number);
  const folder = mkdtempSync(path.join(os.tmpdir(), "messy-"));
  const [input, output] = [path.join(folder, "in.xlsx"), path.join(folder, "out.xlsx")];
  writeFileSync(input, await messyFile(rows, columns));
  const began = performance.now();
  const command = ["node_modules/tsx/dist/cli.mjs", "src/workbench/cli/job.ts", input, "--out", output];
  const job = spawn(process.execPath, [...command, "--today", isoOfSerial(today, 1900)], {
    cwd: projectRoot,
    stdio: "inherit",
  });
  const seconds = new Map<number, number>();
  let most = 0;
  const looking = setInterval(() => {
    const now = family(job.pid ?? 0);
    for (const each of now) seconds.set(each.id, each.seconds);
    most = Math.max(
      most,
      now.reduce((sum, each) => sum + megabytesOf(each), 0),
    );
  }, lookEvery);
  const code = await new Promise((resolve) => job.on("close", resolve));
  clearInterval(looking);
  const processor = [...seconds.values()].reduce((sum, each) => sum + each, 0);
  const took = (performance.now() - began) / 1000;
  console.log(
    `${rows} × ${columns}: ended with ${String(code)} after ${took.toFixed(0)} s (${processor.toFixed(0)} s of processor), ${most.toFixed(0)} MB at the most.`,
  );
  rmSync(folder, { recursive: true });
}

void main();
