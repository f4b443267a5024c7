import type { LogColumn } from "./logColumns";
import type { PromiseOutcome, TouchKind } from "./touch";
import type { Language } from "../values/language";

/** Every word that goes into the follow-up log, in the workbook's language. */
export interface LogText {
  readonly title: string;
  readonly headers: Readonly<Record<LogColumn, string>>;
  readonly kind: Readonly<Record<TouchKind, string>>;
  readonly promise: Readonly<Record<PromiseOutcome, string>>;
  /** Content of the record of a stage that was changed in the sheet before. */
  readonly recordedLater: string;
}

export const logText: Readonly<Record<Language, LogText>> = {
  "zh-CN": {
    title: "跟进记录",
    headers: {
      id: "记录编号",
      enteredAt: "录入时间",
      customerId: "客户编号",
      customer: "客户名称",
      kind: "类别",
      date: "联系日期",
      who: "跟进人",
      method: "方式",
      content: "内容",
      feedback: "客户反馈",
      result: "结果",
      fromStage: "原阶段",
      toStage: "新阶段",
      promised: "约定下次日期",
      promise: "上次约定",
    },
    kind: { contact: "联系", transfer: "转交", reschedule: "改期", stage: "改阶段" },
    promise: { none: "无约定", kept: "按时", late: "晚了" },
    recordedLater: "补记：之前在表里改的",
  },
  en: {
    title: "Follow-up Log",
    headers: {
      id: "Log ID",
      enteredAt: "Entered",
      customerId: "Customer ID",
      customer: "Customer",
      kind: "Kind",
      date: "Contact date",
      who: "Who",
      method: "Method",
      content: "Content",
      feedback: "Feedback",
      result: "Result",
      fromStage: "From stage",
      toStage: "To stage",
      promised: "Promised next",
      promise: "Previous promise",
    },
    kind: { contact: "Contact", transfer: "Transfer", reschedule: "Reschedule", stage: "Stage change" },
    promise: { none: "None", kept: "Kept", late: "Late" },
    recordedLater: "Recorded later: changed in the sheet before",
  },
};
