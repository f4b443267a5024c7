/** What mutation testing changes, and by which tests it is judged. `npm run test:mutation` runs it folder by folder. */
export default {
  plugins: ["./test/mutation/runner.mjs"],
  testRunner: "inProcess",
  coverageAnalysis: "perTest",
  // A value worked out while a file is loaded cannot be told by test; every test would have to run for each of them.
  ignoreStatic: true,
  // Texts, keys and patterns are held by the samples of the tests that read them, and make most of the noise.
  mutator: { excludedMutations: ["StringLiteral", "ObjectLiteral", "Regex"] },
  concurrency: 2,
  timeoutMS: 10_000,
  incremental: true,
  reporters: ["clear-text", "progress-append-only"],
  clearTextReporter: { logTests: false, reportScoreTable: false },
  allowConsoleColors: false,
  tempDirName: "reports/stryker",
  ignorePatterns: ["dist", "dist-local", "build", "docs/images", "assets", ".cache", "reports"],
};
