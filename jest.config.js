/** One runner for everything. Projects are told apart by where the test stands and what it needs. */
const transform = {
  "^.+\\.(t|j)sx?$": [
    "@swc/jest",
    {
      jsc: {
        parser: { syntax: "typescript", tsx: true },
        transform: { react: { runtime: "automatic" } },
        target: "es2022",
      },
      module: { type: "commonjs" },
      sourceMaps: "inline",
    },
  ],
};
const shared = {
  transform,
  rootDir: __dirname,
  modulePathIgnorePatterns: ["<rootDir>/dist", "<rootDir>/build", "<rootDir>/reports"],
  moduleNameMapper: {
    // office-addin-mock needs one enum of office-addin-manifest, whose dependencies are ESM only and break jest 30.
    "^office-addin-manifest$": "<rootDir>/test/support/officeAddinManifest.ts",
  },
};

module.exports = {
  projects: [
    {
      ...shared,
      displayName: "unit",
      testEnvironment: "node",
      testMatch: ["<rootDir>/src/**/*.test.ts", "<rootDir>/test/properties/**/*.test.ts"],
      globalSetup: "<rootDir>/test/setup/zone.ts",
      setupFiles: ["<rootDir>/test/setup/clock.ts", "<rootDir>/test/setup/randomTests.ts"],
    },
    {
      ...shared,
      displayName: "component",
      testEnvironment: "jsdom",
      testMatch: ["<rootDir>/src/taskpane/**/*.test.tsx"],
      globalSetup: "<rootDir>/test/setup/zone.ts",
      setupFiles: ["<rootDir>/test/setup/clock.ts", "<rootDir>/test/setup/browserGaps.ts"],
      setupFilesAfterEnv: ["<rootDir>/test/setup/matchers.ts"],
    },
    {
      ...shared,
      displayName: "contract",
      testEnvironment: "node",
      testMatch: ["<rootDir>/test/contract/**/*.test.ts", "<rootDir>/test/field/**/*.test.ts"],
      globalSetup: "<rootDir>/test/setup/zone.ts",
      setupFiles: ["<rootDir>/test/setup/clock.ts"],
    },
    {
      ...shared,
      displayName: "e2e",
      testEnvironment: "node",
      testMatch: ["<rootDir>/test/e2e/**/*.test.ts"],
      globalSetup: "<rootDir>/test/setup/endToEnd.ts",
      // The packaged browser is an ES module, which jest loads on Node 20 only when it is compiled like our own files.
      transformIgnorePatterns: ["/node_modules/(?!@sparticuz/)"],
    },
    {
      ...shared,
      displayName: "oracle",
      testEnvironment: "node",
      testMatch: ["<rootDir>/test/oracle/**/*.test.ts"],
      globalSetup: "<rootDir>/test/setup/endToEnd.ts",
      transformIgnorePatterns: ["/node_modules/(?!@sparticuz/)"],
    },
  ],
  // For a test that would not end. How long one takes on a machine that does other things besides says nothing about it.
  testTimeout: 120_000,
  reporters: ["default", ...(process.env.TEST_COUNTS ? ["<rootDir>/test/setup/countReporter.js"] : [])],
};
