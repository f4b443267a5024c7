/** The card of one customer, over whatever view is open. */
export interface CardText {
  /** Name of the button that opens it. */
  readonly open: (customer: string) => string;
  readonly back: string;
  readonly gone: string;
  /** @param days since it came to its stage */
  readonly inStage: (days: number) => string;
  /** Name of the button that leads to the row in the sheet. */
  readonly row: (row: number) => string;
  readonly noPhone: string;
  readonly copy: string;
  readonly call: string;
  readonly copied: (phone: string) => string;
  readonly amount: string;
  readonly nextStep: string;
  readonly nextDate: string;
  readonly owner: string;
  readonly none: string;
  readonly recent: string;
  readonly more: (count: number) => string;
  readonly close: string;
  /** Heading over what it can be closed as. */
  readonly closeAs: string;
}
