import type { StagesText } from "../types/stages";

export const stagesText: StagesText = {
  label: "没有记录的阶段变动",
  offer: (count) => `${count} 个客户的阶段在表里改过，跟进记录里没有。`,
  look: "看看",
  record: "记下来",
  dismiss: "不用记",
  move: (from, to) => (from === "" ? `→ ${to}` : `${from} → ${to}`),
  how: "记下来不算联系。哪天改的不清楚，记录的日期就空着，表里的日期也不动；可以撤销。",
  notRecorded: (customers, why) => {
    const who = customers.length === 1 ? `「${customers[0] ?? ""}」` : `${customers.length} 个客户`;
    return `${who}改了阶段，但没有记进跟进记录：${why}`;
  },
  later: "改的阶段还在。能写以后打开“今日”，可以补记。",
};
