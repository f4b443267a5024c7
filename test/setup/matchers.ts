import "@testing-library/jest-dom";
import { configure } from "@testing-library/react";

// A part whose script comes later takes its time on a machine that is busy: how fast it is, is no test's business.
configure({ asyncUtilTimeout: 20_000 });
