/** Everything that a first spin does without: defined together, fetched together. */
export {};
