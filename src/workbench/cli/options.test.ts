import type { Language } from "../../domain/values/language";
import {
  readHttpsOptions,
  readJobOptions,
  readReplayOptions,
  readScreenshotOptions,
  readStartOptions,
  type CommandLine,
  type JobOptions,
} from "./options";

const job = (line: string): CommandLine<JobOptions> => readJobOptions(line.split(" ").filter((word) => word !== ""));

test("a job that names everything", () => {
  expect(
    job("in.csv --out a/out.XLSX --today 2028-02-29 --lang en --json r.json --screenshot s.png --limit 86400"),
  ).toEqual({
    kind: "run",
    language: "en",
    options: {
      input: "in.csv",
      out: "a/out.XLSX",
      sheet: null,
      today: "2028-02-29",
      json: "r.json",
      screenshot: "s.png",
      limitSeconds: 86_400,
      host: null,
      encoding: null,
    },
  });
});

test.each(["1900-03-01", "2099-12-31"])("%s is a day to judge by", (day) => {
  expect(job(`in.xlsx --out out.xlsx --today ${day}`)).toMatchObject({ options: { today: day } });
});

test("a job that names the least", () => {
  expect(job("--out=out.xlsx in.xlsx")).toEqual({
    kind: "run",
    language: "zh-CN",
    options: {
      input: "in.xlsx",
      out: "out.xlsx",
      sheet: null,
      today: null,
      json: null,
      screenshot: null,
      limitSeconds: null,
      host: null,
      encoding: null,
    },
  });
});

const good = "in.xlsx --out out.xlsx";
test.each<readonly [line: string, chinese: string, english: string]>([
  ["", "没有写要处理的文件", "The file to work on (.xlsx, .xlsm or .csv) is missing"],
  ["in.xlsx", "没有用 --out 写明结果存到哪里", "--out is missing"],
  [
    "a.xlsx b.xlsx --out out.xlsx",
    "一次只处理一个文件，这里写了 2 个：a.xlsx、b.xlsx",
    "One file at a time: 2 were given",
  ],
  [`${good} --fast`, "没有 --fast 这个选项", "There is no option --fast"],
  [`${good} -x`, "没有 -x 这个选项", "There is no option -x"],
  [
    `${good} --today`,
    "--today 后面缺少内容，例如 --today 2026-08-07",
    "--today needs something after it, such as --today 2026-08-07",
  ],
  [`${good} --json --today 2026-08-07`, "--json 后面缺少内容", "--json needs something after it"],
  ["in.xlsx --out=", "--out 后面缺少内容", "--out needs something after it"],
  [`${good} --out other.xlsx`, "--out 写了不止一次", "--out is given more than once"],
  ["in.xlsx --out out.csv", "--out out.csv：文件名要以 .xlsx 结尾", "--out out.csv: the file's name must end in .xlsx"],
  ["in.xlsx --out folder/", "要以 .xlsx 结尾", "must end in .xlsx"],
  [`${good} --json report`, "要以 .json 结尾", "must end in .json"],
  [`${good} --screenshot shot.jpg`, "要以 .png 结尾", "must end in .png"],
  ...["2026-8-7", "2026-02-30", "1900-02-28", "0000-01-01", "2100-01-01", "9999-12-31", "tomorrow", "20260807"].map(
    (day) => [`${good} --today ${day}`, `--today ${day}：请写成 2026-08-07`, `--today ${day}: write a day`] as const,
  ),
  ...["0", "-5", "86401", "1e3", "0x10", "1.5", "Infinity", "NaN", "soon"].map((limit) =>
    limit.startsWith("-")
      ? ([`${good} --limit=${limit}`, `--limit ${limit}：请写秒数`, `--limit ${limit}: write a whole`] as const)
      : ([`${good} --limit ${limit}`, `--limit ${limit}：请写秒数`, `--limit ${limit}: write a whole`] as const),
  ),
])("npm run job -- %s: one sentence, in the language of --lang", (line, chinese, english) => {
  const say = (language: Language) => {
    const answer = job(`--lang ${language} ${line}`);
    return answer.kind === "wrong" ? answer.sentence : answer.kind;
  };
  expect(say("zh-CN")).toContain(chinese);
  expect(say("en")).toContain(english);
  expect(say("en")).not.toMatch(/[\u4e00-\u9fff]/);
  expect(say("en").split("\n")).toHaveLength(1);
});

test("a language that there is not, in the default one", () => {
  expect(job(`${good} --lang de`)).toEqual({
    kind: "wrong",
    language: "zh-CN",
    sentence: "--lang de：请写 zh-CN 或 en。",
  });
});

test.each(["--help", "-h", "in.xlsx --nonsense --help", "--limit never --help"])("%s asks for help", (line) => {
  expect(job(line)).toEqual({ kind: "help", language: "zh-CN" });
  expect(job(`--lang en ${line}`)).toEqual({ kind: "help", language: "en" });
});

test("what npm start takes", () => {
  expect(readStartOptions([])).toMatchObject({ options: { file: null, port: 0, panes: 1, opensBrowser: true } });
  expect(readStartOptions(["my book.xlsx", "--port", "3001", "--panes", "2", "--no-open"])).toMatchObject({
    options: { file: "my book.xlsx", port: 3001, panes: 2, opensBrowser: false },
  });
});

test.each([
  [["--port", "65536"], "--port 65536: write a port's number"],
  [["--port", "0x50"], "--port 0x50: write a port's number"],
  [["--panes", "3"], "--panes 3: write 1, or 2"],
  [["--no-open=yes"], "--no-open is a switch"],
  [["a.xlsx", "b.xlsx"], "One file at a time"],
  [
    ["--out", "x.xlsx"],
    "There is no option --out. The options are --port, --panes, --host, --encoding, --no-open, --lang, --help",
  ],
])("npm start -- %j is refused", (args, sentence) => {
  const answer = readStartOptions(["--lang", "en", ...args]);
  expect(answer.kind === "wrong" && answer.sentence).toContain(sentence);
});

test("what the other two commands take", () => {
  expect(readHttpsOptions(["--lang", "en"])).toEqual({ kind: "run", language: "en", options: null });
  expect(readHttpsOptions(["book.xlsx"]).kind).toBe("wrong");
  const views = ["today", "log"];
  expect(readScreenshotOptions([], views)).toMatchObject({ options: { languages: ["zh-CN", "en"], only: null } });
  expect(readScreenshotOptions(["--lang", "en", "--only", "log"], views)).toMatchObject({
    options: { languages: ["en"], only: ["log"] },
  });
  expect(readScreenshotOptions(["--only", "log,lag"], views)).toMatchObject({
    sentence: "--only：没有 lag 这个页面。可用的页面：today、log",
  });
});

test("a replay names its record, and the workbook and the Excel to hold it against", () => {
  expect(readReplayOptions(["record.txt", "--host", "web,undo:none", "--book", "in.xlsx"])).toEqual({
    kind: "run",
    language: "zh-CN",
    options: { record: "record.txt", book: "in.xlsx", host: "web,undo:none" },
  });
  expect(readReplayOptions(["record.txt"])).toMatchObject({ options: { book: null, host: null } });
});

test.each([
  ["--lang en", "The record's file is missing. For example: npm run replay -- record.txt"],
  ["record.txt other.txt --lang en", "One file at a time"],
  ["record.txt --host excel95 --lang en", "--host excel95: there is no such Excel. There are microsoft365, excel2021"],
])("a replay that cannot be: %s", (line, sentence) => {
  const read = readReplayOptions(line.split(" "));
  expect(read).toMatchObject({ kind: "wrong", sentence: expect.stringContaining(sentence) });
});

test("the sheet with the list can be named", () => {
  expect(job("in.xlsx --out out.xlsx --sheet 2026年")).toMatchObject({ options: { sheet: "2026年" } });
});

test("an encoding is known in small and capital letters, and an unknown one is told with those that there are", () => {
  expect(job("in.csv --out out.xlsx --encoding Big5")).toMatchObject({ options: { encoding: "big5" } });
  expect(readStartOptions(["in.csv", "--encoding", "shift_jis"])).toMatchObject({ options: { encoding: "shift_jis" } });
  expect(job("in.csv --out out.xlsx --encoding latin9 --lang en")).toMatchObject({
    sentence: expect.stringMatching(/^--encoding latin9: .* utf-8, .*windows-1251$/) as string,
  });
});
