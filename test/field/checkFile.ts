/**
 * `npm run checkfile -- a.xlsx b.xlsx`: what Excel would find wrong with saved workbooks, as far as their files tell: the schemas, where
 * they stand beside the project, and what no schema knows. Ends with 0 when nothing was found, 1 with findings, 2 when it could not run.
 */
import { readFileSync } from "node:fs";
import { checkPackage } from "../../src/workbench/files/check/checkPackage";
import { schemaFaults, schemas } from "../support/schemaCheck";

async function check(files: readonly string[]): Promise<number> {
  if (files.length === 0) throw new Error("Usage: npm run checkfile -- book.xlsx …");
  const read = new Map(files.map((file) => [file, new Uint8Array(readFileSync(file))]));
  const found = [...read].flatMap(([file, bytes]) =>
    checkPackage(bytes).map(({ part, problem }) => `${file} ${part}: ${problem}`),
  );
  if (schemas.isThere) found.push(...(await schemaFaults(read)));
  else console.log(`${schemas.name} is not there: the parts were not held against the schemas.`);
  for (const line of found) console.log(line);
  console.log(`${found.length} findings in ${files.length} files.`);
  return found.length === 0 ? 0 : 1;
}

check(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 2;
  },
);
