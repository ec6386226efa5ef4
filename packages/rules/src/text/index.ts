export * from './canonical-json';
export * from './diff-sequence';
export * from './document-numbers';
export * from './find-wording';
export * from './likeness';
