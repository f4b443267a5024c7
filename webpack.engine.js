/**
 * The grid's formula engine sets each field of its objects through `_defineProperty(this, "_row", 0)`: one function for every field of
 * every class, which no browser makes fast, and the engine makes a dozen objects for each cell of each formula. Where it says nothing
 * else, this writes `this._row = 0`. It says something else only where a getter or setter goes by the same name; those stay.
 */
const fieldSetter = /^(\t+)_defineProperty\(this, "([\w$]+)", ((?:\{|\[)\n[\s\S]*?\n\1[}\]]|[^\n]+)\);$/gm;
const accessor = /^\s*(?:static )?(?:get|set) ([\w$]+)\(/gm;

module.exports = function assignFields(source) {
  const accessors = new Set([...source.matchAll(accessor)].map(([, name]) => name));
  return source.replace(fieldSetter, (statement, indent, name, value) =>
    accessors.has(name) ? statement : `${indent}this.${name} = ${value};`,
  );
};
