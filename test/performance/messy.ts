/** A sheet as teams keep it, made up: titles over it, days and amounts as they were typed, stages and owners spelt in several ways. */
import { dateOf } from "../../src/domain/values/date";
import type { CellValue } from "../../src/domain/values/value";
import { randomSource, today } from "./sheet";

export interface MessyWishes {
  /** Customers. */
  readonly rows: number;
  /** At least the `fieldColumns.length` that a field is made of; the others are the team's own. */
  readonly columns: number;
  /** True for totals and the header pasted again between the customers: such a list can only be adopted on a new sheet. */
  readonly broken: boolean;
}

type Random = (below: number) => number;

const oneOf = <T>(random: Random, ...values: readonly [T, ...T[]]): T => values[random(values.length)] ?? values[0];

/** A day as somebody typed it: mostly text, in one order of year, month and day. */
function typedDay(random: Random, serial: number): CellValue {
  const { year, month, day } = dateOf(serial, 1900);
  const two = (part: number) => String(part).padStart(2, "0");
  return oneOf<CellValue>(
    random,
    serial,
    `${year}-${two(month)}-${two(day)}`,
    `${year}/${month}/${day}`,
    `${year}.${month}.${day}`,
    `${year}年${month}月${day}日`,
    `${year}-${two(month)}-${two(day)} 14:30`,
  );
}

function typedAmount(random: Random): CellValue {
  const amount = 1 + random(200);
  return oneOf<CellValue>(
    random,
    amount * 10_000,
    `${amount}万`,
    `约${amount}万`,
    `¥${amount},000`,
    `${amount}.5w`,
    "待定",
    "",
  );
}

function typedPhone(random: Random): CellValue {
  const digits = String(random(100_000_000)).padStart(8, "0");
  const [first, last] = [digits.slice(0, 4), digits.slice(4)];
  return oneOf<CellValue>(
    random,
    `138${digits}`,
    `138 ${first} ${last}`,
    `138-${first}-${last}`,
    `+86 138${digits}`,
    Number(`138${digits}`),
    `010-${digits}`,
  );
}

interface MessyColumn {
  readonly header: string;
  readonly cell: (random: Random, row: number) => CellValue;
}

const fieldColumns: readonly MessyColumn[] = [
  {
    header: "客户名称",
    cell: (random, row) => oneOf(random, `客户${row}有限公司`, ` 客户${row}公司`, `客户${row}\u3000`),
  },
  { header: "联系人", cell: (random) => oneOf(random, "王经理", "李工", "张女士", "") },
  { header: "电话", cell: typedPhone },
  { header: "邮箱", cell: (random, row) => oneOf(random, `a${row}@example.com`, "", "无") },
  { header: "负责人", cell: (random) => oneOf(random, "张敏", "李强", "王芳 ", "刘洋", "陈静", " 张敏", "赵磊", "") },
  { header: "客户来源", cell: (random) => oneOf(random, "展会", "转介绍", "官网", "电话", "请选择", "官网 ", "-") },
  {
    header: "跟进阶段",
    cell: (random) =>
      oneOf(
        random,
        "初步沟通",
        "初步沟通 ",
        "需求确认",
        "方案演示",
        "洽谈中",
        "合同谈判",
        "已签约",
        "成交",
        "流失",
        "搁置",
      ),
  },
  { header: "预计金额", cell: typedAmount },
  { header: "首次联系日期", cell: (random) => typedDay(random, today - 200 - random(300)) },
  { header: "最近联系日期", cell: (random) => typedDay(random, today - random(90)) },
  {
    header: "下次跟进日期",
    cell: (random) =>
      random(10) === 0 ? oneOf(random, "下周", "", "待定") : typedDay(random, today - 20 + random(60)),
  },
  { header: "下一步", cell: (random) => oneOf(random, "准备报价", "约下周拜访", "发送资料", "") },
  { header: "客户反馈", cell: (random) => oneOf(random, "价格偏高，希望再谈一次", "对方案满意", "等预算", "") },
];

const ownColumns: readonly ((random: Random, row: number) => CellValue)[] = [
  (random, row) => oneOf(random, `项目 ${row % 97}`, "", "n/a"),
  (random) => random(100_000) / 100,
  (random) => oneOf(random, "是", "否", "✓", ""),
  (random) => oneOf<CellValue>(random, "", "", "", "备注：资料已发，等回复后再定下一步怎么做"),
  (random) => typedDay(random, today - random(900)),
];

function columnsOf(count: number): readonly MessyColumn[] {
  const own = Array.from({ length: Math.max(0, count - fieldColumns.length) }, (_, at): MessyColumn => {
    return { header: `内部${at + 1}`, cell: ownColumns[at % ownColumns.length] ?? (() => "") };
  });
  return [...fieldColumns, ...own];
}

/** Rows after which a list that is broken up has a total and its header again. */
const rowsInPart = 50;

/** The whole sheet from its first cell on, the same every time. */
export function messySheet({ rows, columns: count, broken }: MessyWishes): readonly (readonly CellValue[])[] {
  const random = randomSource(11);
  const columns = columnsOf(count);
  const line = (...cells: readonly CellValue[]) => columns.map((_, at) => cells[at] ?? "");
  const header = columns.map((column) => column.header);
  const body = Array.from({ length: rows }, (_, row) => {
    const customer = columns.map(({ cell }) => cell(random, row));
    return broken && row % rowsInPart === rowsInPart - 1 ? [customer, line("小计", rowsInPart), header] : [customer];
  });
  return [
    line("2026 年客户跟进总表"),
    line("更新：每周五；请勿删行"),
    header,
    ...body.flat(),
    line("合计", rows),
    line(),
    line("注：金额单位为元"),
  ];
}
