/**
 * `npm run start:https`: the add-in for a real Excel on this machine. Builds the pane, then serves `dist/` where the
 * committed manifest.xml says it is, with a certificate that Office accepts.
 */
import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createServer } from "node:https";
import type { RequestListener } from "node:http";
import path from "node:path";
import { projectRoot } from "./build";

const PORT = 3000;
const DIST = path.join(projectRoot, "dist");

const contentTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".xml": "application/xml; charset=utf-8",
};

/** A reason to stop that is the user's to mend: said in plain words, without a stack trace. */
class CannotStart extends Error {}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Always builds: with webpack's cache it takes seconds when nothing changed, and it cannot serve yesterday's code. */
function buildPane(): void {
  const webpack = path.join(projectRoot, "node_modules/webpack/bin/webpack.js");
  const build = spawnSync(process.execPath, [webpack, "--config-name", "pane", "--mode", "production"], {
    cwd: projectRoot,
    stdio: "inherit",
  });
  if (build.status !== 0) throw new CannotStart("The pane could not be built; webpack's message stands above.");
}

async function trustedCertificate(): Promise<{ cert: Buffer; key: Buffer }> {
  const { getHttpsServerOptions } = await import("office-addin-dev-certs");
  try {
    const { cert, key } = await getHttpsServerOptions();
    return { cert, key };
  } catch (error) {
    throw new CannotStart(
      [
        "This machine does not trust the development certificate, so Excel would not load the add-in.",
        `The reason given: ${messageOf(error).trim()}`,
        "What to do:",
        "  Windows, Mac: run `npx office-addin-dev-certs install`, agree to its question, then run this again.",
        "  Linux (for Excel on the web): run this once as a user who may use sudo; if the browser still warns, import",
        "  .office-addin-dev-certs/ca.crt from your home folder as an authority in the browser's settings.",
        "To look at the add-in without Excel, no certificate is needed: npm start",
      ].join("\n"),
    );
  }
}

/** The file of the build that an address asks for; null where it asks for anything else. */
function requestedFile(address: string): string | null {
  try {
    const pathname = decodeURIComponent(new URL(address, `https://localhost:${PORT}`).pathname);
    const file = path.join(DIST, pathname === "/" ? "taskpane.html" : pathname);
    return file.startsWith(DIST + path.sep) ? file : null;
  } catch {
    return null;
  }
}

const serveDist: RequestListener = (request, response) => {
  const file = requestedFile(request.url ?? "/");
  const type = file === null ? undefined : contentTypes[path.extname(file)];
  if (file === null || type === undefined) {
    response.writeHead(404).end();
    return;
  }
  readFile(file).then(
    // Office keeps what it may keep, and then shows the build before last.
    (content) => response.writeHead(200, { "content-type": type, "cache-control": "no-cache" }).end(content),
    () => response.writeHead(404).end(),
  );
};

async function start(): Promise<void> {
  const certificate = await trustedCertificate();
  buildPane();
  const server = createServer(certificate, serveDist);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const taken = `Port ${PORT} is taken by another program. End it: the manifest names this port.`;
      reject(new CannotStart(error.code === "EADDRINUSE" ? taken : error.message));
    });
    server.listen(PORT, "localhost", resolve);
  });
  console.log(`The add-in is served at https://localhost:${PORT}/. Now sideload manifest.xml in Excel: see README.md.`);
  console.log("Ctrl+C ends it.");
}

start().catch((error: unknown) => {
  console.error(error instanceof CannotStart ? error.message : error);
  process.exitCode = 2;
});
