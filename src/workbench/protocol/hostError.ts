/** An error as Excel reports it to the add-in. `code` is one of Office.js's error codes. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly httpStatus = 400,
  ) {
    super(message);
    this.name = "HostError";
  }
}

export const invalidArgument = (detail = "The argument is invalid or missing or has an incorrect format."): HostError =>
  new HostError("InvalidArgument", detail);

export const itemNotFound = (): HostError =>
  new HostError("ItemNotFound", "The requested resource doesn't exist.", 404);

export const itemAlreadyExists = (): HostError =>
  new HostError("ItemAlreadyExists", "A resource with the same name or identifier already exists.", 409);

export const accessDenied = (): HostError =>
  new HostError("AccessDenied", "You cannot perform the requested operation. The sheet is protected.", 403);

/** The workbench has no such thing. The name of what is missing stands in the message, so that nobody has to guess. */
export const apiNotFound = (what: string): HostError =>
  new HostError("ApiNotFound", `The workbench does not implement ${what}.`, 404);
