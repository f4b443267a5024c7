import { readAnswers, type Answers } from "../../src/domain/selfCheck/answer";
import { judge } from "../../src/domain/selfCheck/judge";
import { serveSample } from "../../src/workbench/sample/serveSample";
import { dayOf, momentOfRun } from "../support/moments";
import { openDesk, startBrowser, stopBrowser, type Desk } from "../support/workbench";

jest.setTimeout(600_000);
beforeAll(startBrowser, 60_000);
afterAll(stopBrowser);

async function openView(desk: Desk): Promise<void> {
  await desk.press("tab-setup");
  await desk.press("self-check-open");
  await desk.byId("self-check-run").waitFor();
}

async function remembered({ pane }: Desk): Promise<Answers> {
  const text = await pane.evaluate(() =>
    Object.entries({ ...localStorage }).find(([key]) => /selfCheck\./.test(key))?.[1],
  );
  return readAnswers(String(text)) ?? new Map();
}

test.each(["microsoft365", "excel2021"])("dump %s", async (host) => {
  const book = await serveSample("zh-CN", dayOf(momentOfRun()));
  const desk = await openDesk(book, { host });
  await openView(desk);
  await desk.page.setViewportSize({ width: 1000, height: 2600 });
  await desk.screenshot("self-check-before");
  await desk.press("self-check-run");
  await desk.byId("self-check-report").waitFor();
  const answers = await remembered(desk);
  const out = [...answers].map(([id, answer]) => [id, judge(id, answer), JSON.stringify(answer.kind === "facts" ? answer.facts : answer.error)].map((x) => typeof x === "string" ? x : JSON.stringify(x)).join("  "));
  console.log(out.join("\n"), await desk.byId("self-check-report").inputValue().then((t) => t.slice(0, 600)), await desk.page.evaluate(() => window.workbench!.unknownMembers()));
  await desk.screenshot("self-check-after");
  await desk.close();
});
