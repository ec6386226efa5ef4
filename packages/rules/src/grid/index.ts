export * from './coverage';
export * from './next-visit';
export * from './outbox';
export * from './when-taken';
