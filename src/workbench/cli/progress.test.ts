import { sayingSteps } from "./progress";
import { textsFor } from "./texts";

function stepsOn(isTTY: boolean, lang: "zh-CN" | "en"): string {
  let shown = "";
  let time = 0;
  const steps = sayingSteps({ isTTY, write: (text) => (shown += text) }, textsFor(lang), () => time);
  steps.tell("open", null);
  time = 2_000;
  steps.tell("setUp", { rows: 10_001, columns: 16 });
  time = 14_400;
  steps.end();
  steps.end();
  return shown;
}

test("a person sees what the job is doing, over how many rows, and how long each step took", () => {
  expect(stepsOn(true, "en")).toBe("Opening the file … 2 s\nSetting up (10,001 rows × 16 columns) … 12 s\n");
  expect(stepsOn(true, "zh-CN")).toBe("打开文件…… 2 秒\n设置（10001 行 × 16 列）…… 12 秒\n");
});

test("where nobody looks on, nothing is said", () => {
  expect(stepsOn(false, "en")).toBe("");
});
