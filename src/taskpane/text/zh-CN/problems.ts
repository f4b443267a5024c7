import type { Fault } from "../../../app/fault";
import type { Aftermath } from "../../../app/ports";
import type { Refusal } from "../../../domain/plan/setUpPlan";
import type { ProblemText, Sentence } from "../types/problems";
import { shellText } from "./shell";

const { field } = shellText;

/** A few of many: the first ones by name, the rest as a number. */
function some(items: readonly string[], most = 5): string {
  return items.length <= most ? items.join("、") : `${items.slice(0, most).join("、")} 等 ${items.length} 处`;
}

function fault(fault: Fault): Sentence {
  switch (fault.code) {
    case "cellEdit":
      return { what: "有单元格正在编辑，Excel 暂时不接受改动。", todo: "请按 Enter 或 Esc 结束编辑，再试一次。" };
    case "readOnly":
      return { what: "这个工作簿是只读的。", todo: "请点“启用编辑”，或另存一份再试。" };
    case "protected":
      return {
        what: fault.sheet === null ? "工作簿有保护，写不进去。" : `工作表「${fault.sheet}」有保护，写不进去。`,
        todo: "请在“审阅”里撤销保护，再试一次。",
      };
    case "structure":
      return {
        what: "这个工作簿的结构有保护，不能增减工作表。",
        todo: "请在“审阅”里点“保护工作簿”取消保护，再试一次；做完可以重新保护。",
      };
    case "filtered":
      return { what: "筛选隐藏了要改的行。", todo: "请先清除筛选，再试一次。" };
    case "merged":
      return { what: "要改的地方有合并单元格。", todo: "请先取消合并，再试一次。" };
    case "inTheWay":
      return { what: "下方或右侧有别的内容挡住了。", todo: "请把它们移开，留出空行和空列，再试一次。" };
    case "tooLarge":
      return { what: "内容太多，Excel 一次收不下。", todo: "请把很长的文字拆短，或删掉用不到的行，再试一次。" };
    case "busy":
      return { what: "Excel 正忙，没有回应。", todo: "请等几秒，再试一次。" };
    case "lost":
      return { what: "与 Excel 的连接断了。", todo: "请确认工作簿还开着，然后关掉窗格重新打开。" };
    case "drift":
      return { what: `原来的「${fault.what}」被改名或删掉了。`, todo: "请撤销这个改动，或到“设置”里再检查一遍。" };
    case "moved":
      return { what: "正要写入时，别人移动了表里的行。", todo: "请再试一次，会按客户编号重新找到那一行。" };
    case "displaced":
      return {
        what: `写入时正好有人在移动行，「${fault.sheet}」里有一行被盖掉，没能放回去。那一行原来是：${fault.row}。`,
        todo: "请在表里找到这一行，照上面的内容改回来，再保存一次。",
      };
    case "unsupported":
      return { what: `这个版本的 Excel 没有需要的功能（${fault.api}）。`, todo: "请更新 Excel，或改用网页版 Excel。" };
    case "cancelled":
      return { what: "已取消。", todo: "需要时可以重新开始。" };
    case "unexpected":
      return { what: `出了没有料到的问题：${fault.detail}`, todo: "请再试一次；还不行就关掉窗格重新打开。" };
  }
}

function refusal(refusal: Refusal): Sentence {
  switch (refusal.code) {
    case "emptySheet":
      return { what: `工作表「${refusal.sheet}」是空的。`, todo: "请打开放着客户的那张表，再检查。" };
    case "notEmpty":
      return {
        what: `工作表「${refusal.sheet}」里已经有内容，没有在上面新建。`,
        todo: "请新建一张空白工作表再建；要用现有的客户表，请打开那张表，点“检查这张表”。",
      };
    case "noHeaders":
      return refusal.unknown.length === 0
        ? {
            what:
              refusal.headers.length === 0
                ? `在「${refusal.sheet}」里没有找到客户列表。`
                : `在「${refusal.sheet}」里没有找到客户列表，第一行是：${some(refusal.headers)}。`,
            todo: "请打开放着客户的那张表。列表要有一行列名，比如客户名称、负责人、阶段、下次跟进日期。",
          }
        : {
            what: `「${refusal.sheet}」的列名都不认识：${some(refusal.unknown, 8)}。`,
            todo: "请指出哪一列是客户名称，哪一列是阶段、负责人或下次跟进日期。",
          };
    case "missingColumns":
      return {
        what:
          refusal.unknown.length === 0
            ? `「${refusal.sheet}」里没有找到${refusal.missing.map(field).join("、")}。现有的列：${some(refusal.found)}。`
            : `「${refusal.sheet}」里没有找到${refusal.missing.map(field).join("、")}。不认识的列：${some(refusal.unknown, 8)}。`,
        todo: `${refusal.unknown.length === 0 ? "请补上这一列" : "请指出是其中哪一列，或者补上"}：要有客户名称，再加上阶段、负责人、下次跟进日期中的一列。`,
      };
    case "noRows":
      return { what: `「${refusal.sheet}」只有列名，还没有客户。`, todo: "请在列名下面至少填一行，再检查。" };
    case "mergedCells":
      return {
        what: `「${refusal.sheet}」里有合并单元格：${some(refusal.cells)}。`,
        todo: "请选中它们取消合并，每行各填各的内容，再试一次。",
      };
    case "duplicateHeaders":
      return {
        what: `「${refusal.sheet}」里列名「${refusal.header}」出现了多次：${some(refusal.cells)}。`,
        todo: "请给它们各起一个不同的名字，再试一次。",
      };
    case "protectedSheet":
      return { what: `工作表「${refusal.sheet}」有保护。`, todo: "请在“审阅”里撤销保护，再试一次。" };
    case "readOnly":
      return { what: "这个工作簿是只读的，不能设置。", todo: "请点“启用编辑”，或另存一份再试。检查仍然可以用。" };
    case "structure":
      return {
        what: "这个工作簿的结构有保护，而设置要新建工作表。",
        todo: "请在“审阅”里点“保护工作簿”取消保护，再试一次；设置完可以重新保护。",
      };
    case "filtered":
      return { what: `「${refusal.sheet}」正在筛选，有些行看不见。`, todo: "请先清除筛选，再试一次。" };
    case "otherTables":
      return {
        what: `「${refusal.sheet}」里有别的表格：${some(refusal.tables)}。`,
        todo: "请把其他表格移到另一张工作表，这里只留放客户的那一个，再试一次。",
      };
    case "noRoom":
      return {
        what: `「${refusal.sheet}」的 ${refusal.cell} 有内容，表格右边放不下新增的列。`,
        todo: "请把表格右边的内容移到别处，再试一次。",
      };
    case "noRoomInSettings":
      return {
        what: `「${refusal.sheet}」的 ${refusal.cell} 有内容，设置表格放不下新增的行或列。`,
        todo: "请把它移到别处，再试一次。",
      };
    case "notSetUp":
      return { what: "没有找到跟进表或它的设置，规则没有地方可放。", todo: "请先在“设置”里把客户表设为跟进表。" };
    case "otherFollowUpSheet":
      return {
        what: `这个工作簿的跟进表是「${refusal.followUpSheet}」，不是「${refusal.sheet}」。`,
        todo: `请打开「${refusal.followUpSheet}」，再试一次。`,
      };
  }
}

const aftermaths: Readonly<Record<Aftermath, string>> = {
  unchanged: "工作簿没有任何改动。",
  restored: "已经写入的部分都已退回，工作簿和之前一样。",
  partial: "有一部分已经写入；再做一次就会补完，不会重复。",
};

export const problemText: ProblemText = {
  fault,
  refusal,
  aftermath: (aftermath) => aftermaths[aftermath],
};
