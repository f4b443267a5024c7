/**
 * Three builds:
 *
 * - `pane`: the add-in as it is hosted, into `dist/`, with the manifest to hand out and the licences of what is in it.
 *   `--env base=https://…` names the place it will be served from. Only `npm run build` makes it.
 * - `local-pane`: the same add-in for this machine, into `dist-local/pane/`: for the workbench, the job, the tests and
 *   `npm run start:https`. It has no manifest; the one for this machine is the committed manifest.xml.
 * - `workbench`: the page that plays Excel on machines without Excel, into `dist-local/workbench/`. It is a tool for evaluation
 *   and tests and is served from this machine only, so it is built for speed of building and not minimised.
 */
const path = require("node:path");
const CopyWebpackPlugin = require("copy-webpack-plugin");
const HtmlWebpackPlugin = require("html-webpack-plugin");
const MiniCssExtractPlugin = require("mini-css-extract-plugin");
const TerserPlugin = require("terser-webpack-plugin");
const { ThirdPartyLicences } = require("./webpack.licences.js");
const { StyleHashes } = require("./webpack.policy.js");

/** Where the committed manifest says the add-in is; the development server of `npm run start:https`. */
const DEVELOPMENT_BASE = "https://localhost:3000";

const stylesLoader = require.resolve("./webpack.styles.js");
const engineLoader = require.resolve("./webpack.engine.js");

const typescript = {
  test: /\.tsx?$/,
  exclude: /node_modules/,
  // Types are the business of `npm run typecheck`.
  use: [
    {
      loader: "ts-loader",
      options: {
        transpileOnly: true,
        onlyCompileBundledFiles: true,
        configFile: path.resolve(__dirname, "tsconfig.json"),
      },
    },
  ],
};

/** Styles become finished rules while building, Fluent's own few that are left included. */
const styles = [
  { test: /\.tsx?$/, include: path.resolve(__dirname, "src/taskpane"), enforce: "pre", loader: stylesLoader },
  { test: /\.styles\.js$/, include: /[\\/]@fluentui[\\/]/, enforce: "pre", loader: stylesLoader },
];

const resolve = { extensions: [".tsx", ".ts", ".js"] };

function cacheFor(name, mode) {
  return {
    type: "filesystem",
    name: `${name}-${mode}`,
    cacheDirectory: path.resolve(__dirname, ".cache/webpack"),
    buildDependencies: { config: [__filename, stylesLoader, engineLoader, path.resolve(__dirname, "tsconfig.json")] },
  };
}

function refuse(sentence) {
  console.error(sentence);
  process.exit(2);
}

/** The address given by `--env base=`, without the slash at its end. Office loads add-ins over https only. */
function hostedBase(env) {
  const unknown = Object.keys(env).find((name) => name !== "base" && !name.startsWith("WEBPACK_"));
  if (unknown !== undefined) refuse(`There is no --env ${unknown}: give the address as --env base=https://…`);
  const given = "base" in env ? String(env.base ?? "") : DEVELOPMENT_BASE;
  // The address goes into the manifest as it is, and file names go behind it.
  if (!given.startsWith("https://") || !URL.canParse(given) || /[\s?#&<>"']/.test(given))
    refuse(`--env base=${given}: give a full https address without ? and #, such as https://example.com/follow-up`);
  return given.replace(/\/+$/, "");
}

function paneInto(folder, mode, plugins) {
  return {
    mode,
    target: ["web", "es2022"],
    entry: { taskpane: "./src/taskpane/index.tsx" },
    output: {
      path: path.resolve(__dirname, folder),
      filename: "[name].[contenthash:10].js",
      chunkFilename: "[name].[contenthash:10].js",
      publicPath: "",
      clean: true,
    },
    // The pane's Content-Security-Policy forbids eval, so webpack's usual development source maps would not run.
    devtool: mode === "production" ? false : "source-map",
    resolve,
    module: { rules: [typescript, ...styles] },
    optimization: {
      minimizer: [
        new TerserPlugin({ minify: TerserPlugin.swcMinify, extractComments: false, terserOptions: { ecma: 2022 } }),
      ],
      splitChunks: {
        cacheGroups: {
          // Libraries of the first view change seldom; kept apart, a new version of the add-in leaves them in the cache.
          vendor: { test: /[\\/]node_modules[\\/]/, name: "vendor", chunks: "initial" },
          // Smaller than what webpack sets apart by itself, and needed nearly everywhere: a dozen scripts would each carry it.
          headerNames: { test: /[\\/]domain[\\/]schema[\\/]headerNames\.ts$/, chunks: "async", enforce: true },
        },
      },
    },
    // Judged gzipped, and per entry point, by test/e2e/bundle.test.ts.
    performance: { hints: false },
    plugins: [
      new HtmlWebpackPlugin({ template: "src/taskpane/taskpane.html", filename: "taskpane.html" }),
      new StyleHashes(),
      new CopyWebpackPlugin({ patterns: [{ from: "assets/*.png", to: "assets/[name][ext]" }] }),
      ...plugins,
    ],
    // One cache for both panes: they are made of the same modules.
    cache: cacheFor("pane", mode),
    stats: "errors-warnings",
  };
}

/** Says where the build went and for which address: the manifest of one address is of no use at another. */
function sayWhere(base) {
  return {
    apply: (compiler) =>
      compiler.hooks.done.tap("sayWhere", ({ compilation }) => {
        if (compilation.errors.length > 0) return;
        const relative = path.relative(__dirname, compiler.outputPath);
        const folder = relative.startsWith("..") ? compiler.outputPath : relative;
        console.log(
          base === DEVELOPMENT_BASE
            ? `Built ${folder}/ for ${base}, this computer's own address. For a team: npm run build -- --env base=https://…`
            : `Built ${folder}/ for ${base}: upload its files there, and hand out ${folder}/manifest.xml.`,
        );
      }),
  };
}

function pane(env = {}, argv = {}) {
  const base = hostedBase(env);
  return {
    name: "pane",
    ...paneInto("dist", argv.mode ?? "production", [
      new CopyWebpackPlugin({
        patterns: [
          { from: "LICENSE", to: "LICENSE.txt", toType: "file" },
          {
            from: "manifest.xml",
            to: "manifest.xml",
            transform: (content) => content.toString("utf8").replaceAll(DEVELOPMENT_BASE, base),
          },
        ],
      }),
      new ThirdPartyLicences("THIRD-PARTY-LICENSES.txt"),
      sayWhere(base),
    ]),
  };
}

function localPane(_env, argv = {}) {
  return { name: "local-pane", ...paneInto("dist-local/pane", argv.mode ?? "production", []) };
}

function workbench(_env, argv = {}) {
  const mode = argv.mode ?? "production";
  return {
    name: "workbench",
    mode,
    target: ["web", "es2022"],
    entry: { workbench: "./src/workbench/page/index.ts" },
    output: {
      path: path.resolve(__dirname, "dist-local/workbench"),
      filename: "[name].js",
      chunkFilename: "[name].chunk.js",
      publicPath: "auto",
      clean: true,
    },
    devtool: false,
    resolve: {
      ...resolve,
      // Packages that also run in Node name these; none of it is reached in a browser.
      fallback: Object.fromEntries(
        ["buffer", "crypto", "fs", "http", "https", "os", "path", "stream", "url", "util", "zlib"].map((name) => [
          name,
          false,
        ]),
      ),
    },
    module: {
      rules: [
        typescript,
        { test: /\.js$/, include: /[\\/]@univerjs[\\/]engine-formula[\\/]/, enforce: "pre", loader: engineLoader },
        { test: /\.css$/, use: [MiniCssExtractPlugin.loader, "css-loader"] },
        { test: /\.(woff2?|ttf|png|svg)$/, type: "asset/resource" },
      ],
    },
    optimization: { minimize: false },
    performance: { hints: false },
    plugins: [
      new HtmlWebpackPlugin({ template: "src/workbench/page/index.html", filename: "index.html" }),
      new MiniCssExtractPlugin({ filename: "[name].css", chunkFilename: "[name].chunk.css" }),
    ],
    cache: cacheFor("workbench", mode),
    stats: "errors-warnings",
  };
}

module.exports = [pane, localPane, workbench];
