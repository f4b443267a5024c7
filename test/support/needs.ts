import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { localFolders, projectRoot } from "../../src/workbench/cli/build";

/** Folder of sheets from outside that lie beside some checkouts and are never copied into this one. */
const sharedData = path.resolve(projectRoot, "../shared/data");

/** What a test needs that `npm ci` does not bring. */
export interface Need {
  readonly name: string;
  readonly isThere: boolean;
}

/** A program that is installed on its own. It is asked once, when a file's tests are declared: jest has to know then whether one is skipped. */
function program(name: string, versionOption: string): Need {
  let known: boolean | null = null;
  return {
    name,
    get isThere() {
      known ??= spawnSync(name, [versionOption], { stdio: "ignore", timeout: 60_000 }).error === undefined;
      return known;
    },
  };
}

/** LibreOffice, which opens, calculates and prints workbooks. */
export const libreOffice = program("soffice", "--version");
/** Poppler's tool that turns the pages which LibreOffice prints into pictures. */
export const pagePictures = program("pdftoppm", "-v");

/** The pane as built for this computer: there once the workbench has been started, or a test in the browser has run. */
export const builtPane: Need = {
  name: "the built pane (npm start makes it)",
  isThere: existsSync(path.join(localFolders.pane, "taskpane.html")),
};

/** Where a file of the shared data stands, if it is there. */
export function sharedFile(name: string): string {
  return path.join(sharedData, name);
}

export function sharedDataOf(name: string): Need {
  return { name: `../shared/data/${name}`, isThere: existsSync(sharedFile(name)) };
}

function allThere(needs: readonly Need[]): boolean {
  const missing = needs.flatMap(({ name, isThere }) => (isThere ? [] : [name]));
  if (missing.length > 0) console.log(`Some tests are skipped: ${missing.join(", ")} is not there.`);
  return missing.length === 0;
}

/** `test`, or `test.skip` where something is missing: what cannot run is skipped, said, and counted as skipped. */
export function testWith(...needs: readonly Need[]): jest.It {
  return allThere(needs) ? test : test.skip;
}

/** `describe`, or `describe.skip` where something is missing. */
export function describeWith(...needs: readonly Need[]): jest.Describe {
  return allThere(needs) ? describe : describe.skip;
}
