import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { repDesk } from "../../../test/support/repStub";
import { checkResult, dueItem, renderPane, today } from "../../../test/support/sessionStub";

// Scripts of their own: on a busy machine they take longer than a query waits.
beforeAll(() =>
  Promise.all([
    import("../check/CheckView"),
    import("../today/TodayView"),
    import("../today/RepTools"),
    import("../card/CustomerCard"),
  ]),
);

/** The Monday after `today`: last week's report is due. */
const monday = today + 3;
const desk = repDesk(
  [
    { id: "A1", customer: "远山能源科技", owner: "李敏", stage: "方案演示", nextDate: monday, phone: "13800001111" },
    { id: "A2", customer: "绿源食品", owner: "李敏", stage: "方案演示", nextDate: monday + 1 },
  ],
  monday,
);
const check = checkResult({ today: monday, due: [dueItem({ row: 2 })] });

/** Names of the files that the browser was asked to download. */
let asked: string[] = [];

beforeEach(() => {
  asked = [];
  Object.assign(URL, { createObjectURL: () => "blob:file", revokeObjectURL: () => undefined });
  jest.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function note(this: HTMLAnchorElement) {
    asked.push(this.download);
  });
});

interface Place {
  /** What is pressed before the button is there. */
  readonly opener?: string;
  readonly button: string;
  readonly tab: "check" | "today";
  /** Null for a text that is never a file. */
  readonly file: string | null;
  readonly text: RegExp;
  readonly copied: string;
}

const places: readonly (readonly [string, Place])[] = [
  [
    "the check's report",
    {
      button: "export-report",
      tab: "check",
      file: "follow-up-check-2026-08-10.json",
      text: /^\{\s+"sheet": "客户"/,
      copied: "报告已复制",
    },
  ],
  [
    "the calendar",
    {
      button: "calendar",
      tab: "today",
      file: "follow-up.ics",
      text: /^BEGIN:VCALENDAR[^]*绿源食品/,
      copied: "日历已复制",
    },
  ],
  ["the digest", { button: "digest", tab: "today", file: null, text: /远山能源科技/, copied: "摘要已复制" }],
  [
    "last week's report",
    { button: "report-copy", tab: "today", file: null, text: /^【上周跟进】/, copied: "周报已复制" },
  ],
  [
    "a phone number",
    {
      opener: "due-name",
      button: "card-copy",
      tab: "today",
      file: null,
      text: /^13800001111$/,
      copied: "已复制 13800001111",
    },
  ],
];

const files = places.filter(([, { file }]) => file !== null);

async function press(place: Place, canDownload: boolean, clipboard: "works" | "blocked") {
  const user = userEvent.setup();
  if (clipboard === "blocked") jest.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new Error("blocked"));
  renderPane({ installed: true, check }, { ...desk, tab: place.tab, canDownload });
  if (place.opener !== undefined) await user.click(await screen.findByTestId(place.opener));
  const button = await screen.findByTestId(place.button);
  for (const folded of document.querySelectorAll("details")) folded.open = true;
  await user.click(button);
  return user;
}

function fieldSelected(): string {
  const field = screen.getByTestId<HTMLTextAreaElement>("copy-by-hand");
  expect(field).toHaveFocus();
  return field.value.slice(field.selectionStart, field.selectionEnd);
}

describe.each(files)("%s as a file", (_name, place) => {
  test("is offered for download, of which nothing is claimed, with its text beside it", async () => {
    const user = await press(place, true, "works");
    expect(asked).toEqual([place.file]);
    expect(await screen.findByTestId("taken-out")).toHaveTextContent(`已发起下载：${place.file}。没看到文件？`);
    expect(document.body).not.toHaveTextContent("已下载");
    await user.click(screen.getByTestId("copy-instead"));
    expect(await screen.findByText(new RegExp(place.copied))).toHaveTextContent(`存成 ${place.file}`);
    expect(await navigator.clipboard.readText()).toMatch(place.text);
  });

  test("is text to copy where Office drops downloads, and nothing is tried", async () => {
    const user = await press(place, false, "works");
    expect(asked).toEqual([]);
    expect(fieldSelected()).toMatch(place.text);
    expect(screen.getByText(/这个 Excel 不让窗格存文件/)).toBeVisible();
    expect(screen.getByText(new RegExp(`存成 ${place.file}`))).toBeVisible();
    await user.click(screen.getByTestId("copy-shown"));
    expect(await screen.findByText(new RegExp(place.copied))).toBeVisible();
    expect(await navigator.clipboard.readText()).toMatch(place.text);
  });

  test("stays there selected where the clipboard is closed as well", async () => {
    const user = await press(place, false, "blocked");
    await user.click(screen.getByTestId("copy-shown"));
    expect(await screen.findByText(/这里不能自动复制。文字已选中/)).toBeVisible();
    expect(fieldSelected()).toMatch(place.text);
    expect(document.body).not.toHaveTextContent("已复制");
  });
});

describe.each(places.filter(([, { file }]) => file === null))("%s", (_name, place) => {
  test("is copied, and said to be when it is", async () => {
    await press(place, true, "works");
    expect(await screen.findByText(new RegExp(place.copied))).toBeVisible();
    expect(await navigator.clipboard.readText()).toMatch(place.text);
  });

  test("stands there selected where the clipboard is closed", async () => {
    await press(place, true, "blocked");
    expect(await screen.findByText(/这里不能自动复制。文字已选中/)).toBeVisible();
    expect(fieldSelected()).toMatch(place.text);
    expect(document.body).not.toHaveTextContent("已复制");
  });
});
