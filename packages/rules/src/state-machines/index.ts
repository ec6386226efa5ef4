export * from './machines';
export * from './next-state';
