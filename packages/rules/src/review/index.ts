export * from './draft-review';
