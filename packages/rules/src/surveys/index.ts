export * from './questions';
export * from './tally';
