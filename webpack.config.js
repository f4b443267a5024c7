/**
 * Two builds that share nothing but their loader:
 *
 * - `pane`: the add-in as it is hosted, into `dist/`. `--env base=https://…` names the place it will be served from.
 * - `workbench`: the page that plays Excel on machines without Excel, into `dist-workbench/`. It is a tool for evaluation
 *   and tests and is served from this machine only, so it is built for speed of building and not minimised.
 */
const path = require("node:path");
const CopyWebpackPlugin = require("copy-webpack-plugin");
const HtmlWebpackPlugin = require("html-webpack-plugin");
const MiniCssExtractPlugin = require("mini-css-extract-plugin");
const TerserPlugin = require("terser-webpack-plugin");

/** Where the committed manifest says the add-in is; the development server of `npm run start:https`. */
const DEVELOPMENT_BASE = "https://localhost:3000";

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

const resolve = { extensions: [".tsx", ".ts", ".js"] };

function cacheFor(name, mode) {
  return {
    type: "filesystem",
    name: `${name}-${mode}`,
    cacheDirectory: path.resolve(__dirname, ".cache/webpack"),
    buildDependencies: { config: [__filename, path.resolve(__dirname, "tsconfig.json")] },
  };
}

/** The address given by `--env base=`, without the slash at its end. Office loads add-ins over https only. */
function hostedBase(env) {
  const base = String(env.base ?? DEVELOPMENT_BASE).replace(/\/+$/, "");
  if (!base.startsWith("https://") || !URL.canParse(base)) {
    throw new Error(`--env base=${base}: give a full https address, such as https://example.com/follow-up`);
  }
  return base;
}

function pane(env = {}, argv = {}) {
  const mode = argv.mode ?? "production";
  const base = hostedBase(env);
  return {
    name: "pane",
    mode,
    target: ["web", "es2022"],
    entry: { taskpane: "./src/taskpane/index.tsx" },
    output: {
      path: path.resolve(__dirname, "dist"),
      filename: "[name].[contenthash:10].js",
      chunkFilename: "[name].[contenthash:10].js",
      publicPath: "auto",
      clean: true,
    },
    // The pane's Content-Security-Policy forbids eval, so webpack's usual development source maps would not run.
    devtool: mode === "production" ? false : "source-map",
    resolve,
    module: { rules: [typescript] },
    optimization: {
      minimizer: [
        new TerserPlugin({ minify: TerserPlugin.swcMinify, extractComments: false, terserOptions: { ecma: 2022 } }),
      ],
      splitChunks: {
        cacheGroups: {
          // Libraries of the first view change seldom; kept apart, a new version of the add-in leaves them in the cache.
          vendor: { test: /[\\/]node_modules[\\/]/, name: "vendor", chunks: "initial" },
        },
      },
    },
    // Judged gzipped, and per entry point, by test/e2e/bundle.test.ts.
    performance: { hints: false },
    plugins: [
      new HtmlWebpackPlugin({ template: "src/taskpane/taskpane.html", filename: "taskpane.html" }),
      new CopyWebpackPlugin({
        patterns: [
          { from: "assets/*.png", to: "assets/[name][ext]" },
          {
            from: "manifest.xml",
            to: "manifest.xml",
            transform: (content) => content.toString("utf8").replaceAll(DEVELOPMENT_BASE, base),
          },
        ],
      }),
    ],
    cache: cacheFor("pane", mode),
    stats: "errors-warnings",
  };
}

function workbench(_env, argv = {}) {
  const mode = argv.mode ?? "production";
  return {
    name: "workbench",
    mode,
    target: ["web", "es2022"],
    entry: { workbench: "./src/workbench/page/index.ts" },
    output: {
      path: path.resolve(__dirname, "dist-workbench"),
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

module.exports = [pane, workbench];
