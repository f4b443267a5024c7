/**
 * A small XML reader and writer for the parts of an .xlsx package. A web worker has no DOMParser, and what is not understood has
 * to come out again as it went in: names keep their prefixes, attributes their order, text its white space.
 */
export interface XmlElement {
  /** With its prefix, as written. */
  name: string;
  attributes: Map<string, string>;
  children: (XmlElement | string)[];
}

/** The text is not well-formed XML. */
export class XmlError extends Error {}

const entities: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, code: string) => {
    if (code.startsWith("#")) {
      const point = code[1] === "x" || code[1] === "X" ? parseInt(code.slice(2), 16) : parseInt(code.slice(1), 10);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    }
    return entities.get(code) ?? whole;
  });
}

// XML 1.0 has no place for most control characters; one of them in a cell would make the whole file unreadable.
function withoutControls(text: string): string {
  return text.replace(/[\p{Cc}\ufffe\uffff]/gu, (c) =>
    "\t\n\r".includes(c) || (c >= "\u007f" && c < "\ufffe") ? c : "",
  );
}

export function escapeText(text: string): string {
  return withoutControls(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function escapeAttribute(text: string): string {
  return escapeText(text)
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "&#10;")
    .replaceAll("\r", "&#13;")
    .replaceAll("\t", "&#9;");
}

const attributePattern = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function readAttributes(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const match of text.matchAll(attributePattern)) {
    attributes.set(match[1] ?? "", decodeEntities(match[2] ?? match[3] ?? ""));
  }
  return attributes;
}

/** Where the tag that starts at `from` ends: a `>` inside a quoted attribute value is not the end. */
function tagEnd(text: string, from: number): number {
  let quote = "";
  for (let i = from; i < text.length; i++) {
    const c = text[i];
    if (quote !== "") {
      if (c === quote) quote = "";
    } else if (c === '"' || c === "'") quote = c;
    else if (c === ">") return i;
  }
  throw new XmlError("a tag is not closed");
}

/** @throws {XmlError} */
export function parseXml(text: string): XmlElement {
  const root: XmlElement = { name: "", attributes: new Map(), children: [] };
  const open: XmlElement[] = [root];
  let at = text.indexOf("<");
  const addText = (part: string): void => {
    const parent = open[open.length - 1];
    if (part !== "" && parent !== undefined && parent !== root) parent.children.push(part);
  };
  while (at !== -1) {
    if (text.startsWith("<!--", at) || text.startsWith("<?", at) || text.startsWith("<!DOCTYPE", at)) {
      const close = text.startsWith("<!--", at) ? "-->" : text.startsWith("<?", at) ? "?>" : ">";
      const end = text.indexOf(close, at);
      if (end === -1) throw new XmlError("a comment or declaration is not closed");
      at = end + close.length;
    } else if (text.startsWith("<![CDATA[", at)) {
      const end = text.indexOf("]]>", at);
      if (end === -1) throw new XmlError("a CDATA section is not closed");
      addText(text.slice(at + 9, end));
      at = end + 3;
    } else {
      const end = tagEnd(text, at);
      const parent = open[open.length - 1];
      if (parent === undefined) throw new XmlError("an element is closed that was not opened");
      if (text[at + 1] === "/") {
        if (open.length === 1 || parent.name !== text.slice(at + 2, end).trim()) {
          throw new XmlError("an element is closed that was not opened");
        }
        open.pop();
      } else {
        const empty = text[end - 1] === "/";
        const inner = text.slice(at + 1, empty ? end - 1 : end);
        const space = inner.search(/\s/);
        const element: XmlElement = {
          name: space === -1 ? inner : inner.slice(0, space),
          attributes: space === -1 ? new Map() : readAttributes(inner.slice(space)),
          children: [],
        };
        parent.children.push(element);
        if (!empty) open.push(element);
      }
      at = end + 1;
    }
    const next = text.indexOf("<", at);
    const between = text.slice(at, next === -1 ? text.length : next);
    if (open.length > 1) addText(decodeEntities(between));
    else if (between.replace(/^\ufeff/, "").trim() !== "") throw new XmlError("text stands outside of the document");
    at = next;
  }
  const document = root.children.find((child) => typeof child !== "string");
  if (open.length !== 1 || document === undefined || typeof document === "string")
    throw new XmlError("the document is cut off");
  return document;
}

export function serializeXml(element: XmlElement): string {
  let start = `<${element.name}`;
  for (const [name, value] of element.attributes) start += ` ${name}="${escapeAttribute(value)}"`;
  if (element.children.length === 0) return `${start}/>`;
  const inner = element.children
    .map((child) => (typeof child === "string" ? escapeText(child) : serializeXml(child)))
    .join("");
  return `${start}>${inner}</${element.name}>`;
}

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The name without its prefix. */
export function localName(element: XmlElement): string {
  return element.name.slice(element.name.indexOf(":") + 1);
}

export function childrenNamed(element: XmlElement | undefined, local: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of element?.children ?? []) {
    if (typeof child !== "string" && localName(child) === local) found.push(child);
  }
  return found;
}

export function childNamed(element: XmlElement | undefined, local: string): XmlElement | undefined {
  return childrenNamed(element, local)[0];
}

/** All text inside, in document order. */
export function textOf(element: XmlElement | undefined): string {
  if (element === undefined) return "";
  return element.children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");
}

export function attribute(element: XmlElement | undefined, name: string): string | undefined {
  return element?.attributes.get(name);
}

/** An attribute by its local name, whatever prefix the file gave its namespace. */
export function prefixedAttribute(element: XmlElement, local: string): string | undefined {
  for (const [name, value] of element.attributes) {
    if (name.includes(":") && !name.startsWith("xmlns") && name.slice(name.indexOf(":") + 1) === local) return value;
  }
  return undefined;
}

/** XML's booleans: `1`, `true`, `on`. */
export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true" || value === "on";
}

export function numberAttribute(element: XmlElement | undefined, name: string): number | undefined {
  const value = attribute(element, name);
  if (value === undefined || value.trim() === "") return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
  children: (XmlElement | string)[] = [],
): XmlElement {
  const map = new Map<string, string>();
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) map.set(key, String(value));
  return { name, attributes: map, children };
}
