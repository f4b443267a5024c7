/**
 * `npm run test:mutation`: has Stryker try its mutations folder by folder and writes the scores to docs/testing.md. Names of
 * folders behind `--` run those alone. What was judged before is not judged again (reports/mutation) until it or its tests change.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { format } from "prettier";

const root = path.resolve(import.meta.dirname, "../..");
const page = path.join(root, "docs/testing.md");
const [begin, end] = ["<!-- mutations: begin -->", "<!-- mutations: end -->"];

/** What is mutated together, and the folders whose tests judge it. */
const parts: Readonly<Record<string, { readonly folders: readonly string[]; readonly files?: string }>> = {
  rules: { folders: ["src/domain/rules"] },
  measures: { folders: ["src/domain/measures"] },
  log: { folders: ["src/domain/log"] },
  cells: { folders: ["src/domain/kinds", "src/domain/values"] },
  formulas: { folders: ["src/domain/install"], files: "*ormula*.ts" },
};

interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>>;
}

const reportOf = (part: string) => path.join(root, "reports/mutation", `${part}.json`);

function judge(part: string): void {
  const { folders, files = "**/*.ts" } = parts[part] ?? { folders: [] };
  const mutate = [...folders.map((folder) => `${folder}/${files}`), "!src/**/*.test.ts"].join(",");
  const { status } = spawnSync(
    "npx",
    ["stryker", "run", "stryker.config.mjs", "--incrementalFile", reportOf(part), "--mutate", mutate],
    { cwd: root, stdio: "inherit", env: { ...process.env, MUTATED: folders.join(",") } },
  );
  if (status !== 0) throw new Error(`Stryker stopped at ${part}.`);
}

function rowOf(part: string): string {
  const report = JSON.parse(readFileSync(reportOf(part), "utf8")) as Report;
  const all = Object.values(report.files).flatMap(({ mutants }) => mutants);
  const count = (...wanted: readonly string[]) => all.filter(({ status }) => wanted.includes(status)).length;
  const [killed, survived, unreached] = [count("Killed", "Timeout"), count("Survived"), count("NoCoverage")];
  const judged = killed + survived + unreached;
  const folders = parts[part]?.folders.join(", ") ?? "";
  return `| ${part} | ${folders} | ${judged} | ${killed} | ${survived} | ${unreached} | ${((100 * killed) / judged).toFixed(1)} % |`;
}

const asked = process.argv.slice(2);
for (const part of asked.length > 0 ? asked : Object.keys(parts)) judge(part);
const rows = Object.keys(parts)
  .filter((part) => existsSync(reportOf(part)))
  .map(rowOf);
const header = "| part | folders | judged | killed | survived | reached by no test | score |";
const table = [header, "| --- | --- | --: | --: | --: | --: | --: |", ...rows].join("\n");
const text = readFileSync(page, "utf8");
const [before = "", rest = ""] = text.split(begin);
const written = `${before}${begin}\n\n${table}\n\n${end}${rest.split(end)[1] ?? ""}`;
writeFileSync(page, await format(written, { parser: "markdown", printWidth: 120 }));
