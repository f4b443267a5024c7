import { usualRules } from "../support/choices";
import {
  beginDraft,
  changeEntry,
  moveOf,
  removeEntry,
  withMove,
  type SchemaDraft,
} from "../../src/domain/schema/draft";
import { removedUses } from "../../src/domain/install/removedUses";
import { inMemorySession } from "../support/inMemorySession";
import { cellAt, inMemoryPort, newInMemoryWorkbook, sheetOf } from "../support/inMemoryWorkbook";
import { reviewDay } from "../support/sheets";

const title = "客户";
const headers = ["客户名称", "阶段", "负责人", "协作人", "下次跟进日期", "客户来源"];
const rows = [
  ["甲", "线索", "张敏", "李雷、张敏", reviewDay, "展会"],
  ["乙", "方案演示", "李雷", "", reviewDay, "官网"],
  ["丙", "方案演示", "张敏", "", reviewDay, "展会"],
  ["丁", "方案演示二期", "王芳", "", reviewDay, "官网"],
];

async function open() {
  const book = newInMemoryWorkbook(title, [headers, ...rows]);
  const session = inMemorySession(inMemoryPort(book, reviewDay), reviewDay, "zh-CN");
  await session.planSetUp("zh-CN", usualRules);
  await session.applySetUp();
  await session.check();
  const subject = () => session.schema.subject()!;
  const sheet = sheetOf(book, title);
  const column = (header: string) => {
    const { headers: now, area } = subject().located;
    return rows.map((_, row) => cellAt(sheet, area.row + 1 + row, area.column + now.indexOf(header)));
  };
  const apply = async (draft: SchemaDraft) => {
    session.schema.edit(draft);
    await session.schema.preview();
    const preview = session.schema.getState().preview!;
    await session.schema.apply();
    expect(session.getState().problem).toBeNull();
    return preview;
  };
  return {
    session,
    subject,
    column,
    apply,
    uses: (draft: SchemaDraft) => removedUses(draft, subject().located.records),
  };
}

function without(draft: SchemaDraft, part: "stages" | "owners", name: string): SchemaDraft {
  return removeEntry(
    draft,
    part,
    draft[part].findIndex(({ now }) => now.name === name),
  );
}

test("the customers of a removed stage go where somebody says, only those, in one step that is given back", async () => {
  const { session, subject, column, apply, uses } = await open();
  const before = column("阶段");
  const draft = without(beginDraft(subject().schema), "stages", "方案演示");
  expect(uses(draft)).toEqual([{ list: "stage", from: "方案演示", customers: 2 }]);
  const [use] = uses(draft);
  expect(moveOf(draft, use!)).toBeNull();
  const preview = await apply(withMove(draft, use!, { list: "stage", from: "方案演示", to: "线索" }));
  expect(preview.moved).toMatchObject([{ from: "方案演示", to: "线索", cells: 2 }]);
  expect(column("阶段")).toEqual(["线索", "线索", "线索", "方案演示二期"]);
  expect(subject().schema.stages.map(({ name }) => name)).not.toContain("方案演示");

  await session.restore.look();
  await session.restore.plan({ id: session.restore.getState().list!.points.at(-1)!.id, deleteKept: false });
  await session.restore.apply();
  expect(column("阶段")).toEqual(before);
  expect(subject().schema.stages.map(({ name }) => name)).toContain("方案演示");
});

test("an owner's customers move where they own and where they help, once each", async () => {
  const { subject, column, apply, uses } = await open();
  const draft = without(beginDraft(subject().schema), "owners", "张敏");
  expect(uses(draft)).toEqual([{ list: "owner", from: "张敏", customers: 2 }]);
  await apply(withMove(draft, uses(draft)[0]!, { list: "owner", from: "张敏", to: "李雷" }));
  expect(column("负责人")).toEqual(["李雷", "李雷", "李雷", "王芳"]);
  expect(column("协作人")[0]).toBe("李雷");
});

test("whoever leaves them where they are changes no row", async () => {
  const { subject, column, apply, uses } = await open();
  const before = column("阶段");
  const draft = without(beginDraft(subject().schema), "stages", "方案演示");
  const preview = await apply(withMove(draft, uses(draft)[0]!, { list: "stage", from: "方案演示", to: null }));
  expect(preview.moved).toEqual([]);
  expect(column("阶段")).toEqual(before);
});

test("an entry of a list that customers have is asked about, too", async () => {
  const { subject, column, apply, uses } = await open();
  const draft = beginDraft(subject().schema);
  const at = draft.lists.findIndex(({ now }) => now.key === "source");
  const list = draft.lists[at]!.now;
  const less = changeEntry(draft, "lists", at, { ...list, entries: list.entries.filter((each) => each !== "展会") });
  expect(uses(less)).toEqual([{ list: "source", from: "展会", customers: 2 }]);
  await apply(withMove(less, uses(less)[0]!, { list: "source", from: "展会", to: "官网" }));
  expect(column("客户来源")).toEqual(["官网", "官网", "官网", "官网"]);
});

test("an answer that fits no more is asked for again", async () => {
  const { subject, uses } = await open();
  const draft = without(beginDraft(subject().schema), "stages", "方案演示");
  const moved = withMove(draft, uses(draft)[0]!, { list: "stage", from: "方案演示", to: "线索" });
  expect(moveOf(moved, uses(moved)[0]!)?.to).toBe("线索");
  const further = without(moved, "stages", "线索");
  expect(uses(further).map((use) => moveOf(further, use))).toEqual([null, null]);
});
