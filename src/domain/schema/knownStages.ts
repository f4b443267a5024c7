import { foldText } from "../values/text";
import type { Language } from "../values/language";
import { defaultStaleDays, stageKinds, type Stage, type StageKind } from "./field";

/** Names that mean one and the same stage. The first of each language is the one that we use. */
interface Meaning {
  readonly "zh-CN": readonly string[];
  readonly en: readonly string[];
}

interface KnownStage {
  readonly kind: StageKind;
  /** Place in the pipeline; only the order counts. */
  readonly place: number;
  readonly staleDays: number;
  /** Stages that stand at this place: a team may have several of them, one after the other. */
  readonly meanings: readonly Meaning[];
}

/** Early and hot stages go stale sooner: 3 days, 7 otherwise (the field's common rule of "3 or 7 days of silence"). */
const soon = 3;

const knownStages: readonly KnownStage[] = [
  {
    kind: "open",
    place: 10,
    staleDays: soon,
    meanings: [
      { "zh-CN": ["线索", "新线索", "線索"], en: ["lead", "new lead", "leads", "new"] },
      { "zh-CN": ["潜在客户", "潛在客戶"], en: ["prospect", "prospecting"] },
      { "zh-CN": ["待跟进", "未联系", "待跟進", "未聯繫"], en: ["not contacted", "open - not contacted"] },
    ],
  },
  {
    kind: "open",
    place: 20,
    staleDays: soon,
    meanings: [
      {
        "zh-CN": [
          ...["初步沟通", "初步接触", "初次接触", "初步联系", "首次沟通", "首次接触", "初步接洽"],
          ...["初步溝通", "初步接觸"],
        ],
        en: ["first contact", "initial contact"],
      },
      { "zh-CN": ["已联系", "已聯繫"], en: ["contacted", "contact made", "working - contacted"] },
      { "zh-CN": [], en: ["engaging", "engaged"] },
      { "zh-CN": [], en: ["appointment scheduled"] },
    ],
  },
  {
    kind: "open",
    place: 30,
    staleDays: defaultStaleDays,
    meanings: [
      {
        "zh-CN": ["需求确认", "需求分析", "需求沟通", "需求確認"],
        en: ["needs confirmed", "needs analysis", "discovery"],
      },
      { "zh-CN": ["验证客户"], en: ["qualified", "qualification", "qualified to buy", "qualify"] },
      { "zh-CN": ["有意向", "意向确认", "意向客户"], en: [] },
      { "zh-CN": ["跟进中", "進行中", "进行中", "跟進中"], en: ["in progress", "open", "working", "follow up"] },
    ],
  },
  {
    kind: "open",
    place: 40,
    staleDays: defaultStaleDays,
    meanings: [
      {
        "zh-CN": ["方案演示", "产品演示", "演示"],
        en: ["demo", "presentation", "demo scheduled", "presentation scheduled"],
      },
      {
        "zh-CN": ["方案", "方案提交", "解决方案"],
        en: ["proposal", "proposal sent", "proposal made", "solution", "propose"],
      },
      { "zh-CN": ["方案报价", "方案/报价"], en: ["proposal/price quote"] },
      { "zh-CN": ["试用"], en: ["trial"] },
      { "zh-CN": [], en: ["value proposition", "proposition"] },
    ],
  },
  {
    kind: "open",
    place: 50,
    staleDays: defaultStaleDays,
    meanings: [
      {
        "zh-CN": ["报价", "已报价", "商务报价", "报价中", "報價", "已報價"],
        en: ["quote", "quoted", "quotation", "price quote"],
      },
    ],
  },
  {
    kind: "open",
    place: 60,
    staleDays: soon,
    meanings: [
      {
        "zh-CN": [
          ...["合同谈判", "商务谈判", "谈判", "谈判中", "商务洽谈", "洽谈中", "谈判审核"],
          ...["合約談判", "商務談判", "談判"],
        ],
        en: ["negotiation", "contract negotiation", "negotiation/review", "negotiations started"],
      },
      {
        "zh-CN": ["待签约", "签约中", "合同审批", "待簽約"],
        en: ["contract", "contract sent", "commit"],
      },
    ],
  },
  {
    kind: "won",
    place: 90,
    staleDays: defaultStaleDays,
    meanings: [
      {
        "zh-CN": [
          ...["成交", "已成交", "赢单", "成单", "已成单", "签约", "已签约", "已签单", "签单", "成功"],
          ...["贏單", "簽約", "已簽約"],
        ],
        en: ["won", "win", "closed won", "deal won", "closed - won", "closed - converted", "converted"],
      },
      { "zh-CN": ["合作中", "已合作"], en: [] },
    ],
  },
  {
    kind: "lost",
    place: 95,
    staleDays: defaultStaleDays,
    meanings: [
      {
        "zh-CN": ["流失", "已流失", "输单", "丢单", "失单", "失败", "輸單", "丟單", "失敗"],
        en: ["lost", "loss", "closed lost", "deal lost", "closed lost to competition"],
      },
      { "zh-CN": ["放弃", "已放弃", "放棄"], en: ["canceled", "cancelled", "abandoned"] },
      { "zh-CN": ["无效", "無效"], en: ["disqualified", "unqualified", "closed - not converted"] },
      { "zh-CN": ["无意向"], en: ["not interested"] },
    ],
  },
  {
    kind: "parked",
    place: 97,
    staleDays: defaultStaleDays,
    meanings: [
      {
        "zh-CN": ["搁置", "已搁置", "暂缓", "暂停", "延期", "擱置", "暫緩", "暫停"],
        en: ["parked", "on hold", "hold", "paused", "postponed"],
      },
      { "zh-CN": [], en: ["nurture", "nurturing"] },
    ],
  },
];

/** Names are compared without case, width, white space, hyphens, underscores and brackets. */
function stageKey(name: string): string {
  return foldText(name).replace(/[-_()（）[\]]/g, "");
}

/** What one name of a stage says, by its key. */
interface Known {
  readonly stage: KnownStage;
  readonly meaning: Meaning;
}

const languages: readonly Language[] = ["zh-CN", "en"];
const byName = new Map(
  knownStages.flatMap((stage) =>
    stage.meanings.flatMap((meaning) =>
      languages.flatMap((language) =>
        meaning[language].map((name): [string, Known] => [stageKey(name), { stage, meaning }]),
      ),
    ),
  ),
);

/** A stage by its number or its odds: "30%", "1-线索", "S2", "Proposal (60%)". */
interface StageCode {
  /** By which the stages stand in order. */
  readonly number: number;
  /** True for odds, 0 to 100. */
  readonly percent: boolean;
  /** What stands beside the number; blank where the code is all there is. */
  readonly name: string;
}

/** Names of stages are short; a longer text is looked at by nobody as a code. */
const longestCode = 60;
const oddsFirst = /^(\d{1,3}(?:\.\d{1,4})?) ?%(?![\d.])[-:.,) ]*(.*)$/;
const oddsLast = /^([^%\d]*)[-:([ ](\d{1,3}(?:\.\d{1,4})?) ?%[)\]]?$/;
const numbered = /^(?:第|阶段|stage|step|phase|[a-z])? ?(\d{1,2})(?!\.?[\d%])(?: ?(?:阶段|步))?([-:.,、) _]*)(.*)$/i;

/** The code that a stage's name is or begins with; null where it has none. */
export function stageCode(name: string): StageCode | null {
  const text = name.length > longestCode ? "" : name.normalize("NFKC").trim();
  const first = oddsFirst.exec(text);
  const last = first ? null : oddsLast.exec(text);
  const odds = first?.[1] ?? last?.[2];
  if (odds !== undefined) {
    const number = Number(odds);
    const rest = (first?.[2] ?? last?.[1] ?? "").trim();
    return number > 100 || (rest !== "" && !/\p{L}/u.test(rest)) ? null : { number, percent: true, name: rest };
  }
  const [, digits, gap, behind] = numbered.exec(text) ?? [];
  if (digits === undefined) return null;
  const rest = (behind ?? "").trim();
  // Without anything between them, "3天未联系" is no third stage and "5成交" is the fifth.
  if (rest !== "" && gap === "" && !byName.has(stageKey(rest))) return null;
  return { number: Number(digits), percent: false, name: rest };
}

function known(name: string): Known | null {
  const whole = byName.get(stageKey(name));
  if (whole) return whole;
  const code = stageCode(name);
  return (code && byName.get(stageKey(code.name))) ?? null;
}

/** What a stage's name says of its kind and place, in either language; null for a name nobody has heard of. */
export function knownStage(name: string): Pick<KnownStage, "kind" | "place" | "staleDays"> | null {
  return known(name)?.stage ?? null;
}

/**
 * The names that we use for what a stage's name means, the language's own first; none where nobody knows what it means. Stages at
 * the same place of the pipeline need not mean the same: a trial is no demonstration.
 */
export function standardNames(name: string, language: Language): readonly string[] {
  const meaning = known(name)?.meaning;
  if (!meaning) return [];
  const others = languages.filter((other) => other !== language);
  return [language, ...others].flatMap((each) => meaning[each].slice(0, 1));
}

/** True where two names mean one and the same stage. */
export function meansTheSame(a: string, b: string): boolean {
  const meaning = known(a)?.meaning;
  return meaning !== undefined && meaning === known(b)?.meaning;
}

const defaults: Readonly<Record<Language, readonly string[]>> = {
  "zh-CN": ["初步沟通", "需求确认", "方案演示", "合同谈判", "成交", "流失", "搁置"],
  en: ["First contact", "Needs confirmed", "Demo", "Negotiation", "Won", "Lost", "Parked"],
};

/** What only the team can say of a stage. */
const unset = { warnDays: null, stuckDays: null, probability: null, nextOwner: null } as const;

/** Odds of 100 % say that a deal is won, of 0 % that it is lost, as far as odds can say that. */
function kindByOdds(name: string): StageKind | null {
  const code = stageCode(name);
  if (!code?.percent) return null;
  if (code.number === 100) return "won";
  return code.number === 0 ? "lost" : null;
}

/** A stage with the kind and limits that its name suggests; an unknown name is an open stage. */
export function stageOf(name: string, answer?: StageKind): Stage {
  const suggested = knownStage(name);
  const kind = answer ?? suggested?.kind ?? kindByOdds(name) ?? "open";
  return { name, kind, staleDays: suggested?.staleDays ?? defaultStaleDays, ...unset };
}

/** The stages of a team that has none yet. */
export function defaultStages(language: Language): readonly Stage[] {
  return defaults[language].map((name) => stageOf(name));
}

/**
 * Stages of which at least one is of each kind, so that a deal can be closed: a kind that no stage has gets the language's own one.
 * Where its name stands for something else already, the next name for it is taken.
 */
export function withEveryKind(stages: readonly Stage[], language: Language): readonly Stage[] {
  const taken = new Set(stages.map(({ name }) => stageKey(name)));
  const ofKind = (kind: StageKind) => [
    ...defaultStages(language).flatMap((stage) => (stage.kind === kind ? [stage.name] : [])),
    ...knownStages.flatMap((stage) => (stage.kind === kind ? stage.meanings.flatMap((each) => each[language]) : [])),
  ];
  const missing = stageKinds.filter((kind) => stages.every((stage) => stage.kind !== kind));
  return [
    ...stages,
    ...missing.flatMap((kind) => {
      const name = ofKind(kind).find((each) => !taken.has(stageKey(each)));
      return name === undefined ? [] : [stageOf(name, kind)];
    }),
  ];
}

/**
 * Stages in pipeline order: known names by their place, unknown open ones behind the known open ones in the order given, won, lost
 * and parked last. Stages that are numbered, or named by their odds, stand in the order of their numbers.
 */
export function inPipelineOrder<Each extends Pick<Stage, "name" | "kind">>(stages: readonly Each[]): readonly Each[] {
  const kindPlace: Readonly<Record<StageKind, number>> = { open: 80, won: 90, lost: 95, parked: 97 };
  const codes = new Map(stages.map(({ name }) => [name, stageCode(name)]));
  const areCoded = stages.filter(({ name }) => codes.get(name)).length > 1;
  const numberOf = ({ name }: Each) => (areCoded ? (codes.get(name)?.number ?? null) : null);
  const place = (stage: Each) => {
    if (numberOf(stage) !== null) return kindPlace[stage.kind];
    const suggested = knownStage(stage.name);
    return suggested?.kind === stage.kind ? suggested.place : kindPlace[stage.kind];
  };
  return stages
    .map((stage) => ({ stage, place: place(stage), number: numberOf(stage) ?? Infinity }))
    .sort((a, b) => a.place - b.place || Math.sign(a.number - b.number) || 0)
    .map(({ stage }) => stage);
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
