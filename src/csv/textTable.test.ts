import { encodeText } from "../../test/support/encodeText";
import { readTextTable } from "./textTable";

const read = (text: string) => readTextTable(encodeText(text, "utf-8"));
const rows = (text: string) => read(text)?.rows;

test.each([",", ";", "\t", "|"])("fields cut by %j are told apart, other separators inside stay", (separator) => {
  const other = separator === "," ? ";" : ",";
  expect(rows(`a${separator}b${other}c\n"x${separator}1"${separator}y\n`)).toEqual([
    ["a", `b${other}c`],
    [`x${separator}1`, "y"],
  ]);
});

test("amounts with decimal commas do not make the comma a separator", () => {
  expect(read("Company;Amount\nAlpha;12.500\nBeta;1.250,50\nGamma;980,00\n")?.dialect.separator).toBe(";");
});

test("a space separates where records agree, and not where names have two words", () => {
  expect(rows("code pieces price\nA1 3 1.50\nB2 4 2.50\nC3 5 3.00\n")?.[1]).toEqual(["A1", "3", "1.50"]);
  expect(rows("Customer\nAmy Wong\nPat Doe\n")).toEqual([["Customer"], ["Amy Wong"], ["Pat Doe"]]);
});

test("a space behind each comma belongs to the comma", () => {
  expect(rows('name, city, note\nAnn, Bonn, "x, y"\nBob, Ulm, z\n')).toEqual([
    ["name", "city", "note"],
    ["Ann", "Bonn", "x, y"],
    ["Bob", "Ulm", "z"],
  ]);
});

test("apostrophes that open and close fields are quotation marks; one before a phone is not", () => {
  expect(rows("'a','b, c'\n'it's so','d'\n")).toEqual([
    ["a", "b, c"],
    ["it's so", "d"],
  ]);
  expect(rows("name,phone\nAnn,'13800001003\nBob,'13800001004\n")?.[1]).toEqual(["Ann", "'13800001003"]);
});

test("marks inside a field are doubled, behind a backslash, or stand as they are", () => {
  const expected = [
    ["a", "b"],
    ['Desk 48"', 'say "no", now'],
    ["x", "y"],
  ];
  expect(rows('a,b\n"Desk 48""","say ""no"", now"\nx,y\n')).toEqual(expected);
  expect(rows('a,b\n"Desk 48\\"","say \\"no\\", now"\nx,y\n')).toEqual(expected);
  expect(rows('a,b,c\n"Desk 48"","2, 3",x\nx,y,z\nx,y,z\n')?.[1]).toEqual(['Desk 48"', "2, 3", "x"]);
  expect(rows('dir,b\n"C:\\in\\","x"\n"D:\\out\\","y"\n')?.[1]).toEqual(["C:\\in\\", "x"]);
});

test("line ends of every kind end a record, and stay inside a quoted field", () => {
  for (const end of ["\n", "\r\n", "\r"]) {
    expect(rows(`a,b${end}"one${end}two",c${end}`)).toEqual([
      ["a", "b"],
      [`one${end}two`, "c"],
    ]);
  }
});

const regular = ["name,city,note", "Ann,Bonn,x", "Bob,Ulm,y", "Cleo,Jena,z", "Dora,Kiel,w"];
test.each([
  ['Bob,"Ulm,y', ["Bob", '"Ulm', "y"]],
  ['"Bob,Ulm,y', ['"Bob', "Ulm", "y"]],
  ['Bob,Ulm,"', ["Bob", "Ulm", '"']],
  ['Bob,""Ulm, old",y', ["Bob", '"Ulm, old', "y"]],
  ['Bob,"Ulm" old,y', ["Bob", '"Ulm" old', "y"]],
])("a stray mark in %s keeps to its row", (line, fields) => {
  const lines = regular.map((other, index) => (index === 2 ? line : other));
  const read = rows(`${lines.join("\n")}\n`);
  expect(read?.[2]).toEqual(fields);
  expect(read?.slice(3)).toEqual([
    ["Cleo", "Jena", "z"],
    ["Dora", "Kiel", "w"],
  ]);
});

test("a line with another separator than the others is read with that one", () => {
  const lines = ["a,b,c,d", "1,2,3,4", "5;6;7;8", "9,10,11,12"];
  expect(rows(lines.join("\n"))?.[2]).toEqual(["5", "6", "7", "8"]);
});

test("headers with one separator too many stand over their columns", () => {
  expect(rows("name,,city\nAnn,Bonn\nBob,Ulm\n")?.[0]).toEqual(["name", "city"]);
  expect(rows("name,,city\nAnn,x,Bonn\nBob,y,Ulm\n")?.[0]).toEqual(["name", "", "city"]);
});

test("titles, blank lines, footers and a second table stay rows", () => {
  expect(rows("Our list\n\na,b\n1,2\n\nPrinted on Monday\n")).toEqual([
    ["Our list"],
    [""],
    ["a", "b"],
    ["1", "2"],
    [""],
    ["Printed on Monday"],
  ]);
});

test("a header without rows is a table, an empty text is one without rows, bytes are none", () => {
  expect(rows("a,b,c\n")).toEqual([["a", "b", "c"]]);
  expect(rows("")).toEqual([]);
  expect(readTextTable(Uint8Array.from([0x7f, 0, 0, 1, 2, 0, 0xff, 0xfe, 0, 3]))).toBeNull();
});

test("a separator that the file declares, or that somebody chose, is taken", () => {
  expect(rows("sep=|\na,b|c\n")).toEqual([["a,b", "c"]]);
  const bytes = encodeText("a,b;c\n", "utf-8");
  expect(readTextTable(bytes, { dialect: { separator: ";" } })?.rows).toEqual([["a,b", "c"]]);
});
