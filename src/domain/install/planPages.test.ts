import { inMemorySession } from "../../../test/support/inMemorySession";
import {
  inMemoryPort,
  newInMemoryWorkbook,
  sheetOf,
  type InMemoryWorkbook,
} from "../../../test/support/inMemoryWorkbook";
import { usualRules } from "../../../test/support/choices";
import { reviewDay } from "../../../test/support/sheets";
import { listPage } from "../workbook/pages";

const title = "客户";
const rows = [
  ["客户名称", "阶段", "负责人", "最近联系日期", "下次跟进日期"],
  ["海风贸易", "合同谈判", "陈晨", reviewDay - 9, reviewDay - 2],
  ["青山食品", "成交", "林悦", reviewDay - 3, ""],
];

async function setUp(prepare: (book: InMemoryWorkbook) => void = () => undefined) {
  const book = newInMemoryWorkbook(title, rows);
  prepare(book);
  const session = inMemorySession(inMemoryPort(book, reviewDay), reviewDay, "zh-CN");
  await session.planSetUp("zh-CN", usualRules);
  await session.applySetUp();
  expect(session.getState().problem).toBeNull();
  return { book, session };
}

const pages = ({ sheets }: InMemoryWorkbook) => new Map(sheets.map(({ name, page }) => [name, page]));

test("each of our sheets is printed one page wide, lists landscape with their header on every page", async () => {
  const { book, session } = await setUp();
  const found = pages(book);
  expect([found.get(title), found.get("跟进记录"), found.get("跟进设置")]).toEqual([
    listPage(0),
    listPage(0),
    listPage(6),
  ]);
  expect(found.get("跟进汇总")).toMatchObject({ orientation: "portrait", titleRows: null });
  await session.planSetUp("zh-CN", usualRules);
  expect(session.getState().plan?.actions).toEqual([]);
});

test("a sheet whose print somebody set up stays so", async () => {
  const own = { orientation: "portrait", printArea: null, titleRows: [0, 2] } as const;
  const { book } = await setUp((fresh) => (sheetOf(fresh, title).page = own));
  expect(pages(book).get(title)).toEqual(own);
});
