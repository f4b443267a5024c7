import { foldText } from "../values/text";
import type { Language } from "../values/language";
import { defaultStaleDays, type Stage, type StageKind } from "./field";

interface KnownStage {
  readonly kind: StageKind;
  /** Place in the pipeline; only the order counts. */
  readonly place: number;
  readonly staleDays: number;
  readonly names: readonly string[];
}

/** Early and hot stages go stale sooner: 3 days, 7 otherwise (the field's common rule of "3 or 7 days of silence"). */
const soon = 3;

const knownStages: readonly KnownStage[] = [
  {
    kind: "open",
    place: 10,
    staleDays: soon,
    names: [
      "线索",
      "新线索",
      "潜在客户",
      "待跟进",
      "未联系",
      "lead",
      "leads",
      "new",
      "new lead",
      "prospect",
      "prospecting",
    ],
  },
  {
    kind: "open",
    place: 20,
    staleDays: soon,
    names: [
      ...["初步沟通", "初步接触", "初次接触", "初步联系", "首次沟通", "首次接触", "已联系"],
      ...["first contact", "initial contact", "contacted", "contact made", "engaging", "engaged"],
    ],
  },
  {
    kind: "open",
    place: 30,
    staleDays: defaultStaleDays,
    names: [
      ...["需求确认", "需求分析", "需求沟通", "意向确认", "有意向", "意向客户", "跟进中", "进行中"],
      ...["needs confirmed", "needs analysis", "discovery", "qualified", "qualification", "in progress", "open"],
    ],
  },
  {
    kind: "open",
    place: 40,
    staleDays: defaultStaleDays,
    names: [
      ...["方案演示", "产品演示", "演示", "方案", "方案提交", "方案报价", "试用"],
      ...["demo", "presentation", "proposal", "proposal sent", "solution", "trial"],
    ],
  },
  {
    kind: "open",
    place: 50,
    staleDays: defaultStaleDays,
    names: ["报价", "已报价", "商务报价", "报价中", "quote", "quoted", "quotation", "price quote"],
  },
  {
    kind: "open",
    place: 60,
    staleDays: soon,
    names: [
      ...["合同谈判", "商务谈判", "谈判", "谈判中", "商务洽谈", "洽谈中", "待签约", "签约中", "合同审批"],
      ...["negotiation", "contract negotiation", "contract", "contract sent", "negotiation/review", "commit"],
    ],
  },
  {
    kind: "won",
    place: 90,
    staleDays: defaultStaleDays,
    names: [
      ...["成交", "已成交", "赢单", "成单", "签约", "已签约", "已签单", "成功", "合作中"],
      ...["won", "win", "closed won", "deal won"],
    ],
  },
  {
    kind: "lost",
    place: 95,
    staleDays: defaultStaleDays,
    names: [
      ...["流失", "已流失", "输单", "丢单", "失单", "失败", "放弃", "无效", "无意向"],
      ...["lost", "loss", "closed lost", "deal lost", "disqualified"],
    ],
  },
  {
    kind: "parked",
    place: 97,
    staleDays: defaultStaleDays,
    names: [
      ...["搁置", "已搁置", "暂缓", "暂停", "延期"],
      ...["parked", "on hold", "hold", "paused", "postponed", "nurture"],
    ],
  },
];

/** Names are compared without case, width, white space, hyphens, underscores and brackets. */
function stageKey(name: string): string {
  return foldText(name).replace(/[-_()（）[\]]/g, "");
}

const byName = new Map(knownStages.flatMap((stage) => stage.names.map((name) => [stageKey(name), stage] as const)));

/** What a stage's name says of its kind and place, in either language; null for a name nobody has heard of. */
export function knownStage(name: string): Pick<KnownStage, "kind" | "place" | "staleDays"> | null {
  return byName.get(stageKey(name)) ?? null;
}

const defaults: Readonly<Record<Language, readonly string[]>> = {
  "zh-CN": ["初步沟通", "需求确认", "方案演示", "合同谈判", "成交", "流失", "搁置"],
  en: ["First contact", "Needs confirmed", "Demo", "Negotiation", "Won", "Lost", "Parked"],
};

/** What only the team can say of a stage. */
const unset = { warnDays: null, stuckDays: null, probability: null, nextOwner: null } as const;

/** A stage with the kind and limits that its name suggests; an unknown name is an open stage. */
export function stageOf(name: string, answer?: StageKind): Stage {
  const known = knownStage(name);
  const kind = answer ?? known?.kind ?? "open";
  return { name, kind, staleDays: known?.staleDays ?? defaultStaleDays, ...unset };
}

/** The stages of a team that has none yet. */
export function defaultStages(language: Language): readonly Stage[] {
  return defaults[language].map((name) => stageOf(name));
}

/**
 * Stages in pipeline order: known names by their place, unknown open ones behind the known open ones in the order given,
 * won, lost and parked last.
 */
export function inPipelineOrder(stages: readonly Stage[]): readonly Stage[] {
  const kindPlace: Readonly<Record<StageKind, number>> = { open: 80, won: 90, lost: 95, parked: 97 };
  const place = (stage: Stage) => {
    const known = knownStage(stage.name);
    return known?.kind === stage.kind ? known.place : kindPlace[stage.kind];
  };
  return [...stages].sort((a, b) => place(a) - place(b));
}

/**
 * Stages for look-up as Excel compares text: case makes no difference, spaces do. The first of two equal names counts.
 */
export function stageIndex(stages: readonly Stage[]): ReadonlyMap<string, Stage> {
  const index = new Map<string, Stage>();
  for (const stage of stages) {
    const key = stage.name.toLowerCase();
    if (!index.has(key)) index.set(key, stage);
  }
  return index;
}
