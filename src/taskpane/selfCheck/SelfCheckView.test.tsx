import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { act } from "react";
import { ownProbes } from "../../domain/selfCheck/probes";
import { writeAnswers, type Answer, type Answers } from "../../domain/selfCheck/answer";
import { checkResult, renderPane } from "../../../test/support/sessionStub";
import { selfCheckTexts } from "../text/load";
import { selfCheckText as zhCN } from "../text/zh-CN/selfCheck";

beforeAll(() =>
  Promise.all([
    ...[import("./SelfCheckView"), import("./SelfCheckEntry"), import("./SelfCheckOffer")],
    ...[import("../setup/SetupView")],
  ]),
);

const excel = "PC 16.0.18000.10000";
const remembered = `selfCheck.${excel}`;
const offered = `selfCheckOffered.${excel}`;
const facts = (given: Extract<Answer, { readonly kind: "facts" }>["facts"]): Answer => ({
  kind: "facts",
  facts: given,
});
const answers: Answers = new Map([
  ["ruleIds", facts({ ids: ["0", "1", "2"] })],
  ["ruleOrder", facts({ order: ["first", "second", "third"] })],
  ["ruleRefused", facts({ refusal: null, left: 1 })],
  ["errorText", { kind: "error", error: "ApiNotFound @ Range.valueTypes" }],
]);
const ready = { installed: true, check: checkResult() };
const finished = { answers, notes: { comments: 0 }, day: 46_241 };

/** Renders the pane and waits for the scripts of what is first shown in it. */
function show(...given: Parameters<typeof renderPane>) {
  return act(() => Promise.resolve(renderPane(...given)));
}

/** Opens the view as a person does. */
async function open(options: Parameters<typeof renderPane>[1] = {}) {
  const pane = await show(ready, { tab: "setup", ...options });
  await userEvent.click(await screen.findByTestId("self-check-open"));
  await screen.findByTestId("self-check");
  return pane;
}

test("before the first check it says what it does and what it costs, and begins only when asked to", async () => {
  const { asked, remembered: memory } = await open();
  expect(screen.getByTestId("self-check-empty")).toBeVisible();
  expect(screen.getByTestId("self-check")).toHaveTextContent(/Ctrl\+Z/);
  expect(asked).toEqual([]);
  await userEvent.click(screen.getByTestId("self-check-run"));
  expect(asked).toEqual([["runSelfCheck"]]);
  // Nothing was answered, so nothing is put by.
  expect(memory.has(remembered)).toBe(false);
});

test("each answer is a line with a word for what it means, the unheard-of first", async () => {
  await open({ selfCheck: finished });
  const lines = screen.getAllByTestId("self-check-line").map(({ textContent }) => textContent);
  expect(lines).toEqual([
    `${zhCN.probes.ruleRefused.name}! 要留意${zhCN.probes.ruleRefused.outcomes.accepted}`,
    `${zhCN.probes.errorText.name}– 没有回答Excel 报错：ApiNotFound @ Range.valueTypes`,
    `${zhCN.probes.ruleOrder.name}≈ 已适应${zhCN.probes.ruleOrder.outcomes.last}`,
    `${zhCN.probes.ruleIds.name}✓ 正常${zhCN.probes.ruleIds.outcomes.places}`,
  ]);
  expect(screen.getByTestId("self-check-summary")).toHaveTextContent(
    "正常 1 项，已适应 1 项，要留意 1 项，没有回答 1 项",
  );
});

test("a finished check is put by for this Excel on this computer, a stopped one is not", async () => {
  const whole = await open({ selfCheck: finished });
  await userEvent.click(screen.getByTestId("self-check-run"));
  expect(whole.remembered.get(remembered)).toBe(writeAnswers(answers));
  whole.remembered.delete(remembered);
  whole.becomeSelfCheck({ stopped: true });
  await userEvent.click(screen.getByTestId("self-check-run"));
  expect(whole.remembered.has(remembered)).toBe(false);
});

test("what was found earlier on this computer is shown, without a report that nobody made today", async () => {
  await open({ memory: [[remembered, writeAnswers(answers)]] });
  expect(screen.getByText(zhCN.earlier)).toBeVisible();
  expect(screen.getAllByTestId("self-check-line")).toHaveLength(answers.size);
  expect(screen.queryByTestId("self-check-report")).toBeNull();
});

test("a memory that cannot be read is no memory", async () => {
  await open({ memory: [[remembered, "{broken"]] });
  expect(screen.getByTestId("self-check-empty")).toBeVisible();
});

test("the report holds Excel's build, each answer in words and as it came", async () => {
  await open({ selfCheck: finished, language: "en" });
  const report = (await screen.findByTestId<HTMLTextAreaElement>("self-check-report")).value;
  expect(report).toContain("2026-08-07");
  expect(report).toContain("16.0.18000.10000");
  expect(report).toContain('ruleIds {"ids":["0","1","2"]}');
  expect(report).toContain("errorText ApiNotFound @ Range.valueTypes");
  expect(report).toContain('{"comments":0}');
});

test.each([
  ["where Excel lets it copy, it says so", true, /^已复制。$/],
  ["where it does not, the text is selected and it says which keys to press", false, /Ctrl\+C/],
])("%s", async (_, allowed, said) => {
  const user = userEvent.setup();
  const write = jest.spyOn(navigator.clipboard, "writeText");
  if (!allowed) write.mockRejectedValue(new Error("blocked"));
  await open({ selfCheck: finished });
  await user.click(screen.getByTestId("self-check-copy"));
  const area = screen.getByTestId<HTMLTextAreaElement>("self-check-report");
  const section = screen.getByTestId("self-check");
  expect(within(section).getByText(said)).toBeVisible();
  if (!allowed) expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe(area.value);
  write.mockRestore();
});

test.each(["taken", "structure", "left"] as const)("a check that meets %s says so in a sentence", async (kind) => {
  await open({ selfCheck: { problem: { kind } } });
  expect(screen.getByRole("alert")).toHaveTextContent(zhCN.problem[kind]);
});

test("a person may try two things by hand, one after the other, or leave them out", async () => {
  const { asked, becomeSelfCheck } = await open({ selfCheck: finished });
  await userEvent.click(screen.getByTestId("self-check-try"));
  becomeSelfCheck({ trial: "listPick" });
  expect(screen.getByText(/B4 右边的箭头/)).toBeVisible();
  expect(screen.queryByTestId("self-check-run")).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "我选好了" }));
  becomeSelfCheck({ trial: "undoStep" });
  expect(screen.getByText(/按一次 Ctrl\+Z（/)).toBeVisible();
  await userEvent.click(screen.getByTestId("self-check-skip"));
  expect(asked).toEqual([["beginTrials"], ["trialDone"], ["endTrials"]]);
});

test("nothing is to be tried by hand after a check that was stopped", async () => {
  await open({ selfCheck: { ...finished, stopped: true } });
  expect(screen.getByText(zhCN.stopped)).toBeVisible();
  expect(screen.queryByTestId("self-check-trials")).toBeNull();
});

describe("the offer after a set-up", () => {
  const applied = { ...ready, applied: 12 };

  test("comes in an Excel not seen before, once, and leads to the check without beginning it", async () => {
    const { asked, remembered: memory } = await show(applied, { tab: "setup" });
    await userEvent.click(await screen.findByTestId("self-check-offer-open"));
    expect(await screen.findByTestId("self-check-run")).toBeVisible();
    expect(asked).toEqual([]);
    expect(memory.has(offered)).toBe(true);
    await userEvent.click(screen.getByTestId("self-check-back"));
    await screen.findByTestId("self-check-open");
    expect(screen.queryByTestId("self-check-offer")).toBeNull();
  });

  test("goes when it is declined", async () => {
    await show(applied, { tab: "setup" });
    await userEvent.click(await screen.findByTestId("self-check-offer-dismiss"));
    expect(screen.queryByTestId("self-check-offer")).toBeNull();
  });

  test.each([
    ["was offered before", offered, "yes"],
    ["was checked before", remembered, writeAnswers(answers)],
  ])("does not come in an Excel that %s", async (_, key, value) => {
    await show(applied, { tab: "setup", memory: [[key, value]] });
    await screen.findByTestId("self-check-open");
    expect(screen.queryByTestId("self-check-offer")).toBeNull();
  });

  test("comes again in another build", async () => {
    await show(applied, { tab: "setup", memory: [["selfCheckOffered.PC 16.0.14334.20000", "yes"]] });
    expect(await screen.findByTestId("self-check-offer")).toBeVisible();
  });
});

test("every probe has a name and a sentence of its own for each answer, in both languages", async () => {
  const en = await selfCheckTexts.load("en");
  for (const text of [zhCN, en]) {
    const names = ownProbes.map((probe) => text.probes[probe].name);
    expect(new Set(names).size).toBe(ownProbes.length);
    for (const probe of ownProbes) {
      const sentences = Object.values(text.probes[probe].outcomes);
      expect(new Set(sentences).size).toBe(sentences.length);
      for (const sentence of sentences) expect(sentence).toMatch(/[.!。]$/);
    }
  }
});
