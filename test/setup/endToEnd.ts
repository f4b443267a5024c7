import { launchBrowser } from "../../src/workbench/cli/browser";
import { buildIfNeeded } from "../../src/workbench/cli/build";
import keepZone from "./zone";

/**
 * Once before all end-to-end and all oracle files: they run side by side, and two of them building the bundles, or unpacking the browser,
 * would read what the other has half written.
 */
export default async function prepare(): Promise<void> {
  keepZone();
  await buildIfNeeded(console.log);
  await (await launchBrowser()).close();
}
