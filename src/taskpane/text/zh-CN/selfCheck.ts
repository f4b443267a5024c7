import type { SelfCheckText } from "../types/selfCheck";

const dates = {
  formula: "原样读回，日期限制能照常核对。",
  number: "读回的是数字，按同一天核对。",
  day: "读回的是日期文字，按同一天核对。",
  dayAndTime: "读回的是带时间的日期文字，按同一天核对。",
  other: "读回的样子没见过，日期限制可能被当成改过。请先不要点“全部修复”。",
};

const probes: SelfCheckText["probes"] = {
  ruleIds: {
    name: "颜色规则怎么编号",
    outcomes: {
      places: "按排位编号，删掉一条，后面的就变号。跟进表按内容认规则，不看编号。",
      own: "每条有自己的编号。跟进表按内容认规则，不看编号。",
      other: "编号缺了或重复，没见过。",
    },
  },
  ruleOrder: {
    name: "新加的颜色规则排第几",
    outcomes: {
      first: "排在最前。",
      last: "排在最后。跟进表加完会自己排好顺序。",
      other: "排法没见过，几种颜色碰在一起时，显示的可能不是最要紧的那种。",
    },
  },
  rulePriority: {
    name: "调整颜色规则的顺序",
    outcomes: {
      moved: "能调，逾期的颜色总在最前。",
      ignored: "调不动，几种颜色碰在一起时，显示的可能不是最要紧的那种。",
    },
  },
  ruleDelete: {
    name: "删掉一条颜色规则",
    outcomes: { right: "只删掉该删的那条。", other: "删完剩下的不对。请先不要点“全部修复”。" },
  },
  ruleRefused: {
    name: "写错的颜色规则",
    outcomes: {
      nothingLeft: "不收，也不留东西。",
      emptyLeft: "不收，但留下一条空规则。跟进表会把它清掉。",
      accepted: "写错的也收下了，没见过。",
    },
  },
  ruleLength: {
    name: "很长的颜色规则",
    outcomes: {
      long: "1000 个字符也收。",
      middling: "收 300 个字符，不收 1000 个。跟进表的规则没有这么长。",
      short: "300 个字符就不收，有的颜色可能加不上。",
    },
  },
  ruleCopied: {
    name: "复制单元格后的颜色规则",
    outcomes: {
      readable: "复制出来的规则读得出。",
      unreadable: "复制出来的规则读不出。跟进表会放着不动，照常处理其余的。",
      notCopied: "复制时没有带上颜色规则。",
    },
  },
  ruleUnset: {
    name: "没有设颜色的规则",
    outcomes: { unset: "读回空值。", blank: "读回空文字，当作没有颜色。", other: "读回的样子没见过。" },
  },
  wholeLimits: {
    name: "整数列的填写限制",
    outcomes: {
      any: "多大的数都能设。",
      unsigned16: "加载项只能设 0 到 65535。跟进表用另一种写法，限制照样有效。",
      other: "连 0 到 65535 也设不上，整数列可能没有填写限制。",
    },
  },
  decimalLimits: {
    name: "金额列的填写限制",
    outcomes: {
      formula: "原样读回。",
      number: "读回的是数字，照常核对。",
      text: "读回的是文字，照常核对。",
      scientific: "读回的是 1E+15 这样的写法，照常核对。",
      other: "读回的样子没见过，金额限制可能被当成改过。请先不要点“全部修复”。",
    },
  },
  dateLimits: { name: "日期列的填写限制", outcomes: dates },
  dateTexts: { name: "用文字写的日期限制", outcomes: dates },
  namedList: {
    name: "用名称做下拉列表",
    outcomes: { name: "名称原样保留，改列表就跟着变。", other: "名称被换成了别的，下拉列表可能不跟着变。" },
  },
  entryTexts: {
    name: "填写提示能有多长",
    outcomes: {
      known: "和已知的一样：标题 32 个字，提示 255 个字。",
      wider: "比已知的还宽。",
      narrower: "比已知的还短，有的提示可能加不上。",
    },
  },
  unevenRules: {
    name: "上下两格限制不同",
    outcomes: {
      inconsistent: "说不一致，能认出来。",
      mixedCriteria: "说有几种限制，也能认出来。",
      other: "回答没见过，被改过的限制可能看不出来。",
    },
  },
  ruleMembers: {
    name: "填写限制读回哪些项",
    outcomes: { used: "只读回用到的。", all: "没用到的也读回，跟进表只看用到的。" },
  },
  tableHeaders: {
    name: "做成表格时的列名",
    outcomes: {
      renamed: "空的、重复的列名会被改，数字变成文字。跟进表做完表格会再读一遍列名。",
      other: "列名里还有空的、重复的或不是文字的，没见过。",
    },
  },
  headerForms: {
    name: "列名里有特殊符号",
    outcomes: {
      accepted: "带空格、#、[ ]、换行的列名，公式都认。",
      refused: "有的列名公式不认，见报告。请把这种列名改简单些。",
    },
  },
  tableGrowth: {
    name: "在表格下面接着写",
    outcomes: {
      anyCell: "写在哪一格，表格都会接上这一行。",
      firstCell: "第一格有字才接上。跟进表写完会再核对。",
      never: "不会自己接上。跟进表写完会把表格拉长。",
      other: "接法没见过，新记的行请看一眼在不在表格里。",
    },
  },
  tableBlock: {
    name: "一次写 1501 行",
    outcomes: {
      all: "全部接上。",
      block: "最后的空行没有接上，不影响数据。",
      other: "只接上一部分。跟进表写完会把表格拉长。",
    },
  },
  fillFormula: {
    name: "在空列里写一个公式",
    outcomes: {
      filled: "Excel 自动填满整列。",
      single: "只填这一格，整列由跟进表来填。",
      other: "填法没见过，设置完请看一眼公式列。",
    },
  },
  changedFormula: {
    name: "改过公式后新加一行",
    outcomes: {
      newOne: "新行用新公式。",
      oldOne: "新行还用旧公式。跟进表加行时自己写公式。",
      none: "新行没有公式。跟进表加行时自己写公式；手工加的行由“体检”补上。",
      other: "新行的公式没见过，请看一眼公式列。",
    },
  },
  errorText: {
    name: "公式出错时显示什么",
    outcomes: {
      english: "#DIV/0! 这样的英文。",
      translated: "用 Excel 自己的语言，照样认得出。",
      untyped: "Excel 没说这一格是错误，出错的格可能被当成文字。",
    },
  },
  typedTexts: {
    name: "写入“1/2”这样的文字",
    outcomes: {
      read: "会变成日期或时间。跟进表写文字时会保护好，不让它变。",
      kept: "保持原样。",
      other: "连加了保护的文字也变了，记跟进时请少用“1/2”这种写法。",
    },
  },
  formulaText: {
    name: "公式读回来变不变",
    outcomes: {
      same: "原样读回。",
      withAt: "多了 @，核对时不算改过。",
      other: "读回的不一样，公式可能被当成改过。请先不要点“全部修复”。",
    },
  },
  mergedArea: {
    name: "找合并单元格",
    outcomes: {
      whole: "整块都说得出。",
      corner: "只说左上角一格。跟进表设置前会多看一步。",
      other: "说法没见过。设置前请先取消合并。",
    },
  },
  sizes: {
    name: "列宽和行高",
    outcomes: { pixels: "按屏幕的点取整。", asGiven: "原样保留。", other: "和设的不同，只影响好不好看。" },
  },
  chartPlace: {
    name: "图表的位置",
    outcomes: { cells: "正好落在指定的格子上。", other: "有偏差，只影响好不好看。" },
  },
  pageSetup: {
    name: "打印和冻结窗格",
    outcomes: { known: "和已知的一样。", other: "有的没设上，只影响打印和浏览。" },
  },
  ownEvents: {
    name: "Excel 通知改动",
    outcomes: {
      told: "会通知，也分得清是谁改的。",
      unnamed: "会通知，但分不清是谁改的，窗格可能多查几遍。",
      none: "没有通知，窗格可能不会自己更新。请用“体检”手动检查。",
    },
  },
  listPick: {
    name: "从下拉列表里选",
    outcomes: {
      raised: "会通知，窗格马上更新。",
      silent: "不通知。换一格或保存时，跟进表会再看一遍。",
      notDone: "没有选，这一项没有查。",
    },
  },
  undoStep: {
    name: "按一次 Ctrl+Z",
    outcomes: {
      steps: "撤销加载项写的最后一步。",
      together: "一次撤销加载项写的全部。",
      none: "撤销不了。加载项写入以后，之前的操作也不能再用 Ctrl+Z 撤销；请用窗格里的“撤销”。",
      passedOver: "跳过加载项写的，撤销您自己的上一步。要撤销加载项写的，请用窗格里的“撤销”。",
    },
  },
};

export const selfCheckText: SelfCheckText = {
  open: "检查这个 Excel",
  openHint: "各版本的 Excel 有些地方不一样。查一查这台电脑上的，约 10 秒。",
  heading: "检查这个 Excel",
  back: "返回设置",
  intro: "在一张临时表「FU_SelfCheck」上试 30 件事，看 Excel 怎么回答。您的工作表不动，查完临时表就删掉。",
  cost: "请注意：增删临时表会清空 Excel 的撤销记录，之前的操作就不能再用 Ctrl+Z 撤销了。",
  run: "开始检查",
  runAgain: "再查一次",
  running: "正在检查，请先不要切换工作簿。",
  host: ({ platform, build, displayLanguage, newestSet }) =>
    `${platform} · ${build} · ${displayLanguage} · ExcelApi ${newestSet || "未知"}`,
  empty: "这个版本的 Excel 还没有查过。",
  earlier: "这是这台电脑上次检查这个 Excel 的结果。",
  stopped: "检查中途停了，下面是已经查到的。",
  summary: ({ fine, handled, tell, unanswered }) =>
    [
      `正常 ${fine} 项`,
      `已适应 ${handled} 项`,
      ...(tell > 0 ? [`要留意 ${tell} 项`] : []),
      ...(unanswered > 0 ? [`没有回答 ${unanswered} 项`] : []),
    ].join("，"),
  verdict: { fine: "正常", handled: "已适应", tell: "要留意", unanswered: "没有回答" },
  group: {
    fine: "正常",
    handled: "和别的 Excel 不同，跟进表已适应",
    tell: "没见过的回答，请把报告发给负责这个加载项的同事",
    unanswered: "Excel 没有回答，多半不影响使用",
  },
  error: (error) => `Excel 报错：${error}`,
  probes,
  trials: {
    heading: "还有两件要您动手试（可以不做）",
    intro: "从下拉列表里选一次，再按一次 Ctrl+Z。会打开临时表，试完回到现在的表。",
    begin: "动手试试",
    skip: "不试了",
    each: {
      listPick: {
        steps: ["临时表已打开，B4 已选中。", "点 B4 右边的箭头，从列表里选一项，再点下面的按钮。"],
        done: "我选好了",
      },
      undoStep: {
        steps: ["加载项在 B5、B6 里各写了一个数。", "点一下表格，按一次 Ctrl+Z（Mac 按 ⌘Z），再点下面的按钮。"],
        done: "我按好了",
      },
    },
  },
  problem: {
    taken: "工作簿里已有一张叫「FU_SelfCheck」的表，不是加载项建的，所以没有动它。请先把它改名，再检查。",
    structure: "工作簿的结构有保护，不能新建临时表。请在“审阅”里撤销“保护工作簿”，再检查；不查也不影响使用。",
    left: "临时表「FU_SelfCheck」没有删掉。请手动删除，里面没有您的内容；下次检查时也会自动删掉。",
  },
  report: {
    label: "检查报告",
    hint: "里面只有 Excel 的版本和回答，没有您表里的内容。",
    copy: "复制报告",
    copied: "已复制。",
    byHand: "这个 Excel 不让加载项复制。文字已经选中，请按 Ctrl+C（Mac 按 ⌘C）。",
    title: (day) => `跟进表 · 检查这个 Excel · ${day}`,
  },
  offer: { sentence: "想知道这个 Excel 有没有特别之处？约 10 秒", dismiss: "不用了" },
};
