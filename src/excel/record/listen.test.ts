import type { HeardExchange } from "../../app/ports";
import { listen } from "./listen";

/** A request context as office.js has it: it makes its executor when it first sends something, and keeps it. */
class ClientRequestContext {
  declare _requestExecutor?: { readonly executeAsync: (data: string, flags: number, message: object) => unknown };
  private excel: () => unknown = () => null;
  async sync(body: object, excel: () => unknown): Promise<unknown> {
    this.excel = excel;
    this._requestExecutor ??= { executeAsync: () => Promise.resolve().then(() => this.excel()) };
    return this._requestExecutor.executeAsync("", 1, { Body: body });
  }
}

beforeEach(() => {
  Object.assign(globalThis, { OfficeExtension: { ClientRequestContext } });
});

const answer = { Body: { Results: [] }, ErrorCode: "" };

test("each request is heard with its answer, and the caller gets what it would have got", async () => {
  const heard: HeardExchange[] = [];
  const end = listen((exchange) => heard.push(exchange));
  const context = new ClientRequestContext();
  expect(await context.sync({ Actions: [1] }, () => answer)).toBe(answer);
  expect(await context.sync({ Actions: [2] }, () => ({ Body: null, ErrorCode: "AccessDenied" }))).toEqual({
    Body: null,
    ErrorCode: "AccessDenied",
  });
  end();
  expect(heard).toEqual([
    { asked: { Actions: [1] }, answered: { Results: [] }, refused: null },
    { asked: { Actions: [2] }, answered: null, refused: "AccessDenied" },
  ]);
});

test("a request that fails, fails for the caller as before; an ear that fails is not heard of", async () => {
  const end = listen(() => {
    throw new Error("the ear");
  });
  const context = new ClientRequestContext();
  expect(await context.sync({}, () => answer)).toBe(answer);
  const failed = context.sync({}, () => {
    throw new Error("Excel");
  });
  await expect(failed).rejects.toThrow("Excel");
  end();
});

test("nothing is left behind: neither a new context nor one that is still at work is heard any more", async () => {
  const heard: HeardExchange[] = [];
  const end = listen((exchange) => heard.push(exchange));
  const atWork = new ClientRequestContext();
  await atWork.sync({}, () => answer);
  end();
  expect(Object.getOwnPropertyNames(ClientRequestContext.prototype)).toEqual(["constructor", "sync"]);
  expect(await atWork.sync({}, () => answer)).toBe(answer);
  expect(await new ClientRequestContext().sync({}, () => answer)).toBe(answer);
  expect(heard).toHaveLength(1);
});

test("an answer is heard before the caller goes on with it, who may change it", async () => {
  const heard: string[] = [];
  const end = listen(({ answered }) => heard.push(JSON.stringify(answered)));
  const given = { Body: { Results: [{ ActionId: 1, Value: 1 }] }, ErrorCode: "" };
  await new ClientRequestContext().sync({}, () => given).then(() => (given.Body.Results.length = 0));
  end();
  expect(heard).toEqual(['{"Results":[{"ActionId":1,"Value":1}]}']);
});
