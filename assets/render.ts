/** Draws the PNG icons from their SVG sources, at the sizes that Office asks for: `npm run icons`. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { chromium } from "playwright-core";

/** 16, 32 and 80 are the ribbon's sizes; the add-in's own icon is wanted at 64 too. */
const drawings = [
  { name: "icon", sizes: [16, 32, 64, 80] },
  { name: "check", sizes: [16, 32, 80] },
  { name: "log-touch", sizes: [16, 32, 80] },
];

async function render(): Promise<void> {
  // Read while the package loads: without it, the browser's own libraries are not unpacked on a bare machine.
  process.env["AWS_LAMBDA_JS_RUNTIME"] ??= "nodejs22.x";
  const { default: packaged } = await import("@sparticuz/chromium");
  const browser = await chromium.launch({
    executablePath: await packaged.executablePath(),
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    for (const { name, sizes } of drawings) {
      const svg = await readFile(path.join(__dirname, `${name}.svg`), "utf8");
      for (const size of sizes) {
        const page = await browser.newPage({ viewport: { width: size, height: size } });
        await page.setContent(`<style>html,body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`);
        await page.screenshot({ path: path.join(__dirname, `${name}-${size}.png`), omitBackground: true });
        await page.close();
      }
    }
  } finally {
    await browser.close();
  }
}

void render();
