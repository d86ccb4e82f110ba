/**
 * A journey meets the clock of a machine that others use too. It gets a second attempt; what went wrong in the first is printed,
 * and is a fault to be found: of the product, or of a test that looked once where it had to wait.
 */
import { jest } from "@jest/globals";

jest.retryTimes(1, { logErrorsBeforeRetry: true });
