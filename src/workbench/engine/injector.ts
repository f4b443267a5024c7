import type { Univer } from "@univerjs/presets";

/** What hands out the parts of the grid. */
export type Injector = ReturnType<Univer["__getInjector"]>;
