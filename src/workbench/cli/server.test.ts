import { get } from "node:http";
import { builtPane, testWith } from "../../../test/support/needs";
import { serveWorkbench, type WorkbenchServer } from "./server";

let server: WorkbenchServer;
beforeAll(async () => {
  server = await serveWorkbench({ name: "客户 1.xlsx", bytes: Uint8Array.from([1, 2, 3]) }, 0);
});
afterAll(() => server.close());

/** Plain requests: `fetch` tidies addresses up and does not let a caller choose the Host header. */
function ask(
  path: string,
  host?: string,
): Promise<{ readonly status: number; readonly type: string; readonly body: Buffer }> {
  const { port, host: own } = new URL(server.url);
  return new Promise((resolve, reject) => {
    get({ host: "localhost", port, path, headers: { host: host ?? own } }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers["content-type"] ?? "",
          body: Buffer.concat(chunks),
        }),
      );
    }).on("error", reject);
  });
}

test("gives the workbook and its name", async () => {
  expect([...(await ask("/book")).body]).toEqual([1, 2, 3]);
  expect((await ask("/book-name")).body.toString("utf8")).toBe("客户 1.xlsx");
});

test("finds office.js whatever its spelling", async () => {
  const answer = await ask("/office-js/OFFICE.js");
  expect([answer.status, answer.type]).toEqual([200, "text/javascript; charset=utf-8"]);
  expect((await ask("/office-js/zh-CN/office_strings.js")).status).toBe(200);
});

test.each([
  "/../package.json",
  "/..%2fpackage.json",
  "/%2e%2e/%2e%2e/etc/passwd",
  "/office-js/../package.json",
  "/..%5cpackage.json",
  "/%00",
  "/%zz",
])("%s leads nowhere", async (path) => {
  expect([400, 404]).toContain((await ask(path)).status);
});

testWith(builtPane)(
  "the pane of another person starts with a storage of its own, before any other script",
  async () => {
    const html = (await ask("/taskpane.html?person=other")).body.toString("utf8");
    expect(html.indexOf("/other-storage.js")).toBe(html.indexOf("<script") + '<script src="'.length);
    expect((await ask("/taskpane.html")).body.toString("utf8")).not.toContain("other-storage");
  },
);

test("another site's page that points its own name here gets nothing", async () => {
  expect((await ask("/book", "evil.example")).status).toBe(403);
});
