/** What can be done with a link or a file that a cell names. */
export interface LinksText {
  /** @param host as it stands in the address */
  readonly open: (host: string) => string;
  readonly write: (address: string) => string;
  readonly copy: string;
  /** Name of the button among others. */
  readonly copyOf: (path: string) => string;
  /** Why a file is not opened, and what to do instead. */
  readonly why: string;
  readonly copied: string;
}
