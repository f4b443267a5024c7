/**
 * `npm run typecheck`, `npm run lint` and `npm run test:quick`: runs the checks that need no browser, as many side by side as the
 * computer has cores, says how long each took, and prints what those say that fail. `tsx structure/checks.mts [name…]` runs those named.
 */
import { spawn } from "node:child_process";
import os from "node:os";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");

/** Each check with its command. The longest come first: nothing then waits for one that began last. */
const checks: Readonly<Record<string, string>> = {
  unit: "jest --selectProjects unit component contract --maxWorkers=100%",
  eslint: "eslint . --max-warnings 0 --cache --cache-strategy content --cache-location .cache/eslint",
  types: "tsc --noEmit --incremental --tsBuildInfoFile .cache/types.tsbuildinfo",
  knip: "knip",
  prettier: "prettier --check . --log-level warn --cache --cache-strategy content --cache-location .cache/prettier",
  rooms: "tsx structure/rooms.mts",
  domain: "tsc --noEmit -p src/domain/tsconfig.json --incremental --tsBuildInfoFile .cache/domain.tsbuildinfo",
};

interface Outcome {
  readonly passed: boolean;
  readonly seconds: number;
  readonly said: string;
}

function run(command: string): Promise<Outcome> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn("npx", ["--no-install", ...command.split(" ")], {
      cwd: root,
      // Windows knows npx as a script only.
      shell: process.platform === "win32",
      env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? "1" : "0" },
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) => resolve({ passed: code === 0, seconds: (performance.now() - began) / 1000, said }));
  });
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in checks));
if (unknown.length > 0) {
  console.error(`There is no check ${unknown.join(", ")}: give some of ${Object.keys(checks).join(", ")}.`);
  process.exit(2);
}
const waiting = Object.entries(checks).filter(([name]) => asked.length === 0 || asked.includes(name));
const failed: string[] = [];

/** Takes one check after the other until none waits. */
async function work(): Promise<void> {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const [name, command] = next;
    const { passed, seconds, said } = await run(command);
    console.log(`${passed ? "passed" : "FAILED"}  ${name}, ${seconds.toFixed(0)} s`);
    // The numbers of tests belong to the result also where all is well.
    if (passed) for (const line of said.match(/^(Tests|Test Suites):.*$/gm) ?? []) console.log(`        ${line}`);
    else {
      failed.push(name);
      console.log(said);
    }
  }
}

await Promise.all(Array.from({ length: Math.max(2, os.availableParallelism()) }, work));
if (failed.length > 0) {
  console.error(`Failed: ${failed.join(", ")}.`);
  process.exit(1);
}
