/**
 * Stryker's test runner for the domain: it loads a folder's tests once and tries every mutation in the same process. A domain
 * without page, clock and chance needs no more, and a mutation takes milliseconds where a start of Jest takes a second.
 * The tests of a file are collected anew for each mutation, because some work their figures out while they are collected.
 */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { transformSync } from "@swc/core";
import { expect } from "expect";
import { bind } from "jest-each";
import { declareFactoryPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from "@stryker-mutator/api/test-runner";

const require = createRequire(path.resolve("package.json"));
const mutants = (globalThis.__stryker__ ??= {});

function sourcesIn(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => path.resolve(folder, file));
}

const isTest = (file) => file.endsWith(".test.ts");

/** Has Node read TypeScript as Jest does; each file is translated once. */
function readTypeScript() {
  const translated = new Map();
  require.extensions[".ts"] = (module, filename) => {
    const known = translated.get(filename);
    const code =
      known ??
      transformSync(readFileSync(filename, "utf8"), {
        filename,
        jsc: { parser: { syntax: "typescript" }, target: "es2022" },
        module: { type: "commonjs" },
      }).code;
    translated.set(filename, code);
    module._compile(code, filename);
  };
}

/** Makes what the tests are written with; `collected` gives the tests of the file that was loaded last. */
function makeGlobals() {
  let found = [];
  let names = [];
  const describe = (name, body) => {
    names.push(name);
    body();
    names.pop();
  };
  const test = (name, body) => found.push({ name: [...names, name].join(" › "), body });
  describe.each = bind(describe, false);
  test.each = bind(test, false);
  Object.assign(globalThis, { describe, test, it: test, expect });
  return (file) => {
    [found, names] = [[], []];
    delete require.cache[file];
    require(file);
    const short = path.relative(process.cwd(), file);
    // A test is known by its place: its name may hold a value that a mutation changes.
    return found.map(({ name, body }, place) => ({ id: `${short} ${place}`, name, body, file }));
  };
}

async function run({ id, name, body, file }) {
  const start = performance.now();
  const told = { id, name, fileName: file };
  try {
    await body();
    return { ...told, status: TestStatus.Success, timeSpentMs: performance.now() - start };
  } catch (error) {
    const failureMessage = error instanceof Error ? error.message : String(error);
    return { ...told, status: TestStatus.Failed, failureMessage, timeSpentMs: performance.now() - start };
  }
}

class InProcess {
  constructor() {
    this.files = [];
  }

  capabilities() {
    return { reloadEnvironment: false };
  }

  init() {
    const folders = (process.env.MUTATED ?? "src/domain").split(",");
    this.files = folders.flatMap(sourcesIn).filter(isTest);
    readTypeScript();
    this.collect = makeGlobals();
    require(path.resolve("test/setup/zone.ts")).default();
    require(path.resolve("test/setup/clock.ts"));
    // What the sources work out while they are loaded belongs to no test.
    for (const file of sourcesIn("src/domain")) if (!isTest(file)) require(file);
  }

  async dryRun() {
    const coverage = (mutants.mutantCoverage ??= { static: {}, perTest: {} });
    const tests = [];
    for (const file of this.files) {
      mutants.currentTestId = "collecting";
      const found = this.collect(file);
      const collecting = coverage.perTest["collecting"] ?? {};
      delete coverage.perTest["collecting"];
      for (const test of found) {
        mutants.currentTestId = test.id;
        tests.push(await run(test));
        coverage.perTest[test.id] = { ...collecting, ...coverage.perTest[test.id] };
      }
    }
    mutants.currentTestId = undefined;
    return { status: DryRunStatus.Complete, tests, mutantCoverage: coverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, disableBail }) {
    const wanted = testFilter && new Set(testFilter);
    mutants.activeMutant = activeMutant.id;
    mutants.hitLimit = hitLimit;
    mutants.hitCount = hitLimit === undefined ? undefined : 0;
    const tests = [];
    const hasFailed = () => !disableBail && tests.some(({ status }) => status === TestStatus.Failed);
    for (const file of this.files) {
      const isWanted = !testFilter || testFilter.some((id) => id.startsWith(`${path.relative(process.cwd(), file)} `));
      if (!isWanted || hasFailed()) continue;
      const failed = await this.ofFile(file, wanted, tests, hasFailed);
      if (failed) tests.push(failed);
    }
    mutants.activeMutant = undefined;
    return toMutantRunResult(
      determineHitLimitReached(mutants.hitCount, mutants.hitLimit) ?? { status: DryRunStatus.Complete, tests },
    );
  }

  /** Runs the wanted tests of a file. @returns a failed test where its tests cannot even be collected */
  async ofFile(file, wanted, tests, hasFailed) {
    let found;
    try {
      found = this.collect(file);
    } catch (error) {
      const [id = file] = wanted ?? [];
      return { id, name: file, status: TestStatus.Failed, failureMessage: String(error), timeSpentMs: 0 };
    }
    for (const test of found) {
      if (hasFailed()) return null;
      if (!wanted || wanted.has(test.id)) tests.push(await run(test));
    }
    return null;
  }

  dispose() {}
}

const make = () => new InProcess();
make.inject = [];

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, "inProcess", make)];
