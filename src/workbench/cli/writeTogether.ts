import { randomUUID } from "node:crypto";
import { chmod, mkdir, realpath, rename, rm, rmdir, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { codeOf } from "./failure";

export interface FileToWrite {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** `file` is the one that could not be written, `code` Node's reason, such as `ENOSPC`. */
export type Written = { readonly ok: true } | { readonly ok: false; readonly file: string; readonly code: string };

/** Short, so that a name is too long only where the file's own is. */
function nameBeside(file: string): string {
  return path.join(path.dirname(file), `.${randomUUID().slice(0, 8)}.tmp`);
}

/** The file that a name stands for, through links. */
function targetOf(file: string): Promise<string> {
  return realpath(file).catch(() => path.resolve(file));
}

/** Takes folders away again, from the innermost to the first that was made, as long as they are empty. */
async function removeFolders(innermost: string, first: string): Promise<void> {
  for (let folder = innermost; folder.startsWith(first); folder = path.dirname(folder)) {
    const gone = await rmdir(folder).then(
      () => true,
      () => false,
    );
    if (!gone) return;
  }
}

/**
 * Writes all of the files or none. Each goes to a file beside its place first; only when all are on the disk do they take their
 * places. Where one cannot, those before it give theirs back: files that were there are as they were, and folders made on the way go.
 */
export async function writeTogether(files: readonly FileToWrite[]): Promise<Written> {
  /** What takes the steps so far back; the last is to run first. */
  const undo: (() => Promise<unknown>)[] = [];
  const leftovers: string[] = [];
  let current = files[0]?.path ?? "";
  try {
    const prepared: { readonly from: string; readonly to: string; readonly name: string }[] = [];
    for (const { path: name, content } of files) {
      current = name;
      const to = await targetOf(name);
      const made = await mkdir(path.dirname(to), { recursive: true });
      if (made !== undefined) undo.push(() => removeFolders(path.dirname(to), made));
      const from = nameBeside(to);
      undo.push(() => rm(from, { force: true }));
      await writeFile(from, content, { flag: "wx", flush: true });
      prepared.push({ from, to, name });
    }
    for (const { from, to, name } of prepared) {
      current = name;
      const before = await stat(to).catch(() => null);
      if (before?.isDirectory() === true) throw Object.assign(new Error(to), { code: "EISDIR" });
      if (before !== null) {
        // Whoever could read the old file can read the new one.
        await chmod(from, before.mode);
        const aside = nameBeside(to);
        await rename(to, aside);
        undo.push(() => rename(aside, to));
        leftovers.push(aside);
      }
      await rename(from, to);
      undo.push(() => rename(to, from));
    }
  } catch (error) {
    for (const step of undo.reverse()) await step().catch(() => undefined);
    const code = codeOf(error);
    if (code === null) throw error;
    return { ok: false, file: current, code };
  }
  for (const file of leftovers) await rm(file, { force: true }).catch(() => undefined);
  return { ok: true };
}
