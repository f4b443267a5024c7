/**
 * Turns the styles of a script into finished rules while it is built: `makeStyles({…})` becomes the names and rules that Griffel
 * would work out in the browser, and `tokens.x` becomes the variable that it stands for. So neither Griffel's compiler nor the table
 * of tokens is part of what the first view waits for, and nothing is compiled while it opens.
 */
const ts = require("typescript");
const { resolveStyleRulesForSlots } = require("@griffel/core");
const { tokens } = require("@fluentui/tokens");

/** The styles that the expression says. Nothing but tokens is at hand while building, so they cannot depend on anything else. */
function stylesOf(expression, file) {
  try {
    return new Function("tokens", `return (${expression});`)(tokens);
  } catch (error) {
    throw new Error(`${file}: makeStyles takes literals and tokens only (${error.message}).`);
  }
}

function isTokenOf(node) {
  return ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === "tokens";
}

/** @this {import("webpack").LoaderContext<object>} */
module.exports = function compileStyles(source) {
  if (!/\b(makeStyles|tokens)\b/.test(source)) return source;
  const file = ts.createSourceFile(this.resourcePath, source, ts.ScriptTarget.Latest, true);
  const edits = [];
  const replace = (node, text) => edits.push({ start: node.getStart(file), end: node.getEnd(), text });
  const visit = (node) => {
    if (ts.isCallExpression(node) && node.expression.getText(file) === "makeStyles") {
      const [classes, rules] = resolveStyleRulesForSlots(stylesOf(node.arguments[0].getText(file), this.resourcePath));
      replace(node, `__styles(${JSON.stringify(classes)}, ${JSON.stringify(rules)})`);
    } else if (isTokenOf(node)) replace(node, JSON.stringify(tokens[node.name.text]));
    else if (ts.isImportSpecifier(node) && node.name.text === "makeStyles") replace(node, "__styles");
    else ts.forEachChild(node, visit);
  };
  visit(file);
  return edits.reduceRight((text, { start, end, text: by }) => text.slice(0, start) + by + text.slice(end), source);
};
