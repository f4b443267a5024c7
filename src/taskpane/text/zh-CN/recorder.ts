import type { RecorderText } from "../types/recorder";

export const recorderText: RecorderText = {
  heading: "记录 Excel 的回答",
  intro: "各版本 Excel 的回答不完全一样。开始记录，照常用几步，就能记下这个 Excel 怎么回答，交给开发者核对。",
  privacy:
    "不记内容：单元格只记是文字还是数字、大约多长，工作表、表格和列的名称换成编号。记录不会自动发出去，发不发由您决定。",
  start: "开始记录",
  again: "再记一次",
  stop: "停止记录",
  recording: (exchanges) => `正在记录 Excel 的回答：${exchanges} 次`,
  whatNow: "现在照常用：例如检查、设置、改一个单元格。用完按上方的“停止记录”。",
  done: (exchanges) => `已记下 ${exchanges} 次问答。`,
  full: (left) => `记录已满 150 万字符，后面的 ${left} 次没有记。要全部记下，请分几次、每次少用几步。`,
  text: "记录全文",
  copy: "复制",
  copied: "已复制。请粘贴到文本文件或邮件里。",
  copyFailed: "这里不能自动复制，全文已经选中：请按 Ctrl+C（Mac 按 ⌘C）。",
  save: "存到隐藏工作表",
  undoNote: "存入或删除工作表之后，之前的操作可能不能再用 Ctrl+Z 撤销。",
  saved: "已存到隐藏工作表 FU_Record。要看到它，请右键任一工作表标签，选“取消隐藏”。交出之后可在这里删除。",
  remove: "删除隐藏工作表",
  removed: "已删除隐藏工作表 FU_Record。",
  nothingToRemove: "这个工作簿里没有 FU_Record，不用删除。",
  deaf: "这个 Excel 没有可以记录的地方，什么都没有记下。其他功能不受影响。",
  foreign: "工作簿里已有一张别人建的 FU_Record，没有动它。请给那张工作表改名，再试一次。",
};
