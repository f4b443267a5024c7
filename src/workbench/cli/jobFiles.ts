/** What can be said about a command's files before it begins. */
import { randomUUID } from "node:crypto";
import type { BigIntStats } from "node:fs";
import { open, readFile, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { Language } from "../../domain/values/language";
import { endingFor, refusalOf } from "../files/openFile";
import { codeOf, Stop } from "./failure";
import type { ServedBook } from "./server";
import { textsFor, type CliTexts } from "./texts";

/** A file that a command is to write, and the option that names it. */
export interface Output {
  readonly option: string;
  readonly file: string;
}

/**
 * Reads the workbook or CSV file that a command works on.
 * @throws {Stop} where there is none, it cannot be read, or it is no workbook
 */
export async function readInput(file: string, language: Language): Promise<ServedBook> {
  const texts = textsFor(language);
  const facts = await stat(file).catch(() => null);
  if (facts?.isDirectory() === true) throw new Stop(texts.inputIsFolder(file));
  const bytes = await readFile(file).catch((error: unknown) => {
    const code = codeOf(error) ?? "";
    if (code === "ENOENT" || code === "ENOTDIR") throw new Stop(texts.noSuchFile(path.resolve(file)));
    throw new Stop(texts.cannotRead(file, texts.fileReason(code)));
  });
  const name = path.basename(file);
  const refusal = refusalOf(bytes, name, language);
  if (refusal !== null) throw new Stop(texts.refusedFile(file, refusal));
  return { name, bytes };
}

/**
 * Makes sure that a saved copy of a workbook has a name under which Excel opens it.
 * @throws {Stop} where it has not
 */
export function checkEnding({ name, bytes }: ServedBook, { option, file }: Output, texts: CliTexts): void {
  const ending = endingFor(bytes, name);
  if (!file.toLowerCase().endsWith(ending)) throw new Stop(texts.otherEnding(option, file, ending));
}

/** Facts of what a path leads to, through links; null where there is nothing yet. */
async function factsOf(file: string, texts: CliTexts): Promise<BigIntStats | null> {
  try {
    return await stat(file, { bigint: true });
  } catch (error) {
    const code = codeOf(error) ?? "";
    if (code === "ENOENT") return null;
    throw new Stop(texts.cannotWrite(file, texts.fileReason(code)));
  }
}

const identityOf = ({ dev, ino }: BigIntStats): string => `${dev}:${ino}`;

/** The nearest folder above a file that is there. */
async function folderAbove(
  file: string,
  texts: CliTexts,
): Promise<{ readonly path: string; readonly identity: string }> {
  for (let folder = path.dirname(path.resolve(file)); ; folder = path.dirname(folder)) {
    const facts = await factsOf(folder, texts);
    if (facts !== null) return { path: folder, identity: identityOf(facts) };
  }
}

/** Two names with the same key are one file, whatever links, cases or `..` lie between them. */
async function keyOf({ option, file }: Output, texts: CliTexts): Promise<string> {
  const facts = await factsOf(file, texts);
  if (facts?.isDirectory() === true) throw new Stop(texts.outputIsFolder(option, file));
  if (facts !== null) return identityOf(facts);
  const folder = await folderAbove(file, texts);
  return `${folder.identity}/${path.relative(folder.path, path.resolve(file))}`;
}

/** Opens the file that is there, or makes one in its folder and takes it away again: nothing else tells whether it can be written. */
async function tryToWrite(file: string, texts: CliTexts): Promise<void> {
  try {
    if ((await factsOf(file, texts)) !== null) await (await open(file, "r+")).close();
    const folder = await folderAbove(file, texts);
    const probe = path.join(folder.path, `.${randomUUID().slice(0, 8)}.tmp`);
    await (await open(probe, "wx")).close();
    await rm(probe, { force: true });
  } catch (error) {
    const code = codeOf(error);
    if (code === null) throw error;
    throw new Stop(texts.cannotWrite(file, texts.fileReason(code)));
  }
}

/**
 * Makes sure that each output can be written, that none is the input and no two are the same file. Writes nothing.
 * @throws {Stop} with the first that will not do
 */
export async function checkOutputs(input: string, outputs: readonly Output[], texts: CliTexts): Promise<void> {
  const inputFacts = await stat(input, { bigint: true });
  const seen = new Map<string, Output>();
  for (const output of outputs) {
    const key = await keyOf(output, texts);
    if (key === identityOf(inputFacts)) throw new Stop(texts.outputIsInput(output.option, output.file));
    const other = seen.get(key);
    if (other !== undefined) throw new Stop(texts.sameOutput(other.option, output.option, output.file));
    seen.set(key, output);
    await tryToWrite(output.file, texts);
  }
}
