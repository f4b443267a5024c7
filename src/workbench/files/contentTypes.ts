/** What a package says of its parts: Excel opens none whose sheets are not declared to be sheets. */
import { attribute, childrenNamed, element, localName, type XmlElement } from "./xml";
import { readPart, readRelations, writePart, type Parts } from "./zipPackage";

const contentTypes = "[Content_Types].xml";
const namespace = "http://schemas.openxmlformats.org/package/2006/content-types";

/** The list of declarations, or an empty one where the part is something else. */
function declarationsOf(parts: Parts): XmlElement {
  const root = readPart(parts, contentTypes);
  return root !== null && localName(root) === "Types" ? root : element("Types", { xmlns: namespace });
}

/** What a part is declared to be; null where nothing is said of it. */
export function contentTypeOf(parts: Parts, part: string): string | null {
  const root = declarationsOf(parts);
  const is = (entry: XmlElement, name: string, value: string): boolean =>
    (attribute(entry, name) ?? "").toLowerCase() === value.toLowerCase();
  const found =
    childrenNamed(root, "Override").find((entry) => is(entry, "PartName", `/${part}`)) ??
    childrenNamed(root, "Default").find((entry) => is(entry, "Extension", part.slice(part.lastIndexOf(".") + 1)));
  return attribute(found, "ContentType") ?? null;
}

/** Declares a part's content type, or takes the declaration away (`null`). */
export function setContentType(parts: Parts, part: string, type: string | null): void {
  const root = declarationsOf(parts);
  const name = `/${part}`;
  root.children = root.children.filter(
    (child) => typeof child === "string" || (attribute(child, "PartName") ?? "").toLowerCase() !== name.toLowerCase(),
  );
  const prefix = root.name.includes(":") ? root.name.slice(0, root.name.indexOf(":") + 1) : "";
  if (type !== null) root.children.push(element(`${prefix}Override`, { PartName: name, ContentType: type }));
  writePart(parts, contentTypes, root);
}

/** Types of parts by the last word of the relation that leads to them, and of files by their ending. */
const office = "application/vnd.openxmlformats-officedocument";
const byRelation: ReadonlyMap<string, string> = new Map([
  ["worksheet", `${office}.spreadsheetml.worksheet+xml`],
  ["chartsheet", `${office}.spreadsheetml.chartsheet+xml`],
  ["sharedStrings", `${office}.spreadsheetml.sharedStrings+xml`],
  ["styles", `${office}.spreadsheetml.styles+xml`],
  ["table", `${office}.spreadsheetml.table+xml`],
  ["comments", `${office}.spreadsheetml.comments+xml`],
  ["theme", `${office}.theme+xml`],
  ["drawing", `${office}.drawing+xml`],
  ["core-properties", "application/vnd.openxmlformats-package.core-properties+xml"],
  ["extended-properties", `${office}.extended-properties+xml`],
]);
const byEnding: ReadonlyMap<string, string> = new Map([
  ["rels", "application/vnd.openxmlformats-package.relationships+xml"],
  ["xml", "application/xml"],
  ["vml", `${office}.vmlDrawing`],
  ["png", "image/png"],
  ["jpeg", "image/jpeg"],
  ["jpg", "image/jpeg"],
  ["gif", "image/gif"],
  ["bin", `${office}.spreadsheetml.printerSettings`],
]);

function declareEndings(parts: Parts): void {
  const root = declarationsOf(parts);
  if (![...root.attributes.keys()].some((name) => name.startsWith("xmlns"))) root.attributes.set("xmlns", namespace);
  const declared = new Set(childrenNamed(root, "Default").map((entry) => attribute(entry, "Extension")?.toLowerCase()));
  const prefix = root.name.includes(":") ? root.name.slice(0, root.name.indexOf(":") + 1) : "";
  const endings = new Set([...parts.keys()].map((name) => name.slice(name.lastIndexOf(".") + 1).toLowerCase()));
  const missing = [...byEnding].filter(([ending]) => endings.has(ending) && !declared.has(ending));
  if (missing.length === 0) return;
  root.children.unshift(
    ...missing.map(([Extension, ContentType]) => element(`${prefix}Default`, { Extension, ContentType })),
  );
  writePart(parts, contentTypes, root);
}

/** Declares what the package forgot to declare of the workbook, its sheets and their parts; what it declares stays. */
export function completeContentTypes(parts: Parts): void {
  declareEndings(parts);
  // Only through the parts that opening the file has read: the relations of others may be damaged, and are left alone.
  const leadOn = new Set([""]);
  for (const part of leadOn) {
    for (const { type, target, external } of readRelations(parts, part)) {
      if (external || !parts.has(target)) continue;
      if (type === "officeDocument" || type === "worksheet") leadOn.add(target);
      const known = byRelation.get(type);
      const declared = contentTypeOf(parts, target);
      if (known !== undefined && (declared === null || declared === "application/xml"))
        setContentType(parts, target, known);
    }
  }
}
