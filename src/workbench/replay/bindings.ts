/** What the workbench calls the things that a record knows by aliases and by Excel's ids. */
export interface Bindings {
  /** The workbench's word for one of the record's; null while it is not known. */
  readonly find: (recorded: string) => string | null;
  /** Takes a pair over. False where the record's word stands for something else already. */
  readonly bind: (recorded: string, actual: string) => boolean;
}

export function createBindings(): Bindings {
  const known = new Map<string, string>();
  return {
    find: (recorded) => known.get(recorded) ?? null,
    bind: (recorded, actual) => {
      const before = known.get(recorded);
      if (before === undefined) known.set(recorded, actual);
      return before === undefined || before.toLowerCase() === actual.toLowerCase();
    },
  };
}
