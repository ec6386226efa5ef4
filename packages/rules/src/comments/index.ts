export * from './ledger';
export * from './display';
