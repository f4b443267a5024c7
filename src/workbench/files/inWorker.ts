import type { EncodingName } from "../../csv/encodingNames";
import type { Language } from "../../domain/values/language";
import type { BookData } from "../data/bookData";
import type { Opened } from "./openFile";
import { refusalSentence } from "./refusal";
import type { FileAnswer, FileJob } from "./fileJob";

/** Milliseconds. Enough for 100,000 rows; a file that takes longer is refused rather than left hanging. */
const openLimit = 10_000;
const saveLimit = 60_000;

/** Does one job in a worker of its own, so that the page stays alive whatever the file does to it; null when time is up. */
function ask(job: FileJob, limit: number): Promise<FileAnswer | null> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL("./worker.ts", import.meta.url));
    const finish = (answer: FileAnswer | null): void => {
      clearTimeout(timer);
      worker.terminate();
      resolve(answer);
    };
    const timer = setTimeout(() => finish(null), limit);
    worker.addEventListener("message", (event: MessageEvent<FileAnswer>) => finish(event.data));
    worker.addEventListener("error", (event) => finish({ kind: "failed", detail: event.message }));
    worker.postMessage(job);
  });
}

/**
 * Reads an .xlsx or .csv file within ten seconds, or says in a sentence for people why not. Never throws.
 * @param encoding of a CSV file, where somebody chose one; null for the likeliest
 */
export async function openBook(
  bytes: Uint8Array,
  name: string,
  language: Language,
  encoding: EncodingName | null,
): Promise<Opened> {
  const answer = await ask({ kind: "open", bytes, name, language, encoding }, openLimit);
  if (answer === null) return { ok: false, message: refusalSentence("tooSlow", null, language) };
  if (answer.kind === "opened") return answer.opened;
  return { ok: false, message: refusalSentence("damaged", answer.kind === "failed" ? answer.detail : null, language) };
}

/**
 * Writes a workbook as .xlsx.
 * @param original bytes of the .xlsx file that the workbook was opened from: whatever the grid does not know is kept from it; null or a .csv file for a workbook without one
 * @throws {Error} when it cannot be written; the file on disk is untouched then
 */
export async function saveBook(book: BookData, original: Uint8Array | null): Promise<Uint8Array> {
  const answer = await ask({ kind: "save", book, original }, saveLimit);
  if (answer === null) throw new Error("Writing the workbook took longer than a minute.");
  if (answer.kind === "saved") return answer.bytes;
  throw new Error(answer.kind === "failed" ? answer.detail : "The workbook could not be written.");
}
