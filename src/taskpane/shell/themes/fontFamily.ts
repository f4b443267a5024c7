/** System fonts only: Fluent's stack names no Chinese one, and Windows would then fall back to SimSun. */
export const fontFamilyBase =
  "'Segoe UI', -apple-system, BlinkMacSystemFont, 'PingFang SC', 'Microsoft YaHei UI', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif";
