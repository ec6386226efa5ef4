export * from './mask';
export { isCreditCode, isIdNumber } from './identifiers';
export * from './find-personal-data';
export * from './public-name';
