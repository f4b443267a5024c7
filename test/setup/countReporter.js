const { appendFileSync } = require("node:fs");

/** Adds each run's counts as one JSON line to the file that TEST_COUNTS names, so that .ci/run can sum up `npm test`. */
module.exports = class CountReporter {
  onRunComplete(_contexts, { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites }) {
    // A suite that could not even load has no tests to count, and must not read as a success.
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    const counts = { passed: numPassedTests, failed, skipped: numPendingTests };
    appendFileSync(process.env.TEST_COUNTS, `${JSON.stringify(counts)}\n`);
  }
};
