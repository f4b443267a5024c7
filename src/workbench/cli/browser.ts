import { existsSync } from "node:fs";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { chromium } from "playwright-core";
import { textsFor } from "./texts";

const options = [
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // The page may collect garbage and see how much there is: of a large workbook there is a lot (`engine/heap.ts`).
  "--js-flags=--expose-gc",
  "--enable-precise-memory-info",
];

/** No browser starts here. */
export class NoBrowser extends Error {
  /** @param detail what the packaged one said; null where there is none */
  constructor(readonly detail: string | null) {
    super(textsFor("en").noBrowser(detail));
  }
}

async function launchPackaged(): Promise<Browser> {
  // Without this the package looks for libraries that plain Debian and Ubuntu do not have; with it, it unpacks its own.
  process.env["AWS_LAMBDA_JS_RUNTIME"] ??= "nodejs22.x";
  // It also brings a font folder without Chinese; the machine's own fonts are better where there are any.
  if (existsSync("/etc/fonts/fonts.conf")) process.env["FONTCONFIG_PATH"] ??= "/etc/fonts";
  const { default: packaged } = await import("@sparticuz/chromium");
  const executablePath = await packaged.executablePath();
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", ...options] });
}

async function launchInstalled(): Promise<Browser> {
  for (const channel of ["chrome", "msedge"]) {
    try {
      return await chromium.launch({ channel, args: options });
    } catch {
      // Not installed; the next one may be.
    }
  }
  throw new NoBrowser(null);
}

/**
 * Starts a browser without a window: the packaged one on Linux, the installed Chrome or Edge elsewhere.
 * @throws {NoBrowser}
 */
export async function launchBrowser(): Promise<Browser> {
  if (process.platform !== "linux") return launchInstalled();
  try {
    return await launchPackaged();
  } catch (error) {
    throw new NoBrowser((error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "");
  }
}

export interface WorkbenchPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Addresses that were asked for and are not on this machine. They were refused; there should be none. */
  readonly strangers: readonly string[];
  /** Errors that the page and the pane did not catch. */
  readonly errors: readonly string[];
}

function isLocal(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return ["blob:", "data:", "about:"].includes(protocol) || hostname === "localhost";
}

export interface PageOptions {
  /** IANA name of the time zone that the page is in; the computer's where none is given. */
  readonly zone?: string;
  /** What is to be done to the page before it is loaded. */
  readonly prepare?: (page: Page) => Promise<void>;
}

/** Opens the workbench in a profile of its own, in which nothing can leave the machine. */
export async function openWorkbench(
  browser: Browser,
  url: string,
  { zone, prepare }: PageOptions = {},
): Promise<WorkbenchPage> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    acceptDownloads: true,
    ...(zone === undefined ? {} : { timezoneId: zone }),
  });
  const strangers: string[] = [];
  const errors: string[] = [];
  await context.route(
    (address) => !isLocal(address.href),
    async (route) => {
      strangers.push(route.request().url());
      await route.abort();
    },
  );
  const page = await context.newPage();
  // office.js asks once whether localhost may act as Microsoft Office.
  page.on("dialog", (dialog) => {
    // The page may be closed while the question stands.
    dialog.accept().catch(() => undefined);
  });
  page.on("pageerror", (error) => errors.push(error.message));
  await prepare?.(page);
  await page.goto(url);
  return { page, context, strangers, errors };
}
