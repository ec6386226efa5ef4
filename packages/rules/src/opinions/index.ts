export * from './opinion-clock';
export * from './opinion-reminders';
