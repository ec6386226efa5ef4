export * from './enquiry-events';
export * from './enquiry-clock';
export * from './check-enquiry-event';
export { readHotlineRates } from './read-hotline-rates';
