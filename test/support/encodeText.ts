import { decodeAs } from "../../src/csv/encoding";
import type { EncodingName } from "../../src/csv/encodingNames";

const tables = new Map<EncodingName, ReadonlyMap<string, readonly number[]>>();

/** Bytes by character, found by reading every one and every two bytes. */
function tableOf(encoding: EncodingName): ReadonlyMap<string, readonly number[]> {
  const ready = tables.get(encoding);
  if (ready !== undefined) return ready;
  const table = new Map<string, readonly number[]>();
  const add = (...bytes: number[]): void => {
    const text = decodeAs(Uint8Array.from(bytes), encoding);
    if ([...text].length === 1 && text !== "\ufffd" && !table.has(text)) table.set(text, bytes);
  };
  for (let byte = 0; byte < 256; byte++) add(byte);
  if (!encoding.startsWith("windows")) {
    for (let lead = 0x81; lead < 0xff; lead++) for (let trail = 0x40; trail < 0xff; trail++) add(lead, trail);
  }
  tables.set(encoding, table);
  return table;
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return bytes;
}

/** Text as a program of that encoding saves it; what the encoding does not have becomes a question mark. */
export function encodeText(text: string, encoding: EncodingName): Uint8Array {
  if (encoding === "utf-8") return new TextEncoder().encode(text);
  if (encoding.startsWith("utf-16")) return utf16(text, encoding === "utf-16le");
  const table = tableOf(encoding);
  return Uint8Array.from([...text].flatMap((c) => table.get(c) ?? [0x3f]));
}

/** Whether an encoding has every character of a text. */
export function canEncode(text: string, encoding: EncodingName): boolean {
  return encoding.startsWith("utf-") || [...text].every((c) => tableOf(encoding).has(c));
}
