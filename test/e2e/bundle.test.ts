import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { growText as growEn } from "../../src/taskpane/text/en/grow";
import { healthText as healthEn } from "../../src/taskpane/text/en/health";
import { numbersText as numbersEn } from "../../src/taskpane/text/en/numbers";
import { paneText as paneEn } from "../../src/taskpane/text/en/pane";
import { selfCheckText as selfCheckEn } from "../../src/taskpane/text/en/selfCheck";
import { growText as growZh } from "../../src/taskpane/text/zh-CN/grow";
import { healthText as healthZh } from "../../src/taskpane/text/zh-CN/health";
import { numbersText as numbersZh } from "../../src/taskpane/text/zh-CN/numbers";
import { paneText as paneZh } from "../../src/taskpane/text/zh-CN/pane";
import { selfCheckText as selfCheckZh } from "../../src/taskpane/text/zh-CN/selfCheck";
import { recorderText as recorderEn } from "../../src/taskpane/text/en/recorder";
import { recorderText as recorderZh } from "../../src/taskpane/text/zh-CN/recorder";
import { localFolders, projectRoot } from "../../src/workbench/cli/build";

const OFFICE_HOST = "https://appsforoffice.microsoft.com";
/** Script that must arrive before the pane shows anything, in bytes. React alone takes about 69 KB of it, Fluent's core another 13. */
const FIRST_VIEW_BUDGET = 110_000;
/** Addresses in texts of the libraries: XML namespaces (of workbooks too), and where React's and Fluent's messages point. Nothing loads them. */
const namedButNeverLoaded = [
  ...["http://www.w3.org", "http://schemas.openxmlformats.org", "http://purl.oclc.org"],
  ...["https://react.dev", "https://aka.ms", "https://github.com"],
];

jest.setTimeout(240_000);

const scriptsIn = (folder: string): Map<string, string> => {
  const names = readdirSync(folder).filter((name) => name.endsWith(".js"));
  return new Map(names.map((name) => [name, readFileSync(path.join(folder, name), "utf8")]));
};
const paneHtml = (): string => readFileSync(path.join(localFolders.pane, "taskpane.html"), "utf8");

const webpack = path.join(projectRoot, "node_modules/webpack/bin/webpack.js");
/** What `npm run build -- --env …` runs; `--output-path` keeps the reader's own dist/ out of it. */
const build = (...options: string[]): string[] => [
  webpack,
  "--config-name",
  "pane",
  "--mode",
  "production",
  ...options,
];

test("the first view's script stays within its budget", () => {
  const scripts = scriptsIn(localFolders.pane);
  const first = [...paneHtml().matchAll(/<script[^>]* src="([^":]+)"/g)].map(
    ([, name]) => scripts.get(name ?? "") ?? "",
  );
  expect(first.length).toBeGreaterThan(0);
  expect(first).not.toContain("");
  const bytes = first.reduce((total, script) => total + gzipSync(script, { level: 9 }).length, 0);
  expect(bytes).toBeLessThanOrEqual(FIRST_VIEW_BUDGET);
});

/** The longer sentences of a catalogue. Single words stand in the workbook too, whose text is there in both languages. */
function sentencesOf(texts: object): readonly string[] {
  return Object.values(texts).flatMap((text: unknown) => {
    if (typeof text === "string") return /^.{9,}[。.]$/.test(text) ? [text] : [];
    return typeof text === "object" && text !== null ? sentencesOf(text) : [];
  });
}

test.each([
  ["the pane", { "zh-CN": paneZh, en: paneEn }],
  ["the numbers", { "zh-CN": numbersZh, en: numbersEn }],
  ["the health of the rules", { "zh-CN": healthZh, en: healthEn }],
  ["the self-check", { "zh-CN": selfCheckZh, en: selfCheckEn }],
  ["updating from an export", { "zh-CN": growZh, en: growEn }],
  ["recording", { "zh-CN": recorderZh, en: recorderEn }],
])("a script holds the texts of %s in one language at most", (_, texts) => {
  const holders = (catalogue: object) => {
    const sentences = sentencesOf(catalogue);
    const has = (script: string) => sentences.some((sentence) => script.includes(sentence));
    return [...scriptsIn(localFolders.pane)].filter(([, script]) => has(script)).map(([name]) => name);
  };
  const chinese = holders(texts["zh-CN"]);
  const english = holders(texts.en);
  expect([chinese.length, english.length]).toEqual([1, 1]);
  expect(chinese).not.toEqual(english);
});

test("nothing of the workbench is in the pane", () => {
  const ofTheWorkbench = /univer(js|sheets?|instance)|exceljs/i;
  const found = [...scriptsIn(localFolders.pane)]
    .filter(([, script]) => ofTheWorkbench.test(script))
    .map(([name]) => name);
  expect(found).toEqual([]);
  // The search would see them if they were there.
  expect([...scriptsIn(localFolders.workbench).values()].some((script) => ofTheWorkbench.test(script))).toBe(true);
});

test("the pane names no address that it could load but office.js's", () => {
  const texts = [paneHtml(), ...scriptsIn(localFolders.pane).values()];
  const hosts = new Set(texts.flatMap((text) => text.match(/(?:https?|wss?):\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+/gi) ?? []));
  expect([...hosts].filter((host) => !namedButNeverLoaded.includes(host))).toEqual([OFFICE_HOST]);
});

test("the page's own policy lets it reach nothing else either", () => {
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(paneHtml())?.[1] ?? "";
  const directives = new Map(
    policy
      .split(";")
      .map((part) => part.trim().split(/\s+/))
      .map(([name, ...rest]) => [name, rest]),
  );
  expect(directives.get("default-src")).toEqual(["'none'"]);
  expect(directives.get("connect-src")).toEqual(["'self'", OFFICE_HOST]);
  expect(directives.get("script-src")).toEqual(["'self'", OFFICE_HOST]);
  expect(directives.get("img-src")).toEqual(["'self'", "data:"]);
  expect(directives.get("form-action")).toEqual(["'none'"]);
});

test("what this machine builds for itself stands apart from what is uploaded, and brings no manifest", () => {
  const uploaded = path.join(projectRoot, "dist") + path.sep;
  for (const folder of Object.values(localFolders)) expect(folder.startsWith(uploaded)).toBe(false);
  expect(existsSync(path.join(localFolders.pane, "manifest.xml"))).toBe(false);
});

test("a build for another address says so everywhere in its manifest, and on screen", () => {
  const output = mkdtempSync(path.join(os.tmpdir(), "pane-"));
  try {
    const base = "https://sales.example.com/follow-up/";
    const said = execFileSync(process.execPath, build("--env", `base=${base}`, "--output-path", output), {
      cwd: projectRoot,
      encoding: "utf8",
    });
    expect(said).toContain("for https://sales.example.com/follow-up: upload");
    const manifest = readFileSync(path.join(output, "manifest.xml"), "utf8");
    expect(manifest).not.toContain("localhost");
    const addresses = [...manifest.matchAll(/"(https:\/\/[^"]+)"/g)].map(([, address]) => address ?? "");
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of addresses) {
      expect(address.startsWith(base)).toBe(true);
      // Each is a file of the build.
      expect(readFileSync(path.join(output, address.slice(base.length))).length).toBeGreaterThan(0);
    }
    // The scripts are those that the tests run, and the licences of what is in them come along.
    expect([...scriptsIn(output).keys()]).toEqual([...scriptsIn(localFolders.pane).keys()]);
    const notice = readFileSync(path.join(output, "THIRD-PARTY-LICENSES.txt"), "utf8");
    const entries = [...notice.matchAll(/^(\S+) \d\S* \(MIT\)\n=+\n\n([^]*?)(?=\n\n\n|$(?![^]))/gm)];
    const packages = entries.map(([, name]) => name);
    for (const name of ["react", "react-dom", "scheduler", "@griffel/core", "keyborg", "@fluentui/react-icons"])
      expect(packages).toContain(name);
    for (const [, , licence] of entries) expect(licence).toContain("Permission is hereby granted");
    expect(entries).toHaveLength(notice.match(/^=+$/gm)?.length ?? 0);
    expect(readFileSync(path.join(output, "LICENSE.txt"), "utf8")).toContain("MIT License");
  } finally {
    rmSync(output, { recursive: true });
  }
});

test.each(["base=http://example.com", "base=", "base=https://example.com/?a", "bass=https://example.com"])(
  "--env %s is refused in one line",
  (given) => {
    const { status, stderr } = spawnSync(process.execPath, build("--env", given), {
      cwd: projectRoot,
      encoding: "utf8",
    });
    expect(status).toBe(2);
    expect(stderr.trim().split("\n")).toEqual([expect.stringContaining("--env")]);
  },
);
