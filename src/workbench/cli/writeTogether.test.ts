import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { writeTogether } from "./writeTogether";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "together-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (...names: string[]) => path.join(folder, ...names);
const textOf = (name: string) => readFileSync(at(name), "utf8");
/** Longer than any file system takes: it fails only when the file is to take its place. */
const endless = `${"x".repeat(300)}.json`;

test("writes all files, makes their folders, and leaves nothing else behind", async () => {
  writeFileSync(at("out.xlsx"), "old", { mode: 0o640 });
  const written = await writeTogether([
    { path: at("out.xlsx"), content: Uint8Array.from([110, 101, 119]) },
    { path: at("a", "b", "report.json"), content: "{}" },
  ]);
  expect(written).toEqual({ ok: true });
  expect([textOf("out.xlsx"), textOf("a/b/report.json")]).toEqual(["new", "{}"]);
  expect([readdirSync(folder), readdirSync(at("a", "b"))]).toEqual([["a", "out.xlsx"], ["report.json"]]);
  // Windows has no such permissions.
  if (process.platform !== "win32") expect(statSync(at("out.xlsx")).mode & 0o777).toBe(0o640);
});

test("a file that cannot take its place gives the others theirs back", async () => {
  writeFileSync(at("out.xlsx"), "old");
  const written = await writeTogether([
    { path: at("out.xlsx"), content: "new" },
    { path: at("new", "deep", "shot.png"), content: "picture" },
    { path: at(endless), content: "{}" },
  ]);
  expect(written).toEqual({ ok: false, file: at(endless), code: "ENAMETOOLONG" });
  expect(textOf("out.xlsx")).toBe("old");
  expect(readdirSync(folder)).toEqual(["out.xlsx"]);
});

test("a folder in the way is left as it is", async () => {
  mkdirSync(at("report.json"));
  writeFileSync(at("report.json", "kept.txt"), "kept");
  const written = await writeTogether([
    { path: at("out.xlsx"), content: "new" },
    { path: at("report.json"), content: "{}" },
  ]);
  expect(written).toEqual({ ok: false, file: at("report.json"), code: "EISDIR" });
  expect(readdirSync(folder)).toEqual(["report.json"]);
  expect(textOf("report.json/kept.txt")).toBe("kept");
});

test("a path through a file is no folder", async () => {
  writeFileSync(at("notes"), "text");
  const written = await writeTogether([{ path: at("notes", "out.xlsx"), content: "new" }]);
  expect(written).toMatchObject({ ok: false, code: "EEXIST" });
  expect(readdirSync(folder)).toEqual(["notes"]);
});

test("a link stays a link, and the file it leads to is written", async () => {
  writeFileSync(at("real.xlsx"), "old");
  symlinkSync("real.xlsx", at("link.xlsx"));
  expect(await writeTogether([{ path: at("link.xlsx"), content: "new" }])).toEqual({ ok: true });
  expect(textOf("real.xlsx")).toBe("new");
  expect(readdirSync(folder)).toEqual(["link.xlsx", "real.xlsx"]);
});
