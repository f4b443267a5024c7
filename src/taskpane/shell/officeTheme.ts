import type { Theme } from "@fluentui/react-components";

/** What Office tells of its look. Excel on the web tells nothing. */
export interface OfficeColours {
  readonly bodyBackgroundColor?: string | undefined;
  readonly isDarkTheme?: boolean | undefined;
}

/** Below this share of white a background is dark. */
const darkLimit = 0.5;

function lightness(colour: string): number | null {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  if (!match) return null;
  const [red, green, blue] = match.slice(1).map((part) => parseInt(part, 16) / 255);
  return 0.2126 * (red ?? 1) + 0.7152 * (green ?? 1) + 0.0722 * (blue ?? 1);
}

/** True where Office shows itself dark. Older versions give no `isDarkTheme`, only colours. */
export function isDark(colours: OfficeColours | undefined): boolean {
  if (colours?.isDarkTheme !== undefined) return colours.isDarkTheme;
  const light = lightness(colours?.bodyBackgroundColor ?? "");
  return light !== null && light < darkLimit;
}

/** Fluent's theme for Office's look: light unless Office says dark, whatever the operating system prefers. */
export async function loadTheme(colours: OfficeColours | undefined): Promise<Theme> {
  return isDark(colours) ? (await import("./themes/dark")).dark : (await import("./themes/light")).light;
}
