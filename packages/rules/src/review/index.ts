export * from './draft-review';
export * from './withholding-grounds';
