import { attribute, childrenNamed, localName, prefixedAttribute } from "../xml";
import { readPart, readText, relationsPath, type Parts, type Relation } from "../zipPackage";
import { repeated, type TellFinding } from "./finding";
import { allElements, type PackageFacts } from "./packageFacts";

const contentTypes = "[Content_Types].xml";
const spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
const drawing = "application/vnd.openxmlformats-officedocument.drawing";

/** What a part must say that it is, by the relation that leads to it. */
const typesOfRelations: Readonly<Record<string, readonly string[]>> = {
  worksheet: [`${spreadsheet}worksheet+xml`],
  chartsheet: [`${spreadsheet}chartsheet+xml`],
  dialogsheet: [`${spreadsheet}dialogsheet+xml`],
  styles: [`${spreadsheet}styles+xml`],
  sharedStrings: [`${spreadsheet}sharedStrings+xml`],
  table: [`${spreadsheet}table+xml`],
  calcChain: [`${spreadsheet}calcChain+xml`],
  externalLink: [`${spreadsheet}externalLink+xml`],
  pivotTable: [`${spreadsheet}pivotTable+xml`],
  pivotCacheDefinition: [`${spreadsheet}pivotCacheDefinition+xml`],
  comments: [`${spreadsheet}comments+xml`],
  drawing: [`${drawing}+xml`],
  chart: [`${drawing}ml.chart+xml`],
  theme: ["application/vnd.openxmlformats-officedocument.theme+xml"],
  vmlDrawing: ["application/vnd.openxmlformats-officedocument.vmlDrawing"],
  officeDocument: [
    `${spreadsheet}sheet.main+xml`,
    `${spreadsheet}template.main+xml`,
    "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    "application/vnd.ms-excel.template.macroEnabled.main+xml",
    "application/vnd.ms-excel.addin.macroEnabled.main+xml",
  ],
  vbaProject: ["application/vnd.ms-office.vbaProject"],
};

/** What an element's relation must be for, where Excel asks. */
const relationsOfElements: Readonly<Record<string, readonly string[]>> = {
  sheet: ["worksheet", "chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet"],
  externalReference: ["externalLink"],
  pivotCache: ["pivotCacheDefinition"],
  drawing: ["drawing"],
  legacyDrawing: ["vmlDrawing"],
  legacyDrawingHF: ["vmlDrawing"],
  tablePart: ["table"],
  picture: ["image"],
  chart: ["chart"],
};

function typeReader(parts: Parts, tell: TellFinding): (part: string) => string | undefined {
  const root = readPart(parts, contentTypes) ?? undefined;
  const defaults = childrenNamed(root, "Default").map((entry) => ({
    key: (attribute(entry, "Extension") ?? "").toLowerCase(),
    type: attribute(entry, "ContentType"),
  }));
  const overrides = childrenNamed(root, "Override").map((entry) => ({
    key: (attribute(entry, "PartName") ?? "").toLowerCase(),
    type: attribute(entry, "ContentType"),
  }));
  for (const key of repeated([...defaults, ...overrides].map((entry) => entry.key)))
    tell(contentTypes, `“${key}” is declared more than once`);
  return (part) =>
    overrides.find(({ key }) => key === `/${part.toLowerCase()}`)?.type ??
    defaults.find(({ key }) => key === part.slice(part.lastIndexOf(".") + 1).toLowerCase())?.type;
}

function checkContentTypes({ parts, relations }: PackageFacts, tell: TellFinding): void {
  const typeOf = typeReader(parts, tell);
  for (const path of parts.keys()) {
    if (path !== contentTypes && typeOf(path) === undefined) tell(path, "the part has no content type");
  }
  for (const list of relations.values()) {
    for (const { type, target, external } of list) {
      const allowed = typesOfRelations[type];
      const given = typeOf(target);
      if (external || allowed === undefined || !parts.has(target) || given === undefined) continue;
      if (!allowed.includes(given)) tell(target, `a ${type} is declared as ${given}`);
    }
  }
}

function checkReferences(path: string, facts: PackageFacts, tell: TellFinding): void {
  // A sheet's cells, which may be millions, name no relations.
  const root = facts.sheets.find((sheet) => sheet.path === path)?.root ?? readPart(facts.parts, path);
  if (root === null) return;
  const relations = new Map((facts.relations.get(path) ?? []).map((relation) => [relation.id, relation]));
  const prefixes = new Set<string>();
  for (const element of allElements(root)) {
    for (const [name, value] of element.attributes)
      if (name.startsWith("xmlns:") && /\/officeDocument\/(2006\/)?relationships$/.test(value))
        prefixes.add(name.slice(6));
    for (const [name, id] of element.attributes) {
      const colon = name.indexOf(":");
      if (colon === -1 || !prefixes.has(name.slice(0, colon)) || id === "") continue;
      const relation = relations.get(id);
      const wanted = name.endsWith(":id") ? relationsOfElements[localName(element)] : undefined;
      if (relation === undefined) tell(path, `<${element.name}> names relation ${id}, which there is not`);
      else if (wanted !== undefined && !wanted.includes(relation.type))
        tell(path, `<${element.name}> leads to a ${relation.type} by ${id}`);
    }
  }
}

function checkRelations(facts: PackageFacts, tell: TellFinding): void {
  for (const [source, list] of facts.relations) {
    const path = relationsPath(source);
    if (source !== "" && !facts.parts.has(source)) tell(path, "its part is missing");
    for (const id of repeated(list.map((relation: Relation) => relation.id)))
      tell(path, `${id} is there more than once`);
    for (const { id, target, external } of list) {
      const there = [...facts.parts.keys()].some((name) => name.toLowerCase() === target.toLowerCase());
      if (!external && !there) tell(path, `${id} leads to ${target}, which is missing`);
    }
  }
  for (const path of facts.parts.keys()) {
    if (path.endsWith(".xml") && path !== contentTypes) checkReferences(path, facts, tell);
  }
}

/** A character that XML 1.0 has no place for, plain or as a number: the whole part is unreadable to Excel. */
function strangeCharacter(text: string): string | null {
  for (const match of text.matchAll(/&#(?:x([0-9a-f]+)|(\d+));|[\p{Cc}\ufffe\uffff]/giu)) {
    const point =
      match[1] !== undefined
        ? parseInt(match[1], 16)
        : match[2] !== undefined
          ? Number(match[2])
          : (match[0].codePointAt(0) ?? 0);
    const allowed = point === 9 || point === 10 || point === 13 || (point >= 0x20 && point < 0xd800);
    if (!allowed && !(point >= 0xe000 && point <= 0x10ffff && point !== 0xfffe && point !== 0xffff))
      return `U+${point.toString(16).toUpperCase().padStart(4, "0")}`;
  }
  return null;
}

function checkCharacters({ parts }: PackageFacts, tell: TellFinding): void {
  for (const path of parts.keys()) {
    if (!/\.(xml|rels|vml)$/.test(path)) continue;
    const strange = strangeCharacter(readText(parts, path) ?? "");
    if (strange !== null) tell(path, `it holds the character ${strange}`);
  }
}

/** Drawings: each shape has its own number, and lies within the sheet. */
function checkDrawings({ parts, relations }: PackageFacts, tell: TellFinding): void {
  const drawings = [...relations.values()].flat().filter(({ type, external }) => type === "drawing" && !external);
  for (const path of new Set(drawings.map(({ target }) => target))) {
    const root = readPart(parts, path);
    if (root === null) continue;
    const ids = [...allElements(root)].flatMap((element) =>
      localName(element) === "cNvPr" ? (attribute(element, "id") ?? prefixedAttribute(element, "id") ?? []) : [],
    );
    for (const id of repeated(ids)) tell(path, `two shapes have the number ${id}`);
  }
}

export function checkParts(facts: PackageFacts, tell: TellFinding): void {
  checkContentTypes(facts, tell);
  checkRelations(facts, tell);
  checkCharacters(facts, tell);
  checkDrawings(facts, tell);
}
