import { readXlsx } from "../files/readXlsx";
import { sampleBook } from "./customers";
import { serveSample } from "./serveSample";

test.each(["zh-CN", "en"] as const)(
  "the %s sample tells of the day it is opened, whatever day that is",
  async (language) => {
    /** 20 May 2027. */
    const day = 46_527;
    const served = readXlsx((await serveSample(language, day)).bytes, language).book;
    const sheet = served.sheets.find((entry) => entry.name === served.activeSheet);
    const table = sheet?.tables.find((entry) => entry.name === "FollowUps");
    const fresh = sampleBook(language, day).sheets[0];
    for (const row of fresh?.rows.slice(1) ?? []) {
      const kept = sheet?.rows.find((entry) => entry.row === row.row)?.cells ?? [];
      for (const { column, value } of row.cells) {
        // Set-up puts its own columns in; a header tells which is which.
        const header = fresh?.rows[0]?.cells.find((cell) => cell.column === column)?.value;
        const place = table?.columns.findIndex((entry) => entry.name === header) ?? -1;
        if (value !== null) expect(kept.find((cell) => cell.column === place)?.value).toBe(value);
      }
    }
  },
);
