import { webDarkTheme, type Theme } from "@fluentui/react-components";
import { fontFamilyBase } from "./fontFamily";

export const dark: Theme = { ...webDarkTheme, fontFamilyBase };
