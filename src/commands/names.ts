/** The ribbon buttons that run code, by the names which manifest.xml gives them in `FunctionName`. */
export const commandNames = ["check", "logTouch"] as const;

export type CommandName = (typeof commandNames)[number];
