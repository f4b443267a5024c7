import type { Task } from "../../../app/session/state";
import type { Look } from "../../../domain/workbook/looks";
import { fieldName } from "../../../domain/schema/fieldName";
import { terms } from "../../../domain/schema/terms/zh-CN";
import type { ShellText } from "../types/shell";
import { repText } from "./rep";

const tasks: Readonly<Record<Task, string>> = {
  opening: "正在读取工作簿",
  checking: "正在检查",
  planning: "正在比对要改什么",
  applying: "正在设置",
  saving: "正在保存",
  probing: "正在检查这个 Excel",
};

const looks: Readonly<Record<Look, string>> = {
  cells: "列宽和字体",
  charts: "图表",
  page: "打印设置",
  gridlines: "网格线",
};

const weekdays = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];

export const shellText: ShellText = {
  product: terms.product,
  /** Chinese puts no space between sentences. */
  sentences: (first, second) => `${first}${second}`,
  field: (id) => fieldName(id, "zh-CN"),
  tabs: { label: "窗格", today: "今日", log: repText.tab, check: "体检", numbers: "数字", setup: "设置" },
  dates: {
    today: "今天",
    tomorrow: "明天",
    yesterday: "昨天",
    weekday: (day) => weekdays[day] ?? "",
    monthDay: (month, day) => `${month}月${day}日`,
    full: (year, month, day) => `${year}年${month}月${day}日`,
    header: (weekday, date) => `${weekday} ${date}`,
    reviewDay: (date) => `复盘日 ${date}`,
  },
  notInExcel: {
    title: "请在 Excel 里打开",
    body: "这个页面是 Excel 加载项“跟进表”的窗格，要在 Excel 的工作簿旁边才能用。",
    how: "打开 Excel，在“开始”选项卡点“跟进表”。",
  },
  crash: {
    title: "窗格出错了",
    body: "工作簿不受影响。请重试；还不行就重新载入窗格。",
    retry: "重试",
    reload: "重新载入",
  },
  firstRun: {
    title: "让这张表自己提醒您",
    lines: ["查出漏填和填错的单元格", "列出今天该跟进的客户", "设置后，下拉列表、颜色和汇总由 Excel 自己更新"],
    action: "检查这张表",
    safe: "检查只看不改，数据不离开工作簿。",
    sheet: (name) => `当前工作表：${name}`,
  },
  status: {
    opening: "正在读取工作簿…",
    working: (task, done, total) => (total > 0 ? `${task} ${done}/${total}` : `${task}…`),
    ready: "就绪",
    checked: (at) => `已检查 ${at}`,
    verdict: (verdict) => {
      if (verdict.kind === "findings") return `待处理 ${verdict.count}`;
      if (verdict.kind === "overdue") return `逾期 ${verdict.count}`;
      if (verdict.kind === "notes") return `提示 ${verdict.count}`;
      return verdict.kind === "undecided" ? "有列没找到" : "没有问题";
    },
    pending: "表格有改动，稍后自动重新检查",
    waiting: {
      cellEdit: "请先结束单元格编辑",
      readOnly: "工作簿只读",
      protected: "工作表有保护",
      busy: "Excel 正忙",
      lost: "连接已断开",
      other: "需要您处理，见上方提示",
    },
    cancel: "取消",
    progress: "进度",
  },
  leftLooks: {
    say: (parts) => `版面没有全部设好：${parts.join("、")}。其他内容都已完成，版面可稍后再试。`,
    part: (look, sheet) => `「${sheet}」的${looks[look]}`,
  },
  undoEnds: {
    words: "这个版本的 Excel：窗格一写入，之前的操作就不能再按 Ctrl+Z 撤销。要撤销的，请先撤销。",
    understood: "知道了",
  },
  takeOut: {
    offered: (file) => `已发起下载：${file}。没看到文件？`,
    instead: "改为复制文字",
    shown: "这个 Excel 不让窗格存文件，请复制下面的文字",
    byHand: "这里不能自动复制。文字已选中，请按 Ctrl+C（Mac 按 ⌘C）",
    how: (file) => `粘贴到记事本（Mac 用“文本编辑”，选“格式 → 制作纯文本”），存成 ${file}。`,
    copy: "复制",
  },
  result: "刚才的操作",
  problem: { retry: "再试一次", dismiss: "关闭提示" },
  task: (task) => tasks[task],
  announce: {
    checked: (verdict) => `检查完成，${verdict}`,
    applied: (count) => `设置完成，共 ${count} 项`,
  },
};
