/** Whether Excel takes a text as the name of a table, a cell or a formula. */
export function isLegalName(name: string): boolean {
  if (!/^[\p{L}_\\][\p{L}\p{M}\p{N}_.\\?]*$/u.test(name) || name.length > 255) return false;
  // A name that could be a cell's address, in either way to write one.
  if (/^[A-Z]{1,3}\d{1,7}$/i.test(name) && isColumn(name.replace(/\d+$/, ""))) return false;
  return !/^(R\d*C\d*|R\d*|C\d*)$/i.test(name);
}

function isColumn(letters: string): boolean {
  return letters.length < 3 || letters.toUpperCase() <= "XFD";
}
