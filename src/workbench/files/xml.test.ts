import { parseXml, textOf } from "./xml";

test("only the five names of XML stand for characters; every other one stays as it is written", () => {
  const written = "&lt;&gt;&amp;&quot;&apos;&#65;&#x4e2d; &constructor; &toString; &__proto__; &nbsp;";
  expect(textOf(parseXml(`<t>${written}</t>`))).toBe(`<>&"'A中 &constructor; &toString; &__proto__; &nbsp;`);
});
