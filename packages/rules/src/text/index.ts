export * from './canonical-json';
export * from './diff-sequence';
export * from './document-numbers';
