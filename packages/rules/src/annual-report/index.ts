export * from './table-four';
export * from './table-three';
