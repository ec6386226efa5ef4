export * from './coverage';
export * from './next-visit';
export * from './outbox';
export * from './slip-number';
export * from './when-taken';
