/** Writes the licences of the packages whose code is in a build: whoever hands the build on has to hand them on too. */
const fs = require("node:fs");
const path = require("node:path");
const { Compilation, sources } = require("webpack");

/** Packages that name their licence and forget to bring its text, with the holder that their repository names. */
const withoutText = new Map([["@fluentui/react-icons", { licence: "MIT", holder: "Microsoft Corporation" }]]);

/** Folder of the package that a module belongs to; null for code of our own and for webpack's. */
function packageFolder(module) {
  const file = module.nameForCondition?.() ?? "";
  return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file)?.[0] ?? null;
}

/** Folders of all packages with code in one of the chunks. Modules that were joined into one are looked at singly. */
function packageFolders({ chunks, chunkGraph }) {
  const folders = new Set();
  for (const chunk of chunks)
    for (const joined of chunkGraph.getChunkModulesIterable(chunk))
      for (const module of joined.modules ?? [joined]) {
        const folder = packageFolder(module);
        if (folder !== null) folders.add(folder);
      }
  return folders;
}

function licenceText(folder, { name, license }) {
  const file = fs.readdirSync(folder).find((entry) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(entry));
  if (file !== undefined) return fs.readFileSync(path.join(folder, file), "utf8").replaceAll("\r\n", "\n").trim();
  const known = withoutText.get(name);
  if (known === undefined || known.licence !== license) throw new Error(`${name} brings no licence text to hand on.`);
  const mit = fs.readFileSync(path.resolve(__dirname, "LICENSE"), "utf8").trim();
  return mit.replace(/^Copyright .*$/m, `Copyright (c) ${known.holder}`);
}

function entryOf(folder) {
  const facts = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8"));
  const title = `${facts.name} ${facts.version} (${facts.license})`;
  return { title, text: `${title}\n${"=".repeat(title.length)}\n\n${licenceText(folder, facts)}\n` };
}

class ThirdPartyLicences {
  /** @param {string} filename of the notice, below the build's folder */
  constructor(filename) {
    this.filename = filename;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap("ThirdPartyLicences", (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: "ThirdPartyLicences", stage }, () => {
        const entries = [...packageFolders(compilation)].map(entryOf).sort((a, b) => (a.title < b.title ? -1 : 1));
        const head = "Follow-up Sheet contains code of these packages, each under its own licence.\n";
        const notice = [head, ...entries.map(({ text }) => text)].join("\n\n");
        compilation.emitAsset(this.filename, new sources.RawSource(notice));
      });
    });
  }
}

module.exports = { ThirdPartyLicences };
