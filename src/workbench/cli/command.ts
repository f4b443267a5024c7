import { errors } from "playwright-core";
import type { Language } from "../../domain/values/language";
import { NoBrowser } from "./browser";
import { Stop } from "./failure";
import type { CommandLine } from "./options";
import { textsFor, type CliTexts, type CommandName } from "./texts";

function sentenceOf(error: unknown, texts: CliTexts): string {
  if (error instanceof Stop) return error.detail === null ? error.message : `${error.message}\n${error.detail}`;
  if (error instanceof NoBrowser) return texts.noBrowser(error.detail);
  if (error instanceof errors.TimeoutError) return texts.paneDidNotAnswer;
  return texts.unforeseen((error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "");
}

/**
 * Runs a command and sets the process's exit code: the one that `work` gives, or 2 with one line on standard error.
 */
export function runCommand<Options>(
  name: CommandName,
  line: CommandLine<Options>,
  work: (options: Options, texts: CliTexts, language: Language) => Promise<number>,
): void {
  const texts = textsFor(line.language);
  if (line.kind === "help") {
    console.log(texts.usage[name]);
    return;
  }
  if (line.kind === "wrong") {
    console.error(line.sentence);
    process.exitCode = 2;
    return;
  }
  work(line.options, texts, line.language).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      console.error(sentenceOf(error, texts));
      process.exitCode = 2;
    },
  );
}
