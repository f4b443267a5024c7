/** What a second session inside a pane is made of: the use cases over the pane's own Office.js. Bundled by `provideSession`. */
export { createSession } from "../../src/app/session/createSession";
export { createExcelPort } from "../../src/excel";
