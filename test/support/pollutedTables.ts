/**
 * One made-up table, written as CSV in all the ways that break a reader: one pollution a file, after the kinds of the Pollock
 * benchmark of CSV loading. The table is ours; the kinds are what its authors found in thousands of public files.
 */
export interface PollutedFile {
  readonly kind: string;
  readonly text: string;
  /** The table that was meant, its headers first. */
  readonly clean: readonly (readonly string[])[];
}

interface Cell {
  readonly value: string;
  readonly quoted: boolean;
}

interface Style {
  readonly separator: string;
  readonly quote: string;
  /** Before a quotation mark of the value; empty where it is not marked at all. */
  readonly escape: string;
  readonly lineEnd: string;
}

const usual: Style = { separator: ",", quote: '"', escape: '"', lineEnd: "\r\n" };

const headers = ["DAY", "AT", "Pieces", "CODE", "Amount", "Article", "Details", "LINK", "Remarks"];
const articles = [
  "Women's Rain Boots",
  "Lamp, Small",
  'Desk 48"',
  "Kettle",
  "Kids' Bike, 24\"",
  "Chair, Oak",
  'Boxer 5" Inseam',
  "Hat",
  "Men's Coat",
  "Tea Set, Blue",
];
const details = [
  "Warm, dry and light: made for a day outside, and it won't let you down.",
  "A small lamp for a desk, a shelf or a bed.",
  "Our 8\\'9\" length, made for her, is light and strong.",
  "Boils a litre in three minutes, quietly.",
  "Just like Mom's, only smaller, softer and in blue.",
];

const two = (n: number): string => String(n).padStart(2, "0");

function dataRow(n: number): readonly Cell[] {
  const article = articles[n % articles.length] ?? "";
  const code = `${"KMRTZ"[n % 5]}${"ABC"[n % 3]}-${1000 + ((n * 379) % 9000)}`;
  const values = [
    `${two((n % 28) + 1)}/${two((n % 12) + 1)}/2026`,
    `${two(n % 24)}:${two((n * 15) % 60)}`,
    String((n * 7) % 31),
    code,
    `$${(((n * 137) % 9000) / 100 + 1).toFixed(2)}`,
    article,
    details[n % details.length] ?? "",
    `https://www.example.com/article/${code.replace("-", "_")}.html`,
    "",
  ];
  return values.map((value, column) => ({ value, quoted: column === 6 || column === 7 || /[",]/.test(value) }));
}

const headerRow: readonly Cell[] = headers.map((value, column) => ({ value, quoted: column === 6 || column === 7 }));
const source: readonly (readonly Cell[])[] = [headerRow, ...Array.from({ length: 83 }, (_, n) => dataRow(n))];
const valuesOf = (rows: readonly (readonly Cell[])[]) => rows.map((row) => row.map(({ value }) => value));

function write({ value, quoted }: Cell, { quote, escape }: Style): string {
  const inside = value.replaceAll('"', `${escape}"`);
  return quoted ? `${quote}${inside}${quote}` : value;
}

const line = (row: readonly Cell[], style: Style): string =>
  row.map((cell) => write(cell, style)).join(style.separator);
const file = (rows: readonly (readonly Cell[])[], style: Style): string =>
  rows.map((row) => line(row, style) + style.lineEnd).join("");

const whole = (kind: string, text: string, rows: readonly (readonly Cell[])[] = source): PollutedFile => ({
  kind,
  text,
  clean: valuesOf(rows),
});

function ofStyle(kind: string, style: Partial<Style>): PollutedFile {
  return whole(kind, file(source, { ...usual, ...style }));
}

/** Headers that stand in several rows become one name each. */
function joined(times: number): readonly string[] {
  return headers.map((header) => Array.from({ length: times }, () => header).join(" "));
}

function severalTables(width: number): PollutedFile {
  const second = source.map((row, index) => [
    ...row.slice(0, width),
    ...Array.from({ length: width - 9 }, (): Cell => ({ value: index === 0 ? "more" : "", quoted: false })),
  ]);
  return whole(`tables: ${width} columns below 9`, file([...source, ...second], usual), [...source, ...second]);
}

function wholeFiles(): readonly PollutedFile[] {
  const plain = file(source, usual);
  const data = source.slice(1);
  return [
    whole("as it should be", plain),
    whole("no line end at the end", plain.replace(/\r\n$/, "")),
    whole("two line ends at the end", `${plain}\r\n`),
    whole("no header", file(data, usual), data),
    { kind: "header of 2 rows", text: file([headerRow, ...source], usual), clean: [joined(2), ...valuesOf(data)] },
    {
      kind: "header of 3 rows",
      text: file([headerRow, headerRow, ...source], usual),
      clean: [joined(3), ...valuesOf(data)],
    },
    whole("title above", `PREAMBLE,,,,,,,,\r\n,,,,,,,,\r\n${plain}`),
    severalTables(8),
    severalTables(9),
    severalTables(10),
    whole("header and no rows", file([headerRow], usual), [headerRow]),
    whole("header and one row", file(source.slice(0, 2), usual), source.slice(0, 2)),
    ofStyle("lines end in LF", { lineEnd: "\n" }),
    ofStyle("lines end in CR", { lineEnd: "\r" }),
    ofStyle("separator tab", { separator: "\t" }),
    ofStyle("separator ;", { separator: ";" }),
    ofStyle("separator space", { separator: " " }),
    ofStyle("separator comma and space", { separator: ", " }),
    ofStyle("quote '", { quote: "'" }),
    ofStyle("escape \\", { escape: "\\" }),
    ofStyle("escape none", { escape: "" }),
  ];
}

/** The file with one of its lines written otherwise. */
function withLine(kind: string, row: number, changed: string, clean = valuesOf(source)): PollutedFile {
  const lines = source.map((cells, index) => (index === row ? changed : line(cells, usual)));
  return { kind, text: lines.join("\r\n") + "\r\n", clean };
}

function ofRow(row: number): readonly PollutedFile[] {
  const cells = source[row] ?? [];
  const written = cells.map((cell) => write(cell, usual));
  const at = row === 0 ? "header" : "row";
  const files = [withLine(`${at}: separator space`, row, written.join(" "))];
  cells.forEach((cell, column) => {
    const before = written.slice(0, column);
    const after = written.slice(column);
    files.push(withLine(`${at}: separator too many`, row, [...before, "", ...after].join(",")));
    if (column > 0) files.push(withLine(`${at}: separator missing`, row, before.join(",") + after.join(",")));
    const stray = cell.quoted ? `""${written[column]?.slice(1)}` : `"${written[column]}`;
    const clean = valuesOf(source).map((values, index) =>
      index === row ? values.map((value, other) => (other === column ? `"${value}` : value)) : values,
    );
    files.push(withLine(`${at}: stray quote`, row, [...before, stray, ...after.slice(1)].join(","), clean));
  });
  return files;
}

export function pollutedFiles(): readonly PollutedFile[] {
  return [...wholeFiles(), ...source.flatMap((_, row) => ofRow(row))];
}

const counted = (items: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
};

/** Precision, recall and their harmonic mean of one bag of texts against another. */
function agreement(meant: readonly string[], read: readonly string[]): number {
  if (meant.length === 0) return 3;
  const counts = counted(read);
  let common = 0;
  for (const [item, times] of counted(meant)) common += Math.min(times, counts.get(item) ?? 0);
  if (common === 0) return 0;
  const precision = common / meant.length;
  const recall = common / read.length;
  return precision + recall + (2 * precision * recall) / (precision + recall);
}

/** 0 to 10, as the benchmark counts: one for having read it, three each for the header's names, the records and the cells. */
export function loadingScore(rows: readonly (readonly string[])[], clean: readonly (readonly string[])[]): number {
  const lower = (table: readonly (readonly string[])[]) => table.map((row) => row.map((text) => text.toLowerCase()));
  const [read, meant] = [lower(rows), lower(clean)];
  const records = (table: readonly (readonly string[])[]) => table.slice(1).map((row) => row.join(""));
  return (
    1 +
    agreement(meant[0] ?? [], read[0] ?? []) +
    agreement(records(meant), records(read)) +
    agreement(meant.flat(), read.flat())
  );
}
