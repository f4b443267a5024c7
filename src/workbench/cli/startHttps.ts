/**
 * `npm run start:https`: the add-in for a real Excel on this machine. Builds the pane for this computer and serves it where the
 * committed manifest.xml says it is, with a certificate that Office accepts. What `npm run build` made for a team is not touched.
 */
import { readFile } from "node:fs/promises";
import { createServer } from "node:https";
import type { RequestListener } from "node:http";
import path from "node:path";
import { buildPane, localFolders } from "./build";
import { runCommand } from "./command";
import { codeOf, Stop } from "./failure";
import { readHttpsOptions } from "./options";
import type { CliTexts } from "./texts";

const PORT = 3000;

const contentTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".xml": "application/xml; charset=utf-8",
};

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function trustedCertificate(texts: CliTexts): Promise<{ cert: Buffer; key: Buffer }> {
  const { getHttpsServerOptions } = await import("office-addin-dev-certs");
  try {
    const { cert, key } = await getHttpsServerOptions();
    return { cert, key };
  } catch (error) {
    throw new Stop(texts.noCertificate, texts.whatToDo(messageOf(error).trim()));
  }
}

/** The file of the build that an address asks for; null where it asks for anything else. */
function requestedFile(address: string): string | null {
  try {
    const pathname = decodeURIComponent(new URL(address, `https://localhost:${PORT}`).pathname);
    const file = path.join(localFolders.pane, pathname === "/" ? "taskpane.html" : pathname);
    return file.startsWith(localFolders.pane + path.sep) ? file : null;
  } catch {
    return null;
  }
}

const servePane: RequestListener = (request, response) => {
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

runCommand("start:https", readHttpsOptions(process.argv.slice(2)), async (_, texts, language) => {
  const certificate = await trustedCertificate(texts);
  await buildPane((line) => console.log(line), language);
  const server = createServer(certificate, servePane);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => {
      const isTaken = codeOf(error) === "EADDRINUSE";
      reject(new Stop(isTaken ? texts.httpsPortTaken(PORT) : texts.cannotListen(PORT, error.message)));
    });
    server.listen(PORT, "localhost", resolve);
  });
  console.log(texts.served(`https://localhost:${PORT}/`));
  return 0;
});
