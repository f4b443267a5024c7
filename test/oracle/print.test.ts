/** How many pages a workbook that was set up takes, as LibreOffice prints it. */
import fc from "fast-check";
import { fileOf } from "../support/inMemoryFile";
import { renderPages } from "../support/libreOffice";
import { libreOffice, pagePictures, testWith } from "../support/needs";
import { setUpInMemory } from "../support/setUpInMemory";
import { madeUpSheet } from "../support/sheets";

jest.setTimeout(300_000);

testWith(libreOffice, pagePictures)("sixty customers print on twelve pages at the most", async () => {
  const [sheet] = fc.sample(madeUpSheet("zh-CN", { minLength: 60, maxLength: 60 }, []), {
    numRuns: 1,
    seed: 20_260_807,
  });
  const { book } = await setUpInMemory([sheet!.headers, ...sheet!.rows], "zh-CN");
  const pages = await renderPages(await fileOf(book));
  expect(pages.length).toBeLessThanOrEqual(12);
});
