import { OfficeMockObject } from "office-addin-mock";
import { mockExcel, mockRange } from "../../../test/support/mockExcel";
import type { CellValue } from "../../domain/values/value";
import { createErrorTexts, type ErrorTexts } from "./errorTexts";

afterEach(() => {
  Reflect.deleteProperty(globalThis, "Excel");
});

/** A sheet in which the cells that `isError` names hold errors. */
function sheetWith(values: readonly (readonly CellValue[])[], isError: (row: number, column: number) => boolean) {
  const objects: OfficeMockObject[] = [];
  let asked = 0;
  const workbook = new OfficeMockObject({});
  Object.assign(workbook, {
    worksheets: {
      getItem: () => ({
        getRangeByIndexes: (row: number, column: number) => {
          asked += 1;
          const range = mockRange(new OfficeMockObject({ valueTypes: [[isError(row, column) ? "Error" : "String"]] }));
          objects.push(range);
          return range;
        },
      }),
    },
  });
  const syncs = mockExcel(workbook, objects);
  const area = { row: 0, column: 0, rows: values.length, columns: values[0]?.length ?? 0 };
  const read = async (know: ErrorTexts) =>
    Excel.run(async (context) => (await know(context, [{ sheet: "客户", area, values }]))[0]?.values);
  return { read, syncs, asked: () => asked };
}

test.each([
  ["Russian", "#Н/Д", "#N/A"],
  ["Russian", "#ДЕЛ/0!", "#DIV/0!"],
  ["Russian", "#ИМЯ?", "#NAME?"],
  ["German", "#NV", "#N/A"],
  ["Spanish", "#¡REF!", "#REF!"],
  ["Turkish", "#BOŞ!", "#NULL!"],
  ["a language that nobody thought of", "#ΤΙΜΗ!", "#VALUE!"],
])("an error in %s is known by its type: %s", async (_, shown, error) => {
  const { read } = sheetWith([["远山", shown]], (__, column) => column === 1);
  expect(await read(createErrorTexts())).toEqual([["远山", error]]);
});

test("what people write after a number sign stays as it is", async () => {
  const own = ["#1客户", "#ДОГОВОР!", "#VIP", "#1 客户", "#important", "#", "#5"];
  const { read } = sheetWith([own], () => false);
  expect(await read(createErrorTexts())).toEqual([own]);
});

test("nothing is asked where nothing could be an error, of a known text never again, and of few cells of a text", async () => {
  const know = createErrorTexts();
  const plain = sheetWith([["远山", "#N/A", "#1 客户", "#5", 7]], () => true);
  await plain.read(know);
  expect([plain.syncs(), plain.asked()]).toEqual([0, 0]);
  const many = sheetWith(
    Array.from({ length: 500 }, () => ["#Н/Д", "#VIP"]),
    (_, column) => column === 0,
  );
  await many.read(know);
  expect([many.syncs(), many.asked()]).toEqual([1, 6]);
  const again = await many.read(know);
  expect(many.syncs()).toBe(1);
  expect(again?.[499]).toEqual(["#N/A", "#VIP"]);
});

test("a text that somebody typed into one cell does not hide the same error in others", async () => {
  const { read } = sheetWith([["#Н/Д"], ["#Н/Д"]], (row) => row === 1);
  expect(await read(createErrorTexts())).toEqual([["#N/A"], ["#N/A"]]);
});
