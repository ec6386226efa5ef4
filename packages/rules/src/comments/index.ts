export * from './ledger';
export * from './display';
export * from './match-clauses';
