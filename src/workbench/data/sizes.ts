import type { HostBehaviour } from "./hostBehaviour";

/** Pixels of a column that is so many characters of the default font wide, and back. */
export const columnPixels = (characters: number): number => Math.round(characters * 7 + 5);
export const columnCharacters = (pixels: number): number => Math.round(((pixels - 5) / 7) * 100) / 100;
/** Pixels of so many points, and back. */
export const pixelsOfPoints = (points: number): number => (points * 96) / 72;
export const pointsOfPixels = (pixels: number): number => Math.round(((pixels * 72) / 96) * 100) / 100;

/** Width and height of cells that have none of their own: 8.43 characters of Calibri 11 and 15 points. */
export const defaultColumnPixels = 64;
export const defaultRowPixels = 20;

/** Pixels of a column that is given a width in points: Excel's columns are whole pixels wide. */
export function columnPixelsOfPoints(points: number, sizes: HostBehaviour["sizes"]): number {
  const pixels = pixelsOfPoints(points);
  return sizes === "pixels" ? Math.floor(pixels + 1e-6) : pixels;
}
