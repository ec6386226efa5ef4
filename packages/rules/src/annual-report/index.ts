export * from './table-three';
