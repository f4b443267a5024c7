import { strToU8, unzipSync, zipSync } from "fflate";
import { contentTypeOf } from "./contentTypes";
import { openFile } from "./openFile";
import { writeXlsx } from "./writeXlsx";
import { readText, unpack } from "./zipPackage";

const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A workbook of one sheet whose package says `declarations` of its parts. */
const bookThatSays = (declarations: string): Uint8Array =>
  zipSync({
    "[Content_Types].xml": strToU8(declarations),
    "_rels/.rels": strToU8(
      `<Relationships><Relationship Id="a" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    "xl/workbook.xml": strToU8(
      `<workbook xmlns:r="${relations}"><sheets><sheet name="S" r:id="a"/></sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      `<Relationships><Relationship Id="a" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    "xl/worksheets/sheet1.xml": strToU8("<worksheet><sheetData/></worksheet>"),
  });

function saved(bytes: Uint8Array): Uint8Array {
  const opened = openFile(bytes, "book.xlsx", "en");
  if (!opened.ok) throw new Error(opened.message);
  return writeXlsx(opened.book, bytes);
}

test.each([
  "<Types/>",
  "<other/>",
  '<Types><Default Extension="xml" ContentType="application/xml"/><Override/></Types>',
])("a package that says only %s is saved with what Excel needs to know of its parts", (declarations) => {
  const parts = unpack(saved(bookThatSays(declarations)));
  expect(contentTypeOf(parts, "xl/workbook.xml")).toMatch(/sheet\.main\+xml$/);
  expect(contentTypeOf(parts, "xl/worksheets/sheet1.xml")).toMatch(/worksheet\+xml$/);
  expect(contentTypeOf(parts, "_rels/.rels")).toMatch(/relationships\+xml$/);
  expect(readText(parts, "[Content_Types].xml")).toContain(
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">',
  );
});

test("declarations that are complete stay byte for byte", () => {
  const once = saved(bookThatSays("<Types/>"));
  const declared = unzipSync(once)["[Content_Types].xml"];
  expect(unzipSync(saved(once))["[Content_Types].xml"]).toEqual(declared);
});
