export * from './canonical-json';
export * from './document-numbers';
