import { attribute, childNamed, childrenNamed, localName, numberAttribute, type XmlElement } from "./xml";

/** Colours of the theme in the order in which cells number them. `#RRGGBB`. */
export type ThemeColors = readonly string[];

const officeTheme: ThemeColors = [
  "#FFFFFF",
  "#000000",
  "#EEECE1",
  "#1F497D",
  "#4F81BD",
  "#C0504D",
  "#9BBB59",
  "#8064A2",
  "#4BACC6",
  "#F79646",
  "#0000FF",
  "#800080",
];

// Excel's palette of the time before themes; files still point into it. 0 to 7 repeat as 8 to 15.
const palette =
  "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333".split(
    " ",
  );

/** @param theme root of `theme1.xml`, or null where the file has none */
export function readThemeColors(theme: XmlElement | null): ThemeColors {
  const scheme = childNamed(childNamed(theme ?? undefined, "themeElements"), "clrScheme");
  if (scheme === undefined) return officeTheme;
  const byName = new Map<string, string>();
  for (const entry of scheme.children) {
    if (typeof entry === "string") continue;
    const color = childrenNamed(entry, "srgbClr")[0] ?? childrenNamed(entry, "sysClr")[0];
    const hex = color === undefined ? undefined : (attribute(color, "lastClr") ?? attribute(color, "val"));
    if (hex !== undefined && /^[0-9a-f]{6}$/i.test(hex)) byName.set(localName(entry), `#${hex.toUpperCase()}`);
  }
  // The theme part lists dark before light; cells count light before dark.
  const order = [
    "lt1",
    "dk1",
    "lt2",
    "dk2",
    "accent1",
    "accent2",
    "accent3",
    "accent4",
    "accent5",
    "accent6",
    "hlink",
    "folHlink",
  ];
  return order.map((name, i) => byName.get(name) ?? officeTheme[i] ?? "#000000");
}

function tinted(hex: string, tint: number): string {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  const high = Math.max(r, g, b);
  const low = Math.min(r, g, b);
  const light = (high + low) / 2;
  const wanted = tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint;
  const chroma = high - low;
  let hue = 0;
  if (chroma > 0) {
    if (high === r) hue = ((g - b) / chroma + 6) % 6;
    else if (high === g) hue = (b - r) / chroma + 2;
    else hue = (r - g) / chroma + 4;
  }
  const saturation = chroma === 0 ? 0 : chroma / (1 - Math.abs(2 * light - 1));
  const newChroma = (1 - Math.abs(2 * wanted - 1)) * saturation;
  const channel = (shift: number): string => {
    const k = (shift + hue) % 6;
    const value = wanted + newChroma / 2 - newChroma * Math.max(0, Math.min(1, Math.min(k, 4 - k)));
    return Math.round(Math.max(0, Math.min(1, value)) * 255)
      .toString(16)
      .padStart(2, "0");
  };
  return `#${channel(5)}${channel(3)}${channel(1)}`.toUpperCase();
}

/** `#RRGGBB` of a colour element, or undefined where it says “automatic” or nothing that is known. */
export function readColor(color: XmlElement | undefined, theme: ThemeColors): string | undefined {
  if (color === undefined) return undefined;
  const rgb = attribute(color, "rgb");
  const tint = numberAttribute(color, "tint") ?? 0;
  let hex: string | undefined;
  if (rgb !== undefined && /^([0-9a-f]{2})?[0-9a-f]{6}$/i.test(rgb)) hex = `#${rgb.slice(-6).toUpperCase()}`;
  const themed = numberAttribute(color, "theme");
  if (themed !== undefined) hex = theme[themed];
  const indexed = numberAttribute(color, "indexed");
  if (hex === undefined && indexed !== undefined && indexed < 64) {
    const entry = palette[indexed < 8 ? indexed : indexed - 8];
    if (entry !== undefined) hex = `#${entry}`;
  }
  if (hex === undefined) return undefined;
  return tint === 0 ? hex : tinted(hex, tint);
}
