import type { ExcelRecord } from "../../domain/record/record";
import type { Language } from "../../domain/values/language";
import type { Difference } from "../replay/compareAnswer";
import type { BookEnding } from "../files/openFile";

/** What the commands say. One run speaks one language: the one of `--lang`, Chinese without it. */
export interface CliTexts {
  /** @param help the command that explains the options */
  readonly unknownOption: (option: string, all: readonly string[], help: string) => string;
  readonly noValue: (option: string, example: string) => string;
  readonly valueOfFlag: (option: string) => string;
  readonly repeatedOption: (option: string) => string;
  readonly badLanguage: (value: string) => string;
  readonly noInput: (example: string) => string;
  readonly tooManyFiles: (files: readonly string[], example: string) => string;
  readonly noFilesHere: (file: string, help: string) => string;
  readonly noOut: (example: string) => string;
  readonly badEnding: (option: string, value: string, ending: string) => string;
  readonly badDay: (value: string, first: string, last: string) => string;
  readonly badLimit: (value: string, longest: number) => string;
  readonly badPort: (value: string) => string;
  readonly badPanes: (value: string) => string;
  readonly unknownViews: (names: readonly string[], all: readonly string[]) => string;

  readonly noSuchFile: (file: string) => string;
  readonly cannotRead: (file: string, reason: string) => string;
  readonly inputIsFolder: (file: string) => string;
  readonly refusedFile: (file: string, sentence: string) => string;
  readonly outputIsInput: (option: string, file: string) => string;
  readonly sameOutput: (one: string, other: string, file: string) => string;
  /** Excel opens a workbook with macros only as .xlsm, and no other workbook as that. */
  readonly otherEnding: (option: string, file: string, ending: BookEnding) => string;
  readonly outputIsFolder: (option: string, file: string) => string;
  readonly cannotWrite: (file: string, reason: string) => string;
  /** @param code of Node's error, such as `ENOSPC` */
  readonly fileReason: (code: string) => string;

  readonly building: (bundle: "pane" | "workbench") => string;
  readonly built: (bundle: "pane" | "workbench", seconds: number) => string;
  readonly buildFailed: (bundle: "pane" | "workbench") => string;
  /** @param detail what the browser said; null where none was found */
  readonly noBrowser: (detail: string | null) => string;
  readonly unforeseen: (detail: string) => string;

  readonly paneDidNotStart: string;
  readonly paneDidNotAnswer: string;
  readonly badReport: string;
  readonly cannotSave: string;
  readonly tooLate: (seconds: number) => string;
  /** What the job is doing, for a person who looks on. @param size null where it is not known yet */
  readonly jobStep: (step: JobStep, size: BookSize | null) => string;
  readonly jobStepDone: (seconds: number) => string;
  readonly jobDone: (out: string, findings: number, roundTrips: number) => string;

  readonly portTaken: (port: number) => string;
  readonly portForbidden: (port: number) => string;
  readonly cannotListen: (port: number, detail: string) => string;
  readonly openAddress: (address: string) => string;
  readonly noCertificate: string;
  readonly whatToDo: (reason: string) => string;
  readonly httpsPortTaken: (port: number) => string;
  readonly served: (address: string) => string;

  readonly noRecord: (example: string) => string;
  readonly badHost: (value: string, all: readonly string[]) => string;
  readonly badEncoding: (value: string, all: readonly string[]) => string;
  readonly recordIsFolder: (file: string) => string;
  readonly noRecordSheet: (file: string, sheet: string) => string;
  readonly badRecord: (file: string, problem: RecordProblem, line: number) => string;
  readonly noBookInRecord: (file: string) => string;
  /** Where and when a record was made. */
  readonly recordFacts: (record: ExcelRecord) => string;
  readonly replayRefused: (count: number) => string;
  readonly replayAgrees: (count: number) => string;
  readonly replayDiffers: (difference: Difference & { readonly exchange: number }) => string;

  readonly usage: Readonly<Record<CommandName, string>>;
}

/** Why a text is no record that can be replayed; see `readRecord`. */
type RecordProblem = "noRecord" | "version" | "cut" | "line";

/** The steps of `npm run job`, in their order. */
export type JobStep = "open" | "setUp" | "check" | "save" | "write";

/** The used cells of the sheet that is open. */
export interface BookSize {
  readonly rows: number;
  readonly columns: number;
}

/** The commands that take options. */
export type CommandName = "start" | "start:https" | "job" | "screenshots" | "replay";

const chineseBundles = { pane: "窗格", workbench: "工作台" } as const;

const chinese: CliTexts = {
  unknownOption: (option, all, help) => `没有 ${option} 这个选项。可用的选项：${all.join("、")}；说明见 ${help}`,
  noValue: (option, example) => `${option} 后面缺少内容，例如 ${example}`,
  valueOfFlag: (option) => `${option} 是开关，后面不用写内容。`,
  repeatedOption: (option) => `${option} 写了不止一次，请只写一次。`,
  badLanguage: (value) => `--lang ${value}：请写 zh-CN 或 en。`,
  noInput: (example) => `没有写要处理的文件（.xlsx、.xlsm 或 .csv）。例如：${example}`,
  tooManyFiles: (files, example) =>
    `一次只处理一个文件，这里写了 ${files.length} 个：${files.join("、")}。文件名含空格时请加引号，选项写在“--”之后。例如：${example}`,
  noFilesHere: (file, help) => `这个命令不处理文件，不用写 ${file}。说明见 ${help}`,
  noOut: (example) => `没有用 --out 写明结果存到哪里；选项要写在“--”之后。例如：${example}`,
  badEnding: (option, value, ending) => `${option} ${value}：文件名要以 ${ending} 结尾。`,
  badDay: (value, first, last) => `--today ${value}：请写成 2026-08-07 这样确有的日期，从 ${first} 到 ${last}。`,
  badLimit: (value, longest) => `--limit ${value}：请写秒数，从 1 到 ${longest} 的整数。`,
  badPort: (value) => `--port ${value}：请写端口号，从 1 到 65535 的整数；写 0 则任选一个空闲的。`,
  badPanes: (value) => `--panes ${value}：请写 1，或写 2 再打开一位同事的窗格。`,
  unknownViews: (names, all) => `--only：没有 ${names.join("、")} 这个页面。可用的页面：${all.join("、")}`,

  noSuchFile: (file) => `${file}：没有这个文件，请检查文件名和文件夹。`,
  cannotRead: (file, reason) => `${file}：读不了，${reason}。`,
  inputIsFolder: (file) => `${file}：这是文件夹，请写其中的 .xlsx、.xlsm 或 .csv 文件。`,
  refusedFile: (file, sentence) => `${file}：${sentence}`,
  outputIsInput: (option, file) => `${option} ${file}：这就是原文件。原文件不会改动，请换一个文件名。`,
  sameOutput: (one, other, file) => `${one} 和 ${other} 写的是同一个文件 ${file}，请各用一个文件名。`,
  otherEnding: (option, file, ending) =>
    ending === ".xlsm"
      ? `${option} ${file}：这个工作簿带有宏，只有 .xlsm 文件能保留宏，请把文件名写成以 .xlsm 结尾。`
      : `${option} ${file}：这个文件不带宏，Excel 不会把它当 .xlsm 打开，请把文件名写成以 .xlsx 结尾。`,
  outputIsFolder: (option, file) => `${option} ${file}：这里已有同名的文件夹，请换一个文件名。`,
  cannotWrite: (file, reason) => `${file}：写不了，${reason}。没有写入任何文件。`,
  fileReason: (code) => {
    switch (code) {
      case "EACCES":
      case "EPERM":
      case "EROFS":
        return "没有权限，也可能正被其他程序使用；请换个位置，或先关闭打开它的程序";
      case "EBUSY":
      case "ETXTBSY":
        return "正被其他程序使用；请先关闭打开它的程序";
      case "ENOSPC":
      case "EDQUOT":
        return "磁盘已满；请腾出空间，或换个位置";
      case "ENOENT":
        return "没有这个文件夹；请换个位置";
      case "EEXIST":
      case "ENOTDIR":
        return "路径里有一段是文件，不是文件夹；请换个位置";
      case "EISDIR":
        return "这是文件夹；请换一个文件名";
      case "ENAMETOOLONG":
        return "文件名太长；请写短一些";
      default:
        return `系统给出的原因是 ${code}；请换个位置再试`;
    }
  },

  building: (bundle) => `正在构建${chineseBundles[bundle]}（第一次需要一两分钟）……`,
  built: (bundle, seconds) => `${chineseBundles[bundle]}已构建，用时 ${seconds} 秒。`,
  buildFailed: (bundle) => `${chineseBundles[bundle]}没有构建成功，下面是构建工具 webpack 的说明：`,
  noBrowser: (detail) =>
    detail === null
      ? "没有找到浏览器：请安装 Google Chrome 或 Microsoft Edge，再运行一次。"
      : `自带的浏览器在这台电脑上启动不了：${detail}`,
  unforeseen: (detail) => `出了意料之外的错误，没有完成：${detail}`,

  paneDidNotStart: "窗格没有启动。",
  paneDidNotAnswer: "窗格在时限内没有完成，已停止，没有写入任何文件。请换小一些的文件，或用 --limit 给更长的时间。",
  badReport: "窗格给出的报告读不了，没有写入任何文件。",
  cannotSave: "工作台页面无法保存，没有写入任何文件。",
  jobStep: (step, size) => {
    const words = { open: "打开文件", setUp: "设置", check: "检查", save: "保存工作簿", write: "写入文件" }[step];
    return size === null ? `${words}……` : `${words}（${size.rows} 行 × ${size.columns} 列）……`;
  },
  jobStepDone: (seconds) => `${seconds} 秒`,
  tooLate: (seconds) =>
    `${seconds} 秒内没有完成，已停止，没有写入任何文件。请换小一些的文件，或用 --limit 给更长的时间。`,
  jobDone: (out, findings, roundTrips) => `${out}：检查出 ${findings} 个问题，与工作簿往返 ${roundTrips} 次。`,

  portTaken: (port) => `端口 ${port} 已被其他程序占用：请用 --port 换一个。`,
  portForbidden: (port) => `系统不允许使用端口 ${port}：请用 --port 换一个 1024 以上的。`,
  cannotListen: (port, detail) => `无法使用端口 ${port}：${detail}`,
  openAddress: (address) => `请在浏览器中打开：${address}  （按 Ctrl+C 结束）`,
  noCertificate: "这台电脑不信任开发证书，Excel 不会加载这个加载项。",
  whatToDo: (reason) =>
    [
      `系统给出的原因：${reason}`,
      "怎么办：",
      "  Windows、Mac：运行 npx office-addin-dev-certs install，在询问时同意，然后再运行一次本命令。",
      "  Linux（用于 Excel 网页版）：用可以使用 sudo 的用户运行一次；如果浏览器仍有警告，请在浏览器设置里把",
      "  主目录下的 .office-addin-dev-certs/ca.crt 作为证书颁发机构导入。",
      "没有 Excel 也想看看这个加载项，不需要证书：npm start",
    ].join("\n"),
  httpsPortTaken: (port) => `端口 ${port} 已被其他程序占用：请结束那个程序，清单文件 manifest.xml 只认这个端口。`,
  served: (address) =>
    `加载项已在 ${address} 提供服务。现在让 Excel 加载本项目文件夹里的 manifest.xml，步骤见 README.zh-CN.md。按 Ctrl+C 结束。`,

  noRecord: (example) => `没有写记录文件。例如：${example}`,
  badHost: (value, all) =>
    `--host ${value}：没有这样的 Excel。可用的有：${all.join("、")}；后面可以再加单项，例如 excel2021,undo:steps`,
  badEncoding: (value, all) => `--encoding ${value}：不认识这个编码。可用的有：${all.join("、")}`,
  recordIsFolder: (file) => `${file}：这是文件夹，请写其中的记录文件。`,
  noRecordSheet: (file, sheet) => `${file}：工作簿里没有工作表 ${sheet}，也就没有记录。`,
  badRecord: (file, problem, line) => {
    switch (problem) {
      case "noRecord":
        return `${file}：不是窗格“记录 Excel 的回答”得到的记录，请重新复制全文。`;
      case "version":
        return `${file}：这份记录来自另一个版本的加载项，本版本读不了。`;
      case "cut":
        return `${file}：记录不完整，缺少结尾。请重新复制全文。`;
      case "line":
        return `${file}：第 ${line} 行读不了，可能在邮件里被折断了。请改用文本文件传送。`;
    }
  },
  noBookInRecord: (file) => `${file}：记录开头没有工作簿的组成，请用 --book 指明记录时用的工作簿。`,
  recordFacts: ({ host, made, exchanges, left }) =>
    `记录：${host.platform} ${host.build}，${host.displayLanguage}，${made}，${exchanges.length} 次问答${left > 0 ? `（另有 ${left} 次没有记下）` : ""}。`,
  replayRefused: (count) => `其中 ${count} 次是 Excel 当时整个拒绝的，不比较。`,
  replayAgrees: (count) => `比较了 ${count} 次问答，工作台的回答在形式上都一致。`,
  replayDiffers: ({ exchange, member, excel, workbench }) =>
    [`第 ${exchange} 次问答，工作台的回答不同：${member}`, `  Excel： ${excel}`, `  工作台：${workbench}`].join("\n"),

  usage: {
    job: `用法：npm run job -- in.xlsx --out out.xlsx [选项]
不开界面运行窗格的工作：打开文件（.xlsx、.xlsm 或 .csv）、设置、检查、汇总、保存。原文件不会改动。

  --out out.xlsx         结果存到哪里（必填）；带宏的工作簿（.xlsm）要存成 .xlsm
  --sheet 客户          有客户表的那张工作表；不写则用打开时显示的那张
  --today 2026-08-07     按哪一天判断；不写就用工作簿里的“今天”
  --lang zh-CN 或 en     窗格、新增工作表和本命令的语言；默认 zh-CN
  --json report.json     检查结果、各项数字、往返次数和字节数
  --screenshot shot.png  结束时的页面截图
  --limit 180            最多运行多少秒，1 到 86400；不写则从 180 起，随行数和列数增加；构建的时间不算
  --host excel2021       工作台扮演哪个 Excel，可再加单项，例如 excel2021,undo:steps；说明见 docs/host-behaviour.md
  --encoding big5        CSV 文件的编码（gb18030、utf-8、windows-1252 等）；不写则自动判断，并说明判断成什么
  --help                 显示本说明

退出码：0 没有问题；1 有问题；2 无法运行，用一行话说明原因，不写任何文件。
In English: npm run job -- --help --lang en`,
    start: `用法：npm start -- [book.xlsx、book.xlsm 或 book.csv] [选项]
在浏览器里打开工作台；不写文件就打开示例工作簿。文件本身不会改动。

  --lang zh-CN 或 en     页面、窗格和本命令的语言；默认 zh-CN
  --port 3001            使用哪个端口；默认任选一个空闲的
  --panes 2              再打开一位同事的窗格，两人同看一个工作簿；默认 1
  --host excel2021       工作台扮演哪个 Excel，可再加单项，例如 excel2021,undo:steps；说明见 docs/host-behaviour.md
  --encoding big5        CSV 文件的编码（gb18030、utf-8、windows-1252 等）；不写则自动判断，并说明判断成什么
  --no-open              只显示地址，不打开浏览器
  --help                 显示本说明

In English: npm start -- --help --lang en`,
    "start:https": `用法：npm run start:https [-- 选项]
为这台电脑上的 Excel 构建加载项，并在 https://localhost:3000 提供服务。

  --lang zh-CN 或 en     本命令的语言；默认 zh-CN（窗格的语言随 Office）
  --help                 显示本说明

In English: npm run start:https -- --help --lang en`,
    replay: `用法：npm run replay -- record.txt [选项]
把窗格“记录 Excel 的回答”得到的记录（文本文件，或带有隐藏工作表 FU_Record 的 .xlsx）重放给工作台，指出第一个回答不同的成员。

  --book book.xlsx       记录时用的工作簿，写入之前也比较单元格内容的种类；不写就按记录做一个相似的
  --host excel2021       工作台扮演哪个 Excel，可再加单项，例如 excel2021,undo:steps；说明见 docs/host-behaviour.md
  --lang zh-CN 或 en     工作台和本命令的语言；默认 zh-CN
  --help                 显示本说明

退出码：0 都一致；1 有不同；2 无法运行，用一行话说明原因。
In English: npm run replay -- --help --lang en`,
    screenshots: `用法：npm run screenshots [-- 选项]
用示例工作簿给窗格的每个页面截图。

  --lang zh-CN 或 en     只截一种语言，本命令也用它；默认两种都截
  --out 文件夹           存到哪里；默认 docs/images/views
  --only today,log       只截这几个页面
  --help                 显示本说明

In English: npm run screenshots -- --help --lang en`,
  },
};

const english: CliTexts = {
  unknownOption: (option, all, help) =>
    `There is no option ${option}. The options are ${all.join(", ")}; ${help} explains them.`,
  noValue: (option, example) => `${option} needs something after it, such as ${example}`,
  valueOfFlag: (option) => `${option} is a switch and takes nothing after it.`,
  repeatedOption: (option) => `${option} is given more than once: give it once.`,
  badLanguage: (value) => `--lang ${value}: write zh-CN or en.`,
  noInput: (example) => `The file to work on (.xlsx, .xlsm or .csv) is missing. For example: ${example}`,
  tooManyFiles: (files, example) =>
    `One file at a time: ${files.length} were given, ${files.join(", ")}. Put a name with spaces into quotes, and options behind the "--". For example: ${example}`,
  noFilesHere: (file, help) => `This command works on no file: leave out ${file}. ${help} explains it.`,
  noOut: (example) =>
    `--out is missing: it says where the result goes. Options stand behind the "--". For example: ${example}`,
  badEnding: (option, value, ending) => `${option} ${value}: the file's name must end in ${ending}.`,
  badDay: (value, first, last) =>
    `--today ${value}: write a day that exists, such as 2026-08-07, from ${first} to ${last}.`,
  badLimit: (value, longest) => `--limit ${value}: write a whole number of seconds, from 1 to ${longest}.`,
  badPort: (value) => `--port ${value}: write a port's number, from 1 to 65535, or 0 for any free one.`,
  badPanes: (value) => `--panes ${value}: write 1, or 2 for a second person's pane.`,
  unknownViews: (names, all) => `--only: there is no view ${names.join(", ")}. The views are ${all.join(", ")}`,

  noSuchFile: (file) => `${file}: there is no such file. Check its name and folder.`,
  cannotRead: (file, reason) => `${file} cannot be read: ${reason}.`,
  inputIsFolder: (file) => `${file} is a folder: name the .xlsx, .xlsm or .csv file in it.`,
  refusedFile: (file, sentence) => `${file}: ${sentence}`,
  outputIsInput: (option, file) =>
    `${option} ${file} is the input itself, which is never changed: choose another file name.`,
  sameOutput: (one, other, file) => `${one} and ${other} name the same file, ${file}: give each a name of its own.`,
  otherEnding: (option, file, ending) =>
    ending === ".xlsm"
      ? `${option} ${file}: the workbook holds macros, which only an .xlsm file keeps: end the name in .xlsm.`
      : `${option} ${file}: the file holds no macros, and Excel would not open it as .xlsm: end the name in .xlsx.`,
  outputIsFolder: (option, file) => `${option} ${file} is a folder: choose another file name.`,
  cannotWrite: (file, reason) => `${file} cannot be written: ${reason}. No file was written.`,
  fileReason: (code) => {
    switch (code) {
      case "EACCES":
      case "EPERM":
      case "EROFS":
        return "this is not allowed here, or another program uses it; choose another place, or close that program";
      case "EBUSY":
      case "ETXTBSY":
        return "another program uses it; close that program";
      case "ENOSPC":
      case "EDQUOT":
        return "the disk is full; make room, or choose another place";
      case "ENOENT":
        return "there is no such folder; choose another place";
      case "EEXIST":
      case "ENOTDIR":
        return "a part of the path is a file, not a folder; choose another place";
      case "EISDIR":
        return "it is a folder; choose another file name";
      case "ENAMETOOLONG":
        return "the name is too long; choose a shorter one";
      default:
        return `the system gives the reason ${code}; try another place`;
    }
  },

  building: (bundle) => `Building the ${bundle} (the first time takes a minute or two) …`,
  built: (bundle, seconds) => `Built the ${bundle} in ${seconds} s.`,
  buildFailed: (bundle) => `The ${bundle} could not be built. What webpack, the build tool, says:`,
  noBrowser: (detail) =>
    detail === null
      ? "No browser found: install Google Chrome or Microsoft Edge, then run this again."
      : `The packaged browser does not start here: ${detail}`,
  unforeseen: (detail) => `Something went wrong that was not foreseen, and the work was not done: ${detail}`,

  paneDidNotStart: "The pane did not start.",
  paneDidNotAnswer:
    "The pane did not finish in time and was stopped; no file was written. Try a smaller file, or a longer --limit.",
  badReport: "The pane's report cannot be read; no file was written.",
  cannotSave: "The workbench page offers no way to save; no file was written.",
  jobStep: (step, size) => {
    const words = {
      open: "Opening the file",
      setUp: "Setting up",
      check: "Checking",
      save: "Saving the workbook",
      write: "Writing the files",
    }[step];
    return size === null
      ? `${words} …`
      : `${words} (${size.rows.toLocaleString("en-US")} rows × ${size.columns} columns) …`;
  },
  jobStepDone: (seconds) => `${seconds} s`,
  tooLate: (seconds) =>
    `The job did not finish within ${seconds} s and was stopped; no file was written. Try a smaller file, or a longer --limit.`,
  jobDone: (out, findings, roundTrips) =>
    `${out}: ${findings} ${findings === 1 ? "finding" : "findings"}, ${roundTrips} round trips.`,

  portTaken: (port) => `Port ${port} is taken by another program: choose another with --port.`,
  portForbidden: (port) => `The system does not allow port ${port}: choose one above 1024 with --port.`,
  cannotListen: (port, detail) => `Port ${port} cannot be used: ${detail}`,
  openAddress: (address) => `Open in a browser: ${address}   (Ctrl+C ends it)`,
  noCertificate: "This machine does not trust the development certificate, so Excel would not load the add-in.",
  whatToDo: (reason) =>
    [
      `The reason given: ${reason}`,
      "What to do:",
      "  Windows, Mac: run `npx office-addin-dev-certs install`, agree to its question, then run this again.",
      "  Linux (for Excel on the web): run this once as a user who may use sudo; if the browser still warns, import",
      "  .office-addin-dev-certs/ca.crt from your home folder as an authority in the browser's settings.",
      "To look at the add-in without Excel, no certificate is needed: npm start",
    ].join("\n"),
  httpsPortTaken: (port) => `Port ${port} is taken by another program. End that program: manifest.xml names this port.`,
  served: (address) =>
    `The add-in is served at ${address}. Now sideload the manifest.xml of this project's folder in Excel: see README.md. Ctrl+C ends it.`,

  noRecord: (example) => `The record's file is missing. For example: ${example}`,
  badHost: (value, all) =>
    `--host ${value}: there is no such Excel. There are ${all.join(", ")}; single options may follow, such as excel2021,undo:steps`,
  badEncoding: (value, all) => `--encoding ${value}: this encoding is not known. There are ${all.join(", ")}`,
  recordIsFolder: (file) => `${file} is a folder: name the record in it.`,
  noRecordSheet: (file, sheet) => `${file}: the workbook has no sheet ${sheet}, so there is no record in it.`,
  badRecord: (file, problem, line) => {
    switch (problem) {
      case "noRecord":
        return `${file} is not a record of the pane's "Record Excel's answers": copy the whole text again.`;
      case "version":
        return `${file}: this record comes from another version of the add-in, which this one cannot read.`;
      case "cut":
        return `${file}: the record is incomplete, its end is missing. Copy the whole text again.`;
      case "line":
        return `${file}: line ${line} cannot be read; a mail may have broken it. Send the record as a text file.`;
    }
  },
  noBookInRecord: (file) =>
    `${file}: the record does not begin with what its workbook is made of. Name that workbook with --book.`,
  recordFacts: ({ host, made, exchanges, left }) =>
    `Record: ${host.platform} ${host.build}, ${host.displayLanguage}, ${made}, ${exchanges.length} exchanges${left > 0 ? ` (${left} more were not recorded)` : ""}.`,
  replayRefused: (count) => `${count} of them Excel refused as a whole; they are not compared.`,
  replayAgrees: (count) => `${count} exchanges compared: the form of every answer agrees.`,
  replayDiffers: ({ exchange, member, excel, workbench }) =>
    [
      `In exchange ${exchange} the workbench answers otherwise: ${member}`,
      `  Excel:     ${excel}`,
      `  workbench: ${workbench}`,
    ].join("\n"),

  usage: {
    job: `Usage: npm run job -- in.xlsx --out out.xlsx [options]
The pane's work without a screen: opens the file (.xlsx, .xlsm or .csv), sets it up, checks, summarises, saves. The input is never changed.

  --out out.xlsx         where the result goes (required); a workbook with macros (.xlsm) goes into an .xlsm file
  --sheet Customers      the sheet with the list; without it the one that is open is taken
  --today 2026-08-07     the day to judge by; without it, the workbook's own "today"
  --lang zh-CN or en     language of the pane, of the sheets it adds and of this command; zh-CN by default
  --json report.json     findings, figures, round trips, bytes
  --screenshot shot.png  a picture of the page at the end
  --limit 180            seconds after which it gives up, 1 to 86400; without it 180 and more for a large sheet; building not counted
  --host excel2021       the Excel that the workbench plays, single options behind it (excel2021,undo:steps); see docs/host-behaviour.md
  --encoding big5        the encoding of a CSV file (utf-8, windows-1252, gb18030 …); without it the likeliest one is taken and named
  --help                 shows this

Exit code 0: no findings. 1: findings. 2: it could not run; one line says why, and no file is written.`,
    start: `Usage: npm start -- [book.xlsx, book.xlsm or book.csv] [options]
Opens the workbench in the browser, with the sample workbook where no file is given. The file itself is never changed.

  --lang zh-CN or en     language of the page, of the pane and of this command; zh-CN by default
  --port 3001            the port to use; any free one by default
  --panes 2              a second person's pane on the same workbook; 1 by default
  --host excel2021       the Excel that the workbench plays, single options behind it (excel2021,undo:steps); see docs/host-behaviour.md
  --encoding big5        the encoding of a CSV file (utf-8, windows-1252, gb18030 …); without it the likeliest one is taken and named
  --no-open              shows the address and opens no browser
  --help                 shows this`,
    "start:https": `Usage: npm run start:https [-- options]
Builds the add-in for Excel on this computer and serves it at https://localhost:3000.

  --lang zh-CN or en     language of this command; zh-CN by default (the pane follows Office)
  --help                 shows this`,
    replay: `Usage: npm run replay -- record.txt [options]
Plays a record of the pane's "Record Excel's answers" (a text, or an .xlsx with the hidden sheet FU_Record) to the workbench and names
the first member that it answers otherwise.

  --book book.xlsx       the workbook of the record, whose kinds of cells are compared until something is written; without it one like it is made
  --host excel2021       the Excel that the workbench plays, single options behind it (excel2021,undo:steps); see docs/host-behaviour.md
  --lang zh-CN or en     language of the workbench and of this command; zh-CN by default
  --help                 shows this

Exit code 0: all agree. 1: one differs. 2: it could not run; one line says why.`,
    screenshots: `Usage: npm run screenshots [-- options]
Takes pictures of every view of the pane with the sample workbook.

  --lang zh-CN or en     one language only, which is this command's too; both by default
  --out folder           where the pictures go; docs/images/views by default
  --only today,log       these views only
  --help                 shows this`,
  },
};

export const textsFor = (language: Language): CliTexts => (language === "zh-CN" ? chinese : english);
