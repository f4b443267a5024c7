/** Reads what was typed behind a command. Pure: nothing is looked up, opened or written. */
import { parseArgs } from "node:util";
import { encodingNames, isEncodingName, type EncodingName } from "../../csv/encodingNames";
import { dateLimits, isoOfSerial, serialOfIso } from "../../domain/values/date";
import type { Language } from "../../domain/values/language";
import { hostNames, readHost } from "../data/hostBehaviour";
import { textsFor, type CliTexts, type CommandName } from "./texts";

/** What a command is to do. A sentence in `wrong` says what to type instead, in the run's language. */
export type CommandLine<Options> =
  | { readonly kind: "run"; readonly language: Language; readonly options: Options }
  | { readonly kind: "help"; readonly language: Language }
  | { readonly kind: "wrong"; readonly language: Language; readonly sentence: string };

export interface JobOptions {
  readonly input: string;
  readonly out: string;
  /** Title of the sheet with the list; null for the one that is open. */
  readonly sheet: string | null;
  /** ISO day, or null for what the workbook says. */
  readonly today: string | null;
  readonly json: string | null;
  readonly screenshot: string | null;
  /** Null for one that grows with the file. */
  readonly limitSeconds: number | null;
  /** The Excel that the workbench plays; null for the usual one. */
  readonly host: string | null;
  /** Of a CSV file; null for the likeliest. */
  readonly encoding: EncodingName | null;
}

export interface StartOptions {
  /** Null for the sample workbook. */
  readonly file: string | null;
  /** 0 for any free one. */
  readonly port: number;
  readonly panes: 1 | 2;
  readonly opensBrowser: boolean;
  /** The Excel that the workbench plays; null for the usual one. */
  readonly host: string | null;
  /** Of a CSV file; null for the likeliest. */
  readonly encoding: EncodingName | null;
}

export interface ScreenshotOptions {
  readonly languages: readonly Language[];
  /** Null for the folder that the docs show. */
  readonly out: string | null;
  /** Null for all. */
  readonly only: readonly string[] | null;
}

export interface ReplayOptions {
  /** The record's file: text, or a workbook with the hidden sheet. */
  readonly record: string;
  /** The workbook that the record was made with; null for one that is made like it. */
  readonly book: string | null;
  /** The Excel that the workbench plays; null for its usual one. */
  readonly host: string | null;
}

interface Given {
  /** Values by option name, without the dashes. A switch has the value "". */
  readonly values: ReadonlyMap<string, string>;
  readonly files: readonly string[];
}

/** A sentence in place of a value. */
interface Wrong {
  readonly sentence: string;
}

function isWrong(value: unknown): value is Wrong {
  return typeof value === "object" && value !== null && "sentence" in value;
}

/** What comes before the options of a command. */
const called: Readonly<Record<CommandName, string>> = {
  start: "npm start --",
  "start:https": "npm run start:https --",
  job: "npm run job --",
  screenshots: "npm run screenshots --",
  replay: "npm run replay --",
};

/** An example for each option's value; null for a switch. Every command has --lang and --help. */
const examples = {
  job: {
    out: "out.xlsx",
    sheet: "Customers",
    today: "2026-08-07",
    json: "report.json",
    screenshot: "shot.png",
    limit: "180",
    host: "excel2021",
    encoding: "big5",
  },
  start: { port: "3001", panes: "2", host: "excel2021", encoding: "big5", "no-open": null },
  "start:https": {},
  screenshots: { out: "pictures", only: "today,log" },
  replay: { book: "book.xlsx", host: "excel2021" },
} satisfies Record<CommandName, Record<string, string | null>>;

const exampleOf = (command: CommandName): ReadonlyMap<string, string | null> =>
  new Map(Object.entries({ ...examples[command], lang: "en", help: null }));

function tokensOf(args: readonly string[], known: ReadonlyMap<string, string | null>) {
  const options = Object.fromEntries(
    [...known].map(([name, example]) => [
      name,
      { type: example === null ? ("boolean" as const) : ("string" as const) },
    ]),
  );
  return parseArgs({
    args: [...args],
    options: { ...options, help: { type: "boolean", short: "h" } },
    strict: false,
    allowPositionals: true,
    tokens: true,
  }).tokens;
}

type Token = ReturnType<typeof tokensOf>[number];

/** `--out --json` was meant as two options; a value that begins with a dash is written `--out=-x.xlsx`. */
function isMissing(token: Extract<Token, { kind: "option" }>): boolean {
  return !token.value || (!token.inlineValue && token.value.startsWith("-"));
}

/** The run's language: the first --lang that names one. A wrong one is reported in the default language. */
function languageIn(tokens: readonly Token[]): Language {
  for (const token of tokens) {
    if (token.kind !== "option" || token.name !== "lang") continue;
    if (token.value === "zh-CN" || token.value === "en") return token.value;
  }
  return "zh-CN";
}

function collect(
  command: CommandName,
  tokens: readonly Token[],
  known: ReadonlyMap<string, string | null>,
  texts: CliTexts,
): Given | Wrong {
  const values = new Map<string, string>();
  const files: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") files.push(token.value);
    if (token.kind !== "option") continue;
    const example = known.get(token.name);
    const option = `--${token.name}`;
    if (example === undefined) {
      const all = [...known.keys()].map((name) => `--${name}`);
      return { sentence: texts.unknownOption(token.rawName, all, `${called[command]} --help`) };
    }
    if (values.has(token.name)) return { sentence: texts.repeatedOption(option) };
    if (example === null && token.value !== undefined) return { sentence: texts.valueOfFlag(option) };
    if (example !== null && isMissing(token)) return { sentence: texts.noValue(option, `${option} ${example}`) };
    values.set(token.name, token.value ?? "");
  }
  const lang = values.get("lang");
  if (lang !== undefined && lang !== "zh-CN" && lang !== "en") return { sentence: texts.badLanguage(lang) };
  return { values, files };
}

function read<Options>(
  command: CommandName,
  args: readonly string[],
  choose: (given: Given, texts: CliTexts) => Options | Wrong,
): CommandLine<Options> {
  const known = exampleOf(command);
  const tokens = tokensOf(args, known);
  const language = languageIn(tokens);
  if (tokens.some((token) => token.kind === "option" && token.name === "help")) return { kind: "help", language };
  const texts = textsFor(language);
  const given = collect(command, tokens, known, texts);
  if (isWrong(given)) return { kind: "wrong", language, sentence: given.sentence };
  const options = choose(given, texts);
  if (isWrong(options)) return { kind: "wrong", language, sentence: options.sentence };
  return { kind: "run", language, options };
}

/** A whole number in plain digits: no `1e3`, no `0x10`, no sign, no point. Null for anything else. */
function wholeNumber(text: string, smallest: number, largest: number): number | null {
  if (!/^\d{1,9}$/.test(text)) return null;
  const number = Number(text);
  return number >= smallest && number <= largest ? number : null;
}

const firstDay = isoOfSerial(dateLimits[1900].first, 1900);
/** The workbench's grid counts working days one by one in every row: as of a later century it would not end. */
const lastDay = "2099-12-31";
/** Seconds of a day. */
const longestLimit = 86_400;

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && text <= lastDay && serialOfIso(text, 1900) !== null;
}

/** What the names of outputs end in; the usual ending comes first. */
const endings = { out: [".xlsx", ".xlsm"], json: [".json"], screenshot: [".png"] } as const;

/** The Excel that is to be played, null where none is named. */
function hostIn(values: Given["values"], texts: CliTexts): string | null | Wrong {
  const host = values.get("host") ?? null;
  return host === null || readHost(host) ? host : { sentence: texts.badHost(host, hostNames) };
}

/** The encoding that is named, in small or capital letters; null where none is. */
function encodingIn(values: Given["values"], texts: CliTexts): EncodingName | null | Wrong {
  const named = values.get("encoding");
  if (named === undefined) return null;
  const encoding = named.toLowerCase();
  return isEncodingName(encoding) ? encoding : { sentence: texts.badEncoding(named, encodingNames) };
}

function chooseJob({ values, files }: Given, texts: CliTexts): JobOptions | Wrong {
  const example = `${called.job} in.xlsx --out out.xlsx`;
  const [input] = files;
  if (input === undefined) return { sentence: texts.noInput(example) };
  if (files.length > 1) return { sentence: texts.tooManyFiles(files, example) };
  const out = values.get("out");
  if (out === undefined) return { sentence: texts.noOut(example) };
  for (const [name, known] of Object.entries(endings)) {
    const file = values.get(name);
    if (file !== undefined && !known.some((ending) => file.toLowerCase().endsWith(ending)))
      return { sentence: texts.badEnding(`--${name}`, file, known[0]) };
  }
  const today = values.get("today") ?? null;
  if (today !== null && !isDay(today)) return { sentence: texts.badDay(today, firstDay, lastDay) };
  const limit = values.get("limit");
  const limitSeconds = limit === undefined ? null : wholeNumber(limit, 1, longestLimit);
  if (limit !== undefined && limitSeconds === null) return { sentence: texts.badLimit(limit, longestLimit) };
  const host = hostIn(values, texts);
  if (isWrong(host)) return host;
  const encoding = encodingIn(values, texts);
  if (isWrong(encoding)) return encoding;
  return {
    input,
    out,
    sheet: values.get("sheet") ?? null,
    today,
    json: values.get("json") ?? null,
    screenshot: values.get("screenshot") ?? null,
    limitSeconds,
    host,
    encoding,
  };
}

/** Options of `npm run job`. */
export function readJobOptions(args: readonly string[]): CommandLine<JobOptions> {
  return read("job", args, chooseJob);
}

function chooseStart({ values, files }: Given, texts: CliTexts): StartOptions | Wrong {
  if (files.length > 1) return { sentence: texts.tooManyFiles(files, `${called.start} book.xlsx`) };
  const portText = values.get("port") ?? "0";
  const port = wholeNumber(portText, 0, 65_535);
  if (port === null) return { sentence: texts.badPort(portText) };
  const panes = values.get("panes") ?? "1";
  if (panes !== "1" && panes !== "2") return { sentence: texts.badPanes(panes) };
  const host = hostIn(values, texts);
  if (isWrong(host)) return host;
  const encoding = encodingIn(values, texts);
  if (isWrong(encoding)) return encoding;
  return {
    file: files[0] ?? null,
    port,
    panes: panes === "2" ? 2 : 1,
    opensBrowser: !values.has("no-open"),
    host,
    encoding,
  };
}

/** Options of `npm start`. */
export function readStartOptions(args: readonly string[]): CommandLine<StartOptions> {
  return read("start", args, chooseStart);
}

function noFiles(command: CommandName, { files }: Given, texts: CliTexts): Wrong | null {
  const [file] = files;
  return file === undefined ? null : { sentence: texts.noFilesHere(file, `${called[command]} --help`) };
}

/** Options of `npm run start:https`: only the language of what it says. */
export function readHttpsOptions(args: readonly string[]): CommandLine<null> {
  return read("start:https", args, (given, texts) => noFiles("start:https", given, texts));
}

/**
 * Options of `npm run screenshots`.
 * @param views names of the views that there are
 */
export function readScreenshotOptions(
  args: readonly string[],
  views: readonly string[],
): CommandLine<ScreenshotOptions> {
  return read("screenshots", args, (given, texts) => {
    const wrong = noFiles("screenshots", given, texts);
    if (wrong !== null) return wrong;
    const only = given.values.get("only")?.split(",") ?? null;
    const unknown = only?.filter((name) => !views.includes(name)) ?? [];
    if (unknown.length > 0) return { sentence: texts.unknownViews(unknown, views) };
    const lang = given.values.get("lang");
    return {
      languages: lang === "zh-CN" || lang === "en" ? [lang] : ["zh-CN", "en"],
      out: given.values.get("out") ?? null,
      only,
    };
  });
}

function chooseReplay({ values, files }: Given, texts: CliTexts): ReplayOptions | Wrong {
  const example = `${called.replay} record.txt`;
  const [record] = files;
  if (record === undefined) return { sentence: texts.noRecord(example) };
  if (files.length > 1) return { sentence: texts.tooManyFiles(files, example) };
  const host = hostIn(values, texts);
  if (isWrong(host)) return host;
  return { record, book: values.get("book") ?? null, host };
}

/** Options of `npm run replay`. */
export function readReplayOptions(args: readonly string[]): CommandLine<ReplayOptions> {
  return read("replay", args, chooseReplay);
}
