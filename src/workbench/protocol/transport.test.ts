import { bytesOf } from "./transport";

test.each(["", "abc", "客户", "é€😀", "a\u07ff\u0800\uffff", '{"a":"张敏\\n🙂🙂"}'])(
  "the bytes of %j are counted as UTF-8 has them",
  (text) => {
    expect(bytesOf(text)).toBe(new TextEncoder().encode(text).length);
  },
);
