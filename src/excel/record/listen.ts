import type { HeardExchange } from "../../app/ports";
import type { Json } from "../../domain/record/anonymise";

/** What office.js hands its requests to, in every client. */
interface Executor {
  readonly executeAsync: (...args: readonly unknown[]) => unknown;
}

function isExecutor(value: unknown): value is Executor {
  return (
    typeof value === "object" && value !== null && "executeAsync" in value && typeof value.executeAsync === "function"
  );
}

function memberOf(value: unknown, member: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, member) : undefined;
}

/** A body is JSON through and through: it is going to be a text, or was one. It is not gone through here, for it may be megabytes. */
function isJson(value: unknown): value is Json {
  return value === null || ["object", "string", "number", "boolean"].includes(typeof value);
}

const jsonOf = (value: unknown): Json => (isJson(value) ? value : null);

function exchangeOf(asked: Json, answer: unknown): HeardExchange {
  const code = memberOf(answer, "ErrorCode");
  const body = memberOf(answer, "Body");
  if (body !== null && body !== undefined) return { asked, answered: jsonOf(body), refused: null };
  return { asked, answered: null, refused: typeof code === "string" ? code : "unknown" };
}

/** The executor with an ear at it, which hears an answer before the caller does. What goes wrong in the ear is not the caller's business. */
function heard(executor: Executor, hear: (exchange: HeardExchange) => void): Executor {
  return {
    executeAsync: (...args) => {
      const asked = jsonOf(memberOf(args[2], "Body"));
      const answer: unknown = Reflect.apply(executor.executeAsync, executor, args);
      Promise.resolve(answer)
        .then((given) => hear(exchangeOf(asked, given)))
        .catch(() => undefined);
      return answer;
    },
  };
}

/** Property of a request context in which office.js keeps what it hands its requests to; not documented, the same in all clients since 2017. */
const place = "_requestExecutor";

/**
 * Hears each request of the contexts that are made from now on, and its answer, until the returned function is called. Office.js
 * offers no such place: the property is put in the way on the contexts' prototype. Whether it is used is known when something was heard.
 */
export function listen(hear: (exchange: HeardExchange) => void): () => void {
  const prototype = OfficeExtension.ClientRequestContext.prototype;
  const own = new WeakMap<object, unknown>();
  let open = true;
  Object.defineProperty(prototype, place, {
    configurable: true,
    get(this: object) {
      return own.get(this);
    },
    set(this: object, executor: unknown) {
      const ear = (exchange: HeardExchange): void => {
        if (open) hear(exchange);
      };
      own.set(this, isExecutor(executor) ? heard(executor, ear) : executor);
    },
  });
  return () => {
    open = false;
    // A context that is still at work makes itself another executor.
    Reflect.deleteProperty(prototype, place);
  };
}
