import type { ReviewContext } from "../schema/reviewContext";
import { ourProperty, ourVersion, type Import, type ImportProblem } from "./descriptor";
import { readForeign } from "./foreignSchema";
import { jsonReader } from "./jsonReader";
import { readOurs } from "./ourSchema";

/**
 * Reads a descriptor. One of ours is taken whole; of a foreign one what can be said is laid over the schema in force. Never
 * throws.
 * @param inForce its schema stands for what a foreign descriptor does not say
 */
export function readTableSchema(text: string, inForce: Pick<ReviewContext, "schema" | "system">): Import {
  const fail = (problem: ImportProblem): Import => ({ ok: false, problem });
  const parsed = parse(text);
  if (parsed === undefined) return fail({ kind: "notJson" });
  const read = jsonReader();
  if (!read.isRecord(parsed) || !Array.isArray(read.get(parsed, "fields"))) return fail({ kind: "notDescriptor" });
  const ours = read.get(parsed, ourProperty);
  if (ours === undefined) return readForeign(read, parsed, inForce);
  const version = read.isRecord(ours) ? read.get(ours, "version") : undefined;
  if (typeof version === "number" && version !== ourVersion)
    return fail({ kind: "unknownVersion", version: String(version) });
  if (version !== ourVersion) return fail({ kind: "wrongType", path: `${ourProperty}.version`, expected: "number" });
  const schema = readOurs(read, ours, inForce.system);
  const [wrong] = read.problems;
  return wrong ? fail({ kind: "wrongType", ...wrong }) : { ok: true, schema, notMapped: [] };
}

/** Undefined for what is no JSON; JSON itself has no such value. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}
