import "@fontsource-variable/noto-sans-sc/index.css";
import type { BookData } from "../data/bookData";

const packaged = "Noto Sans SC Variable";
/** What the grid draws in when a cell names no font, and what the page falls back to. */
const usual = ["Arial", "WenQuanYi Micro Hei"] as const;

/** True where the machine draws Chinese letters. Without a font for them a canvas stays empty, not even a box is drawn. */
function drawsChinese(): boolean {
  const canvas = Object.assign(document.createElement("canvas"), { width: 32, height: 32 });
  const context = canvas.getContext("2d");
  if (!context) return true;
  context.font = "24px sans-serif";
  context.fillText("中", 4, 26);
  return context.getImageData(0, 0, 32, 32).data.some((part) => part !== 0);
}

/** Every character of the workbook once. */
function charactersOf(book: BookData): string {
  const found = new Set<string>();
  for (const sheet of book.sheets) {
    for (const letter of sheet.name) found.add(letter);
    for (const row of sheet.rows) {
      for (const { value } of row.cells) if (typeof value === "string") for (const letter of value) found.add(letter);
    }
  }
  return [...found].join("");
}

function packagedFaces(): readonly {
  readonly source: string;
  readonly unicodeRange: string;
  readonly weight: string;
}[] {
  return [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].flatMap((rule) => {
      if (!(rule instanceof CSSFontFaceRule)) return [];
      const { style } = rule;
      if (style.getPropertyValue("font-family").replace(/["']/g, "") !== packaged) return [];
      const absolute = (address: string): string => new URL(address, sheet.href ?? location.href).href;
      const source = style
        .getPropertyValue("src")
        .replace(/url\(["']?([^"')]+)["']?\)/g, (_all, address: string) => `url("${absolute(address)}")`);
      return [
        {
          source,
          unicodeRange: style.getPropertyValue("unicode-range"),
          weight: style.getPropertyValue("font-weight"),
        },
      ];
    }),
  );
}

/**
 * Gives page and grid Chinese letters on a machine without a Chinese font. The grid names one font per cell and no other
 * after it, so the packaged faces are put under every name that the workbook uses; those that its texts need are loaded
 * first, because a canvas does not wait for a font.
 * @param words texts that the page and the add-in may show besides the workbook's own
 */
export async function provideChineseFont(book: BookData, words: string): Promise<void> {
  if (drawsChinese()) return;
  const families = new Set<string>(usual);
  for (const { fontName } of book.formats) if (fontName) families.add(fontName);
  const faces = packagedFaces();
  const text = charactersOf(book) + words;
  const loads: Promise<unknown>[] = [];
  for (const family of families) {
    for (const { source, unicodeRange, weight } of faces)
      document.fonts.add(new FontFace(family, source, { unicodeRange, weight }));
    loads.push(document.fonts.load(`16px "${family}"`, text), document.fonts.load(`bold 16px "${family}"`, text));
  }
  // A font that does not come is no reason not to open the workbook.
  await Promise.allSettled(loads);
}
