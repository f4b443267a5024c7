/** The page's Content-Security-Policy, which lets no inline style in but its own: nothing that the pane needs is kept out by it. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { localFolders } from "../../src/workbench/cli/build";
import { paneViews } from "../../src/workbench/cli/paneViews";
import { openSample } from "../support/sampleDesk";
import { startBrowser, stopBrowser } from "../support/workbench";

jest.setTimeout(180_000);
beforeAll(startBrowser, 60_000);
afterAll(stopBrowser);

test("the policy allows no inline style or script but blocks that it names by their hash", () => {
  const page = readFileSync(path.join(localFolders.pane, "taskpane.html"), "utf8");
  const [, policy = ""] = /Content-Security-Policy"\s+content="([^"]*)"/.exec(page) ?? [];
  expect(policy).toContain("style-src 'self' 'sha256-");
  expect(policy).not.toMatch(/unsafe|inline/);
});

test("nothing that a view does is blocked, and the styles are there", async () => {
  const desk = await openSample("zh-CN");
  const { page, pane, byId, press } = desk;
  const blocked: string[] = [];
  page.on("console", (message) => {
    if (message.text().startsWith("blocked: ")) blocked.push(message.text());
  });
  // office.js parses a text that is no XML into a document of its own, and Chromium puts a style into what it says of the mistake there.
  await page.addInitScript({
    content: `document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) => {
      if (!sourceFile.includes("/office-js/")) console.log("blocked: " + violatedDirective, blockedURI, sourceFile);
    }, true);`,
  });
  await desk.reopenPane();
  await byId("tab-today").waitFor();
  for (const view of paneViews) await view.open({ page, language: "zh-CN", byId, press });
  expect(blocked).toEqual([]);
  const background = await pane.evaluate(() => {
    const provider = document.querySelector(".fui-FluentProvider");
    return provider && getComputedStyle(provider).backgroundColor;
  });
  expect(background).toBe("rgb(255, 255, 255)");
  // What somebody smuggles in is kept out.
  const smuggled = await pane.evaluate(() => {
    document.body.insertAdjacentHTML(
      "beforeend",
      `<p id="in" style="color: rgb(1, 2, 3)"></p><style>#in{top:7px}</style>`,
    );
    const inside = document.querySelector("#in");
    return inside && [getComputedStyle(inside).color === "rgb(1, 2, 3)", getComputedStyle(inside).top === "7px"];
  });
  expect(smuggled).toEqual([false, false]);
  await desk.close();
});
