import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { validateXML, memoryPages } from "xmllint-wasm";
import { attribute, parseXml, serializeXml, type XmlElement } from "../../src/workbench/files/xml";
import { readText, unpack } from "../../src/workbench/files/zipPackage";
import { sharedDataOf, sharedFile } from "./needs";

/** The schema files of ECMA-376, transitional, which stand beside some checkouts. */
export const schemas = sharedDataOf("ooxml-xsd");

const office = "http://schemas.openxmlformats.org/";
const compatibility = `${office}markup-compatibility/2006`;

/** The schema of a part by the namespace of its root. */
const schemaOf: Readonly<Record<string, string>> = {
  [`${office}spreadsheetml/2006/main`]: "sml.xsd",
  [`${office}drawingml/2006/spreadsheetDrawing`]: "dml-spreadsheetDrawing.xsd",
  [`${office}drawingml/2006/chart`]: "dml-chart.xsd",
  [`${office}drawingml/2006/main`]: "dml-main.xsd",
  [`${office}package/2006/content-types`]: "opc-contentTypes.xsd",
  [`${office}package/2006/relationships`]: "opc-relationships.xsd",
  [`${office}officeDocument/2006/extended-properties`]: "shared-documentPropertiesExtended.xsd",
  [`${office}officeDocument/2006/custom-properties`]: "shared-documentPropertiesCustom.xsd",
};

type Namespaces = ReadonlyMap<string, string>;

function namespacesOf(element: XmlElement, outer: Namespaces): Namespaces {
  const own = new Map(outer);
  for (const [name, value] of element.attributes) {
    if (name === "xmlns") own.set("", value);
    else if (name.startsWith("xmlns:")) own.set(name.slice(6), value);
  }
  return own;
}

function splitName(name: string): readonly [prefix: string, local: string] {
  const colon = name.indexOf(":");
  return colon === -1 ? ["", name] : [name.slice(0, colon), name.slice(colon + 1)];
}

/** Children as a reader of 2006 sees them: without what may be ignored, and with the way out that a writer left for it. */
function understood(
  element: XmlElement,
  outer: Namespaces,
  outerIgnored: ReadonlySet<string>,
): XmlElement | XmlElement[] | null {
  const namespaces = namespacesOf(element, outer);
  const ignored = new Set(outerIgnored);
  const [prefix, local] = splitName(element.name);
  const namespace = namespaces.get(prefix) ?? "";
  for (const [name, value] of element.attributes) {
    const [before, after] = splitName(name);
    if (after === "Ignorable" && namespaces.get(before) === compatibility)
      for (const one of value.trim().split(/\s+/)) ignored.add(namespaces.get(one) ?? "");
  }
  if (ignored.has(namespace)) return null;
  // What stands in an extension is nobody's business but its own program's.
  if (local === "ext") return element;
  const children = element.children.flatMap((child) =>
    typeof child === "string" ? child : (understood(child, namespaces, ignored) ?? []),
  );
  if (namespace === compatibility) {
    // Of the ways to say it only the last one, the fallback, is one that a reader of 2006 knows.
    if (local === "Choice") return null;
    return children.filter((child) => typeof child !== "string");
  }
  const attributes = new Map(
    [...element.attributes].filter(([name]) => {
      const [before] = splitName(name);
      // Every program writes xml:space on texts, and the schema does not have it.
      if (name === "xml:space") return false;
      if (name.startsWith("xmlns")) return true;
      const space = before === "" ? "" : (namespaces.get(before) ?? "");
      return space !== compatibility && (space === "" || !ignored.has(space));
    }),
  );
  return { name: element.name, attributes, children };
}

function asOf2006(text: string): { readonly namespace: string; readonly xml: string } | null {
  const root = parseXml(text);
  const read = understood(root, new Map(), new Set());
  if (read === null || Array.isArray(read)) return null;
  const [prefix] = splitName(root.name);
  return { namespace: attribute(root, prefix === "" ? "xmlns" : `xmlns:${prefix}`) ?? "", xml: serializeXml(read) };
}

/** Files by their schema: the validator reads a schema once for all that it is given. */
function partsBySchema(
  files: ReadonlyMap<string, Uint8Array>,
): Map<string, { readonly title: string; readonly xml: string }[]> {
  const bySchema = new Map<string, { readonly title: string; readonly xml: string }[]>();
  for (const [file, bytes] of files) {
    const parts = unpack(bytes);
    for (const part of parts.keys()) {
      if (!/\.(xml|rels)$/.test(part)) continue;
      const read = asOf2006(readText(parts, part) ?? "");
      const schema = read === null ? undefined : schemaOf[read.namespace];
      if (read === null || schema === undefined) continue;
      bySchema.set(schema, [...(bySchema.get(schema) ?? []), { title: `${file} ${part}`, xml: read.xml }]);
    }
  }
  return bySchema;
}

/**
 * Holds every part of saved workbooks for which there is a schema against it.
 * @returns one line for each fault: file, part, and what the validator says
 */
export async function schemaFaults(files: ReadonlyMap<string, Uint8Array>): Promise<readonly string[]> {
  const folder = sharedFile("ooxml-xsd");
  const preload = readdirSync(folder)
    .filter((name) => name.endsWith(".xsd"))
    .map((fileName) => ({ fileName, contents: readFileSync(path.join(folder, fileName), "utf8") }));
  const faults: string[] = [];
  for (const [schema, parts] of partsBySchema(files)) {
    const contents = preload.find(({ fileName }) => fileName === schema)?.contents ?? "";
    const result = await validateXML({
      xml: parts.map(({ xml }, i) => ({ fileName: `part${i}.xml`, contents: xml })),
      schema: [{ fileName: schema, contents }],
      preload: preload.filter(({ fileName }) => fileName !== schema),
      maxMemoryPages: memoryPages.GiB,
    });
    for (const { message, loc } of result.errors) {
      // A line without a place only counts up what the lines before it said.
      if (loc === null && message.endsWith("fails to validate")) continue;
      const place = Number(/^part(\d+)\.xml$/.exec(loc?.fileName ?? "")?.[1] ?? -1);
      faults.push(`${parts[place]?.title ?? schema}: ${message}`);
    }
  }
  return faults;
}
