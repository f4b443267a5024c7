import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { projectRoot } from "../../src/workbench/cli/build";

const OFFICE_HOST = "https://appsforoffice.microsoft.com";
/** Script that must arrive before the pane shows anything. React and Fluent's core alone take about 93 KB of it. */
const FIRST_VIEW_BUDGET = 120 * 1024;
/** Addresses in texts of the libraries: XML namespaces, and where React's and Fluent's messages point. Nothing loads them. */
const namedButNeverLoaded = ["http://www.w3.org", "https://react.dev", "https://aka.ms", "https://github.com"];

jest.setTimeout(240_000);

const scriptsIn = (folder: string): Map<string, string> => {
  const full = path.join(projectRoot, folder);
  const names = readdirSync(full).filter((name) => name.endsWith(".js"));
  return new Map(names.map((name) => [name, readFileSync(path.join(full, name), "utf8")]));
};
const paneHtml = (): string => readFileSync(path.join(projectRoot, "dist/taskpane.html"), "utf8");

test("the first view's script stays within its budget", () => {
  const scripts = scriptsIn("dist");
  const first = [...paneHtml().matchAll(/<script[^>]* src="([^":]+)"/g)].map(
    ([, name]) => scripts.get(name ?? "") ?? "",
  );
  expect(first.length).toBeGreaterThan(0);
  expect(first).not.toContain("");
  const bytes = first.reduce((total, script) => total + gzipSync(script, { level: 9 }).length, 0);
  expect(bytes).toBeLessThanOrEqual(FIRST_VIEW_BUDGET);
});

test("nothing of the workbench is in the pane", () => {
  const ofTheWorkbench = /univer(js|sheets?|instance)|exceljs|papaparse/i;
  const found = [...scriptsIn("dist")].filter(([, script]) => ofTheWorkbench.test(script)).map(([name]) => name);
  expect(found).toEqual([]);
  // The search would see them if they were there.
  expect([...scriptsIn("dist-workbench").values()].some((script) => ofTheWorkbench.test(script))).toBe(true);
});

test("the pane names no address that it could load but office.js's", () => {
  const texts = [paneHtml(), ...scriptsIn("dist").values()];
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

test("a build for another address says so everywhere in its manifest", () => {
  const output = mkdtempSync(path.join(os.tmpdir(), "pane-"));
  try {
    const webpack = path.join(projectRoot, "node_modules/webpack/bin/webpack.js");
    const base = "https://sales.example.com/follow-up/";
    const options = ["--config-name", "pane", "--mode", "production", "--env", `base=${base}`, "--output-path", output];
    execFileSync(process.execPath, [webpack, ...options], { cwd: projectRoot });
    const manifest = readFileSync(path.join(output, "manifest.xml"), "utf8");
    expect(manifest).not.toContain("localhost");
    const addresses = [...manifest.matchAll(/"(https:\/\/[^"]+)"/g)].map(([, address]) => address ?? "");
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of addresses) {
      expect(address.startsWith(base)).toBe(true);
      // Each is a file of the build.
      expect(readFileSync(path.join(output, address.slice(base.length))).length).toBeGreaterThan(0);
    }
  } finally {
    rmSync(output, { recursive: true });
  }
});
