import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from "fflate";
import { FileRefused } from "./refusal";
import {
  attribute,
  childrenNamed,
  element,
  parseXml,
  serializeXml,
  xmlDeclaration,
  XmlError,
  type XmlElement,
} from "./xml";

/** The parts of an Office package by path, without a leading slash. */
export type Parts = Map<string, Uint8Array>;

const unpackedLimit = 600 * 1024 * 1024;

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}

function containsUtf16(bytes: Uint8Array, text: string): boolean {
  const wanted = [...text].flatMap((c) => [c.charCodeAt(0), 0]);
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}

function refuseOther(bytes: Uint8Array): never {
  if (bytes.length === 0) throw new FileRefused("empty");
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new FileRefused(containsUtf16(bytes, "EncryptedPackage") ? "password" : "oldExcel");
  }
  throw new FileRefused(startsWith(bytes, [0x50, 0x4b]) ? "damaged" : "notAWorkbook");
}

/** Whether bytes begin as every zip package with something in it does. */
export function isPackage(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]);
}

/**
 * Unpacks a workbook's package.
 * @throws {FileRefused} with the reason for anything that is not one
 */
export function unpack(bytes: Uint8Array): Parts {
  if (!isPackage(bytes)) refuseOther(bytes);
  let total = 0;
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, {
      filter: (file) => {
        total += file.originalSize;
        if (total > unpackedLimit) throw new FileRefused("tooLarge");
        return !file.name.endsWith("/");
      },
    });
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    throw new FileRefused("damaged");
  }
  const parts: Parts = new Map();
  // Some writers use back slashes or a leading slash; both are wrong, and Excel reads them.
  for (const [name, content] of Object.entries(files))
    parts.set(name.replaceAll("\\", "/").replace(/^\//, ""), content);
  const names = [...parts.keys()];
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (parts.has("mimetype")) throw new FileRefused("openDocument");
  if (has(/^(word|ppt)\//i)) throw new FileRefused("otherOffice");
  if (has(/^xl\/workbook\.bin$/i)) throw new FileRefused("binaryExcel");
  if (!has(/^\[Content_Types\]\.xml$/i)) throw new FileRefused("notAWorkbook");
  return parts;
}

export function pack(parts: Parts): Uint8Array {
  const files: Zippable = {};
  // Excel reads a package in any order, but file-type sniffers look for the content types first.
  const names = [...parts.keys()].sort(
    (a, b) => Number(b === "[Content_Types].xml") - Number(a === "[Content_Types].xml"),
  );
  // A fixed date keeps the same workbook the same bytes.
  for (const name of names) files[name] = [parts.get(name) ?? new Uint8Array(), { mtime: new Date(1980, 0, 1) }];
  return zipSync(files, { level: 6 });
}

/** The name that a part goes by: to Excel capital and small letters are the same. A part that is not there goes by the name given. */
function partName(parts: Parts, path: string): string {
  if (parts.has(path)) return path;
  return [...parts.keys()].find((name) => name.toLowerCase() === path.toLowerCase()) ?? path;
}

/** @returns null where there is no such part */
export function readText(parts: Parts, path: string): string | null {
  const bytes = parts.get(partName(parts, path));
  if (bytes === undefined) return null;
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) {
    return new TextDecoder(bytes[0] === 0xff ? "utf-16le" : "utf-16be").decode(bytes);
  }
  return strFromU8(startsWith(bytes, [0xef, 0xbb, 0xbf]) ? bytes.subarray(3) : bytes);
}

/**
 * @returns null where there is no such part
 * @throws {FileRefused} where it is not well-formed
 */
export function readPart(parts: Parts, path: string): XmlElement | null {
  const text = readText(parts, path);
  if (text === null) return null;
  return parsePart(text, path);
}

/** @throws {FileRefused} where the text is not well-formed */
export function parsePart(text: string, path: string): XmlElement {
  try {
    return parseXml(text);
  } catch (error) {
    if (error instanceof XmlError) throw new FileRefused("damagedXml", path);
    throw error;
  }
}

export function writeText(parts: Parts, path: string, text: string): void {
  parts.set(path, strToU8(text));
}

/** Letters of a part that are brought into bytes together. */
const pieceLength = 1_000_000;

/** Texts, one after the other, as bytes: a sheet's rows in one text would be in memory three times over. */
export function bytesOfTexts(texts: Iterable<string>): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let text = "";
  for (const each of texts) {
    text += each;
    if (text.length < pieceLength) continue;
    pieces.push(strToU8(text));
    text = "";
  }
  return [...pieces, strToU8(text)];
}

export function writeBytes(parts: Parts, path: string, pieces: readonly Uint8Array[]): void {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  parts.set(path, whole);
}

export function writePart(parts: Parts, path: string, root: XmlElement): void {
  writeText(parts, path, xmlDeclaration + serializeXml(root));
}

export interface Relation {
  readonly id: string;
  /** Last word of the type's address: `worksheet`, `table`, `sharedStrings`… */
  readonly type: string;
  /** Path of the part, or the address of something outside. */
  readonly target: string;
  readonly external: boolean;
}

export function relationsPath(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

function resolveTarget(part: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const folders = part.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") folders.pop();
    else if (step !== "." && step !== "") folders.push(step);
  }
  return folders.join("/");
}

/** What a part refers to; empty where it refers to nothing. */
export function readRelations(parts: Parts, part: string): Relation[] {
  const root = readPart(parts, relationsPath(part));
  return childrenNamed(root ?? undefined, "Relationship").map((relation) => {
    const external = attribute(relation, "TargetMode") === "External";
    const target = attribute(relation, "Target") ?? "";
    const type = attribute(relation, "Type") ?? "";
    return {
      id: attribute(relation, "Id") ?? "",
      type: type.slice(type.lastIndexOf("/") + 1),
      target: external ? target : partName(parts, resolveTarget(part, target)),
      external,
    };
  });
}

const relationBase = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const relationsNamespace = "http://schemas.openxmlformats.org/package/2006/relationships";

/** Adds a relation from one part to another and gives its id. */
export function addRelation(parts: Parts, part: string, type: string, targetPart: string): string {
  const path = relationsPath(part);
  const root = readPart(parts, path) ?? element("Relationships", { xmlns: relationsNamespace });
  const taken = new Set(childrenNamed(root, "Relationship").map((relation) => attribute(relation, "Id")));
  let number = taken.size + 1;
  while (taken.has(`rId${number}`)) number++;
  const id = `rId${number}`;
  root.children.push(element("Relationship", { Id: id, Type: relationBase + type, Target: `/${targetPart}` }));
  writePart(parts, path, root);
  return id;
}

export function removeRelations(parts: Parts, part: string, matches: (relation: Relation) => boolean): void {
  const path = relationsPath(part);
  const root = readPart(parts, path);
  if (root === null) return;
  const gone = new Set(
    readRelations(parts, part)
      .filter(matches)
      .map((relation) => relation.id),
  );
  if (gone.size === 0) return;
  root.children = root.children.filter((child) => typeof child === "string" || !gone.has(attribute(child, "Id") ?? ""));
  writePart(parts, path, root);
}

/** A path such as `xl/worksheets/sheet7.xml` that no part has yet. */
export function freePath(parts: Parts, before: string, after: string): string {
  let number = 1;
  while (parts.has(`${before}${number}${after}`)) number++;
  return `${before}${number}${after}`;
}
