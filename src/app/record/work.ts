import { createAnonymiser } from "../../domain/record/anonymise";
import { exchangeLine, firstLine, lastLine } from "../../domain/record/record";
import type { HeardExchange, RecorderPort } from "../ports";

/** Characters of one record: as much as a request to Excel takes, and a person can paste into a mail's attachment. */
export const mostCharacters = 1_500_000;

/** A record while it is made. */
export interface Recording {
  /** Exchanges that are written down, and those that found no room any more. */
  readonly counted: () => { readonly exchanges: number; readonly left: number };
  /** Ends it. @returns the record's text */
  readonly stop: () => string;
}

/**
 * Writes down what is asked and answered from now on, without what people wrote. An exchange that cannot be written down is left
 * out and counted: the work that it belongs to goes on as if nobody listened.
 * @param made day and time as the record shall tell them
 */
export function record(recorder: RecorderPort, made: string, changed: () => void): Recording {
  const anonymiser = createAnonymiser();
  const lines: string[] = [firstLine(recorder.host(), made)];
  let room = mostCharacters;
  let left = 0;
  const write = ({ asked, answered, refused }: HeardExchange): string =>
    exchangeLine({
      asked: anonymiser.request(asked),
      answered: refused === null ? anonymiser.answer(answered) : null,
      refused,
    });
  const hear = (exchange: HeardExchange): void => {
    // The place of each counts: after one that found no room, no later one is written.
    const line = left > 0 ? null : write(exchange);
    if (line !== null && line.length < room) {
      room -= line.length;
      lines.push(line);
    } else left += 1;
    changed();
  };
  const end = recorder.listen(hear);
  const counted = () => ({ exchanges: lines.length - 1, left });
  return {
    counted,
    stop: () => {
      end();
      return [...lines, lastLine(lines.length - 1, left)].join("\n");
    },
  };
}
