import { createSession } from "../../src/app/session/createSession";
import type { Surroundings, WorkbookPort } from "../../src/app/ports";
import type { Session } from "../../src/app/session/session";
import type { Language } from "../../src/domain/values/language";
import { inMemorySurroundings } from "./inMemoryWorkbook";

const open: Session[] = [];

// A session goes on by itself after its last task. Left alone it would still be at work when jest has taken the test's
// surroundings away, and jest then ends with an error although every test passed.
afterEach(async () => {
  for (const session of open.splice(0)) await session.close();
});

/** A session over a in-memory workbook on one day, closed when the test is over; `others` stand for what usually surrounds it. */
export function inMemorySession(
  port: WorkbookPort,
  today: number,
  language: Language,
  others: Partial<Surroundings> = {},
): Session {
  const session = createSession(port, { ...inMemorySurroundings(today), ...others }, language);
  open.push(session);
  return session;
}
