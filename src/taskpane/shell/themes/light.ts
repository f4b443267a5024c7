import { webLightTheme, type Theme } from "@fluentui/react-components";
import { fontFamilyBase } from "./fontFamily";

export const light: Theme = { ...webLightTheme, fontFamilyBase };
