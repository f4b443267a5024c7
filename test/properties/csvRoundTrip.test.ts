/** What a well-behaved program writes as CSV is read as it was, whatever the fields hold. */
import fc from "fast-check";
import { readTextTable } from "../../src/csv/textTable";

const pieces = [
  "a",
  "客户",
  "12.5",
  "2026-08-07",
  " ",
  ",",
  ";",
  '"',
  "'",
  "\n",
  "\r\n",
  "\\",
  "\t",
  "it's",
  "=1+1",
  "",
];
const field = fc.array(fc.constantFrom(...pieces), { maxLength: 4 }).map((parts) => parts.join(""));
/** Every row begins with a name, as a customer's does: a field that a title or a blank line could not be taken for. */
const table = fc
  .integer({ min: 2, max: 5 })
  .chain((width) =>
    fc.array(
      fc.tuple(fc.constantFrom("Ann", "王磊", "Bob Ltd"), fc.array(field, { minLength: width, maxLength: width })),
      { minLength: 3, maxLength: 12 },
    ),
  );

const written = (
  rows: readonly (readonly string[])[],
  separator: string,
  lineEnd: string,
  quoteAll: boolean,
): string => {
  const mustBeQuoted = (text: string) => quoteAll || /["\r\n']|^ | $/.test(text) || text.includes(separator);
  const write = (text: string) => (mustBeQuoted(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(write).join(separator) + lineEnd).join("");
};

test.each([",", ";", "\t"])("fields between %j come back", (separator) => {
  fc.assert(
    fc.property(table, fc.constantFrom("\n", "\r\n"), fc.boolean(), (made, lineEnd, quoteAll) => {
      const rows = made.map(([name, fields]) => [name, ...fields]);
      const bytes = new TextEncoder().encode(written(rows, separator, lineEnd, quoteAll));
      expect(readTextTable(bytes, { dialect: { separator } })?.rows).toEqual(rows);
    }),
    { numRuns: 200 },
  );
});
