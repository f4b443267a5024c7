import { readRecord } from "../../domain/record/record";
import { fail, succeed } from "../fault";
import type { HeardExchange, RecorderPort, WorkbookPort } from "../ports";
import { inMemoryPort, inMemorySurroundings } from "../../../test/support/inMemoryWorkbook";
import { createRecorderSession } from "./session";
import { mostCharacters } from "./work";

const exchange: HeardExchange = { asked: { Actions: [] }, answered: { Results: [] }, refused: null };

/** A recorder over an Excel that answers nothing by itself: `say` is what it would hear. */
function open(recorder: Partial<RecorderPort> = {}) {
  const ears = new Set<(heard: HeardExchange) => void>();
  const say = (heard: HeardExchange): void => {
    for (const ear of ears) ear(heard);
  };
  const port: WorkbookPort = {
    ...inMemoryPort({ sheets: [] } as never, 46_241),
    recorder: () =>
      Promise.resolve({
        host: () => ({ build: "16.0", platform: "PC", displayLanguage: "zh-CN", contentLanguage: "zh-CN", sets: [] }),
        listen: (hear) => {
          ears.add(hear);
          return () => ears.delete(hear);
        },
        look: () => {
          say(exchange);
          return Promise.resolve(succeed(undefined));
        },
        save: () => Promise.resolve(succeed("saved")),
        remove: () => Promise.resolve(succeed("deleted")),
        ...recorder,
      }),
  };
  const run = (_: unknown, work: (progress: never) => Promise<void>) => work(undefined as never);
  const session = createRecorderSession({ port, surroundings: inMemorySurroundings(46_241), run });
  return { session, say, ears };
}

test("a record begins with what the workbook is made of and ends when it is stopped", async () => {
  const { session, say, ears } = open();
  await session.start();
  expect(session.getState()).toMatchObject({ phase: "recording", exchanges: 1, working: false, text: null });
  say(exchange);
  session.stop();
  say(exchange);
  expect(ears.size).toBe(0);
  const { phase, exchanges, text } = session.getState();
  expect([phase, exchanges]).toEqual(["done", 2]);
  const read = readRecord(text ?? "");
  expect(read.ok && [read.record.exchanges.length, read.record.made.slice(0, 10)]).toEqual([2, "2026-08-07"]);
});

test("an Excel in which nothing can be heard is told of; no empty record is made", async () => {
  const { session, ears } = open({ look: () => Promise.resolve(succeed(undefined)) });
  await session.start();
  expect(session.getState()).toMatchObject({ phase: "off", text: null, problem: { kind: "deaf" } });
  expect(ears.size).toBe(0);
});

test("where the workbook cannot be read, nothing is recorded and the fault is told", async () => {
  const { session, ears } = open({ look: () => Promise.resolve(fail({ code: "cellEdit" })) });
  await session.start();
  expect(session.getState()).toMatchObject({ phase: "off", problem: { kind: "fault", fault: { code: "cellEdit" } } });
  expect(ears.size).toBe(0);
});

test("a record that is full keeps what it has, counts what it leaves out, and is whole for whoever reads it", async () => {
  const { session, say } = open();
  await session.start();
  const long: HeardExchange = { ...exchange, asked: { Actions: Array<null>(mostCharacters / 4).fill(null) } };
  say(long);
  say(long);
  say(exchange);
  session.stop();
  const { left, text } = session.getState();
  expect(left).toBeGreaterThan(0);
  expect((text ?? "").length).toBeLessThan(mostCharacters + 1000);
  const read = readRecord(text ?? "");
  expect(read.ok && read.record.left).toBe(left);
});

test("the hidden sheet: saved, deleted, and left alone where it is somebody else's", async () => {
  const { session } = open();
  await session.start();
  session.stop();
  await session.save();
  expect(session.getState()).toMatchObject({ sheet: "saved", problem: null });
  await session.remove();
  expect(session.getState()).toMatchObject({ sheet: "deleted", problem: null });
  const other = open({ save: () => Promise.resolve(succeed("foreign")) }).session;
  await other.start();
  other.stop();
  await other.save();
  expect(other.getState()).toMatchObject({ sheet: null, problem: { kind: "foreign" } });
});
