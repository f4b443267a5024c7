import type { Book } from "../book/book";
import type { BookArea } from "../data/bookData";
import type { HostClass, HostObject } from "../protocol/hostObject";

/** A sheet of the open workbook. */
export interface SheetTarget {
  readonly book: Book;
  /** Sheet id. */
  readonly sheet: string;
}

/** Cells of a sheet. */
export interface RangeTarget extends SheetTarget {
  readonly area: BookArea;
}

/** Several areas of cells of a sheet. */
export interface AreasTarget extends SheetTarget {
  readonly areas: readonly BookArea[];
}

interface Targets {
  readonly Range: RangeTarget;
  readonly RangeAreas: AreasTarget;
  readonly Worksheet: SheetTarget;
}

/** The classes by the names that others ask for them. */
export type RegisteredClasses = { readonly [Name in keyof Targets]: HostClass<Targets[Name]> };

/**
 * Excel's object model runs in circles: a sheet has tables, a table has a range, a range has its sheet. A file here imports
 * the classes that its own contains; what leads back to a sheet or to cells is asked for by name, so that imports run one way.
 */
let classes: RegisteredClasses | null = null;

/** Call once before the first object is made: `createHost` does. */
export function registerClasses(all: RegisteredClasses): void {
  classes = all;
}

function classNamed<Name extends keyof Targets>(name: Name): RegisteredClasses[Name] {
  if (!classes) throw new Error(`The class ${name} was asked for before the classes were registered.`);
  return classes[name];
}

/** @throws Error when the classes are not registered yet */
export function objectOf<Name extends keyof Targets>(name: Name, target: Targets[Name]): HostObject {
  return classNamed(name).of(target);
}

/** The target behind an object that came back as an argument; undefined for a value of any other kind. */
export function targetOf<Name extends keyof Targets>(name: Name, value: unknown): Targets[Name] | undefined {
  return classNamed(name).targetOf(value);
}
