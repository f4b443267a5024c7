import { stage } from "../../../test/support/schemaStub";
import { defaultStages, inPipelineOrder, knownStage, stageCode, stageOf } from "./knownStages";

test.each([
  ["线索", "open"],
  ["初步接触", "open"],
  ["商务谈判", "open"],
  ["Prospecting", "open"],
  ["Engaging", "open"],
  ["已成交", "won"],
  ["赢单", "won"],
  ["Closed Won", "won"],
  ["closed-won", "won"],
  ["Ｗｏｎ", "won"],
  ["丢单", "lost"],
  ["已 流失", "lost"],
  ["Closed_Lost", "lost"],
  ["暂缓", "parked"],
  ["On Hold", "parked"],
] as const)("%s is a stage of kind %s", (name, kind) => {
  expect(knownStage(name)?.kind).toBe(kind);
  expect(stageOf(name)).toMatchObject({ name, kind });
});

test.each(["观望", "未成交", "Not won", "Almost lost", "成交?", ""])(
  "%j is known to nobody, and counts as open until asked",
  (name) => {
    expect(knownStage(name)).toBeNull();
    expect(stageOf(name)).toEqual(stage(name, "open"));
  },
);

test("an answer decides over the name", () => {
  expect(stageOf("观望", "parked").kind).toBe("parked");
  expect(stageOf("成交", "open").kind).toBe("open");
});

test("early and hot stages go stale after three days, the others after seven", () => {
  const days = Object.fromEntries(defaultStages("zh-CN").map(({ name, staleDays }) => [name, staleDays]));
  expect(days).toMatchObject({ 初步沟通: 3, 需求确认: 7, 方案演示: 7, 合同谈判: 3 });
});

test("the default stages are known, in pipeline order, and of the same kinds in both languages", () => {
  const [zh, en] = [defaultStages("zh-CN"), defaultStages("en")];
  expect(zh.map(({ kind }) => kind)).toEqual(en.map(({ kind }) => kind));
  for (const stages of [zh, en]) {
    expect(inPipelineOrder([...stages].reverse())).toEqual(stages);
    for (const { name } of stages) expect(knownStage(name)).not.toBeNull();
  }
});

test("unknown open stages stand behind the known open ones, in the order given, before the closed ones", () => {
  const names = ["观望", "流失", "成交", "复购", "谈判", "搁置", "线索"];
  expect(inPipelineOrder(names.map((name) => stageOf(name))).map(({ name }) => name)).toEqual([
    ...["线索", "谈判", "观望", "复购", "成交", "流失", "搁置"],
  ]);
});

test("an unknown stage that was answered stands with its kind", () => {
  const stages = [stageOf("已交付", "won"), stageOf("成交"), stageOf("线索"), stageOf("流失")];
  expect(inPipelineOrder(stages).map(({ name }) => name)).toEqual(["线索", "已交付", "成交", "流失"]);
});

test.each([
  ["30%", { number: 30, percent: true, name: "" }],
  ["12.5 %", { number: 12.5, percent: true, name: "" }],
  ["30%-方案", { number: 30, percent: true, name: "方案" }],
  ["Proposal (60%)", { number: 60, percent: true, name: "Proposal" }],
  ["1-线索", { number: 1, percent: false, name: "线索" }],
  ["②成交", { number: 2, percent: false, name: "成交" }],
  ["S3", { number: 3, percent: false, name: "" }],
  ["第2阶段", { number: 2, percent: false, name: "" }],
  ["Stage 4: Negotiation", { number: 4, percent: false, name: "Negotiation" }],
  [">50%", null],
  ["130%", null],
  ["3天未联系", null],
  ["2.5", null],
  ["2026", null],
  ["成交", null],
])("%j has the code %j", (name, code) => {
  expect(stageCode(name)).toEqual(code);
});

test("a numbered stage is known by the name behind its number, and odds of all or nothing close a deal", () => {
  expect(knownStage("5-成交")?.kind).toBe("won");
  expect(["100%", "0%", "50%"].map((name) => stageOf(name).kind)).toEqual(["won", "lost", "open"]);
});

test("a long text is looked at in no time, whatever stands in it", () => {
  const started = performance.now();
  for (const sign of ["1", "-", "( ", "1 %", "a-1"]) stageOf(sign.repeat(16_000 / sign.length));
  expect(performance.now() - started).toBeLessThan(1000);
});
