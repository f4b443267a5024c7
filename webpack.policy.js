/**
 * Lets the page's own style blocks through its Content-Security-Policy by their hashes, so that no other inline style gets in. The page
 * says 'inline-hashes' where they go.
 */
const crypto = require("node:crypto");
const HtmlWebpackPlugin = require("html-webpack-plugin");

const placeholder = "'inline-hashes'";
const hashOf = (text) => `'sha256-${crypto.createHash("sha256").update(text, "utf8").digest("base64")}'`;

/** Griffel and Fluent put their rules into blocks that stand in the page without a text: rules that a script adds are no inline style. */
const emptyBlock = "";

class StyleHashes {
  apply(compiler) {
    compiler.hooks.compilation.tap("StyleHashes", (compilation) => {
      // Last of all: the hash is of the text as it goes out.
      HtmlWebpackPlugin.getCompilationHooks(compilation).beforeEmit.tap("StyleHashes", (data) => {
        const blocks = [...data.html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, text]) => text);
        if (!data.html.includes(placeholder))
          throw new Error(`${data.outputName} has no ${placeholder} in its policy.`);
        return { ...data, html: data.html.replace(placeholder, [emptyBlock, ...blocks].map(hashOf).join(" ")) };
      });
    });
  }
}

module.exports = { StyleHashes };
