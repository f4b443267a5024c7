/** Elements of the parts of the preview, for the line of steps to go to. */
export const partIds = {
  look: "adopt-part-look",
  columns: "adopt-part-columns",
  values: "adopt-part-values",
  writing: "adopt-part-writing",
  preview: "adopt-part-preview",
} as const;
