/** @jest-environment jsdom */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { commandNames } from "../../src/commands/names";
import { manifestProblems } from "../support/manifest";

const root = path.resolve(__dirname, "../..");
const BASE = "https://localhost:3000/";
const manifest = readFileSync(path.join(root, "manifest.xml"), "utf8");

/** The size that the header of a PNG file states. */
function pictureSize(address: string): { width: number; height: number } | null {
  const file = path.join(root, address.replace(BASE, ""));
  if (!address.startsWith(BASE) || !existsSync(file)) return null;
  const bytes = readFileSync(file);
  if (bytes.toString("latin1", 1, 4) !== "PNG") return null;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

const problemsOf = (xml: string): readonly string[] => manifestProblems(xml, { commandNames, pictureSize });

/** The manifest with one passage changed; a passage that is not there would make the case prove nothing. */
function changed(from: string, to: string): string {
  expect(manifest).toContain(from);
  return manifest.replace(from, to);
}

test("manifest.xml keeps to the rules that can be held to without Microsoft's validator", () => {
  expect(problemsOf(manifest)).toEqual([]);
});

test.each([
  ["an unclosed element", "</OfficeApp>", "", "not well-formed XML"],
  ["a broken GUID", "fe3a8c32-", "fe3a8c32", "Id: fe3a8c32ba45-4b71-a73c-b2e3ce56f772 is not a GUID"],
  ["an id used twice", '"FollowUp.LogTouch"', '"FollowUp.Check"', "id FollowUp.Check: used twice"],
  [
    "an id that is too long",
    '"FollowUp.Group"',
    '"FollowUp.GroupOnTheHomeTabOfExcel"',
    "id FollowUp.GroupOnTheHomeTabOfExcel: longer than 32 characters",
  ],
  ["a reference to nothing", 'resid="Check.Tip"', 'resid="Check.Hint"', "resid Check.Hint: no such resource"],
  [
    "a long text where a short one belongs",
    '<Label resid="Check.Label"',
    '<Label resid="Check.Tip"',
    "resid Check.Tip: Label needs one of ShortStrings",
  ],
  [
    "an address without https",
    "https://localhost:3000/taskpane.html",
    "http://localhost:3000/taskpane.html",
    "address http://localhost:3000/taskpane.html: not https",
  ],
  [
    "an icon of another size",
    "check-80.png",
    "check-32.png",
    "picture https://localhost:3000/assets/check-32.png: is 32 × 32, wanted 80 × 80",
  ],
  [
    "an icon that is not there",
    "icon-64.png",
    "icon-128.png",
    "picture https://localhost:3000/assets/icon-128.png: missing",
  ],
  ["an icon without a size the ribbon needs", 'size="80"', 'size="64"', "Icon of FollowUp.Group: no 80 px image"],
  [
    "a button that calls a function nobody registered",
    "<FunctionName>check<",
    "<FunctionName>audit<",
    "function audit: not registered by the code",
  ],
  [
    "a text without its Chinese wording",
    '<bt:Override Locale="zh-CN" Value="检查" />',
    "",
    "text Check.Label: no zh-CN wording",
  ],
  [
    "a name that is too long",
    'DefaultValue="Check"',
    `DefaultValue="${"Check ".repeat(21)}"`,
    "text Check.Label: longer than 125 characters",
  ],
  ["a lower requirement", 'MinVersion="1.14"', 'MinVersion="1.9"', "Requirements: no ExcelApi 1.14"],
  [
    "a short-lived runtime",
    'lifetime="long"',
    'lifetime="short"',
    "Runtime: not long-lived, so not shared with the pane",
  ],
])("the check sees %s", (_case, from, to, problem) => {
  expect(problemsOf(changed(from, to))).toContain(problem);
});
