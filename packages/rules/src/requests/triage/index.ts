export * from './triage-signs';
export * from './conversion';
export * from './earlier-requests';
