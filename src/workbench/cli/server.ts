import { readdir, readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import path from "node:path";
import { localFolders, projectRoot } from "./build";
import { localPane, localScripts } from "./localPane";

/** A file that the page opens when it loads. */
export interface ServedBook {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface WorkbenchServer {
  /** Such as `http://localhost:49152/`. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

const contentTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".woff": "font/woff",
  ".ttf": "font/ttf",
  ".xml": "application/xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
};

/** A file below a folder, or null for a path that leads out of it. */
function within(folder: string, requested: string): string | null {
  const file = path.resolve(folder, `.${path.posix.normalize(`/${requested}`)}`);
  return file.startsWith(folder + path.sep) ? file : null;
}

/** The package spells its folders in lower case, office.js asks for `zh-CN/office_strings.js`. */
async function findAnyCase(folder: string, requested: string): Promise<string | null> {
  let found = folder;
  for (const step of requested.split("/").filter((part) => part !== "")) {
    const names = await readdir(found).catch(() => []);
    const name = names.find((other) => other.toLowerCase() === step.toLowerCase());
    if (name === undefined) return null;
    found = path.join(found, name);
  }
  return found;
}

async function locate(pathname: string): Promise<string | null> {
  if (pathname === "/") return path.join(localFolders.workbench, "index.html");
  if (pathname.startsWith("/office-js/")) {
    return findAnyCase(
      path.join(projectRoot, "node_modules/@microsoft/office-js/dist"),
      pathname.slice("/office-js/".length),
    );
  }
  for (const folder of [localFolders.workbench, localFolders.pane]) {
    const file = within(folder, pathname);
    const known = file === null ? [] : await readdir(path.dirname(file)).catch(() => []);
    if (file !== null && known.includes(path.basename(file))) return file;
  }
  return null;
}

function send(response: ServerResponse, status: number, type: string, body: string | Uint8Array): void {
  response.writeHead(status, {
    "content-type": type,
    "cache-control": "no-cache",
    "x-content-type-options": "nosniff",
  });
  response.end(body);
}

async function answer(request: IncomingMessage, response: ServerResponse, book: ServedBook | null): Promise<void> {
  const { pathname: raw, searchParams } = new URL(request.url ?? "/", "http://localhost");
  let pathname: string;
  try {
    pathname = decodeURIComponent(raw);
  } catch {
    return send(response, 400, "text/plain; charset=utf-8", "Bad address");
  }
  if (request.method !== "GET" && request.method !== "HEAD")
    return send(response, 405, "text/plain; charset=utf-8", "GET only");
  if (pathname === "/book" || pathname === "/book-name") {
    if (book === null) return send(response, 204, "text/plain; charset=utf-8", "");
    if (pathname === "/book") return send(response, 200, "application/octet-stream", book.bytes);
    return send(response, 200, "text/plain; charset=utf-8", book.name);
  }
  const script = localScripts.get(pathname);
  if (script !== undefined) return send(response, 200, "text/javascript; charset=utf-8", script);
  const file = pathname.includes("\0") ? null : await locate(pathname);
  const content = file === null ? null : await readFile(file).catch(() => null);
  if (file === null || content === null)
    return send(response, 404, "text/plain; charset=utf-8", `Not found: ${pathname}`);
  const type = contentTypes[path.extname(file).toLowerCase()] ?? "application/octet-stream";
  const isPane = path.basename(file) === "taskpane.html";
  send(
    response,
    200,
    type,
    isPane ? localPane(content.toString("utf8"), searchParams.get("person") === "other") : content,
  );
}

/** Only this machine may ask, and only by its own name: another site's page must not reach the workbook through the browser. */
function isLocal(request: IncomingMessage, port: number): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].some((host) => request.headers.host === `${host}:${port}`);
}

/**
 * Serves the workbench page, the pane's bundle, office.js and one workbook to this machine.
 * @param port 0 takes any free one
 * @throws {Error} with code `EADDRINUSE` where the port is taken
 */
export async function serveWorkbench(book: ServedBook | null, port: number): Promise<WorkbenchServer> {
  let bound = port;
  const server = createServer((request, response) => {
    if (!isLocal(request, bound))
      return send(response, 403, "text/plain; charset=utf-8", "This server answers localhost only");
    answer(request, response, book).catch((error: unknown) => {
      send(response, 500, "text/plain; charset=utf-8", error instanceof Error ? error.message : String(error));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "localhost", resolve);
  });
  const address = server.address();
  if (typeof address === "object" && address !== null) bound = address.port;
  return {
    url: `http://localhost:${bound}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
